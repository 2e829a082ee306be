import { summarise } from '../../kinds/facts';
import { idleFile, isIdle } from '../../kinds/idle/idleFile';
import type { Settings } from '../../lint/settings/settings';
import { formatOf, parseSourceFile, type SourceFile, setLines } from '../../syntax/sourceFile';
import { fileSelection } from '../../workspace/files/selection';
import { type FileHints, sameHints } from '../../workspace/index/factReader';
import { textFacts } from '../../workspace/index/textFacts';
import type { SettingsStore } from '../settings/settingsStore';
import type { WorkspaceFiles } from '../workspace/workspaceFiles';
import type { WorkspaceIndex } from '../workspace/workspaceIndex';
import type { Documents, OpenDocument } from './documents';

/** Open documents as parsed files, whose facts are in the index. */
export interface OpenFiles {
  /**
   * Parses what was opened or edited since, or is set otherwise, and tells the index of it. What is asked of the index or of `get`
   * right afterwards is asked of the documents as they are.
   */
  takeIn(): Promise<void>;
  /** The same for all that is open: what git ignores, or the client hides, may be something else than before. */
  takeInAll(): Promise<void>;
  /** As it was taken in last; undefined for what isn't open, is of no format that is read here, or is left out by a setting. Takes any spelling. */
  get(uri: string): OpenFile | undefined;
  forget(address: string): void;
}

export interface OpenFile {
  readonly document: OpenDocument;
  readonly file: SourceFile;
  readonly settings: Settings;
}

export interface OpenFilesSurroundings {
  readonly documents: Documents;
  readonly settings: SettingsStore;
  readonly index: WorkspaceIndex;
  readonly workspaceFiles: WorkspaceFiles;
  /** Resolves when Terraform can be parsed. */
  readonly terraformReady: () => Promise<void>;
}

export function createOpenFiles(surroundings: OpenFilesSurroundings): OpenFiles {
  const { documents, settings, index, workspaceFiles, terraformReady } = surroundings;
  const taken = new Map<string, Taken>();
  let takenUpTo = { documents: 0, settings: 0 };

  function parse(document: OpenDocument, hints: FileHints): Parsed | undefined {
    const { address, languageId, text } = document;
    const format = formatOf(address, languageId);
    if (!format || inToolFolder(address)) return undefined;
    const { document: earlier, parsed: before } = taken.get(address) ?? {};
    if (before && earlier === document && sameHints(before.hints, hints)) return before;
    const change = earlier && document.changeSince(earlier);
    const idle = isLong(text) && isIdle(address, text, format, before?.idle ? change : undefined);
    const file = idle ? idleFile(address, text, format) : parseSourceFile(address, text, format, before?.file, undefined, change);
    setLines(file, document.lines);
    return { hints, file, idle, facts: summarise(file, hints) };
  }

  async function takeInOne({ address, languageId }: OpenDocument): Promise<void> {
    const ready = formatOf(address, languageId) === 'terraform' ? terraformReady() : undefined;
    const [set, admitted] = await Promise.all([settings.of(address), workspaceFiles.admits(address), ready]);
    // What was typed while waiting counts.
    const document = documents.get(address);
    if (!document) return;
    const parsed = set.excluded(address) ? undefined : parse(document, set.hintsFor(address));
    const facts = parsed?.facts ?? (workspaceFiles.named().holds(address) ? textFacts(address, document.text, 'named') : []);
    index.setOpen(address, admitted && !set.excluded(address) ? facts : []);
    taken.set(address, { document, settings: set, parsed });
  }

  async function takeInOpen(isStale: (document: OpenDocument) => boolean): Promise<void> {
    const upTo = { documents: documents.revision(), settings: settings.revision() };
    for (const document of [...documents.all()]) if (isStale(document)) await takeInOne(document);
    takenUpTo = upTo;
  }

  const isEdited = (document: OpenDocument) => taken.get(document.address)?.document !== document;

  return {
    async takeIn() {
      // What is edited while others are taken in has its turn, too.
      while (takenUpTo.settings !== settings.revision()) await takeInOpen(() => true);
      while (takenUpTo.documents !== documents.revision()) await takeInOpen(isEdited);
    },
    takeInAll: () => takeInOpen(() => true),
    get(uri) {
      const asked = documents.get(uri);
      const { document, settings: set, parsed } = (asked && taken.get(asked.address)) ?? {};
      return document && set && parsed && { document, settings: set, file: parsed.file };
    },
    forget: (address) => taken.delete(address),
  };
}

/** What became of a document. */
interface Taken {
  readonly document: OpenDocument;
  readonly settings: Settings;
  /** Undefined where it isn't looked at. */
  readonly parsed: Parsed | undefined;
}

interface Parsed {
  readonly hints: FileHints;
  readonly file: SourceFile;
  /** Nothing in the text is read here, so it was not parsed. */
  readonly idle: boolean;
  readonly facts: ReturnType<typeof summarise>;
}

/** In shorter files somebody may be about to write a policy, and wants to be helped with its first word. */
function isLong(text: string): boolean {
  return text.length > 32 * 1024;
}

/** What git ignores may be of interest when it is opened, what a tool has put there is not. */
function inToolFolder(address: string): boolean {
  return toolFolders.skips(address);
}

const toolFolders = fileSelection(() => undefined);

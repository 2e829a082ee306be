import { summarise } from '../kinds/facts';
import { idleFile, isIdle } from '../kinds/idleFile';
import type { Settings } from '../lint/settings';
import { formatOf, parseSourceFile, type SourceFile } from '../syntax/sourceFile';
import { fileSelection } from '../workspace/files/selection';
import { type FileHints, sameHints } from '../workspace/index/factReader';
import type { Documents, OpenDocument } from './documents';
import type { SettingsStore } from './settingsStore';
import type { WorkspaceFiles } from './workspaceFiles';
import type { WorkspaceIndex } from './workspaceIndex';

/** Open documents as parsed files; their facts are in the index when a file is handed out. */
export interface OpenFiles {
  /** Undefined for what isn't open, is of no format that is read here, or is left out by a setting. Takes any spelling. */
  current(uri: string): Promise<OpenFile | undefined>;
  /** Brings the facts of what was opened or edited since into the index. */
  takeEdits(): Promise<void>;
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
  const parsed = new Map<string, Parsed>();

  function parse(document: OpenDocument, hints: FileHints): Parsed | undefined {
    const { address, languageId, text } = document;
    const format = formatOf(address, languageId);
    if (!format || inToolFolder(address)) return undefined;
    const before = parsed.get(address);
    if (before?.document === document && sameHints(before.hints, hints)) return before;
    const idle = isLong(text) && isIdle(address, text, format, before?.idle ? before.file.text : undefined);
    const file = idle ? idleFile(address, text, format) : parseSourceFile(address, text, format, before?.file);
    const made = { document, hints, file, idle, facts: summarise(file, hints) };
    parsed.set(address, made);
    return made;
  }

  async function current(uri: string): Promise<OpenFile | undefined> {
    const asked = documents.get(uri);
    if (!asked) return undefined;
    const { address } = asked;
    const ready = formatOf(address, asked.languageId) === 'terraform' ? terraformReady() : undefined;
    const [set, admitted] = await Promise.all([settings.of(address), workspaceFiles.admits(address), ready]);
    // What was typed while waiting counts.
    const document = documents.get(address);
    if (!document) return undefined;
    const found = set.excluded(address) ? undefined : parse(document, set.hintsFor(address));
    index.setOpen(address, found && admitted ? found.facts : []);
    return found && { document, file: found.file, settings: set };
  }

  return {
    current,
    async takeEdits() {
      for (const document of [...documents.all()])
        if (parsed.get(document.address)?.document !== document) await current(document.address);
    },
    forget: (address) => parsed.delete(address),
  };
}

interface Parsed {
  readonly document: OpenDocument;
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

import { blockMayHoldFacts, mayHoldFacts, summarise } from '../kinds/facts';
import type { Settings } from '../lint/settings/settings';
import { formatOf, parseSourceFile, type SourceFile } from '../syntax/sourceFile';
import type { Fact } from '../workspace/index/facts';
import { type NamedFiles, namedFilesOf, toldFiles } from '../workspace/index/namedFiles';
import { createRelationKeeper } from '../workspace/index/reach/relations';
import { textFacts } from '../workspace/index/textFacts';
import { join, sameFacts, type Workspace } from '../workspace/index/workspace';
import { addressOf } from './findFiles';

/** The facts of all files that are read. */
export interface Facts {
  add(path: string, text: string): void;
  /** The files of any ending that the texts name which were added. */
  named(): NamedFiles;
  /** Adds all of them, by their addresses; undefined for one that can't be read as a text. */
  addNamed(texts: ReadonlyMap<string, string | undefined>): void;
  /** For a file whose text is another one now. */
  update(path: string, file: SourceFile): void;
  /** The same object as long as the facts stay the same, wherever they have moved to. */
  workspace(): Workspace;
  /** Makes it tell the places where the facts stand now. */
  placeAnew(): void;
}

/** `complete`: whether the files are all there are, so that what none of them tells is absent. */
export function collectFacts(settingsOf: (path: string) => Settings, complete: boolean): Facts {
  const byPath = new Map<string, readonly Fact[]>();
  const relations = createRelationKeeper();
  let joined: Workspace | undefined;

  function set(path: string, facts: readonly Fact[]): void {
    if (!sameFacts(byPath.get(path) ?? [], facts)) joined = undefined;
    byPath.set(path, facts);
    relations.set(path, facts);
  }

  function factsOf(path: string, file: SourceFile): readonly Fact[] {
    return summarise(file, settingsOf(path).hintsFor(file.uri));
  }

  const facts: Facts = {
    add(path, text) {
      const address = addressOf(path);
      const format = formatOf(address);
      if (format === undefined) return set(path, []);
      const mayHold = mayHoldFacts(text, format, address);
      const parsed = () => parseSourceFile(address, text, format, undefined, blockMayHoldFacts);
      set(path, mayHold ? factsOf(path, parsed()) : textFacts(address, text, format));
    },
    named: () => namedFilesOf(facts.workspace()),
    addNamed(texts) {
      for (const [address, text] of texts) set(address, textFacts(address, text ?? unreadable, 'named'));
      set('', toldFiles(facts.named()));
    },
    update: (path, file) => set(path, factsOf(path, file)),
    workspace() {
      joined ??= join(byPath.values(), complete, relations.relations());
      return joined;
    },
    placeAnew() {
      joined = undefined;
    },
  };
  return facts;
}

/** Which no text holds. */
const unreadable = '\uFFFD';

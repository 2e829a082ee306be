import { shift } from '../../text/range';
import { isInside, parentAddress } from '../../workspace/files/address';
import type { Fact, Place } from '../../workspace/index/facts';
import { createRelationKeeper } from '../../workspace/index/reach/relations';
import { carryOver, join, type Workspace } from '../../workspace/index/workspace';

/** The facts of all files of the workspace folders and of all open documents. Of closed files nothing else is kept. */
export interface WorkspaceIndex {
  /** The joined facts, as the reader of one file may use them: no absence is certain before the folders, and its module, are read. */
  workspaceFor(address: string): Workspace;
  /** Where a fact, or a part of what it was read from, stands now that was told to stand at `place` when it was first read. */
  placeNow(place: Place): Place;
  /** When a folder is new, not every file has been read until {@link completed}. */
  setFolders(folders: readonly string[]): void;
  folders(): readonly string[];
  /** The folders, outside of these, of files that are open by themselves. Says whether there is a new one. */
  setModules(modules: readonly string[]): boolean;
  modules(): readonly string[];
  completed(): void;
  /** An open document's facts stand in for those of its file. */
  setOpen(address: string, facts: readonly Fact[]): void;
  setClosed(address: string, facts: readonly Fact[]): void;
  /** Facts of no file, in place of those told before. */
  tell(facts: readonly Fact[]): void;
  /** The file is gone or isn't ours any more. */
  forget(address: string): void;
  /** Until this is called, what `setClosed` and `forget` say isn't joined: joining costs more than reading a file. */
  publish(): void;
  statistics(): IndexStatistics;
}

export interface IndexStatistics {
  readonly complete: boolean;
  readonly files: number;
  readonly facts: number;
  /** How often the facts of closed files were joined. */
  readonly joins: number;
}

export function createWorkspaceIndex(): WorkspaceIndex {
  const closed = new Map<string, FactsOfFile>();
  const opened = new Map<string, FactsOfFile>();
  let folders: readonly string[] = [];
  let modules: readonly string[] = [];
  let readModules: ReadonlySet<string> = new Set();
  let complete = false;
  let changed = false;
  let joins = 0;
  // Closed files change seldom, so a keystroke joins only what is open.
  let closedFacts = join([], false);
  let told: readonly Fact[] = noFacts;
  let published: ReadonlyMap<string, FactsOfFile> = new Map();
  let joined: Joined | undefined;
  const relations = createRelationKeeper();
  /** The files that may tell other edges than those that the relations know. */
  const stirred = new Set<string>();

  function joinAll(): Joined {
    const above = join(listsOf(opened.values()), complete);
    // What was read from the file of an open document counts again when that is closed.
    const below: Workspace['find'] = (kind, name) => closedFacts.find(kind, name).filter(({ at }) => !opened.has(at.uri));
    for (const address of stirred) relations.set(address, (opened.get(address) ?? published.get(address))?.facts ?? noFacts);
    stirred.clear();
    const { reach } = relations.relations();
    return { known: layered(above.find, below, reach, complete), unread: layered(above.find, below, reach, false) };
  }

  function noLongerOpen(address: string): void {
    if (!opened.delete(address)) return;
    joined = undefined;
    stirred.add(address);
  }

  const numbered = new WeakMap<readonly Fact[], ReadonlyMap<Place, number>>();

  /** Which fact of its file stands at a place. Few files are ever pointed to, so it is found out when first asked. */
  function ordinals(facts: readonly Fact[]): ReadonlyMap<Place, number> {
    const present = numbered.get(facts);
    if (present) return present;
    const made = new Map(facts.map(({ at }, ordinal) => [at, ordinal]));
    numbered.set(facts, made);
    return made;
  }

  const known = (address: string) => opened.get(address) ?? closed.get(address);

  function placeNow(place: Place): Place {
    const fact = place.within?.fact;
    if (fact) return { uri: place.uri, range: shift(place.range, placeNow(fact).range.start - fact.range.start) };
    const file = known(place.uri);
    return file?.places[ordinals(file.facts).get(place) ?? -1] ?? place;
  }

  return {
    workspaceFor(address) {
      joined ??= joinAll();
      const module = parentAddress(address);
      // A document without a folder, such as an untitled one, has nothing beside it.
      const isRead = module === undefined || readModules.has(module) || folders.some((folder) => isInside(address, folder));
      return isRead ? joined.known : joined.unread;
    },
    placeNow,
    setFolders(given) {
      complete &&= given.every((folder) => folders.includes(folder));
      folders = given;
      joined = undefined;
    },
    folders: () => folders,
    setModules(given) {
      const added = given.filter((module) => !modules.includes(module));
      if (added.length === 0 && given.length === modules.length) return false;
      modules = given;
      readModules = new Set(given.filter((module) => readModules.has(module)));
      return added.length > 0;
    },
    modules: () => modules,
    completed() {
      complete = true;
      readModules = new Set(modules);
      joined = undefined;
    },
    setOpen(address, facts) {
      const current = factsOfFile(known(address), facts);
      if (opened.get(address)?.facts !== current.facts) joined = undefined;
      opened.set(address, current);
      stirred.add(address);
    },
    setClosed(address, facts) {
      const current = factsOfFile(known(address), facts);
      noLongerOpen(address);
      if ((closed.get(address)?.facts ?? noFacts) !== current.facts) changed = true;
      closed.set(address, current);
    },
    tell(facts) {
      told = facts;
      changed = true;
    },
    forget(address) {
      if ((closed.get(address)?.facts ?? []).length > 0) changed = true;
      closed.delete(address);
      noLongerOpen(address);
    },
    publish() {
      if (!changed) return;
      changed = false;
      joined = undefined;
      joins++;
      // In the order of their addresses, so that the order in which files were read or written decides nothing.
      const inOrder = [...closed].sort(([a], [b]) => compareText(a, b));
      closedFacts = join([...listsOf(inOrder.map(([, file]) => file)), told], true);
      for (const address of [...published.keys(), ...closed.keys()])
        if (published.get(address) !== closed.get(address)) stirred.add(address);
      published = new Map(closed);
    },
    statistics() {
      const lists = listsOf(new Map([...closed, ...opened]).values());
      return { complete, files: lists.length, facts: lists.reduce((sum, facts) => sum + facts.length, 0), joins };
    },
  };
}

/** What tells the same in two states of a file is the same object, standing where it was first read. */
interface FactsOfFile {
  readonly facts: readonly Fact[];
  /** Where each of them stands now. */
  readonly places: readonly Place[];
}

function factsOfFile(before: FactsOfFile | undefined, facts: readonly Fact[]): FactsOfFile {
  return { facts: carryOver(before?.facts ?? noFacts, facts), places: facts.map(({ at }) => at) };
}

function listsOf(files: Iterable<FactsOfFile>): readonly (readonly Fact[])[] {
  return [...files].map(({ facts }) => facts);
}

const noFacts: readonly Fact[] = [];

/** The same objects as long as nothing has changed, by which those who look facts up know that they needn't. */
interface Joined {
  readonly known: Workspace;
  readonly unread: Workspace;
}

/** Answers in the order of addresses, so that what is open, and since when, decides nothing. */
function layered(above: Workspace['find'], below: Workspace['find'], reach: Workspace['reach'], complete: boolean): Workspace {
  return {
    complete,
    reach,
    find(kind, name) {
      const found = [...above(kind, name), ...below(kind, name)];
      return found.length > 1 ? found.sort((a, b) => compareText(a.at.uri, b.at.uri)) : found;
    },
  };
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

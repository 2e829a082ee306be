import { blockMayHoldFacts, mayHoldFacts, summarise } from '../../kinds/facts';
import type { FormatName } from '../../syntax/format';
import { formatOf, parseSourceFile } from '../../syntax/sourceFile';
import { isInside, parentAddress } from '../../workspace/files/address';
import type { Files } from '../../workspace/files/files';
import { type FileHints, sameHints } from '../../workspace/index/factReader';
import type { Fact } from '../../workspace/index/facts';
import { type NamedFiles, namedFilesOf, noNamedFiles, sameNamedFiles, toldFiles } from '../../workspace/index/namedFiles';
import { textFacts } from '../../workspace/index/textFacts';
import type { SettingsStore } from '../settings/settingsStore';
import { type FolderTree, folderTree, moduleTree } from './folderTree';
import { createReadQueue, type Reading, type ReadListener } from './readQueue';
import type { WorkspaceIndex } from './workspaceIndex';

/** Brings the facts of closed files into the index, in slices between which everything else can run. */
export interface WorkspaceFiles {
  /**
   * Reads what is new or is to be read differently than before, and forgets what is gone: all of `folders`, and of `modules`
   * the files directly in them. The folders of `near` come first.
   * Ends the scan that still runs. Resolves to whether it came to its end.
   */
  scan(scope: ScanScope, near: readonly string[], listener: ScanListener): Promise<boolean>;
  /** Reads files anew that were written, deleted, or whose documents were closed; and whole folders that came or went. */
  reread(addresses: readonly string[]): Promise<void>;
  /** Reads what texts of the workspace name besides, and no more than that. Resolves to whether that is something else than before. */
  readNamed(): Promise<boolean>;
  /** What a file holds that isn't open; of one that is merely named, only what is in its folders, wherever a link leads. */
  read(address: string): Promise<string | undefined>;
  /** What is read of that name besides. */
  named(): NamedFiles;
  /** Whether an open document may give facts to others: not when git or the client hides its file. */
  admits(address: string): Promise<boolean>;
  /** The files that are read from the workspace folders. */
  known(): Iterable<string>;
  /** The same as they are now, whether anyone has told of them or not. */
  list(): Promise<readonly string[]>;
  /** Nothing is read any more. */
  stop(): void;
  /** Someone is typing: what is read in the meantime waits until that is answered. */
  standBack(): void;
}

export interface ScanScope {
  readonly folders: readonly string[];
  readonly modules: readonly string[];
}

export interface ScanListener {
  /** The near folders have been read. */
  readonly nearRead: () => void;
  readonly progressed: (done: number, all: number) => void;
}

export interface WorkspaceFilesSurroundings {
  readonly files: Files;
  readonly settings: SettingsStore;
  readonly index: WorkspaceIndex;
  readonly isOpen: (address: string) => boolean;
  /** Resolves when Terraform can be parsed. */
  readonly terraformReady: () => Promise<void>;
  /** Lets whatever else waits run first. */
  readonly yieldNow: () => Promise<void>;
}

export function createWorkspaceFiles(surroundings: WorkspaceFilesSurroundings): WorkspaceFiles {
  const { files, settings, index, isOpen, terraformReady, yieldNow } = surroundings;
  const plans = new Map<string, Plan>();
  const queue = createReadQueue<Found | undefined>(yieldNow);
  let trees: readonly FolderTree[] = [];
  let latestScan: symbol | undefined;
  // Since the folders were listed last: what is known of these is newer than the list.
  let reread = new Set<string>();
  let stopped = false;
  let named = noNamedFiles;
  // Those that have all been read.
  let told = noNamedFiles;

  /** How a file is to be read; undefined when it isn't ours or is left out. */
  async function planOf(address: string): Promise<Plan | undefined> {
    const format = formatOf(address) ?? (named.holds(address) ? 'named' : undefined);
    if (!format || (await skipped(address)) || (await settings.hides(address))) return undefined;
    const set = await settings.of(address);
    return set.excluded(address) ? undefined : { format, hints: set.hintsFor(address) };
  }

  function treeOf(address: string): FolderTree | undefined {
    return trees.find(({ folder }) => isInside(address, folder));
  }

  async function skipped(address: string): Promise<boolean> {
    return treeOf(address)?.skips(address) ?? true;
  }

  /** Besides the addresses, what is in them: one that has no ending of ours may be a folder. */
  async function withFolders(addresses: readonly string[]): Promise<ReadonlySet<string>> {
    const found = new Set(addresses);
    const folders = addresses.filter((address) => !formatOf(address));
    for (let start = 0; start < folders.length; start += listedAtOnce) {
      await queue.breathe();
      const lists = folders
        .slice(start, start + listedAtOnce)
        .map((address) => treeOf(address)?.list(named.patterns, address) ?? []);
      for (const file of (await Promise.all(lists)).flat()) found.add(file);
    }
    return found;
  }

  /** A file that is gone or left out; what a folder held goes with it, since clients tell only of the folder. */
  function forget(address: string): void {
    const known = plans.has(address) ? [] : [...plans.keys(), ...queue.underWay()];
    for (const gone of [address, ...known.filter((one) => isInside(one, address))]) {
      plans.delete(gone);
      queue.forget(gone);
      if (!isOpen(gone)) index.forget(gone);
    }
  }

  const read = (address: string) => files.read(address, named.holds(address) ? treeOf(address)?.folder : undefined);

  /** How the file is to be read is decided when its turn comes, unless it has been decided for this scan. */
  function readingOf(address: string, decided?: Plan): Reading<Found | undefined> {
    return {
      address,
      async read() {
        const plan = decided ?? (await planOf(address));
        const text = plan && (await read(address));
        return plan && text !== undefined ? { plan, text } : undefined;
      },
      take(found) {
        if (isOpen(address)) return;
        if (!found) return forget(address);
        plans.set(address, found.plan);
        index.setClosed(address, factsOf(address, found.text, found.plan));
      },
    };
  }

  async function readAll(readings: readonly Reading<Found | undefined>[], listener: ReadListener): Promise<void> {
    await terraformReady();
    await queue.readAll(readings, listener);
  }

  async function listAll(): Promise<ReadonlySet<string>> {
    return new Set((await Promise.all(trees.map((tree) => tree.list(named.patterns)))).flat());
  }

  /** What the folders hold and has not been read as it is to be read now. */
  async function findUnread(goesOn: () => boolean): Promise<Reading<Found | undefined>[]> {
    reread = new Set();
    const listed = await listAll();
    if (!goesOn()) return [];
    for (const address of [...plans.keys(), ...queue.underWay()])
      if (!listed.has(address) && !reread.has(address)) forget(address);
    const unread: Reading<Found | undefined>[] = [];
    for (const address of listed) {
      await queue.breathe();
      if (isOpen(address)) continue;
      const plan = await planOf(address);
      const before = plans.get(address);
      // What is under way may have been begun under other settings.
      const isBegun = queue.isUnderWay(address);
      if (!plan && (before || isBegun)) forget(address);
      if (plan && (isBegun || before?.format !== plan.format || !sameHints(before.hints, plan.hints)))
        unread.push(readingOf(address, plan));
    }
    return unread;
  }

  async function readNamed(goesOn: () => boolean): Promise<boolean> {
    index.publish();
    const found = namedFilesOf(index.workspaceFor(''));
    if (sameNamedFiles(found, told)) return false;
    named = found;
    for (const [address, { format }] of [...plans]) if (format === 'named' && !found.holds(address)) forget(address);
    const unread = [...(await listAll())].filter((address) => found.holds(address) && !plans.has(address));
    await readAll(
      unread.map((address) => readingOf(address)),
      { goesOn, progressed: () => {} },
    );
    if (!goesOn() || named !== found) return false;
    told = found;
    index.tell(toldFiles(found));
    return true;
  }

  return {
    async scan({ folders, modules }, near, { nearRead, progressed }) {
      const mine = Symbol();
      latestScan = mine;
      const goesOn = () => latestScan === mine && !stopped;
      trees = [...folders.map((folder) => folderTree(folder, files)), ...modules.map((folder) => moduleTree(folder, files))];
      const unread = await findUnread(goesOn);
      if (!goesOn()) return false;
      const nearFolders = new Set(near.map(parentAddress));
      const isNear = ({ address }: { readonly address: string }) => nearFolders.has(parentAddress(address));
      const first = unread.filter(isNear);
      await readAll(first, { goesOn, progressed: (count) => progressed(count, unread.length) });
      if (!goesOn()) return false;
      nearRead();
      const rest = unread.filter((file) => !isNear(file));
      await readAll(rest, { goesOn, progressed: (count) => progressed(first.length + count, unread.length) });
      if (goesOn()) await readNamed(goesOn);
      return goesOn();
    },

    read,

    readNamed: () => readNamed(() => !stopped),

    named: () => named,

    async reread(addresses) {
      const readings: Reading<Found | undefined>[] = [];
      for (const address of await withFolders(addresses)) {
        reread.add(address);
        if (isOpen(address)) continue;
        // What a folder held is forgotten before what it holds is read.
        if (formatOf(address) || named.holds(address)) readings.push(readingOf(address));
        else forget(address);
      }
      await readAll(readings, { goesOn: () => !stopped, progressed: () => {} });
    },

    async admits(address) {
      if (!treeOf(address)) return true;
      return !(await skipped(address)) && !(await settings.hides(address));
    },

    known: () => plans.keys(),

    async list() {
      const found: string[] = [];
      for (const address of await listAll()) {
        await queue.breathe();
        if (await planOf(address)) found.push(address);
      }
      return found;
    },

    stop() {
      stopped = true;
    },

    standBack: queue.standBack,
  };
}

interface Found {
  readonly plan: Plan;
  readonly text: string;
}

/** What decides how a file is read; when it changes, the file is read anew. */
interface Plan {
  readonly format: FormatName | 'named';
  readonly hints: FileHints;
}

/** How many folders are listed together. */
const listedAtOnce = 16;

function factsOf(address: string, text: string, { format, hints }: Plan): readonly Fact[] {
  return format !== 'named' && mayHoldFacts(text, format, address)
    ? summarise(parseSourceFile(address, text, format, undefined, blockMayHoldFacts), hints)
    : textFacts(address, text, format);
}

import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import fc from 'fast-check';
import { summarise } from '../../../src/kinds/facts';
import { readClient } from '../../../src/lsp/clientTraits';
import { createSettingsStore } from '../../../src/lsp/settings/settingsStore';
import { createWorkspaceFiles } from '../../../src/lsp/workspace/workspaceFiles';
import { createWorkspaceIndex } from '../../../src/lsp/workspace/workspaceIndex';
import { formatOf, parseSourceFile } from '../../../src/syntax/sourceFile';
import { prepareTerraform } from '../../../src/syntax/terraform/reading/grammar';

before(prepareTerraform);

const folders = ['file:///one', 'file:///two'];
const names = ['locals.tf', 'members.json', 'more/locals.tf'];
const addresses = folders.flatMap((folder) => names.map((name) => `${folder}/${name}`));

function textOf(address: string, version: number): string {
  const account = `v${version}@example-project.iam.gserviceaccount.com`;
  return address.endsWith('.tf')
    ? `locals {\n  who = "${version}"\n}\n`
    : JSON.stringify([{ preferredMemberKey: { id: account } }]);
}

const settings = [
  {},
  { groupFiles: { 'members.json': 'group:a@example.org' } },
  { groupFiles: { 'members.json': 'group:b@example.org' } },
  { groupFiles: { 'members.json': 'group:a@example.org' }, exclude: ['/locals.tf'] },
];

/** What is outside: the disk, what the user has set and which folders are open. */
interface Outside {
  readonly disk: Map<string, string>;
  readonly open: Map<string, string>;
  set: unknown;
  folders: readonly string[];
}

/** Reads the workspace as a session does. Nothing that it asks the disk for comes back before `finish` says so. */
function createWorld(outside: Outside) {
  const waiting: (() => void)[] = [];
  const running = new Set<Promise<unknown>>();
  const files = {
    list: async (folder: string) => [...outside.disk.keys()].filter((address) => address.startsWith(`${folder}/`)),
    read(address: string): Promise<string | undefined> {
      const text = outside.disk.get(address);
      if (!addresses.includes(address)) return Promise.resolve(text);
      return new Promise((resolve) => waiting.push(() => resolve(text)));
    },
    onChange() {},
  };
  const index = createWorkspaceIndex();
  index.setFolders(outside.folders);
  const client = readClient({
    processId: null,
    rootUri: null,
    capabilities: { workspace: { configuration: true } },
    workspaceFolders: outside.folders.map((uri) => ({ uri, name: uri })),
  });
  const store = createSettingsStore({
    ask: async (items) => items.map(({ section }) => (section === 'leastwise' ? outside.set : null)),
    client,
    folders: index.folders,
    read: files.read,
    log: assert.fail,
  });
  const workspaceFiles = createWorkspaceFiles({
    files,
    settings: store,
    index,
    isOpen: (address) => outside.open.has(address),
    terraformReady: async () => {},
    yieldNow: () => new Promise((resolve) => setImmediate(resolve)),
  });
  const begin = (work: Promise<unknown>) => {
    running.add(work);
    void work.finally(() => running.delete(work));
  };
  return {
    scan: () => begin(workspaceFiles.scan({ folders: index.folders(), modules: [] }, [], { nearRead() {}, progressed() {} })),
    reread: (address: string) => begin(workspaceFiles.reread([address])),
    forgetSettings: store.forget,
    setFolders: index.setFolders,
    async opened(address: string) {
      const group = (await store.of(address)).groupFor(address);
      const text = outside.open.get(address);
      if (text !== undefined) index.setOpen(address, factsOf(address, text, group));
    },
    finish(place: number) {
      waiting.splice(Math.floor(place * waiting.length), 1)[0]?.();
    },
    /** Until all that was begun has ended; what is waited for ends in the order of `places`. */
    async end(places: readonly number[]) {
      for (let turn = 0; running.size > 0; turn++) {
        await soon();
        this.finish(places[turn % places.length] ?? 0);
      }
      index.publish();
    },
    told(): unknown {
      const workspace = index.workspaceFor(addresses[0] ?? '');
      const local = addresses.map((address) => workspace.find('local', `${address.slice(0, address.lastIndexOf('/'))}#who`));
      const members = ['a@example.org', 'b@example.org'].map((group) => workspace.find('membership', group));
      return [local, members].map((all) =>
        all.flat().map(({ name, value, at }) => [name, at.uri, 'member' in value ? value.member : value.root.text]),
      );
    },
  };
}

function factsOf(address: string, text: string, group: string | undefined) {
  return summarise(parseSourceFile(address, text, formatOf(address) ?? 'json'), { group });
}

function soon(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

const place = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const file = fc.constantFrom(...addresses);
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('write' as const), file, version: fc.nat(3) }) },
  fc.record({ kind: fc.constant('remove' as const), file }),
  fc.record({ kind: fc.constant('open' as const), file, version: fc.nat(3) }),
  fc.record({ kind: fc.constant('close' as const), file }),
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('set' as const), to: fc.constantFrom(...settings) }) },
  fc.record({ kind: fc.constant('folders' as const), to: fc.subarray(folders, { minLength: 1 }) }),
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('finish' as const), place }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('wait' as const), turns: fc.integer({ min: 1, max: 6 }) }) },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

async function take(one: Step, outside: Outside, world: ReturnType<typeof createWorld>): Promise<void> {
  switch (one.kind) {
    case 'write':
      outside.disk.set(one.file, textOf(one.file, one.version));
      return world.reread(one.file);
    case 'remove':
      outside.disk.delete(one.file);
      return world.reread(one.file);
    case 'open':
      outside.open.set(one.file, textOf(one.file, one.version));
      return world.opened(one.file);
    case 'close':
      if (outside.open.delete(one.file)) world.reread(one.file);
      return;
    case 'set':
      outside.set = one.to;
      world.forgetSettings();
      for (const address of outside.open.keys()) await world.opened(address);
      return world.scan();
    case 'folders':
      outside.folders = one.to;
      world.setFolders(one.to);
      world.forgetSettings();
      for (const address of outside.open.keys()) await world.opened(address);
      return world.scan();
    case 'finish':
      return world.finish(one.place);
    case 'wait':
      for (let turn = 0; turn < one.turns; turn++) await soon();
  }
}

test('in whatever order files are read, what is known in the end is what a fresh start knows', async () => {
  const input = fc.tuple(fc.array(step, { maxLength: 30 }), fc.array(place, { minLength: 1, maxLength: 20 }));
  await fc.assert(
    fc.asyncProperty(input, async ([steps, places]) => {
      const outside: Outside = {
        disk: new Map(addresses.map((address) => [address, textOf(address, 0)])),
        open: new Map(),
        set: {},
        folders,
      };
      const world = createWorld(outside);
      world.scan();
      for (const one of steps) await take(one, outside, world);
      await world.end(places);
      const fresh = createWorld(outside);
      for (const address of outside.open.keys()) await fresh.opened(address);
      fresh.scan();
      await fresh.end([0]);
      assert.deepEqual(world.told(), fresh.told());
    }),
    { numRuns: 300 },
  );
});

test('of two readings of a file, the one that was begun last counts, whichever comes back first', async () => {
  const [address = ''] = addresses;
  for (const order of [
    [0, 0],
    [0.9, 0],
  ]) {
    const outside: Outside = { disk: new Map(), open: new Map(), set: {}, folders };
    const world = createWorld(outside);
    world.scan();
    await world.end([0]);
    for (const version of [1, 2]) {
      outside.disk.set(address, textOf(address, version));
      world.reread(address);
      for (let turn = 0; turn < 5; turn++) await soon();
    }
    await world.end(order);
    assert.match(JSON.stringify(world.told()), /who = \\"2\\"/);
  }
});

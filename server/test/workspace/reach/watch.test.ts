import assert from 'node:assert/strict';
import { test } from 'node:test';
import { collectFacts } from '../../../src/cli/facts';
import { lend } from '../../../src/lint/asked';
import { readSettings } from '../../../src/lint/settings/settings';
import { createWorkspaceIndex } from '../../../src/lsp/workspace/workspaceIndex';
import { formatOf, parseSourceFile } from '../../../src/syntax/sourceFile';
import { createRelationKeeper } from '../../../src/workspace/index/reach/relations';
import { join, type Workspace, watch } from '../../../src/workspace/index/workspace';
import fc from '../../fastCheck';
import { edgesOf, searched } from './edges';

/** The same edges, kept or joined anew: whoever answers, the answers are compared. */
function* workspacesOf(before: readonly string[], after: readonly string[]): Generator<[Workspace, Workspace]> {
  const [one, other] = [edgesOf('one', ...before), edgesOf('one', ...after)];
  yield [join([one], true), join([other], true)];
  const keeper = createRelationKeeper();
  keeper.set('one', one);
  const first = join([one], true, keeper.relations());
  keeper.set('one', other);
  yield [first, join([other], true, keeper.relations())];
  const index = createWorkspaceIndex();
  index.setFolders(['file:///']);
  index.setOpen('file:///one', one);
  const opened = index.workspaceFor('file:///one');
  index.setOpen('file:///one', other);
  yield [opened, index.workspaceFor('file:///one')];
}

for (const [before, after, from, to, agrees] of [
  [['a>b'], ['a>b'], 'a', undefined, true],
  [['a>b'], ['a>c'], 'a', undefined, false],
  [['a>b'], ['a>b', 'b>c'], 'a', undefined, false],
  [['a>b', 'x>y'], ['a>b'], 'a', undefined, true],
  // Other facts, the same answer.
  [['a>b', 'b>c'], ['a>b', 'b>c', 'a>c'], 'a', undefined, true],
  [['a>b', 'b>c', 'a>c'], ['a>c', 'c>b'], 'a', undefined, true],
  [['a>b', 'b>a'], ['a>b', 'b>a', 'a>a'], 'a', undefined, true],
  // The path is asked for besides.
  [['a>b', 'b>c'], ['a>b', 'b>c', 'a>c'], 'a', 'c', false],
  [['a>b', 'b>c'], ['a>b', 'b>c', 'a>c'], 'a', 'b', true],
  [['a>c', 'c>d'], ['a>c', 'c>d', 'a>b', 'b>d'], 'a', 'd', false],
  [['a>b', 'b>d'], ['a>b', 'b>d', 'z>d'], 'a', 'd', true],
  [['a>b', 'b>d', 'a>c', 'c>d'], ['a>c', 'c>d', 'd>b'], 'a', 'd', false],
  [['a>b'], ['a>b', 'b>b'], 'a', 'z', true],
] as const) {
  const asked = to === undefined ? `what ${from} reaches` : `the path from ${from} to ${to}`;
  test(`who asked ${asked} is${agrees ? ' not' : ''} told anew when ${before.join(' ')} becomes ${after.join(' ')}`, () => {
    for (const [old, fresh] of workspacesOf(before, after)) {
      const watched = watch(old);
      const reached = watched.reach('leads', from);
      if (to !== undefined) reached.pathTo(to);
      assert.equal(watched.agreesWith(old), true);
      assert.equal(watched.agreesWith(fresh), agrees);
      // Who holds the old one goes on seeing it as it was.
      assert.deepEqual(watched.reach('leads', from).names(), [...searched(before, from).keys()].sort());
    }
  });
}

test('what is lent answers until it is taken back', () => {
  const lent = lend(join([edgesOf('one', 'a>b')], true));
  assert.deepEqual(lent.workspace.reach('leads', 'a').names(), ['b']);
  lent.takeBack();
  assert.deepEqual(lent.workspace.reach('leads', 'a').names(), []);
});

const names = ['one', 'two', 'three'];
const edges = fc.array(
  fc.tuple(fc.constantFrom(...'abcde'), fc.constantFrom(...'abcde')).map((ends) => ends.join('>')),
  { maxLength: 6 },
);
const events = fc.array(
  fc.record({
    which: fc.constantFrom(...names),
    what: fc.constantFrom('open', 'open', 'close', 'closed', 'forget', 'publish'),
    edges,
  }),
  { minLength: 1, maxLength: 15 },
);

test('what the index of the server reaches is what a fresh join of the same files does, whatever is open', () => {
  fc.assert(
    fc.property(events, (all) => {
      const index = createWorkspaceIndex();
      index.setFolders(['file:///']);
      const closed = new Map<string, readonly string[]>();
      const open = new Map<string, readonly string[]>();
      let published = new Map<string, readonly string[]>();
      for (const { which, what, edges: told } of all) {
        const address = `file:///${which}`;
        if (what === 'open') {
          index.setOpen(address, edgesOf(which, ...told));
          open.set(which, told);
        } else if (what === 'close' || what === 'closed') {
          index.setClosed(address, edgesOf(which, ...told));
          closed.set(which, told);
          open.delete(which);
        } else if (what === 'forget') {
          index.forget(address);
          closed.delete(which);
          open.delete(which);
        } else {
          index.publish();
          published = new Map(closed);
        }
        const now = [...new Map([...published, ...open]).values()].flat();
        const workspace = index.workspaceFor('file:///one');
        for (const node of 'abcde')
          assert.deepEqual(workspace.reach('leads', node).names(), [...searched(now, node).keys()].sort(), now.join(' '));
      }
    }),
    { numRuns: 300 },
  );
});

test('only who reaches something else is told anew', () => {
  // Forty chains of five; the last but one link of one of them is cut.
  const chain = (number: number) => [...'abcd'].map((node, at) => `${node}${number}>${'bcde'[at]}${number}`);
  const index = createWorkspaceIndex();
  index.setFolders(['file:///']);
  for (let number = 0; number < 40; number++) index.setClosed(`file:///${number}`, edgesOf(String(number), ...chain(number)));
  index.publish();
  index.completed();
  const before = index.workspaceFor('file:///x');
  const askers = Array.from({ length: 200 }, (_, at) => {
    const watched = watch(before);
    watched.reach('leads', `${'abcde'[at % 5]}${Math.floor(at / 5)}`);
    return watched;
  });
  index.setOpen('file:///7', edgesOf('7', ...chain(7).filter((edge) => !edge.startsWith('c'))));
  const after = index.workspaceFor('file:///x');
  assert.equal(askers.filter((asker) => !asker.agreesWith(after)).length, 3, 'a7, b7 and c7');
});

test('the command line follows edges over all files, and again when one of them is written anew', () => {
  const level = (id: string, required: string) =>
    JSON.stringify({
      name: `accessPolicies/1/accessLevels/${id}`,
      title: id,
      basic: { conditions: [{ requiredAccessLevels: [`accessPolicies/1/accessLevels/${required}`] }] },
    });
  const facts = collectFacts(() => readSettings({ client: {}, folder: 'file:///' }).settings, true);
  facts.add('/a.json', level('a', 'b'));
  facts.add('/b.json', level('b', 'c'));
  const name = (id: string) => `accessPolicies/1/accessLevels/${id}`;
  const before = facts.workspace();
  assert.ok(before.reach('gcp.accessLevel.requires', name('a')).has(name('c')));
  const uri = 'file:///b.json';
  facts.update('/b.json', parseSourceFile(uri, level('b', 'd'), formatOf(uri) ?? 'json'));
  const after = facts.workspace().reach('gcp.accessLevel.requires', name('a'));
  assert.deepEqual([after.has(name('c')), after.has(name('d'))], [false, true]);
  assert.ok(before.reach('gcp.accessLevel.requires', name('a')).has(name('c')));
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createRelationKeeper, type Reached, type Relations } from '../../../src/workspace/index/reach/relations';
import fc from '../../fastCheck';
import { edgesOf, searched } from './edges';

const nodes = [...'abcdefgh'];

/** What is reached, each with its path. */
function told(reached: Reached): Readonly<Record<string, string>> {
  return Object.fromEntries(reached.names().map((node) => [node, (reached.pathTo(node) ?? []).join('')]));
}

function expected(edges: Iterable<string>, from: string): Readonly<Record<string, string>> {
  const found = [...searched(edges, from)].sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(found.map(([node, way]) => [node, way.join('')]));
}

function relationsOf(...edges: readonly string[]): Relations {
  const keeper = createRelationKeeper();
  keeper.set('one', edgesOf('one', ...edges));
  return keeper.relations();
}

for (const [edges, from, answer] of [
  [[], 'a', {}],
  [['a>b'], 'a', { b: 'ab' }],
  [['a>b'], 'b', {}],
  [['a>a'], 'a', { a: 'aa' }],
  [['a>b', 'b>c', 'c>d'], 'b', { c: 'bc', d: 'bcd' }],
  [['a>b', 'b>c', 'a>c'], 'a', { b: 'ab', c: 'ac' }],
  [['a>b', 'b>a'], 'a', { a: 'aba', b: 'ab' }],
  [['a>b', 'b>c', 'c>b'], 'a', { b: 'ab', c: 'abc' }],
  [['a>c', 'c>d', 'a>b', 'b>d'], 'a', { b: 'ab', c: 'ac', d: 'abd' }],
  [['a>b', 'b>c', 'c>a', 'c>d', 'd>e', 'e>d'], 'b', { a: 'bca', b: 'bcab', c: 'bc', d: 'bcd', e: 'bcde' }],
  [['a>b', 'c>d'], 'z', {}],
] as const) {
  test(`over ${edges.join(' ') || 'no edges'} ${from} reaches ${JSON.stringify(answer)}`, () => {
    for (const order of [edges, [...edges].reverse()]) {
      const reached = relationsOf(...order).reach('leads', from);
      assert.deepEqual(told(reached), answer);
      for (const node of nodes) assert.equal(reached.has(node), node in answer, node);
      for (const node of nodes) if (!(node in answer)) assert.equal(reached.pathTo(node), undefined);
    }
    assert.deepEqual(told(relationsOf(...edges).reach('other', from)), {});
  });
}

const edge = fc.tuple(fc.constantFrom(...nodes), fc.constantFrom(...nodes)).map((ends) => ends.join('>'));

/** What three files tell, again and again. */
const edits = fc.array(fc.record({ file: fc.constantFrom('one', 'two', 'three'), edges: fc.array(edge, { maxLength: 9 }) }), {
  minLength: 1,
  maxLength: 12,
});

/** Small ones too, so that sets are no longer kept at some point. */
const limits = fc.constantFrom(16_384, 5);

test('after each edit every answer is that of a search, and who holds an older version goes on seeing that one', () => {
  fc.assert(
    fc.property(edits, limits, fc.boolean(), (all, mostNodes, asksAlways) => {
      const keeper = createRelationKeeper(mostNodes);
      const files = new Map<string, readonly string[]>();
      const versions: { relations: Relations; edges: ReadonlySet<string> }[] = [];
      for (const [step, { file, edges }] of all.entries()) {
        files.set(file, edges);
        keeper.set(file, edgesOf(file, ...edges));
        // Several edits may come together.
        if (!asksAlways && step % 3 === 1) continue;
        versions.push({ relations: keeper.relations(), edges: new Set([...files.values()].flat()) });
        const now = versions.at(-1);
        if (now && step % 2 === 0) same(now);
      }
      for (const version of versions) same(version);
    }),
    { numRuns: 300 },
  );
});

function same({ relations, edges }: { readonly relations: Relations; readonly edges: ReadonlySet<string> }): void {
  for (const node of nodes) assert.deepEqual(told(relations.reach('leads', node)), expected(edges, node), [...edges].join(' '));
}

test('an answer that stays is the same object; one that changes is another, whatever edges changed on the way', () => {
  fc.assert(
    fc.property(edits, (all) => {
      const keeper = createRelationKeeper();
      const files = new Map<string, readonly string[]>();
      let before: Relations | undefined;
      let edgesBefore: readonly string[] = [];
      for (const { file, edges } of all) {
        files.set(file, edges);
        keeper.set(file, edgesOf(file, ...edges));
        const now = keeper.relations();
        const edgesNow = [...files.values()].flat();
        for (const node of nodes) {
          const [old, fresh] = [searched(edgesBefore, node), searched(edgesNow, node)];
          if (!before || (old.size === 0 && fresh.size === 0)) continue;
          const isSame = old.size === fresh.size && [...old.keys()].every((one) => fresh.has(one));
          assert.equal(before.reach('leads', node).nodes === now.reach('leads', node).nodes, isSame, node);
        }
        [before, edgesBefore] = [now, edgesNow];
      }
    }),
    { numRuns: 200 },
  );
});

test('forward and back again gives the first answers, and the order in which files are told decides nothing', () => {
  fc.assert(
    fc.property(edits, (all) => {
      const last = new Map(all.map(({ file, edges }) => [file, edges]));
      const first = ['a>b', 'b>c', 'c>a', 'd>e'];
      const keeper = createRelationKeeper();
      keeper.set('first', edgesOf('first', ...first));
      keeper.relations();
      for (const { file, edges } of all) {
        keeper.set(file, edgesOf(file, ...edges));
        keeper.relations();
      }
      const turned = createRelationKeeper();
      for (const [file, edges] of [...last].reverse()) turned.set(file, edgesOf(file, ...edges));
      turned.set('first', edgesOf('first', ...first));
      for (const node of nodes)
        assert.deepEqual(told(keeper.relations().reach('leads', node)), told(turned.relations().reach('leads', node)));
      for (const file of last.keys()) keeper.set(file, []);
      for (const node of nodes) assert.deepEqual(told(keeper.relations().reach('leads', node)), expected(first, node));
    }),
    { numRuns: 200 },
  );
});

test('names that come and go leave nothing behind, and no answer is taken for another’s', () => {
  const keeper = createRelationKeeper();
  keeper.set('rest', edgesOf('rest', 'a>b', 'b>c'));
  const first = keeper.relations().reach('leads', 'a').nodes;
  for (let typed = 0; typed < 5_000; typed++) {
    keeper.set('typed', edgesOf('typed', `c>typed${typed}`));
    const { nodes: now } = keeper.relations().reach('leads', 'a');
    if (typed % 500 === 0) assert.deepEqual(keeper.relations().reach('leads', 'a').names(), ['b', 'c', `typed${typed}`]);
    assert.ok(now.numbering.names.length < 2_100, 'the nodes that are gone have no numbers any more');
  }
  keeper.set('typed', []);
  const last = keeper.relations().reach('leads', 'a');
  assert.deepEqual(last.names(), ['b', 'c']);
  assert.notEqual(last.nodes, first);
});

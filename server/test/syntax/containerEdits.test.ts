import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { groupEdits, holderOf } from '../../src/syntax/edits/containerEdits';
import type { Entry, MappingNode, ScalarNode, SequenceNode } from '../../src/syntax/tree';
import type { TreeEdit } from '../../src/syntax/treeEdit';

const shared = scalar(10, 'shared');
const list = sequence(5, [scalar(6, 'one'), scalar(8, 'two'), shared, shared]);
const inner = mapping(20, [entry(21, 'x', list)]);
const locked: MappingNode = { ...mapping(40, [entry(41, 'y', scalar(44, 'three'))]), editable: false };
const root = mapping(0, [entry(1, 'list', list), entry(15, 'inner', inner), entry(38, 'locked', locked)]);
const whole = { node: root, broken: false, text: '', comments: [] };
const [first, second] = list.items;
const [listEntry, innerEntry] = root.entries;
const lockedEntry = locked.entries[0];
assert(first && second && listEntry && innerEntry && lockedEntry);

describe('edits of a tree, grouped by container', () => {
  it('come together at their place', () => {
    const grouped = groupEdits(whole, [
      { kind: 'insert', into: list, at: 1, values: ['a'] },
      { kind: 'remove', from: list, item: first },
      { kind: 'insert', into: list, at: 1, values: ['b', 'c'] },
      { kind: 'set', in: root, key: 'new', to: 1 },
      { kind: 'set', in: root, key: 'locked', to: 2 },
      { kind: 'rename', entry: listEntry, to: 'items' },
    ]);
    assert.deepEqual(grouped?.sequences.get(list)?.inserted.get(1), ['a', 'b', 'c']);
    assert.deepEqual([...(grouped?.sequences.get(list)?.removed ?? [])], [0]);
    assert.deepEqual(grouped?.mappings.get(root)?.added, [{ key: 'new', value: 1 }]);
    assert.deepEqual(grouped?.replaced.get(locked), { by: 2, in: root });
    assert.equal(grouped?.renamed.get(listEntry), 'items');
  });

  it('may take an entry and rename another', () => {
    const edits: TreeEdit[] = [
      { kind: 'remove', from: root, entry: innerEntry },
      { kind: 'rename', entry: listEntry, to: 'x' },
    ];
    assert(groupEdits(whole, edits));
  });

  const conflicts: Record<string, readonly TreeEdit[]> = {
    'remove one item twice': twice({ kind: 'remove', from: list, item: first }),
    'remove one entry twice': twice({ kind: 'remove', from: root, entry: innerEntry }),
    'remove and replace': [
      { kind: 'remove', from: list, item: first },
      { kind: 'replace', node: first, by: 1 },
    ],
    'remove and set': [
      { kind: 'remove', from: root, entry: innerEntry },
      { kind: 'set', in: root, key: 'inner', to: 1 },
    ],
    'remove and rename': [
      { kind: 'remove', from: root, entry: innerEntry },
      { kind: 'rename', entry: innerEntry, to: 'x' },
    ],
    'rename twice': [
      { kind: 'rename', entry: innerEntry, to: 'x' },
      { kind: 'rename', entry: innerEntry, to: 'y' },
    ],
    'change what goes': [
      { kind: 'remove', from: root, entry: innerEntry },
      { kind: 'set', in: inner, key: 'z', to: 1 },
    ],
    'change below what is replaced': [
      { kind: 'set', in: root, key: 'inner', to: 1 },
      { kind: 'remove', from: list, item: first },
    ],
    'take the block away and change it': [{ kind: 'removeBlock' }, { kind: 'set', in: root, key: 'z', to: 1 }],
    'take the block away twice': twice({ kind: 'removeBlock' }),
    'remove an item that stands there twice': [{ kind: 'remove', from: list, item: shared }],
    'speak of a strange item': [{ kind: 'remove', from: list, item: scalar(6, 'one') }],
    'speak of a strange entry': [{ kind: 'remove', from: inner, entry: innerEntry }],
    'replace a strange node': [{ kind: 'replace', node: scalar(6, 'one'), by: 1 }],
    'insert at half an index': [{ kind: 'insert', into: list, at: 0.5, values: [1] }],
    'add to what is locked': [{ kind: 'set', in: locked, key: 'z', to: 1 }],
    'remove from what is locked': [{ kind: 'remove', from: locked, entry: lockedEntry }],
    'replace in what is locked': [{ kind: 'replace', node: lockedEntry.value, by: 1 }],
    'set in what is locked': [{ kind: 'set', in: locked, key: 'y', to: 1 }],
    'rename in what is locked': [{ kind: 'rename', entry: lockedEntry, to: 'z' }],
  };
  for (const [what, edits] of Object.entries(conflicts)) {
    it(`can't ${what}`, () => assert.equal(groupEdits(whole, edits), undefined));
  }

  it('finds the container of a node', () => {
    assert.equal(holderOf(root, second), list);
    assert.equal(holderOf(root, root), undefined);
  });
});

function twice(edit: TreeEdit): readonly TreeEdit[] {
  return [edit, edit];
}

function scalar(start: number, value: string): ScalarNode {
  return { kind: 'scalar', range: { start, end: start + 1 }, value };
}

function entry(start: number, key: string, value: Entry['value']): Entry {
  return { key, keyRange: { start, end: start + 1 }, value, range: { start, end: value.range.end } };
}

function mapping(start: number, entries: readonly Entry[]): MappingNode {
  return { kind: 'mapping', range: { start, end: 100 }, entries, complete: true, editable: true };
}

function sequence(start: number, items: SequenceNode['items']): SequenceNode {
  return { kind: 'sequence', range: { start, end: 14 }, items, complete: true, editable: true };
}

import type { GroupedEdits } from '../../edits/containerEdits';
import { editedMeaning } from '../../edits/stringEdits';
import type { Root } from '../../format';
import { isString, type MappingNode, type SequenceNode, type SyntaxNode } from '../../tree';
import { type Copy, copiedNode, expressionText, type Value } from '../../treeEdit';

type ChangedNodes = Pick<GroupedEdits, 'mappings' | 'sequences' | 'replaced' | 'renamed' | 'strings'>;

/** Whether a document means what another means once the edits are true. Aliases are followed, each pair of nodes once. */
export function meansEdited(before: Root, edits: ChangedNodes, after: Root): boolean {
  const compared = new Map<SyntaxNode, Set<SyntaxNode>>();
  return sameNode(before.node, after.node);

  function sameNode(node: SyntaxNode, actual: SyntaxNode): boolean {
    // What was taken over from before stands before the first edit.
    if (node === actual) return true;
    const replacement = edits.replaced.get(node);
    if (replacement) return sameValue(replacement.by, actual);
    const partners = compared.get(node) ?? new Set();
    if (partners.has(actual)) return true;
    compared.set(node, partners.add(actual));
    if (node.kind === 'mapping') return actual.kind === 'mapping' && sameCompleteness(node, actual) && sameEntries(node, actual);
    if (node.kind === 'sequence') return actual.kind === 'sequence' && sameCompleteness(node, actual) && sameItems(node, actual);
    return sameLeaf(node, actual);
  }

  function sameEntries(mapping: MappingNode, actual: MappingNode): boolean {
    const change = edits.mappings.get(mapping);
    const kept = mapping.entries.filter((entry) => !change?.removed.has(entry));
    const added = change?.added ?? [];
    return (
      actual.entries.length === kept.length + added.length &&
      actual.entries.every(({ key, value }, index) => {
        const old = kept[index];
        if (old) return key === (edits.renamed.get(old) ?? old.key) && sameNode(old.value, value);
        const entry = added[index - kept.length];
        return entry !== undefined && key === entry.key && sameValue(entry.value, value);
      })
    );
  }

  function sameItems(sequence: SequenceNode, actual: SequenceNode): boolean {
    const change = edits.sequences.get(sequence);
    const insertedAt = (index: number) =>
      (change?.inserted.get(index) ?? []).map((value) => (item: SyntaxNode) => sameValue(value, item));
    const expected = sequence.items.flatMap((item, index) => [
      ...insertedAt(index),
      ...(change?.removed.has(index) ? [] : [(one: SyntaxNode) => sameNode(item, one)]),
    ]);
    expected.push(...insertedAt(sequence.items.length));
    return actual.items.length === expected.length && actual.items.every((item, index) => expected[index]?.(item) === true);
  }

  function sameValue(value: Value, actual: SyntaxNode): boolean {
    if (typeof value !== 'object' || value === null) return actual.kind === 'scalar' && Object.is(actual.value, value);
    if (expressionText in value) return false;
    if (copiedNode in value)
      return meansEdited({ ...before, node: (value as Copy)[copiedNode] }, noEdits, { ...after, node: actual });
    if (Array.isArray(value)) {
      return (
        actual.kind === 'sequence' &&
        actual.items.length === value.length &&
        actual.items.every((item, index) => sameValue(value[index] ?? null, item))
      );
    }
    const entries = Object.entries(value as { readonly [key: string]: Value });
    return (
      actual.kind === 'mapping' &&
      actual.entries.length === entries.length &&
      entries.every(([key, inner], index) => {
        const entry = actual.entries[index];
        return entry !== undefined && entry.key === key && sameValue(inner, entry.value);
      })
    );
  }

  /** What is opaque can only be compared as text. */
  function sameLeaf(node: SyntaxNode, actual: SyntaxNode): boolean {
    const inside = isString(node) ? edits.strings.get(node) : undefined;
    if (inside && isString(node)) return actual.kind === 'scalar' && actual.value === editedMeaning(node, inside);
    if (node.kind === 'scalar') return actual.kind === 'scalar' && Object.is(node.value, actual.value);
    const shown = (root: Root, { range }: SyntaxNode) => root.text.slice(range.start, range.end).replace(/\s+/g, ' ');
    return node.kind === actual.kind && shown(before, node) === shown(after, actual);
  }
}

/** An edit may heal what was incomplete, never the other way round. */
function sameCompleteness(node: MappingNode | SequenceNode, actual: MappingNode | SequenceNode): boolean {
  return actual.complete || !node.complete;
}

const noEdits: ChangedNodes = {
  mappings: new Map(),
  sequences: new Map(),
  replaced: new Map(),
  renamed: new Map(),
  strings: new Map(),
};

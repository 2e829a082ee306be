import assert from 'node:assert/strict';
import { type Entry, entryOf, type MappingNode, type SequenceNode, type SyntaxNode } from '../../src/syntax/tree';

/** The node to which keys and indices lead. */
export function nodeAt(root: SyntaxNode, ...path: readonly (string | number)[]): SyntaxNode {
  return path.reduce((node, step) => {
    const next = typeof step === 'number' ? sequence(node).items[step] : entryOf(mapping(node), step)?.value;
    assert(next, `nothing at ${step}`);
    return next;
  }, root);
}

export function mappingAt(root: SyntaxNode, ...path: readonly (string | number)[]): MappingNode {
  return mapping(nodeAt(root, ...path));
}

export function sequenceAt(root: SyntaxNode, ...path: readonly (string | number)[]): SequenceNode {
  return sequence(nodeAt(root, ...path));
}

export function entryAt(root: SyntaxNode, ...path: readonly [...(string | number)[], string]): Entry {
  const entry = entryOf(mappingAt(root, ...path.slice(0, -1)), String(path.at(-1)));
  assert(entry);
  return entry;
}

function mapping(node: SyntaxNode): MappingNode {
  assert(node.kind === 'mapping', `a ${node.kind}`);
  return node;
}

function sequence(node: SyntaxNode): SequenceNode {
  assert(node.kind === 'sequence', `a ${node.kind}`);
  return node;
}

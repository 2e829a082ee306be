import { isAlias, isMap, isNode, isScalar, isSeq, type Node } from 'yaml';
import { readDocument } from './reading/readDocument';

/** What a document holds before anybody says what its scalars mean. Aliases are the very node that they stand for. */
export type PlainNode =
  | { readonly kind: 'scalar'; readonly text: string; readonly isQuoted: boolean; readonly tag: string | undefined }
  | { readonly kind: 'sequence'; readonly items: readonly PlainNode[]; readonly tag: string | undefined }
  | {
      readonly kind: 'mapping';
      readonly entries: readonly { readonly key: PlainNode; readonly value: PlainNode }[];
      readonly tag: string | undefined;
    };

/** The one document of a text; undefined for a syntax error, for several documents and for an alias without its anchor. */
export function plainTree(text: string): PlainNode | 'tooDeep' | undefined {
  const read = readDocument(text);
  if (read === 'tooDeep' || (read && read.tooDeep.size > 0)) return 'tooDeep';
  if (!read || read.broken) return undefined;
  return plainNode(read.document.contents, new Map());
}

const empty: PlainNode = { kind: 'scalar', text: '', isQuoted: false, tag: undefined };

function plainNode(node: unknown, anchors: Map<string, PlainNode>): PlainNode | undefined {
  if (!isNode(node)) return empty;
  if (isAlias(node)) return anchors.get(node.source);
  const plain = ownNode(node, anchors);
  // Only now, so that nothing holds itself.
  if (node.anchor && plain) anchors.set(node.anchor, plain);
  return plain;
}

function ownNode(node: Exclude<Node, { readonly source: string }>, anchors: Map<string, PlainNode>): PlainNode | undefined {
  const { tag } = node;
  if (isScalar(node)) return { kind: 'scalar', text: node.source ?? '', isQuoted: /^(QUOTE|BLOCK)/.test(node.type ?? ''), tag };
  if (isSeq(node)) {
    const items = node.items.map((item) => plainNode(item, anchors));
    return items.every((item) => item !== undefined) ? { kind: 'sequence', items, tag } : undefined;
  }
  if (!isMap(node)) return undefined;
  const entries: { readonly key: PlainNode; readonly value: PlainNode }[] = [];
  for (const pair of node.items) {
    const key = plainNode(pair.key, anchors);
    const value = key && plainNode(pair.value, anchors);
    if (!value) return undefined;
    entries.push({ key, value });
  }
  return { kind: 'mapping', entries, tag };
}

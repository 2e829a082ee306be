import { isAlias, isMap, isNode, isScalar, isSeq, type Node, type Scalar } from 'yaml';
import { readDocument } from './reading/readDocument';

/** What a document holds before anybody says what its scalars mean. Aliases are the very node that they stand for. */
export type PlainNode =
  | {
      readonly kind: 'scalar';
      readonly text: string;
      readonly style: 'plain' | 'quoted' | 'block';
      readonly tag: string | undefined;
    }
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
  // Comments alone are no document.
  if (read.token.value === undefined && read.token.start.every(({ type }) => type !== 'doc-start')) return undefined;
  return plainNode(read.document.contents, { text, anchors: new Map() });
}

interface Reading {
  readonly text: string;
  readonly anchors: Map<string, PlainNode>;
}

const empty: PlainNode = { kind: 'scalar', text: '', style: 'plain', tag: undefined };

function plainNode(node: unknown, reading: Reading): PlainNode | undefined {
  if (!isNode(node)) return empty;
  if (isAlias(node)) return reading.anchors.get(node.source);
  const plain = ownNode(node, reading);
  // Only now, so that nothing holds itself.
  if (node.anchor && plain) reading.anchors.set(node.anchor, plain);
  return plain;
}

function ownNode(node: Exclude<Node, { readonly source: string }>, reading: Reading): PlainNode | undefined {
  const { tag } = node;
  if (isScalar(node)) return { kind: 'scalar', text: scalarText(node, reading.text), style: styleOf(node.type), tag };
  if (isSeq(node)) {
    const items = node.items.map((item) => plainNode(item, reading));
    return items.every((item) => item !== undefined) ? { kind: 'sequence', items, tag } : undefined;
  }
  if (!isMap(node)) return undefined;
  const entries: { readonly key: PlainNode; readonly value: PlainNode }[] = [];
  for (const pair of node.items) {
    const key = plainNode(pair.key, reading);
    const value = key && plainNode(pair.value, reading);
    if (!value) return undefined;
    entries.push({ key, value });
  }
  return { kind: 'mapping', entries, tag };
}

function styleOf(type: string | undefined): 'plain' | 'quoted' | 'block' {
  if (type?.startsWith('QUOTE')) return 'quoted';
  return type?.startsWith('BLOCK') ? 'block' : 'plain';
}

/** A block that the text ends in has the line end that the text has: none, if it has none. */
function scalarText({ source = '', type, range }: Scalar, text: string): string {
  const isLast = type?.startsWith('BLOCK') && range?.[1] === text.length && !text.endsWith('\n');
  return isLast ? source.replace(/\n$/, '') : source;
}

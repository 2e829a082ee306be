import { entryOf, type MappingNode, type SyntaxNode } from '../../../syntax/tree';
import type { Recognition, Where } from '../../kind';
import type { AuthoritativeList } from './policy';
import { itemShapes, requests } from './shape';

type Of = AuthoritativeList['of'];

/** A list of whole levels or perimeters as a whole document: bare as gcloud takes it, or the body of a request. */
export function recogniseList(node: SyntaxNode, { root, isWhole, embedded, typedKey }: Where): Recognition | undefined {
  if (!isWhole || embedded || !mayHoldList(root.text)) return undefined;
  const items = node.kind === 'sequence' ? node.items : node.kind === 'mapping' ? itemsOfRequest(node, typedKey) : undefined;
  const of = items && kindOfItems(items);
  const may = of ?? (items && mayBeKindOfItems(items));
  if (!may) return undefined;
  const sure = of !== undefined && (node.kind === 'sequence' || itemsOfRequest(node) !== undefined);
  return node.kind === 'sequence'
    ? { takes: 'objects', shape: itemShapes[may], sure }
    : { takes: 'object', shape: requests[may], sure };
}

/** Quick, for texts of any length. */
export function mayHoldList(text: string): boolean {
  return text.includes('accessPolicies/');
}

/** The list in the body of `replaceAll`; a page of a listing looks the same but for its token. */
export function itemsOfRequest(node: SyntaxNode, typedKey?: string): readonly SyntaxNode[] | undefined {
  if (node.kind !== 'mapping' || node.entries.some(({ key }) => key !== typedKey && !requestFields.has(key))) return undefined;
  const value = listEntry(node)?.value;
  return value?.kind === 'sequence' ? value.items : undefined;
}

/** The entry of a request that holds the list. */
export function listEntry(node: MappingNode) {
  return entryOf(node, 'accessLevels') ?? entryOf(node, 'servicePerimeters');
}

/** Every item is named as one of an access policy. */
export function kindOfItems(items: readonly SyntaxNode[]): Of | undefined {
  // A listing of names and titles replaces nothing.
  if (!items.some((item) => item.kind === 'mapping' && item.entries.some(({ key }) => contents.has(key)))) return undefined;
  return only(items.map(kindOf));
}

/** Half-typed: what has no name yet, or nothing but one. */
function mayBeKindOfItems(items: readonly SyntaxNode[]): Of | undefined {
  return only(items.filter((item) => item.kind === 'mapping' && entryOf(item, 'name')).map(kindOf));
}

function only(kinds: readonly (Of | undefined)[]): Of | undefined {
  const [one] = kinds;
  return kinds.every((kind) => kind === one) ? one : undefined;
}

function kindOf(item: SyntaxNode): Of | undefined {
  const name = item.kind === 'mapping' ? entryOf(item, 'name')?.value : undefined;
  const [, kind] =
    (name?.kind === 'scalar' && /^accessPolicies\/[^/]+\/(accessLevels|servicePerimeters)\//.exec(String(name.value))) || [];
  if (kind === 'accessLevels') return 'levels';
  return kind === 'servicePerimeters' ? 'perimeters' : undefined;
}

const contents: ReadonlySet<string> = new Set(['basic', 'custom', 'perimeterType', 'spec', 'status']);

const requestFields: ReadonlySet<string> = new Set(['accessLevels', 'servicePerimeters', 'etag', 'parent']);

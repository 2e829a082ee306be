import type { Root } from '../../../syntax/format';
import { itemsIn } from '../../../syntax/list/listItems';
import { type Entry, entryOf, type MappingNode, type SyntaxNode } from '../../../syntax/tree';
import { shift, type TextRange } from '../../../text/range';
import { terraformResources } from '../../../workspace/terraform/resources';
import { rest, terraform } from '../../dialect';
import type { Kind } from '../../kind';
import type { Policy } from '../../policy';
import { isForeign, ownPlace } from '../../reading/roots';
import { words } from './words';

/** A list that replaces all levels or perimeters of an access policy: what it leaves out is deleted. */
export interface AuthoritativeList extends Policy {
  readonly kind: 'gcp.authoritativeList';
  readonly of: 'levels' | 'perimeters';
  /** `file`: what `replace-all` and `replaceAll` take. */
  readonly form: 'resource' | 'file';
  /** What is marked: the block's header, the list's key, or the first key of a bare list. */
  readonly anchor: TextRange;
}

const authoritativeList: Kind<AuthoritativeList> = {
  id: 'gcp.authoritativeList',
  words,
  name: () => 'it',
  // What is said of the list is marked at its first item, whichever that is.
  namesOf: () => [],
  read(root, { uri }) {
    const found = terraformResources(root, uri).flatMap((resource) => {
      const of = resource.mode === 'resource' ? resourceTypes.get(resource.type) : undefined;
      const place = ownPlace(root, uri, resource);
      return of
        ? [{ ...base, node: resource.body, place, dialect: terraform, of, form: 'resource', anchor: resource.anchor } as const]
        : [];
    });
    if (found.length > 0) return found;
    const list = listIn(root);
    return list ? [{ ...base, node: root.node, place: ownPlace(root, uri), dialect: rest, form: 'file', ...list }] : [];
  },
};

const base = { kind: 'gcp.authoritativeList' } as const;

function listIn(root: Root): Pick<AuthoritativeList, 'of' | 'anchor'> | undefined {
  const { format, text } = root;
  if ((format.name !== 'json' && format.name !== 'yaml') || !text.includes('accessPolicies/')) return undefined;
  const items = itemsIn(root);
  const [first] = items;
  if (first) {
    const [entry] = first.node.kind === 'mapping' ? first.node.entries : [];
    const of = kindOfItems(items.map(({ node }) => node));
    return of && entry ? { of, anchor: shift(entry.keyRange, first.offset) } : undefined;
  }
  return root.node.kind === 'mapping' && !isForeign(root.node) ? bodyOfRequest(root.node) : undefined;
}

/** The body of `replaceAll`; a page of a listing looks the same but for its token. */
function bodyOfRequest(node: MappingNode): Pick<AuthoritativeList, 'of' | 'anchor'> | undefined {
  if (node.entries.some(({ key }) => !requestFields.has(key))) return undefined;
  const entry: Entry | undefined = entryOf(node, 'accessLevels') ?? entryOf(node, 'servicePerimeters');
  const of = entry?.value.kind === 'sequence' ? kindOfItems(entry.value.items) : undefined;
  return of && entry ? { of, anchor: entry.keyRange } : undefined;
}

/** Every item is named as one of an access policy. */
function kindOfItems(items: readonly SyntaxNode[]): AuthoritativeList['of'] | undefined {
  // A listing of names and titles replaces nothing.
  if (!items.some((item) => item.kind === 'mapping' && item.entries.some(({ key }) => contents.has(key)))) return undefined;
  const kinds = new Set(items.map(kindOf));
  const [only] = kinds;
  return kinds.size === 1 ? only : undefined;
}

function kindOf(item: SyntaxNode): AuthoritativeList['of'] | undefined {
  const name = item.kind === 'mapping' ? entryOf(item, 'name')?.value : undefined;
  const [, kind] =
    (name?.kind === 'scalar' && /^accessPolicies\/[^/]+\/(accessLevels|servicePerimeters)\//.exec(String(name.value))) || [];
  if (kind === 'accessLevels') return 'levels';
  return kind === 'servicePerimeters' ? 'perimeters' : undefined;
}

const resourceTypes: ReadonlyMap<string, AuthoritativeList['of']> = new Map([
  ['google_access_context_manager_access_levels', 'levels'],
  ['google_access_context_manager_service_perimeters', 'perimeters'],
]);

const contents: ReadonlySet<string> = new Set(['basic', 'custom', 'perimeterType', 'spec', 'status']);

const requestFields: ReadonlySet<string> = new Set(['accessLevels', 'servicePerimeters', 'etag', 'parent']);

export default authoritativeList;

import type { Root } from '../../../syntax/format';
import { itemsIn } from '../../../syntax/list/listItems';
import { shift } from '../../../text/range';
import { terraformResources } from '../../../workspace/terraform/resources';
import { rest, terraform } from '../../dialect';
import type { Kind } from '../../kind';
import { isForeign, ownPlace } from '../../reading/roots';
import type { ShapedObject } from '../../shapedObjects';
import { aroundList } from '../access-level/shape';
import type { AuthoritativeList } from './policy';
import { itemsOfRequest, kindOfItems, listEntry, mayHoldList, recogniseList } from './recognise';
import { aroundLevels, itemShapes, perimetersResource, requests } from './shape';
import { words } from './words';

/** Lists that replace all levels or perimeters of an access policy. */
const authoritativeList: Kind<AuthoritativeList> = {
  id: 'gcp.authoritativeList',
  words,
  name: () => 'it',
  recognise: recogniseList,
  // The list tells what its perimeters hold.
  lists: 'whole',
  // That of levels belongs to the access levels.
  block: (mode, type) => (mode === 'resource' && resourceTypes.get(type) === 'perimeters' ? perimetersResource : undefined),
  objects: outermost,
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
  if ((format.name !== 'json' && format.name !== 'yaml') || !mayHoldList(text)) return undefined;
  // The items first: the tree of a long list is put together when somebody asks for it.
  const items = itemsIn(root);
  const [first] = items;
  if (first) {
    const [entry] = first.node.kind === 'mapping' ? first.node.entries : [];
    const of = kindOfItems(items.map(({ node }) => node));
    return of && entry ? { of, anchor: shift(entry.keyRange, first.offset) } : undefined;
  }
  if (root.node.kind !== 'mapping' || isForeign(root.node)) return undefined;
  const of = kindOfItems(itemsOfRequest(root.node) ?? []);
  const entry = listEntry(root.node);
  return of && entry ? { of, anchor: entry.keyRange } : undefined;
}

/** Levels in a list are documents of their own, so that here only what stands around them is told. */
function outermost({ node, of, form }: AuthoritativeList): readonly ShapedObject[] {
  const isOfLevels = of === 'levels';
  if (node.kind === 'mapping') {
    if (form === 'resource') return [{ node, shape: isOfLevels ? aroundList : perimetersResource }];
    return [{ node, shape: isOfLevels ? aroundLevels : requests.perimeters }];
  }
  const items = node.kind === 'sequence' && !isOfLevels ? node.items : [];
  return items.flatMap((item) => (item.kind === 'mapping' ? [{ node: item, shape: itemShapes.perimeters }] : []));
}

const resourceTypes: ReadonlyMap<string, AuthoritativeList['of']> = new Map([
  ['google_access_context_manager_access_levels', 'levels'],
  ['google_access_context_manager_service_perimeters', 'perimeters'],
]);

export default authoritativeList;

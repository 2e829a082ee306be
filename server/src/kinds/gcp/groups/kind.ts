import type { Root } from '../../../syntax/format';
import { entryOf } from '../../../syntax/tree';
import { terraformResources } from '../../../workspace/terraform/resources';
import { rest, terraform } from '../../dialect';
import type { Kind } from '../../kind';
import { mappingsIn } from '../../reading/descend';
import { isForeign, ownPlace, whereOf } from '../../reading/roots';
import type { ShapedObject } from '../../shapedObjects';
import { groupFacts, handedOutGroupFacts } from './facts';
import { membershipListFacts } from './lists';
import type { GroupDocument } from './policy';
import { mayHoldMembership, recogniseMembership } from './recognise';
import { blocks } from './shape';
import { words } from './words';

/** Who is in which group: Terraform's resources, and lists as gcloud saves them. They are told to others, and no rule looks at them. */
const groupMemberships: Kind<GroupDocument> = {
  id: 'gcp.groupMemberships',
  words,
  recognise: recogniseMembership,
  lists: 'items',
  provider: 'googleworkspace',
  block: (mode, type) => (mode === 'resource' ? blocks.get(type) : undefined),
  objects: outermost,
  namesOf(object) {
    const key = (entryOf(object, 'preferredMemberKey') ?? entryOf(object, 'memberKey'))?.value;
    return [key?.kind === 'mapping' ? entryOf(key, 'id')?.value : undefined];
  },
  mayHold: /memberKey/,
  facts: [groupFacts, handedOutGroupFacts, membershipListFacts],
  name: ({ form }) => form,
  read: (root, { uri }) => [...fromResources(root, uri), ...fromDocument(root, uri)],
};

function outermost({ node, place }: GroupDocument): readonly ShapedObject[] {
  if (node.kind !== 'mapping') return [];
  const { resource } = place;
  const shape = resource ? blocks.get(resource.type) : recogniseMembership(node, whereOf(place, node))?.shape;
  return shape ? [{ node, shape }] : [];
}

function fromResources(root: Root, uri: string): GroupDocument[] {
  return terraformResources(root, uri)
    .filter(({ mode, type }) => mode === 'resource' && blocks.has(type))
    .map((resource) => ({
      kind: 'gcp.groupMemberships',
      form: resource.type.includes('_member') ? 'membership' : 'group',
      node: resource.body,
      place: ownPlace(root, uri, resource),
      dialect: terraform,
    }));
}

function fromDocument(root: Root, uri: string): GroupDocument[] {
  const isDocument = root.format.name === 'json' || root.format.name === 'yaml';
  if (!isDocument || !mayHoldMembership(root.text)) return [];
  const place = ownPlace(root, uri);
  return [...mappingsIn(root.node, isForeign)]
    .filter((node) => recogniseMembership(node, whereOf(place, node))?.sure)
    .map((node) => ({ kind: 'gcp.groupMemberships', form: 'membership', node, place, dialect: rest }));
}

export default groupMemberships;

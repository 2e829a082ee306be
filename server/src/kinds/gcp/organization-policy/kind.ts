import type { Root } from '../../../syntax/format';
import { entryOf, type MappingNode } from '../../../syntax/tree';
import { terraformResources } from '../../../workspace/terraform/resources';
import { rest, terraform } from '../../dialect';
import type { Kind } from '../../kind';
import { mappingsIn } from '../../reading/descend';
import { isForeign, ownPlace, whereOf } from '../../reading/roots';
import type { ShapedObject } from '../../shapedObjects';
import { wordsOfText } from '../members/policyWords';
import { constraintFacts } from './facts';
import type { OrganizationPolicy } from './policy';
import { mayHoldPolicy, recognisePolicy } from './recognise';
import { blocks, legacyPolicy, policy } from './shape';
import { words } from './words';

/** Policies of the Organization Policy Service, of both versions of its API. */
const organizationPolicy: Kind<OrganizationPolicy> = {
  id: 'gcp.organizationPolicy',
  words,
  recognise: recognisePolicy,
  lists: 'items',
  block: (mode, type) => (mode === 'resource' ? blocks.get(type) : undefined),
  objects: outermost,
  namesOf: (object) => [(entryOf(object, 'name') ?? entryOf(object, 'constraint'))?.value],
  mayHold: /\/policies\\?\/|constraints\\?\//,
  facts: [constraintFacts],
  name: ({ form }) => form,
  wordsOf: wordsOfText,
  read: (root, { uri }) => [...fromResources(root, uri), ...fromDocument(root, uri)],
};

function outermost({ node, form, place: { resource } }: OrganizationPolicy): readonly ShapedObject[] {
  if (node.kind !== 'mapping') return [];
  const shape = resource && blocks.get(resource.type);
  if (shape) return [{ node, shape }];
  return [{ node, shape: form === 'legacy' ? legacyPolicy : policy }];
}

function fromResources(root: Root, uri: string): OrganizationPolicy[] {
  return terraformResources(root, uri)
    .filter(({ mode, type }) => mode === 'resource' && blocks.has(type))
    .map((resource) => ({
      kind: 'gcp.organizationPolicy',
      form: resource.type === 'google_org_policy_policy' ? 'policy' : 'legacy',
      node: resource.body,
      place: ownPlace(root, uri, resource),
      dialect: terraform,
    }));
}

function fromDocument(root: Root, uri: string): OrganizationPolicy[] {
  const isDocument = root.format.name === 'json' || root.format.name === 'yaml';
  if (!isDocument || !mayHoldPolicy(root.text)) return [];
  const place = ownPlace(root, uri);
  const formOf = (node: MappingNode): OrganizationPolicy['form'] | undefined => {
    const found = recognisePolicy(node, whereOf(place, node));
    return found?.sure ? (found.shape === policy ? 'policy' : 'legacy') : undefined;
  };
  return [...mappingsIn(root.node, isForeign)].flatMap((node) => {
    const form = formOf(node);
    return form ? [{ kind: 'gcp.organizationPolicy', form, node, place, dialect: rest }] : [];
  });
}

export default organizationPolicy;

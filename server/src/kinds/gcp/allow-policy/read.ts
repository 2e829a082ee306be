import type { Root } from '../../../syntax/format';
import { entryOf, type MappingNode } from '../../../syntax/tree';
import { emptyWorkspace } from '../../../workspace/index/workspace';
import { instancesOf, scopedBlocks } from '../../../workspace/terraform/names/instances';
import { decoded, resolve } from '../../../workspace/terraform/names/resolve';
import { documentScope, moduleScopes, type Scope } from '../../../workspace/terraform/names/scope';
import { folderOf, type TerraformResource, terraformResources } from '../../../workspace/terraform/resources';
import { rest, terraform } from '../../dialect';
import type { Surroundings } from '../../kind';
import type { Field, PolicyPlace } from '../../policy';
import { mappingsIn } from '../../reading/descend';
import { embeddedPlace, embeddedPlaces, isForeign, ownPlace, whereOf } from '../../reading/roots';
import { isNull, textField } from '../../reading/values';
import { connectorPolicies } from '../config-connector/policies';
import { mayHoldConnector } from '../config-connector/recognise';
import { auditConfigFamilyOf, type IamResource, iamFamilyOf } from '../iam-resource/family';
import { levelOf, levelOfFamily, ownLevel } from './attachment';
import { type AllowPolicy, type AttachmentLevel, noEtag } from './policy';
import { isAlone, readBinding } from './readBinding';
import { dataAudit, exemptedIn, exemptedMembers, restAudit } from './readExempted';
import { mayHoldPolicy, policyArgument, recognisePolicy } from './recognise';
import { dataSourceType } from './shape';

/** Every policy of a root, and what Terraform resources in it grant; of lists item by item. */
export function readPolicies(root: Root, surroundings: Surroundings): readonly AllowPolicy[] {
  const isOurs = ({ type }: TerraformResource) => iamFamilyOf(type) || type === dataSourceType || auditConfigFamilyOf(type);
  const resources = terraformResources(root, surroundings.uri).filter(isOurs);
  if (resources.length > 0) return resources.flatMap((resource) => fromResource(root, resource, surroundings));
  if (!mayHoldPolicy(root.text) && !mayHoldConnector(root.text)) return [];
  if (root.format.name === 'json' || root.format.name === 'yaml') return inDocument(root, surroundings);
  return [...embeddedPlaces(root, surroundings.uri)].flatMap(({ place }) =>
    fromDocument(place, levelOf(surroundings), undefined, documentScope(place.root, surroundings.workspace)),
  );
}

/** Nothing in a document of its own refers to another file, so that it is read once for those who gather facts and for everybody else. */
function inDocument(root: Root, surroundings: Surroundings): readonly AllowPolicy[] {
  const { uri, attachment } = surroundings;
  const before = documents.get(root);
  if (before?.uri === uri && before.attachment === attachment) return before.policies;
  const places = [ownPlace(root, uri), ...[...embeddedPlaces(root, uri)].map(({ place }) => place)];
  const policies = [
    ...connectorPolicies(root, surroundings),
    ...places.flatMap((place) =>
      fromDocument(place, levelOf(surroundings), undefined, documentScope(place.root, emptyWorkspace)),
    ),
  ];
  documents.set(root, { uri, attachment, policies });
  return policies;
}

const documents = new WeakMap<Root, Pick<Surroundings, 'uri' | 'attachment'> & { readonly policies: readonly AllowPolicy[] }>();

/** The policies in a document. */
export function fromDocument(
  place: PolicyPlace,
  attachment: Field<AttachmentLevel>,
  family: string | undefined,
  scope: Scope,
): AllowPolicy[] {
  const policies: AllowPolicy[] = [];
  const whole = whereOf(place, place.root.node, family === undefined ? undefined : policyArgument);
  const within = { ...whole, isWhole: false };
  for (const node of mappingsIn(place.root.node, isForeign)) {
    if (!recognisePolicy(node, node === place.root.node ? whole : within)?.sure) continue;
    policies.push(documentIn(node, place, attachment, family, scope));
  }
  return policies;
}

function documentIn(
  node: MappingNode,
  place: PolicyPlace,
  attachment: Field<AttachmentLevel>,
  family: string | undefined,
  scope: Scope,
): AllowPolicy {
  const entry = entryOf(node, 'bindings');
  const found = entry && resolve(entry.value, scope);
  const list = found?.node.kind === 'sequence' ? found.node : undefined;
  const items = list?.items ?? [];
  return {
    kind: 'gcp.allowPolicy',
    form: 'document',
    node,
    place,
    dialect: rest,
    attachment: attachment.state === 'known' ? attachment : ownLevel(node),
    family,
    bindings: items.flatMap((item) => (item.kind === 'mapping' ? readBinding(item, item.range, scope) : [])),
    complete: list ? list.complete && found?.certain !== false : node.complete && (!entry || isNull(entry.value)),
    readAlone: isAlone(scope),
    bindingList: list?.editable ? list : undefined,
    anchor: entry?.keyRange ?? node.range,
    etag: textField(node, 'etag', scope),
    exemptedMembers: exemptedMembers(node, restAudit, scope),
  };
}

function fromResource(root: Root, resource: TerraformResource, surroundings: Surroundings): AllowPolicy[] {
  const grant = iamFamilyOf(resource.type);
  const { uri, workspace } = surroundings;
  const scopes = moduleScopes(folderOf(uri), workspace, root, uri);
  return scopes
    .flatMap((module) => instancesOf(resource.body, module))
    .flatMap((scope) => {
      const audited = auditConfigFamilyOf(resource.type);
      if (audited !== undefined) return auditPolicy(root, resource, surroundings, scope, audited);
      if (!grant) return dataPolicy(root, resource, surroundings, scope);
      if (grant.ending === 'policy') return policyData(root, resource, surroundings, scope, grant.family);
      if (resource.mode === 'data') return [];
      return [grantPolicy(root, resource, surroundings, scope, grant)];
    });
}

/** What a resource grants that manages one role, or one member of it. */
export function grantPolicy(
  root: Root,
  resource: TerraformResource,
  surroundings: Surroundings,
  scope: Scope,
  grant: IamResource,
): AllowPolicy {
  return {
    kind: 'gcp.allowPolicy',
    form: grant.ending === 'member' ? 'member' : 'binding',
    node: resource.body,
    place: ownPlace(root, surroundings.uri, resource, scope),
    dialect: terraform,
    attachment: { state: 'known', value: levelOfFamily(grant.family) },
    family: grant.family,
    bindings: [readBinding(resource.body, resource.anchor, scope)],
    complete: true,
    readAlone: isAlone(scope),
    bindingList: undefined,
    anchor: resource.anchor,
    etag: noEtag,
    exemptedMembers: [],
  };
}

/** A resource that says what is logged of one service grants nothing, and leaves members out. */
function auditPolicy(
  root: Root,
  resource: TerraformResource,
  { uri }: Surroundings,
  scope: Scope,
  family: string,
): AllowPolicy[] {
  if (resource.mode !== 'resource') return [];
  return [
    {
      kind: 'gcp.allowPolicy',
      form: 'audit',
      node: resource.body,
      place: ownPlace(root, uri, resource, scope),
      dialect: terraform,
      attachment: { state: 'known', value: levelOfFamily(family) },
      family,
      bindings: [],
      complete: true,
      readAlone: isAlone(scope),
      bindingList: undefined,
      anchor: resource.anchor,
      etag: noEtag,
      exemptedMembers: exemptedIn(resource.body, { logConfigs: 'audit_log_config', exempted: 'exempted_members' }, scope),
    },
  ];
}

/** `data "google_iam_policy"`: its bindings are blocks, and what it hangs on stands with whoever uses it. */
function dataPolicy(root: Root, resource: TerraformResource, surroundings: Surroundings, scope: Scope): AllowPolicy[] {
  if (resource.mode !== 'data') return [];
  const list = entryOf(resource.body, 'binding')?.value;
  return [
    {
      kind: 'gcp.allowPolicy',
      form: 'document',
      node: resource.body,
      place: ownPlace(root, surroundings.uri, resource, scope),
      dialect: terraform,
      attachment: { state: 'unknown', node: undefined },
      family: undefined,
      bindings: scopedBlocks(resource.body, 'binding', scope).map((block) =>
        readBinding(block.node, block.node.header?.range ?? block.node.range, block.scope),
      ),
      complete: list ? list.kind === 'sequence' && list.complete : resource.body.complete,
      readAlone: isAlone(scope),
      bindingList: list?.kind === 'sequence' && list.editable ? list : undefined,
      anchor: resource.anchor,
      etag: noEtag,
      exemptedMembers: exemptedMembers(resource.body, dataAudit, scope),
    },
  ];
}

/** The document that a `_policy` resource holds in `policy_data`; one that comes from elsewhere is read there. */
function policyData(
  root: Root,
  resource: TerraformResource,
  surroundings: Surroundings,
  scope: Scope,
  family: string,
): AllowPolicy[] {
  const owner = entryOf(resource.body, policyArgument)?.value;
  const place = owner && embeddedPlace(root, owner, surroundings.uri, resource);
  const attachment = { state: 'known', value: levelOfFamily(family) } as const;
  const written = place ? fromDocument(place, attachment, family, { ...scope, root: place.root }) : [];
  if (!owner || written.length > 0) return written;
  // Nobody has written it out, but it can be told what it comes to.
  const node = decoded(owner, scope);
  const ownPlaceOf = ownPlace(root, surroundings.uri, resource, scope);
  return node?.kind === 'mapping' && entryOf(node, 'bindings') ? [documentIn(node, ownPlaceOf, attachment, family, scope)] : [];
}

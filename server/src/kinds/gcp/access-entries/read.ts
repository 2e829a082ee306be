import type { Root } from '../../../syntax/format';
import { instancesOf } from '../../../workspace/terraform/names/instances';
import { moduleScopes, type Scope } from '../../../workspace/terraform/names/scope';
import { folderOf, type TerraformResource, terraformResources } from '../../../workspace/terraform/resources';
import { terraform } from '../../dialect';
import type { Surroundings } from '../../kind';
import { ownPlace } from '../../reading/roots';
import { type AllowPolicy, noEtag } from '../allow-policy/policy';
import { conditionOf, isAlone } from '../allow-policy/readBinding';
import { accessBlocks, datasetEntry } from './datasets';
import type { Entry } from './entry';
import { type EntryResource, entryResourceOf } from './families';
import { controlEntry, listedEntries, predefinedEntries } from './storage';

/** What the access lists of datasets, buckets and objects grant: of each entry a policy, for no two of them are one binding. */
export function entryPolicies(root: Root, { uri, workspace }: Surroundings): readonly AllowPolicy[] {
  return terraformResources(root, uri).flatMap((resource) => {
    const kind = entryResourceOf(resource);
    if (!kind) return [];
    return moduleScopes(folderOf(uri), workspace, root, uri)
      .flatMap((module) => instancesOf(resource.body, module))
      .flatMap((scope) => entriesOf(resource, kind, scope).map((entry) => policyOf(entry, resource, kind, scope, uri)));
  });
}

function entriesOf(resource: TerraformResource, { form, of }: EntryResource, scope: Scope): readonly Entry[] {
  const { body, anchor } = resource;
  switch (form) {
    case 'blocks':
      return accessBlocks(body, scope);
    case 'datasetEntry':
      return datasetEntry(body, anchor, scope, 'resource');
    case 'list':
      return [...listedEntries(resource, of, scope), ...predefinedEntries(resource, of, scope)];
    case 'entry':
      return controlEntry(resource, of, scope);
  }
}

function policyOf(entry: Entry, resource: TerraformResource, { of }: EntryResource, scope: Scope, uri: string): AllowPolicy {
  const { node, anchor, role, member, removal } = entry;
  const members = { node: member.node, literal: undefined, items: [member], complete: true };
  const condition = conditionOf(node, entry.scope);
  return {
    kind: 'gcp.allowPolicy',
    form: 'entry',
    node: resource.body,
    place: ownPlace(scope.root, uri, resource, scope),
    dialect: terraform,
    attachment: { state: 'known', value: of.level },
    family: of.family,
    bindings: [{ node, anchor, role, members: { state: 'known', value: members }, condition, identity: undefined }],
    complete: true,
    readAlone: isAlone(scope),
    bindingList: undefined,
    anchor: resource.anchor,
    etag: noEtag,
    exemptedMembers: [],
    removal,
  };
}

import type { Root } from '../../../syntax/format';
import type { FactOf } from '../../../workspace/index/facts';
import type { Workspace } from '../../../workspace/index/workspace';
import { type TerraformResource, terraformResources } from '../../../workspace/terraform/resources';
import { isOverridden } from '../../../workspace/terraform/standing';
import { terraform } from '../../dialect';
import type { Kind, Surroundings } from '../../kind';
import { ownPlace } from '../../reading/roots';
import { serviceTopics } from '../allow-policy/topics';
import { grantFacts } from '../grants/facts';
import { googleValueTypes } from '../valueTypes';
import {
  auditConfigFamilyOf,
  type IamResource,
  type IamResourceNames,
  iamResourceFacts,
  iamResourceNames,
  iamResourceOf,
} from './family';
import type { IamResourcePolicy } from './policy';
import { resourceShape } from './shape';
import { words } from './words';

/** Terraform's resources of Google's IAM families, as those that manage a policy beside others. */
const iamResource: Kind<IamResourcePolicy> = {
  id: 'gcp.iamResource',
  words,
  read: (root, surroundings) =>
    terraformResources(root, surroundings.uri).flatMap((resource) => fromResource(root, resource, surroundings)),
  block: (mode, type) => (mode === 'resource' ? resourceShape(type) : undefined),
  objects({ resource }) {
    const shape = resourceShape(resource.type);
    return shape ? [{ node: resource.body, shape }] : [];
  },
  facts: [iamResourceFacts, grantFacts, { valueTypeOf: googleValueTypes }],
  name: () => 'resource',
  *topics({ resource, ending }) {
    if (ending === 'audit_config') yield* serviceTopics(resource.body);
  },
};

export default iamResource;

function fromResource(root: Root, resource: TerraformResource, { uri, workspace }: Surroundings): IamResourcePolicy[] {
  const common = {
    kind: 'gcp.iamResource' as const,
    node: resource.body,
    anchor: resource.anchor,
    resource,
    place: ownPlace(root, uri, resource),
    dialect: terraform,
  };
  const iam = iamResourceOf(resource);
  if (iam) {
    const names = iamResourceNames(resource, root);
    return [{ ...common, ...iam, rivals: names ? rivalsOf(resource, iam, names, uri, workspace) : [] }];
  }
  const family = resource.mode === 'resource' ? auditConfigFamilyOf(resource.type) : undefined;
  return family === undefined ? [] : [{ ...common, ending: 'audit_config', family, rivals: [] }];
}

function rivalsOf(
  { address, folder }: TerraformResource,
  { ending }: IamResource,
  names: IamResourceNames,
  uri: string,
  workspace: Workspace,
): readonly FactOf<'iamResource'>[] {
  if (ending === 'member') return [];
  // What a text says that another one overrides isn't known to be in force.
  const found = (name: string) =>
    workspace
      .find('iamResource', name)
      .filter(({ value }) => value.address === address || !isOverridden({ folder, address: value.address }, workspace));
  if (ending === 'policy') return found(names.whole).filter(({ value }) => value.ending !== 'policy');
  const same = names.role === undefined ? [] : found(names.role);
  const own = same.findIndex(({ value }) => value.address === address);
  return same.filter(({ value, at }, index) => {
    if (value.ending === 'member') return true;
    return value.address !== address && (at.uri === uri ? index < own : at.uri < uri);
  });
}

import type { Root } from '../../../syntax/format';
import type { TextRange } from '../../../text/range';
import type { FactOf } from '../../../workspace/index/facts';
import type { Workspace } from '../../../workspace/index/workspace';
import { folderOf, type TerraformResource, terraformResources } from '../../../workspace/terraform/resources';
import { terraform } from '../../dialect';
import type { ListValue, Policy, PolicyReader, Surroundings } from '../../kind';
import { ownPlace } from '../../roots';
import { exemptedIn } from '../allow-policy/kind';
import type { Member } from '../members/member';
import { auditConfigFamilyOf, type IamResource, type IamResourceNames, iamResourceNames, iamResourceOf } from './family';

/** A resource of Terraform's IAM family, as one that manages a policy beside others (facts §7.2). */
export interface IamResourcePolicy extends Policy {
  readonly kind: 'gcp.iamResource';
  /** `audit_config`: it says what is logged, and grants nothing. */
  readonly ending: IamResource['ending'] | 'audit_config';
  /** The family without its ending: `google_storage_bucket`. */
  readonly family: string;
  /** The block's header, or the resource's key in `.tf.json`. */
  readonly anchor: TextRange;
  readonly resource: TerraformResource;
  /** What surely manages the same as this resource, which has authority over it. Of two equals only the later one names the other. */
  readonly rivals: readonly FactOf<'iamResource'>[];
  /** The members that its audit logs leave out, one list for each log type, as far as they are written out. */
  readonly exemptedMembers: readonly ListValue<Member>[];
}

export const iamResourceReader: PolicyReader<IamResourcePolicy> = {
  kind: 'gcp.iamResource',
  read(root, surroundings) {
    return terraformResources(root, surroundings.uri).flatMap((resource) => fromResource(root, resource, surroundings));
  },
};

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
    return [{ ...common, ...iam, rivals: names ? rivalsOf(resource, iam, names, uri, workspace) : [], exemptedMembers: [] }];
  }
  const family = resource.mode === 'resource' ? auditConfigFamilyOf(resource.type) : undefined;
  if (family === undefined) return [];
  const exemptedMembers = exemptedIn(resource.body, logBlocks, { folder: folderOf(uri), workspace });
  return [{ ...common, ending: 'audit_config', family, rivals: [], exemptedMembers }];
}

const logBlocks = { logConfigs: 'audit_log_config', exempted: 'exempted_members' };

function rivalsOf(
  { address }: TerraformResource,
  { ending }: IamResource,
  names: IamResourceNames,
  uri: string,
  workspace: Workspace,
): readonly FactOf<'iamResource'>[] {
  if (ending === 'member') return [];
  if (ending === 'policy') return workspace.find('iamResource', names.whole).filter(({ value }) => value.ending !== 'policy');
  const same = names.role === undefined ? [] : workspace.find('iamResource', names.role);
  const own = same.findIndex(({ value }) => value.address === address);
  return same.filter(({ value, at }, index) => {
    if (value.ending === 'member') return true;
    return value.address !== address && (at.uri === uri ? index < own : at.uri < uri);
  });
}

import type { TextRange } from '../../text/range';
import type { FactOf } from '../../workspace/facts';
import { type IamResource, type IamResourceNames, iamResourceNames, iamResourceOf } from '../../workspace/iamResources';
import { type TerraformResource, terraformResources } from '../../workspace/terraformResources';
import type { Workspace } from '../../workspace/workspace';
import { terraform } from '../dialect';
import type { Policy, PolicyReader } from '../policy';
import { ownPlace } from '../roots';

/** A resource of Terraform's IAM family, as one that manages a policy beside others (facts §7.2). */
export interface IamResourcePolicy extends Policy, IamResource {
  readonly kind: 'gcp.iamResource';
  /** The block's header, or the resource's key in `.tf.json`. */
  readonly anchor: TextRange;
  readonly resource: TerraformResource;
  /** What surely manages the same as this resource, which has authority over it. Of two equals only the later one names the other. */
  readonly rivals: readonly FactOf<'iamResource'>[];
}

export const iamResourceReader: PolicyReader<IamResourcePolicy> = {
  kind: 'gcp.iamResource',
  read(root, { uri, workspace }) {
    return terraformResources(root, uri).flatMap((resource) => {
      const iam = iamResourceOf(resource);
      if (!iam) return [];
      const names = iamResourceNames(resource, root);
      return [
        {
          ...iam,
          kind: 'gcp.iamResource',
          node: resource.body,
          anchor: resource.anchor,
          resource,
          place: ownPlace(root, uri, resource),
          dialect: terraform,
          rivals: names ? rivalsOf(resource, iam, names, uri, workspace) : [],
        },
      ];
    });
  },
};

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

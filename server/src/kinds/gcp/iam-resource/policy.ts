import type { TextRange } from '../../../text/range';
import type { FactOf } from '../../../workspace/index/facts';
import type { TerraformResource } from '../../../workspace/terraform/resources';
import type { Policy } from '../../policy';
import type { IamResource } from './family';

/** A resource of Terraform's IAM family, as one that manages a policy beside others. */
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
}

import type { Policy } from '../../policy';

/** A policy of the Organization Policy Service for one constraint. */
export interface OrganizationPolicy extends Policy {
  readonly kind: 'gcp.organizationPolicy';
  /** `legacy`: of the first version of the API, which has another structure. */
  readonly form: 'policy' | 'legacy';
}

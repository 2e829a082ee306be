import type { Kind } from '../../kind';
import { constraintFacts } from './facts';

/** Which constraints of the Organization Policy Service Terraform sets a policy for. */
const organizationPolicy: Kind = { id: 'gcp.organizationPolicy', facts: [constraintFacts] };

export default organizationPolicy;

import type { Kind } from '../../kind';
import { groupFacts, handedOutGroupFacts } from './facts';
import { membershipListFacts } from './lists';

/** Who is in which group: Terraform's resources, and lists as gcloud saves them. They are told to others, and nothing is found in them. */
const groupMemberships: Kind = {
  id: 'gcp.groupMemberships',
  mayHold: /memberKey/,
  facts: [groupFacts, handedOutGroupFacts, membershipListFacts],
};

export default groupMemberships;

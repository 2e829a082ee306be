// Made by `npm run generate`.
import accessLevelInvalidMember from './access-level/invalid-member';
import accessLevelWithoutEmergencyAccess from './access-level/without-emergency-access';
import allowPolicyInvalidMember from './allow-policy/invalid-member';
import allowPolicyPublicAccess from './allow-policy/public-access';
import examplePlaceholder from './example/placeholder';
import serviceAccountGroupGrant from './service-account/group-grant';
import type { Rule } from './rule';

/** Every rule, by id. */
export const rules: readonly Rule[] = [
  accessLevelInvalidMember,
  accessLevelWithoutEmergencyAccess,
  allowPolicyInvalidMember,
  allowPolicyPublicAccess,
  examplePlaceholder,
  serviceAccountGroupGrant,
];

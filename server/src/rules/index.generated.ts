// Made by `npm run generate`.
import accessLevelInvalidMember from './access-level/invalid-member';
import accessLevelWithoutEmergencyAccess from './access-level/without-emergency-access';
import allowPolicyBasicRole from './allow-policy/basic-role';
import allowPolicyInvalidMember from './allow-policy/invalid-member';
import allowPolicyInvalidRole from './allow-policy/invalid-role';
import allowPolicyPublicAccess from './allow-policy/public-access';
import allowPolicyServiceAgentRole from './allow-policy/service-agent-role';
import allowPolicyUnknownRole from './allow-policy/unknown-role';
import examplePlaceholder from './example/placeholder';
import serviceAccountDefaultAccountGrant from './service-account/default-account-grant';
import serviceAccountGroupGrant from './service-account/group-grant';
import type { Rule } from './rule';

/** Every rule, by id. */
export const rules: readonly Rule[] = [
  accessLevelInvalidMember,
  accessLevelWithoutEmergencyAccess,
  allowPolicyBasicRole,
  allowPolicyInvalidMember,
  allowPolicyInvalidRole,
  allowPolicyPublicAccess,
  allowPolicyServiceAgentRole,
  allowPolicyUnknownRole,
  examplePlaceholder,
  serviceAccountDefaultAccountGrant,
  serviceAccountGroupGrant,
];

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
import type { RuleText } from '../../rules/rule';

/** Rule id → its words in Korean. */
export const korean: Readonly<Record<string, RuleText>> = {
  'access-level/invalid-member': accessLevelInvalidMember,
  'access-level/without-emergency-access': accessLevelWithoutEmergencyAccess,
  'allow-policy/basic-role': allowPolicyBasicRole,
  'allow-policy/invalid-member': allowPolicyInvalidMember,
  'allow-policy/invalid-role': allowPolicyInvalidRole,
  'allow-policy/public-access': allowPolicyPublicAccess,
  'allow-policy/service-agent-role': allowPolicyServiceAgentRole,
  'allow-policy/unknown-role': allowPolicyUnknownRole,
  'example/placeholder': examplePlaceholder,
  'service-account/default-account-grant': serviceAccountDefaultAccountGrant,
  'service-account/group-grant': serviceAccountGroupGrant,
};

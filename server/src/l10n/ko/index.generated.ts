// Made by `npm run generate`.
import accessLevelInvalidMember from './access-level/invalid-member';
import accessLevelWithoutEmergencyAccess from './access-level/without-emergency-access';
import allowPolicyInvalidMember from './allow-policy/invalid-member';
import allowPolicyPublicAccess from './allow-policy/public-access';
import examplePlaceholder from './example/placeholder';
import serviceAccountGroupGrant from './service-account/group-grant';
import type { RuleText } from '../../rules/rule';

/** Rule id → its words in Korean. */
export const korean: Readonly<Record<string, RuleText>> = {
  'access-level/invalid-member': accessLevelInvalidMember,
  'access-level/without-emergency-access': accessLevelWithoutEmergencyAccess,
  'allow-policy/invalid-member': allowPolicyInvalidMember,
  'allow-policy/public-access': allowPolicyPublicAccess,
  'example/placeholder': examplePlaceholder,
  'service-account/group-grant': serviceAccountGroupGrant,
};

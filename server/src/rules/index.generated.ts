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
import fileTooLarge from './file/too-large';
import serviceAccountDefaultAccountGrant from './service-account/default-account-grant';
import serviceAccountDeleteDefault from './service-account/delete-default';
import serviceAccountGroupGrant from './service-account/group-grant';
import serviceAccountKey from './service-account/key';
import serviceAccountKeyFile from './service-account/key-file';
import serviceAccountKeyWithoutRotation from './service-account/key-without-rotation';
import suppressionExpired from './suppression/expired';
import suppressionUnknownRule from './suppression/unknown-rule';
import suppressionUnused from './suppression/unused';
import suppressionWithoutReason from './suppression/without-reason';
import terraformAuthoritativePolicy from './terraform/authoritative-policy';
import terraformIamConflict from './terraform/iam-conflict';
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
  fileTooLarge,
  serviceAccountDefaultAccountGrant,
  serviceAccountDeleteDefault,
  serviceAccountGroupGrant,
  serviceAccountKey,
  serviceAccountKeyFile,
  serviceAccountKeyWithoutRotation,
  suppressionExpired,
  suppressionUnknownRule,
  suppressionUnused,
  suppressionWithoutReason,
  terraformAuthoritativePolicy,
  terraformIamConflict,
];

// Made by `npm run generate`.
import accessLevelAmbiguousNegate from './access-level/ambiguous-negate';
import accessLevelAuthoritativeList from './access-level/authoritative-list';
import accessLevelInvalidField from './access-level/invalid-field';
import accessLevelInvalidMember from './access-level/invalid-member';
import accessLevelInvalidName from './access-level/invalid-name';
import accessLevelInvalidReference from './access-level/invalid-reference';
import accessLevelInvalidRegion from './access-level/invalid-region';
import accessLevelInvalidSubnet from './access-level/invalid-subnet';
import accessLevelOpenCondition from './access-level/open-condition';
import accessLevelOrWeakens from './access-level/or-weakens';
import accessLevelPointlessOr from './access-level/pointless-or';
import accessLevelResourceSpecificName from './access-level/resource-specific-name';
import accessLevelWithoutEmergencyAccess from './access-level/without-emergency-access';
import allowPolicyBasicRole from './allow-policy/basic-role';
import allowPolicyConditionUnknownAttribute from './allow-policy/condition-unknown-attribute';
import allowPolicyDeletedMember from './allow-policy/deleted-member';
import allowPolicyDuplicateBinding from './allow-policy/duplicate-binding';
import allowPolicyDuplicateMember from './allow-policy/duplicate-member';
import allowPolicyEmptyBinding from './allow-policy/empty-binding';
import allowPolicyExternalMember from './allow-policy/external-member';
import allowPolicyImpossibleServiceAccount from './allow-policy/impossible-service-account';
import allowPolicyInvalidMember from './allow-policy/invalid-member';
import allowPolicyInvalidRole from './allow-policy/invalid-role';
import allowPolicyPublicAccess from './allow-policy/public-access';
import allowPolicyServiceAgentRole from './allow-policy/service-agent-role';
import allowPolicyTooManyPrincipals from './allow-policy/too-many-principals';
import allowPolicyUnknownField from './allow-policy/unknown-field';
import allowPolicyUnknownRole from './allow-policy/unknown-role';
import allowPolicyWithoutEtag from './allow-policy/without-etag';
import examplePlaceholder from './example/placeholder';
import fileAmbiguousScalar from './file/ambiguous-scalar';
import fileDuplicateKey from './file/duplicate-key';
import fileLineBreak from './file/line-break';
import fileMissingField from './file/missing-field';
import fileSyntax from './file/syntax';
import fileTooLarge from './file/too-large';
import fileWrongShape from './file/wrong-shape';
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
import terraformDuplicateArgument from './terraform/duplicate-argument';
import terraformIamConflict from './terraform/iam-conflict';
import terraformInvalidValue from './terraform/invalid-value';
import terraformMissingArgument from './terraform/missing-argument';
import terraformUnknownArgument from './terraform/unknown-argument';
import terraformWrongType from './terraform/wrong-type';
import type { Rule } from './rule';

/** Every rule, by id. */
export const rules: readonly Rule[] = [
  accessLevelAmbiguousNegate,
  accessLevelAuthoritativeList,
  accessLevelInvalidField,
  accessLevelInvalidMember,
  accessLevelInvalidName,
  accessLevelInvalidReference,
  accessLevelInvalidRegion,
  accessLevelInvalidSubnet,
  accessLevelOpenCondition,
  accessLevelOrWeakens,
  accessLevelPointlessOr,
  accessLevelResourceSpecificName,
  accessLevelWithoutEmergencyAccess,
  allowPolicyBasicRole,
  allowPolicyConditionUnknownAttribute,
  allowPolicyDeletedMember,
  allowPolicyDuplicateBinding,
  allowPolicyDuplicateMember,
  allowPolicyEmptyBinding,
  allowPolicyExternalMember,
  allowPolicyImpossibleServiceAccount,
  allowPolicyInvalidMember,
  allowPolicyInvalidRole,
  allowPolicyPublicAccess,
  allowPolicyServiceAgentRole,
  allowPolicyTooManyPrincipals,
  allowPolicyUnknownField,
  allowPolicyUnknownRole,
  allowPolicyWithoutEtag,
  examplePlaceholder,
  fileAmbiguousScalar,
  fileDuplicateKey,
  fileLineBreak,
  fileMissingField,
  fileSyntax,
  fileTooLarge,
  fileWrongShape,
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
  terraformDuplicateArgument,
  terraformIamConflict,
  terraformInvalidValue,
  terraformMissingArgument,
  terraformUnknownArgument,
  terraformWrongType,
];

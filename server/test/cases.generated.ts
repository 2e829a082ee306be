// Made by `npm run generate`.
import accessLevelAmbiguousNegate from '../src/rules/access-level/ambiguous-negate.cases';
import accessLevelInvalidField from '../src/rules/access-level/invalid-field.cases';
import accessLevelInvalidMember from '../src/rules/access-level/invalid-member.cases';
import accessLevelInvalidReference from '../src/rules/access-level/invalid-reference.cases';
import accessLevelInvalidRegion from '../src/rules/access-level/invalid-region.cases';
import accessLevelInvalidSubnet from '../src/rules/access-level/invalid-subnet.cases';
import accessLevelOpenCondition from '../src/rules/access-level/open-condition.cases';
import accessLevelOrWeakens from '../src/rules/access-level/or-weakens.cases';
import accessLevelPointlessOr from '../src/rules/access-level/pointless-or.cases';
import accessLevelWithoutEmergencyAccess from '../src/rules/access-level/without-emergency-access.cases';
import allowPolicyConditionUnknownAttribute from '../src/rules/allow-policy/condition-unknown-attribute.cases';
import allowPolicyDuplicateBinding from '../src/rules/allow-policy/duplicate-binding.cases';
import allowPolicyPublicAccess from '../src/rules/allow-policy/public-access.cases';
import serviceAccountGroupGrant from '../src/rules/service-account/group-grant.cases';
import serviceAccountKeyFile from '../src/rules/service-account/key-file.cases';
import suppressionUnknownRule from '../src/rules/suppression/unknown-rule.cases';
import type { Example } from '../src/rules/rule';

/** Rule id → the pairs that would spoil its page. */
export const cases: Readonly<Record<string, readonly Example[]>> = {
  'access-level/ambiguous-negate': accessLevelAmbiguousNegate,
  'access-level/invalid-field': accessLevelInvalidField,
  'access-level/invalid-member': accessLevelInvalidMember,
  'access-level/invalid-reference': accessLevelInvalidReference,
  'access-level/invalid-region': accessLevelInvalidRegion,
  'access-level/invalid-subnet': accessLevelInvalidSubnet,
  'access-level/open-condition': accessLevelOpenCondition,
  'access-level/or-weakens': accessLevelOrWeakens,
  'access-level/pointless-or': accessLevelPointlessOr,
  'access-level/without-emergency-access': accessLevelWithoutEmergencyAccess,
  'allow-policy/condition-unknown-attribute': allowPolicyConditionUnknownAttribute,
  'allow-policy/duplicate-binding': allowPolicyDuplicateBinding,
  'allow-policy/public-access': allowPolicyPublicAccess,
  'service-account/group-grant': serviceAccountGroupGrant,
  'service-account/key-file': serviceAccountKeyFile,
  'suppression/unknown-rule': suppressionUnknownRule,
};

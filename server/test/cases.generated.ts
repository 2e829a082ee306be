// Made by `npm run generate`.
import accessLevelOrWeakens from '../src/rules/access-level/or-weakens.cases';
import accessLevelWithoutEmergencyAccess from '../src/rules/access-level/without-emergency-access.cases';
import allowPolicyDuplicateBinding from '../src/rules/allow-policy/duplicate-binding.cases';
import allowPolicyPublicAccess from '../src/rules/allow-policy/public-access.cases';
import serviceAccountGroupGrant from '../src/rules/service-account/group-grant.cases';
import serviceAccountKeyFile from '../src/rules/service-account/key-file.cases';
import type { Example } from '../src/rules/rule';

/** Rule id → the pairs that would spoil its page. */
export const cases: Readonly<Record<string, readonly Example[]>> = {
  'access-level/or-weakens': accessLevelOrWeakens,
  'access-level/without-emergency-access': accessLevelWithoutEmergencyAccess,
  'allow-policy/duplicate-binding': allowPolicyDuplicateBinding,
  'allow-policy/public-access': allowPolicyPublicAccess,
  'service-account/group-grant': serviceAccountGroupGrant,
  'service-account/key-file': serviceAccountKeyFile,
};

import { accessDocumentReader } from './gcp/accessDocument';
import { accessLevelReader } from './gcp/accessLevel';
import { allowPolicyReader } from './gcp/allowPolicy';
import { authoritativeListReader } from './gcp/authoritativeList';
import { defaultAccountsReader } from './gcp/defaultAccounts';
import { iamResourceReader } from './gcp/iamResource';
import { keyFileReader } from './gcp/keyFile';
import { providerResourceReader } from './gcp/providerResource';
import { serviceAccountKeyReader } from './gcp/serviceAccountKey';
import { namedValuesReader } from './namedValues';
import type { Policy, PolicyReader } from './policy';
import { unreadPartReader } from './unreadPart';

/** All that is read of a text. Those that look at what others have read come last. */
export const readers: readonly PolicyReader<Policy>[] = [
  allowPolicyReader,
  accessLevelReader,
  iamResourceReader,
  authoritativeListReader,
  accessDocumentReader,
  serviceAccountKeyReader,
  keyFileReader,
  defaultAccountsReader,
  providerResourceReader,
  unreadPartReader,
  namedValuesReader,
];

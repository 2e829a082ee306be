import { namedValuesReader } from './file/named-values/kind';
import { unreadPartReader } from './file/unread-part/kind';
import { accessDocumentReader } from './gcp/access-document/kind';
import { accessLevelReader } from './gcp/access-level/kind';
import { allowPolicyReader } from './gcp/allow-policy/kind';
import { authoritativeListReader } from './gcp/authoritative-list/kind';
import { defaultAccountsReader } from './gcp/default-accounts/kind';
import { iamResourceReader } from './gcp/iam-resource/kind';
import { keyFileReader } from './gcp/key-file/kind';
import { providerResourceReader } from './gcp/provider-resource/kind';
import { serviceAccountKeyReader } from './gcp/service-account-key/kind';
import type { Policy, PolicyReader } from './kind';

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

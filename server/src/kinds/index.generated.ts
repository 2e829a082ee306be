// Made by `npm run generate`.
import fileLineBreaks from './file/line-breaks/kind';
import fileMisshapen from './file/misshapen/kind';
import fileMissingFields from './file/missing-fields/kind';
import fileNamedValues from './file/named-values/kind';
import filePlainScalars from './file/plain-scalars/kind';
import fileRepeatedKeys from './file/repeated-keys/kind';
import fileSuppression from './file/suppression/kind';
import fileUnparsedText from './file/unparsed-text/kind';
import fileUnreadPart from './file/unread-part/kind';
import gcpAccessDocument from './gcp/access-document/kind';
import gcpAccessEntries from './gcp/access-entries/kind';
import gcpAccessLevel from './gcp/access-level/kind';
import gcpAllowPolicy from './gcp/allow-policy/kind';
import gcpAuthoritativeList from './gcp/authoritative-list/kind';
import gcpConfigConnector from './gcp/config-connector/kind';
import gcpDefaultAccounts from './gcp/default-accounts/kind';
import gcpGroups from './gcp/groups/kind';
import gcpIamResource from './gcp/iam-resource/kind';
import gcpKeyFile from './gcp/key-file/kind';
import gcpOrganizationPolicy from './gcp/organization-policy/kind';
import gcpProviderResource from './gcp/provider-resource/kind';
import gcpServiceAccountKey from './gcp/service-account-key/kind';
import terraformArguments from './terraform/arguments/kind';
import type { Kind } from './kind';

/** Every kind of document, by folder. */
export const kinds: readonly Kind[] = [
  fileLineBreaks,
  fileMisshapen,
  fileMissingFields,
  fileNamedValues,
  filePlainScalars,
  fileRepeatedKeys,
  fileSuppression,
  fileUnparsedText,
  fileUnreadPart,
  gcpAccessDocument,
  gcpAccessEntries,
  gcpAccessLevel,
  gcpAllowPolicy,
  gcpAuthoritativeList,
  gcpConfigConnector,
  gcpDefaultAccounts,
  gcpGroups,
  gcpIamResource,
  gcpKeyFile,
  gcpOrganizationPolicy,
  gcpProviderResource,
  gcpServiceAccountKey,
  terraformArguments,
];

// Made by `npm run generate`.
import explaining from './kinds/explaining';
import fileNamedValues from './kinds/file/named-values';
import gcpAccessEntries from './kinds/gcp/access-entries';
import gcpAccessLevel from './kinds/gcp/access-level';
import gcpAllowPolicy from './kinds/gcp/allow-policy';
import gcpAuthoritativeList from './kinds/gcp/authoritative-list';
import gcpConfigConnector from './kinds/gcp/config-connector';
import gcpDefaultAccounts from './kinds/gcp/default-accounts';
import gcpGroups from './kinds/gcp/groups';
import gcpIamResource from './kinds/gcp/iam-resource';
import gcpKeyFile from './kinds/gcp/key-file';
import gcpMembers from './kinds/gcp/members';
import gcpOrganizationPolicy from './kinds/gcp/organization-policy';
import gcpProviderResource from './kinds/gcp/provider-resource';
import gcpRoles from './kinds/gcp/roles';
import gcpServiceAccountKey from './kinds/gcp/service-account-key';
import type { Words } from '../../kinds/speech';

/** The id of a vocabulary → its words in Korean. */
export const korean: Readonly<Record<string, Words>> = {
  'explaining': explaining,
  'file/named-values': fileNamedValues,
  'gcp/access-entries': gcpAccessEntries,
  'gcp/access-level': gcpAccessLevel,
  'gcp/allow-policy': gcpAllowPolicy,
  'gcp/authoritative-list': gcpAuthoritativeList,
  'gcp/config-connector': gcpConfigConnector,
  'gcp/default-accounts': gcpDefaultAccounts,
  'gcp/groups': gcpGroups,
  'gcp/iam-resource': gcpIamResource,
  'gcp/key-file': gcpKeyFile,
  'gcp/members': gcpMembers,
  'gcp/organization-policy': gcpOrganizationPolicy,
  'gcp/provider-resource': gcpProviderResource,
  'gcp/roles': gcpRoles,
  'gcp/service-account-key': gcpServiceAccountKey,
};

import type { TextFormat } from '../../terraformSchema';

/**
 * What Google's provider checks of texts before it asks the API, by its own name of the check. Checks that aren't here are left to Terraform.
 *
 * @see https://github.com/hashicorp/terraform-provider-google/blob/main/google/verify/validation.go
 */
export const formats: ReadonlyMap<string, TextFormat> = new Map([
  ['RFC1035Name', { pattern: /^[a-z][-a-z0-9]{4,28}[a-z0-9]$/, example: 'app-runner' }],
  ['IAMCustomRoleID', { pattern: /^[a-zA-Z0-9_.]{3,64}$/, example: 'logReader' }],
  ['ProjectID', { pattern: /^(?:[a-z0-9.-]+:)?[a-z0-9-]+$/, example: 'example-project' }],
  ['WorkloadIdentityPoolId', { pattern: /^(?!gcp-)[0-9a-z-]{4,32}$/, example: 'github' }],
  ['WorkloadIdentityPoolProviderId', { pattern: /^(?!gcp-)[0-9a-z-]{4,32}$/, example: 'github-actions' }],
  ['WorkforcePoolId', { pattern: /^(?!gcp-)[a-z][a-z0-9-]{4,61}[a-z0-9]$/, example: 'employees' }],
  ['WorkforcePoolProviderId', { pattern: /^(?!gcp-)[a-z0-9-]{4,32}$/, example: 'entra-id' }],
  ['DeletedPrincipals', { pattern: /^(?!deleted:)/, example: 'principal://goog/subject/kim@example.org' }],
  ['StringIsNotEmpty', { pattern: /./s, example: '…' }],
  // Not checked for the members of the other families.
  [
    'ServiceAccountName',
    {
      pattern: /projects\/[^/]+\/serviceAccounts\/[^/]+/,
      example: 'projects/-/serviceAccounts/app@example-project.iam.gserviceaccount.com',
    },
  ],
]);

import type { Example } from '../rule';

/** As long and as varied as a key, and none. */
const body = 'QWERTYUIOPASDFGHJKLZXCVBNMqwertyuiopasdfghjklzxcvbnm0123456789+/'.repeat(26);

export default [
  {
    language: 'json',
    message: 'whole',
    bad: `{"type": «"service_account"», "private_key": "-----BEGIN PRIVATE KEY-----\\n${body}\\n-----END PRIVATE KEY-----\\n"}\n`,
    good: '{"type": "external_account"}\n',
  },
  {
    language: 'yaml',
    message: 'whole',
    bad: `accounts:
- type: «service_account»
  private_key: |
    -----BEGIN PRIVATE KEY-----
    ${body}
    -----END PRIVATE KEY-----
`,
    good: 'accounts: []\n',
  },
  {
    language: 'terraform',
    message: 'whole',
    bad: `provider "google" {
  credentials = <<EOT
{
  "type": «"service_account"»,
  "private_key": "-----BEGIN PRIVATE KEY-----\\n${body}\\n-----END PRIVATE KEY-----\\n"
}
EOT
}
`,
    good: `provider "google" {
  impersonate_service_account = "deployer@example-project.iam.gserviceaccount.com"
}
`,
  },
] satisfies Example[];

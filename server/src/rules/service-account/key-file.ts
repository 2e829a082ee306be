import keyFile from '../../kinds/gcp/key-file/kind';
import { defineRule } from '../rule';

export default defineRule({
  id: 'service-account/key-file',
  kind: keyFile,
  severity: 'error',
  fixClass: 'none',
  source: {
    title: 'Best practices for managing service account keys',
    url: 'https://cloud.google.com/iam/docs/best-practices-for-managing-service-account-keys',
  },
  since: '0.1.0',
  summary: 'The private key of a service account lies in a file.',
  rationale: [
    'Whoever can read this file, a copy of it or the history of its repository can act as the account from anywhere. Disable the key and then delete it: taking it out of the file does not take it back from those who have seen it. Look in the audit log for what was done with it.',
    'Then give the workload a way without a key; `service-account/key` tells which. A sample that only looks like a key is reported as information. Leastwise shows nothing of a key, neither in messages nor in the lines that it quotes.',
  ].join('\n\n'),
  messages: {
    whole: 'A private key of a service account lies here in the open. Disable the key, delete it and find out who has used it.',
    sample: 'This has the shape of a service account’s key file. Make sure that no real key gets in here.',
  },
  examples: [
    {
      language: 'json',
      message: 'sample',
      bad: `{
  "type": «"service_account"»,
  "project_id": "example-project",
  "private_key_id": "0123456789abcdef",
  "private_key": "-----BEGIN PRIVATE KEY-----\\nREDACTED\\n-----END PRIVATE KEY-----\\n",
  "client_email": "deployer@example-project.iam.gserviceaccount.com"
}
`,
      good: `{
  "type": "impersonated_service_account",
  "service_account_impersonation_url": "https://iamcredentials.googleapis.com/v1/projects/-/serviceAccounts/deployer@example-project.iam.gserviceaccount.com:generateAccessToken",
  "source_credentials": {
    "type": "authorized_user"
  }
}
`,
    },
    {
      language: 'terraform',
      message: 'sample',
      bad: `locals {
  deployer = jsonencode({
    type         = «"service_account"»
    client_email = "deployer@example-project.iam.gserviceaccount.com"
    private_key  = "-----BEGIN PRIVATE KEY-----\\nREDACTED\\n-----END PRIVATE KEY-----\\n"
  })
}
`,
      good: `locals {
  deployer = "deployer@example-project.iam.gserviceaccount.com"
}
`,
    },
  ],

  check({ type, key }, { report }) {
    report(type, key, key === 'sample' ? { severity: 'information' } : {});
  },
});

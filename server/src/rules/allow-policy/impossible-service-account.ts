import allowPolicy from '../../kinds/gcp/allow-policy/kind';
import { accountIdFault } from '../../kinds/gcp/members/accountAddress';
import type { Member } from '../../kinds/gcp/members/member';
import { defineRule } from '../rule';

export default defineRule({
  id: 'allow-policy/impossible-service-account',
  kind: allowPolicy,
  severity: 'information',
  fixClass: 'none',
  source: { title: 'Create service accounts', url: 'https://cloud.google.com/iam/docs/service-accounts-create' },
  since: '0.1.0',
  summary: 'A member is a service account that cannot exist.',
  rationale: [
    'The id of a service account has 6 to 30 lower-case letters, digits and hyphens; it begins with a letter and does not end with a hyphen. The id of a project is made likewise. (Read on 2026-08-22.) An address that breaks this names nobody, so a slip of the pen is likely.',
    'The accounts that Google makes for its own services have other forms, and are left alone.',
  ].join('\n\n'),
  messages: {
    accountId: 'No service account can be called `{id}`.',
    projectId: 'No project can have the id `{id}`.',
    projectNumber: 'No project has the number `{id}`.',
  },
  examples: [
    {
      language: 'json',
      bad: `{
  "bindings": [
    {
      "role": "roles/logging.logWriter",
      "members": [
        «"serviceAccount:log_writer@example-project.iam.gserviceaccount.com"»
      ]
    }
  ]
}
`,
      good: `{
  "bindings": [
    {
      "role": "roles/logging.logWriter",
      "members": [
        "serviceAccount:log-writer@example-project.iam.gserviceaccount.com"
      ]
    }
  ]
}
`,
    },
    {
      language: 'terraform',
      bad: `resource "google_project_iam_member" "web" {
  project = var.project
  role    = "roles/logging.logWriter"
  member  = «"serviceAccount:web@\${var.project}.iam.gserviceaccount.com"»
}
`,
      good: `resource "google_project_iam_member" "web" {
  project = var.project
  role    = "roles/logging.logWriter"
  member  = "serviceAccount:web-server@\${var.project}.iam.gserviceaccount.com"
}
`,
    },
    {
      language: 'yaml',
      bad: `bindings:
- members:
  - «serviceAccount:reports@1234.iam.gserviceaccount.com»
  role: roles/logging.logWriter
`,
      good: `bindings:
- members:
  - serviceAccount:reports@example-project.iam.gserviceaccount.com
  role: roles/logging.logWriter
`,
    },
  ],

  checkItem({ binding: { members } }, { report }) {
    if (members.state !== 'known') return;
    for (const member of members.value.items) {
      const fault = faultOf(member);
      if (!fault) continue;
      report(member.shown, fault.message, {
        arguments: { id: fault.id },
      });
    }
  },
});

function faultOf({ kind, id, written, prefix, suffix }: Member) {
  if (kind !== 'serviceAccount') return undefined;
  if (written && !written.addressFault) return undefined;
  const [account = '', host = ''] = (id ?? prefix.slice(prefix.indexOf(':') + 1)).split('@');
  if (written?.addressFault) {
    const message = written.addressFault;
    const project =
      message === 'projectNumber' ? account.replace(/-compute$/, '') : host.replace(/\.iam\.gserviceaccount\.com$/i, '');
    return { message, id: message === 'accountId' ? account : project };
  }
  // With the `@` written out, all of the account's id is.
  const isKnown = prefix.includes('@') && suffix.toLowerCase().endsWith('.iam.gserviceaccount.com');
  const message = isKnown ? accountIdFault(account) : undefined;
  return message && { message, id: account };
}

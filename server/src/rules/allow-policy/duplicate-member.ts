import { removeRepetition } from '../../kinds/gcp/allow-policy/edits/bindings';
import allowPolicy from '../../kinds/gcp/allow-policy/kind';
import { certainKey } from '../../kinds/gcp/members/member';
import { offer } from '../offer';
import { refusals } from '../refusals';
import { defineRule } from '../rule';

export default defineRule({
  id: 'allow-policy/duplicate-member',
  kind: allowPolicy,
  severity: 'warning',
  fixClass: 'same',
  source: { title: 'Understanding allow policies', url: 'https://cloud.google.com/iam/docs/allow-policies' },
  since: '0.1.0',
  summary: 'A binding names the same member twice.',
  rationale: [
    'The second mention adds nothing, and whoever takes the role away later may delete only one of the two. The case of letters in an address doesn’t count.',
    'In pools of identities it does: there, two spellings are two principals, and are left alone.',
  ].join('\n\n'),
  messages: {
    ...refusals,
    again: '`{member}` has the role already through this binding.',
    againUnknown: 'This member has the role already through this binding.',
    remove: 'Remove the repetition',
  },
  examples: [
    {
      language: 'json',
      bad: `{
  "bindings": [
    {
      "role": "roles/browser",
      "members": [
        "user:kim@example.org",
        "group:analysts@example.org",
        «"user:Kim@example.org"»
      ]
    }
  ]
}
`,
      good: `{
  "bindings": [
    {
      "role": "roles/browser",
      "members": [
        "user:kim@example.org",
        "group:analysts@example.org"
      ]
    }
  ]
}
`,
    },
    {
      language: 'terraform',
      bad: `resource "google_service_account" "reports" {
  account_id = "reports"
}

resource "google_project_iam_binding" "log_writers" {
  project = "example-project"
  role    = "roles/logging.logWriter"
  members = [
    google_service_account.reports.member,
    «"serviceAccount:\${google_service_account.reports.email}"»,
  ]
}
`,
      good: `resource "google_service_account" "reports" {
  account_id = "reports"
}

resource "google_project_iam_binding" "log_writers" {
  project = "example-project"
  role    = "roles/logging.logWriter"
  members = [
    google_service_account.reports.member,
  ]
}
`,
    },
    {
      language: 'yaml',
      bad: `bindings:
- members:
  - domain:example.org
  - «domain:example.org» # again
  - user:kim@example.com
  role: roles/browser
`,
      good: `bindings:
- members:
  - domain:example.org
  - user:kim@example.com
  role: roles/browser
`,
    },
  ],

  checkItem({ binding }, { report, whole }) {
    if (binding.members.state !== 'known') return;
    const seen = new Set<string>();
    for (const member of binding.members.value.items) {
      const key = certainKey(member);
      if (key === undefined) continue;
      if (!seen.has(key)) {
        seen.add(key);
        continue;
      }
      report(member.node, member.text === undefined ? 'againUnknown' : 'again', {
        arguments: member.text === undefined ? {} : { member: member.text },
        unnecessary: true,
        fixes: () => [offer({ title: 'remove' }, removeRepetition(whole(), binding, member))],
      });
    }
  },
});

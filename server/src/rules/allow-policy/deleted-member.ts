import { removeMember } from '../../kinds/gcp/allow-policy/edits/members';
import allowPolicy from '../../kinds/gcp/allow-policy/kind';
import { offer } from '../offer';
import { refusals } from '../refusals';
import { defineRule } from '../rule';

export default defineRule({
  id: 'allow-policy/deleted-member',
  kind: allowPolicy,
  severity: 'warning',
  fixClass: 'narrows',
  source: { title: 'IAM principals', url: 'https://cloud.google.com/iam/docs/principals-overview' },
  since: '0.1.0',
  summary: 'A role is still granted to a principal that has been deleted.',
  rationale: [
    'IAM marks the grants of a deleted principal with `deleted:` and a number. They serve nobody, yet come back to life when the account is restored within its days of grace. A new account of the same name does not get them.',
    'Remove them. Nobody writes this form by hand, and Terraform refuses it.',
  ].join('\n\n'),
  messages: {
    ...refusals,
    deleted: '`{member}` has been deleted and needs no role.',
    deletedUnknown: 'This principal has been deleted and needs no role.',
    remove: 'Remove the deleted principal',
  },
  examples: [
    {
      language: 'json',
      bad: `{
  "bindings": [
    {
      "role": "roles/browser",
      "members": [
        «"deleted:user:kim@example.org?uid=113748291058392715206"»,
        "user:lee@example.org"
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
        "user:lee@example.org"
      ]
    }
  ]
}
`,
    },
    {
      language: 'yaml',
      bad: `bindings:
- members:
  - group:analysts@example.org
  role: roles/browser
- members:
  - «deleted:serviceAccount:reports@example-project.iam.gserviceaccount.com?uid=108242640218471955132»
  role: roles/logging.logWriter
`,
      good: `bindings:
- members:
  - group:analysts@example.org
  role: roles/browser
`,
    },
    {
      language: 'terraform',
      bad: `resource "google_project_iam_binding" "browsers" {
  project = "example-project"
  role    = "roles/browser"
  members = [
    "group:analysts@example.org",
    «"deleted:group:interns@example.org?uid=104538291058392715206"»,
  ]
}
`,
      good: `resource "google_project_iam_binding" "browsers" {
  project = "example-project"
  role    = "roles/browser"
  members = [
    "group:analysts@example.org",
  ]
}
`,
    },
  ],

  checkItem({ binding }, { report, whole, workspace }) {
    if (binding.members.state !== 'known') return;
    for (const member of binding.members.value.items) {
      if (member.kind !== 'deleted' || member.id?.trim() === '') continue;
      const { text } = member;
      report(member.shown, text === undefined ? 'deletedUnknown' : 'deleted', {
        arguments: text === undefined ? {} : { member: text.replace(/^deleted:|\?uid=.*$/g, '') },
        // Whoever else stands in the text would lose the role, too.
        fixes: () => [
          offer(
            { title: 'remove' },
            /[\s,;]/.test(text ?? '') ? { refused: 'computed' } : removeMember(whole(), binding, member, workspace),
          ),
        ],
      });
    }
  },
});

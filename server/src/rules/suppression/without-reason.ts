import suppression from '../../kinds/file/suppression/kind';
import { defineRule } from '../rule';

export default defineRule({
  id: 'suppression/without-reason',
  kind: suppression,
  severity: 'warning',
  fixClass: 'none',
  source: {
    title: 'require-description',
    url: 'https://eslint-community.github.io/eslint-plugin-eslint-comments/rules/require-description.html',
  },
  since: '0.1.0',
  summary: 'A finding is suppressed without a reason.',
  rationale:
    'Whoever reads the policy next can’t tell a decision from an accident, and nobody can say when the exception may go. Write the reason behind the brackets of the comment, or as `reason` of the entry in `.leastwise.json`. The finding stays hidden meanwhile; this stands in its place.',
  messages: {
    comment: 'A finding is suppressed here without a reason. Write it behind the brackets of the comment.',
    entry: 'A finding is suppressed here without a reason. Write it as `reason` in .leastwise.json.',
  },
  examples: [
    {
      language: 'yaml',
      bad: `bindings:
- members:
  # leastwise: ignore[allow-policy/public-access]
  - «allUsers»
  role: roles/storage.objectViewer
`,
      good: `bindings:
- members:
  # leastwise: ignore[allow-policy/public-access] the files of our website
  - allUsers
  role: roles/storage.objectViewer
`,
    },
    {
      language: 'terraform',
      bad: `resource "google_storage_bucket_iam_member" "site" {
  bucket = "example-site"
  role   = "roles/storage.objectViewer"
  member = «"allUsers"» # leastwise: ignore[allow-policy/public-access] until 2026-12-31
}
`,
      good: `resource "google_storage_bucket_iam_member" "site" {
  bucket = "example-site"
  role   = "roles/storage.objectViewer"
  member = "allUsers" # leastwise: ignore[allow-policy/public-access] a website until 2026-12-31
}
`,
    },
  ],

  check({ state, reason, kept, findings }, { report }) {
    if (state !== 'current' || reason.trim() !== '') return;
    for (const range of findings) report(range, kept);
  },
});

import suppression from '../../kinds/file/suppression/kind';
import { defineRule } from '../rule';

export default defineRule({
  id: 'suppression/expired',
  kind: suppression,
  severity: 'warning',
  fixClass: 'none',
  source: { title: 'Filtering: suppression', url: 'https://trivy.dev/latest/docs/configuration/filtering/' },
  since: '0.1.0',
  summary: 'A suppression has run out and hides nothing any more.',
  rationale:
    'A suppression with a date is a promise to look again. The named day, in UTC, was its last one; since then the finding is shown again. Repair what was found, or give the suppression a new date and, if need be, a better reason. What is no day of the calendar hides nothing either.',
  messages: {
    expired: 'This suppression ran out after {until}. Look again at what it hid.',
    noDay: '{until} is no day of the calendar, so this suppression hides nothing.',
  },
  examples: [
    {
      language: 'yaml',
      also: ['allow-policy/public-access'],
      bad: `bindings:
- members:
  # leastwise: ignore[allow-policy/public-access] the fair's public data until «2025-12-31»
  - allUsers
  role: roles/storage.objectViewer
`,
      good: `bindings:
- members:
  # leastwise: ignore[allow-policy/public-access] the fair's public data until 2026-06-30
  - allUsers
  role: roles/storage.objectViewer
`,
    },
    {
      language: 'terraform',
      message: 'noDay',
      also: ['allow-policy/public-access'],
      bad: `resource "google_storage_bucket_iam_member" "site" {
  bucket = "example-site"
  role   = "roles/storage.objectViewer"
  member = "allUsers" # leastwise: ignore[allow-policy/public-access] a website until «2026-02-31»
}
`,
      good: `resource "google_storage_bucket_iam_member" "site" {
  bucket = "example-site"
  role   = "roles/storage.objectViewer"
  member = "allUsers" # leastwise: ignore[allow-policy/public-access] a website until 2026-02-28
}
`,
    },
  ],

  check({ state, kept, comment, findings, until }, { report }) {
    if (state === 'current' || until === undefined) return;
    // A comment in another block tells it there.
    if (kept === 'comment' && !comment) return;
    const message = state === 'noDay' ? 'noDay' : 'expired';
    // An entry of .leastwise.json stands in another file, so it is told where the finding is.
    for (const range of comment ? [comment.untilRange] : findings) report(range, message, { arguments: { until } });
  },
});

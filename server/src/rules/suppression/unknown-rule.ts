import suppression from '../../kinds/file/suppression/kind';
import { defineRule } from '../rule';

export default defineRule({
  id: 'suppression/unknown-rule',
  kind: suppression,
  severity: 'warning',
  fixClass: 'same',
  source: { title: 'Configure rules', url: 'https://eslint.org/docs/latest/use/configure/rules' },
  since: '0.1.0',
  summary: 'A suppression names a rule that does not exist.',
  rationale:
    'A misspelled id hides nothing, and looks as if it did. Every finding shows its id; the earlier ids of renamed rules go on working, and `<area>/*` names a whole area.',
  messages: {
    unknown: 'There is no rule `{id}`, so this hides nothing.',
    remove: 'Remove the suppression',
    removeId: 'Remove {id} from the suppression',
  },
  examples: [
    {
      language: 'yaml',
      bad: `bindings:
- members:
  # leastwise: ignore[allow-policy/public-access, «allow-policy/everybody»] the files of our website
  - allUsers
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
      bad: `resource "google_project_iam_member" "writer" {
  project = "example-project"
  # leastwise: ignore[«project-policy/*»] moves to the new project soon
  role   = "roles/logging.logWriter"
  member = "serviceAccount:app@example-project.iam.gserviceaccount.com"
}
`,
      good: `resource "google_project_iam_member" "writer" {
  project = "example-project"
  role    = "roles/logging.logWriter"
  member  = "serviceAccount:app@example-project.iam.gserviceaccount.com"
}
`,
    },
  ],

  check({ comment, entry }, { report }) {
    if (entry && !entry.id.known) {
      report(entry.id.range, 'unknown', {
        arguments: { id: entry.id.text },
        fixes: () => [{ title: 'remove', edits: [{ kind: 'remove', from: entry.list, item: entry.item }] }],
      });
    }
    for (const { text: id, range, withComma, known } of comment?.ids ?? []) {
      if (known || !comment) continue;
      report(range, 'unknown', {
        arguments: { id },
        fixes: () => [
          {
            title: withComma ? 'removeId' : 'remove',
            arguments: { id },
            edits: [{ kind: 'removeComment', comment: comment.range, part: withComma }],
          },
        ],
      });
    }
  },
});

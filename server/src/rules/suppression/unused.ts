import suppression from '../../kinds/file/suppression/kind';
import { defineRule } from '../rule';

export default defineRule({
  id: 'suppression/unused',
  kind: suppression,
  severity: 'hint',
  fixClass: 'same',
  source: { title: 'Configure rules', url: 'https://eslint.org/docs/latest/use/configure/rules' },
  since: '0.1.0',
  summary: 'A suppression hides nothing.',
  rationale:
    'What it was written for is gone, or it stands in the wrong line: a comment speaks of its own line or, standing alone, of the next one. Left behind, it would hide whatever comes to stand there.',
  messages: {
    unused: 'Nothing that this names is found here.',
    remove: 'Remove the suppression',
  },
  examples: [
    {
      language: 'yaml',
      bad: `bindings:
- members:
  «# leastwise: ignore[allow-policy/public-access] the files of our website»
  - group:readers@example.org
  role: roles/storage.objectViewer
`,
      good: `bindings:
- members:
  - group:readers@example.org
  role: roles/storage.objectViewer
`,
    },
    {
      language: 'terraform',
      bad: `resource "google_project_iam_member" "writer" {
  project = "example-project"
  role    = "roles/logging.logWriter"
  member  = "serviceAccount:web-app@example-project.iam.gserviceaccount.com" «# leastwise: ignore[allow-policy/*] agreed»
}
`,
      good: `resource "google_project_iam_member" "writer" {
  project = "example-project"
  role    = "roles/logging.logWriter"
  member  = "serviceAccount:web-app@example-project.iam.gserviceaccount.com"
}
`,
    },
  ],

  check({ comment, state, hidesNothing }, { report, workspace }) {
    if (!comment || state !== 'current' || !hidesNothing || comment.ids.some(({ known }) => !known)) return;
    // What other files tell may still bring the finding.
    if (!workspace.complete) return;
    report(comment.range, 'unused', {
      unnecessary: true,
      fixes: () => [{ title: 'remove', edits: [{ kind: 'removeComment', comment: comment.range, part: undefined }] }],
    });
  },
});

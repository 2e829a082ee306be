import iamResource from '../../kinds/gcp/iam-resource/kind';
import { defineRule } from '../rule';

export default defineRule({
  id: 'terraform/authoritative-policy',
  kind: iamResource,
  severity: 'warning',
  fixClass: 'none',
  source: {
    title: 'google_project_iam',
    url: 'https://github.com/hashicorp/terraform-provider-google/blob/main/website/docs/r/google_project_iam.html.markdown',
  },
  since: '0.1.0',
  summary: 'Terraform replaces the whole allow policy of a project, folder or organization.',
  rationale:
    'A `_iam_policy` resource is the policy: grants that aren’t in it go with the next apply, those of Google’s own service agents and of the people who could repair it among them. Destroying it empties the policy. Manage one role with `_iam_binding`, or one grant with `_iam_member`.',
  messages: {
    replaced: 'This replaces the whole policy of the {level}: every grant that isn’t in it is removed, service agents’ included.',
  },
  examples: [
    {
      language: 'terraform',
      bad: `«resource "google_project_iam_policy" "main"» {
  project     = "example-project"
  policy_data = data.google_iam_policy.main.policy_data
}
`,
      good: `resource "google_project_iam_member" "log_writer" {
  project = "example-project"
  role    = "roles/logging.logWriter"
  member  = "serviceAccount:app@example-project.iam.gserviceaccount.com"
}
`,
    },
    {
      language: 'terraform',
      bad: `«resource "google_folder_iam_policy" "shared"» {
  folder = "folders/123456789012"
  policy_data = jsonencode({
    bindings = [
      {
        role    = "roles/browser"
        members = ["group:readers@example.org"]
      },
    ]
  })
}
`,
      good: `resource "google_folder_iam_binding" "readers" {
  folder  = "folders/123456789012"
  role    = "roles/browser"
  members = ["group:readers@example.org"]
}
`,
    },
  ],

  check({ ending, family, anchor }, { report }) {
    const level = levels.get(family);
    if (ending === 'policy' && level) report(anchor, 'replaced', { arguments: { level } });
  },
});

const levels: ReadonlyMap<string, string> = new Map([
  ['google_project', 'project'],
  ['google_folder', 'folder'],
  ['google_organization', 'organization'],
]);

import namedValues from '../../kinds/file/named-values/kind';
import { defineRule } from '../rule';

export default defineRule({
  id: 'example/placeholder',
  kind: namedValues,
  severity: 'information',
  fixClass: 'none',
  source: { title: 'Use IAM securely', url: 'https://cloud.google.com/iam/docs/using-iam-securely' },
  since: '0.1.0',
  summary: 'A value that a quick-fix or a snippet has put in still waits to be filled in.',
  rationale:
    'Quick-fixes and snippets can’t know your accounts, so they write names that belong to nobody. Put your own in their place before the policy is used; a setting such as `leastwise.emergencyAccess.members` saves you the work next time.',
  messages: { unfilled: '`{value}` is a placeholder. Put your own value here.' },
  examples: [
    {
      language: 'yaml',
      also: ['access-level/authoritative-list'],
      bad: `- name: accessPolicies/123456789/accessLevels/office
  title: office
  basic:
    combiningFunction: OR
    conditions:
    - ipSubnetworks:
      - 203.0.113.0/24
    - members:
      - «user:emergency-access@example.com»
`,
      good: `- name: accessPolicies/123456789/accessLevels/office
  title: office
  basic:
    combiningFunction: OR
    conditions:
    - ipSubnetworks:
      - 203.0.113.0/24
    - members:
      - user:break-glass@example.org
`,
    },
    {
      language: 'terraform',
      bad: `resource "google_project_iam_member" "log_writer" {
  project = "example-project"
  role    = "roles/logging.logWriter"
  member  = «"serviceAccount:vm-report@your-project-id.iam.gserviceaccount.com"»
}
`,
      good: `resource "google_project_iam_member" "log_writer" {
  project = "example-project"
  role    = "roles/logging.logWriter"
  member  = "serviceAccount:vm-report@example-project.iam.gserviceaccount.com"
}
`,
    },
  ],

  check({ values }, { report }) {
    for (const { node, text } of values) report(node, 'unfilled', { arguments: { value: text } });
  },
});

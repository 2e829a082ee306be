import allowPolicy from '../../kinds/gcp/allow-policy/kind';
import { parseExpression } from '../../kinds/gcp/conditions/condition';
import { wrongNames } from '../../kinds/gcp/conditions/names';
import { offer } from '../offer';
import { refusals } from '../refusals';
import { defineRule } from '../rule';

const messages = {
  ...refusals,
  attribute: 'Conditions have no attribute `{written}`. It is near to `{meant}`.',
  function: 'Conditions have no function `{written}`. It is near to `{meant}`.',
  ofPolicyBindings: '`principal.{written}` is for policy bindings of principal access boundaries. Grants don’t know it.',
  ofAccessBoundaries: '`{written}` is for Credential Access Boundaries. A grant that asks for it never holds.',
  write: 'Change to {name}',
};

export default defineRule({
  id: 'allow-policy/condition-unknown-attribute',
  kind: allowPolicy,
  severity: 'error',
  fixClass: 'changes',
  source: {
    title: 'Attribute reference for IAM Conditions',
    url: 'https://cloud.google.com/iam/docs/conditions-attribute-reference',
  },
  since: '0.1.0',
  summary: 'The condition of a grant names an attribute or a function that conditions don’t have.',
  rationale: [
    'A policy with such a condition is refused whole, or the grant never holds. Names of attributes and functions are case-sensitive.',
    'Only names that are near to a known one are reported, and those that exist in conditions of another kind: services may have attributes that no list tells.',
  ].join('\n\n'),
  messages,
  examples: [
    {
      language: 'yaml',
      message: 'attribute',
      bad: `version: 3
bindings:
- members:
  - group:auditors@example.org
  role: roles/logging.viewer
  condition:
    title: until summer
    expression: request.«tiem» < timestamp("2027-07-01T00:00:00Z")
`,
      good: `version: 3
bindings:
- members:
  - group:auditors@example.org
  role: roles/logging.viewer
  condition:
    title: until summer
    expression: request.time < timestamp("2027-07-01T00:00:00Z")
`,
    },
    {
      language: 'json',
      message: 'function',
      bad: `{
  "version": 3,
  "bindings": [
    {
      "role": "roles/storage.objectViewer",
      "members": ["group:analysts@example.org"],
      "condition": {
        "title": "reports",
        "expression": "resource.name.«startWith»(\\"projects/_/buckets/reports\\")"
      }
    }
  ]
}
`,
      good: `{
  "version": 3,
  "bindings": [
    {
      "role": "roles/storage.objectViewer",
      "members": ["group:analysts@example.org"],
      "condition": {
        "title": "reports",
        "expression": "resource.name.startsWith(\\"projects/_/buckets/reports\\")"
      }
    }
  ]
}
`,
    },
    {
      language: 'terraform',
      message: 'attribute',
      bad: `resource "google_project_iam_member" "delegate" {
  project = "example-project"
  role    = "roles/resourcemanager.projectIamAdmin"
  member  = "user:kim@example.org"

  condition {
    title      = "viewers only"
    expression = <<-EOT
      api.getAttribute("«iam.googleapis.com/modifiedGrantByRole»", [])
        .hasOnly(["roles/viewer"]) // nothing else
    EOT
  }
}
`,
      good: `resource "google_project_iam_member" "delegate" {
  project = "example-project"
  role    = "roles/resourcemanager.projectIamAdmin"
  member  = "user:kim@example.org"

  condition {
    title      = "viewers only"
    expression = <<-EOT
      api.getAttribute("iam.googleapis.com/modifiedGrantsByRole", [])
        .hasOnly(["roles/viewer"]) // nothing else
    EOT
  }
}
`,
    },
  ],

  checkItem({ binding: { condition }, policy }, { report }) {
    if (condition.state !== 'known' || condition.value.expression.state !== 'known') return;
    const { value } = condition.value.expression;
    const expression = parseExpression(value, policy.place);
    if (!expression) return;
    for (const { fault, kind, range, written, meant } of wrongNames(expression.tree)) {
      const write = { title: 'write', arguments: { name: meant ?? '' } } as const;
      report(expression.at(range), fault === 'misspelt' ? kind : fault, {
        arguments: meant === undefined ? { written } : { written, meant },
        fixes: () => (meant === undefined ? [] : [offer(write, expression.replace(range, meant))]),
      });
    }
  },
});

import missingFields from '../../kinds/file/missing-fields/kind';
import { defineRule } from '../rule';

export default defineRule({
  id: 'file/missing-field',
  kind: missingFields,
  severity: 'error',
  fixClass: 'none',
  source: { title: 'Policy, REST reference', url: 'https://cloud.google.com/iam/docs/reference/rest/v1/Policy' },
  since: '0.1.0',
  summary: 'An object of a policy lacks a field without which it is refused.',
  rationale:
    'The API refuses a binding without `role` and a condition without `expression` or `title`, and with it the whole policy: nothing in the document is in force.',
  messages: { missing: 'Missing here: {names}. The API refuses the document without.' },
  examples: [
    {
      language: 'yaml',
      bad: `bindings:
- role: roles/browser
  members:
  - group:analysts@example.org
- «members»:
  - group:readers@example.org
`,
      good: `bindings:
- role: roles/browser
  members:
  - group:analysts@example.org
- members:
  - group:readers@example.org
  role: roles/logging.viewer
`,
    },
    {
      language: 'json',
      bad: `{
  "bindings": [
    {
      "role": "roles/browser",
      "members": ["group:analysts@example.org"],
      "condition": { «"expression"»: "request.time < timestamp('2027-01-01T00:00:00Z')" }
    }
  ]
}
`,
      good: `{
  "bindings": [
    {
      "role": "roles/browser",
      "members": ["group:analysts@example.org"],
      "condition": { "title": "until 2027", "expression": "request.time < timestamp('2027-01-01T00:00:00Z')" }
    }
  ]
}
`,
    },
  ],

  check({ objects }, { report }) {
    for (const { names, at } of objects) report(at, 'missing', { arguments: { names: names.join(', ') } });
  },
});

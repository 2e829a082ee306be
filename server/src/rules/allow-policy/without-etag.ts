import allowPolicy from '../../kinds/gcp/allow-policy/kind';
import { summariesOf } from '../../kinds/gcp/allow-policy/summary';
import { isEmbedded } from '../../kinds/reading/roots';
import { defineRule } from '../rule';

export default defineRule({
  id: 'allow-policy/without-etag',
  kind: allowPolicy,
  severity: 'hint',
  fixClass: 'none',
  source: { title: 'Policy, REST reference', url: 'https://cloud.google.com/iam/docs/reference/rest/v1/Policy' },
  since: '0.1.0',
  summary: 'A policy file with conditions has no etag.',
  rationale: [
    'The etag tells which state of the policy the file was made from. With it, a write fails when somebody else has changed the policy meanwhile; without it, their change is lost. A policy with conditions has more to lose: a client of version 1 may then overwrite it whole, conditions and all.',
    'Read the policy again with `get-iam-policy`, change that file and write it back.',
  ].join('\n\n'),
  messages: { absent: 'The policy has conditions but no etag, so it may overwrite what others have changed.' },
  examples: [
    {
      language: 'json',
      filesOnly: true,
      bad: `{
  "version": 3,
  «"bindings"»: [
    {
      "role": "roles/browser",
      "members": ["user:kim@example.org"],
      "condition": {
        "title": "until-2030",
        "expression": "request.time < timestamp(\\"2030-01-01T00:00:00Z\\")"
      }
    }
  ]
}
`,
      good: `{
  "version": 3,
  "bindings": [
    {
      "role": "roles/browser",
      "members": ["user:kim@example.org"],
      "condition": {
        "title": "until-2030",
        "expression": "request.time < timestamp(\\"2030-01-01T00:00:00Z\\")"
      }
    }
  ],
  "etag": "BwXhqDVQ9Pk="
}
`,
    },
    {
      language: 'yaml',
      filesOnly: true,
      bad: `policy:
  version: 3
  «bindings»:
  - role: roles/browser
    members:
    - user:kim@example.org
    condition:
      title: until-2030
      expression: request.time < timestamp("2030-01-01T00:00:00Z")
updateMask: bindings
`,
      good: `policy:
  version: 3
  etag: BwXhqDVQ9Pk=
  bindings:
  - role: roles/browser
    members:
    - user:kim@example.org
    condition:
      title: until-2030
      expression: request.time < timestamp("2030-01-01T00:00:00Z")
updateMask: bindings,etag
`,
    },
  ],

  check(policy, { report }) {
    const { etag, place, anchor } = policy;
    // Terraform reads the policy before it writes, and takes the etag from there.
    const isFile = !isEmbedded(place) && place.resource === undefined;
    if (!isFile || etag.state !== 'absent') return;
    if (summariesOf(policy).some(({ hasCondition }) => hasCondition)) report(anchor, 'absent');
  },
});

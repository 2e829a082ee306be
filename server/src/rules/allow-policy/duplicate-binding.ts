import { mergeBindings } from '../../kinds/gcp/allow-policy/edits/bindings';
import allowPolicy from '../../kinds/gcp/allow-policy/kind';
import { isWholeBinding } from '../../kinds/gcp/allow-policy/objects/wholeBinding';
import type { AllowPolicy, Binding } from '../../kinds/gcp/allow-policy/policy';
import { summariesOf } from '../../kinds/gcp/allow-policy/summary';
import { certainText } from '../../kinds/reading/values';
import { offer } from '../offer';
import { refusals } from '../refusals';
import { defineRule } from '../rule';

export default defineRule({
  id: 'allow-policy/duplicate-binding',
  kind: allowPolicy,
  severity: 'warning',
  fixClass: 'same',
  source: { title: 'Understanding allow policies', url: 'https://cloud.google.com/iam/docs/allow-policies' },
  since: '0.1.0',
  summary: 'A policy binds the same role under the same condition twice.',
  rationale: [
    'IAM takes the two for one, so nothing breaks. But who reads one of them takes it for the whole list, and who takes a member out of one leaves it in the other.',
    'Bindings with different conditions are different: title, description and expression all count.',
  ].join('\n\n'),
  messages: {
    ...refusals,
    again: '`{role}` is already bound above.',
    againConditional: '`{role}` is already bound above under this condition.',
    merge: 'Merge into the first binding',
    comments: 'Comments that stand between the members would be lost.',
    moreFields: 'This binding says more than a role, members and a condition, which would be lost. Merge the two by hand.',
  },
  examples: [
    {
      language: 'json',
      bad: `{
  "bindings": [
    {
      "role": "roles/browser",
      "members": [
        "user:kim@example.org"
      ]
    },
    {
      "role": "roles/logging.logWriter",
      "members": [
        "serviceAccount:reports@example-project.iam.gserviceaccount.com"
      ]
    },
    {
      "role": «"roles/browser"»,
      "members": [
        "user:kim@example.org",
        "group:analysts@example.org"
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
        "user:kim@example.org",
        "group:analysts@example.org"
      ]
    },
    {
      "role": "roles/logging.logWriter",
      "members": [
        "serviceAccount:reports@example-project.iam.gserviceaccount.com"
      ]
    }
  ]
}
`,
    },
    {
      language: 'terraform',
      bad: `data "google_iam_policy" "project" {
  binding {
    role    = "roles/browser"
    members = ["group:analysts@example.org"]
  }

  binding {
    role    = «"roles/browser"»
    members = ["user:kim@example.org"]
  }
}
`,
      good: `data "google_iam_policy" "project" {
  binding {
    role    = "roles/browser"
    members = ["group:analysts@example.org", "user:kim@example.org"]
  }
}
`,
    },
    {
      language: 'yaml',
      bad: `bindings:
- condition:
    expression: request.time < timestamp("2030-01-01T00:00:00Z")
    title: until-2030
  members:
  - user:kim@example.org
  role: roles/browser
- condition:
    expression: request.time < timestamp("2030-01-01T00:00:00Z")
    title: until-2030
  members:
  - user:lee@example.org
  role: «roles/browser»
- members:
  - group:analysts@example.org
  role: roles/browser
etag: BwXhqDVQ9Pk=
version: 3
`,
      good: `bindings:
- condition:
    expression: request.time < timestamp("2030-01-01T00:00:00Z")
    title: until-2030
  members:
  - user:kim@example.org
  - user:lee@example.org
  role: roles/browser
- members:
  - group:analysts@example.org
  role: roles/browser
etag: BwXhqDVQ9Pk=
version: 3
`,
    },
  ],

  check(policy, { report }) {
    for (const alike of alikeIn(policy)) {
      // What a misspelt or repeated key says may set the binding apart.
      const [first, ...others] = alike.filter((binding) => isWholeBinding(binding, policy));
      for (const binding of first ? others : []) {
        const { role, condition } = binding;
        if (!first || role.state !== 'known') continue;
        report(role.value.node, condition.state === 'known' ? 'againConditional' : 'again', {
          arguments: { role: certainText(role) ?? '' },
          fixes: () => [offer({ title: 'merge' }, mergeBindings(policy, first, binding))],
        });
      }
    }
  },
});

/** Several bindings of one role and one condition, as far as the text tells; most policies have none. */
function alikeIn(policy: AllowPolicy): readonly (readonly Binding[])[] {
  const byIdentity = new Map<string, number[]>();
  for (const [index, { identity, hasRole }] of summariesOf(policy).entries()) {
    if (identity === undefined || !hasRole) continue;
    const alike = byIdentity.get(identity);
    if (alike) alike.push(index);
    else byIdentity.set(identity, [index]);
  }
  const several = [...byIdentity.values()].filter(({ length }) => length > 1);
  return several.map((alike) => alike.flatMap((index) => policy.bindings[index] ?? []));
}

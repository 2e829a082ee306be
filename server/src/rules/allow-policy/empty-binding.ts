import { removeBinding } from '../../kinds/gcp/allow-policy/edits/bindings';
import allowPolicy from '../../kinds/gcp/allow-policy/kind';
import { unknownFields } from '../../kinds/gcp/allow-policy/objects/unknownFields';
import type { AllowPolicy, Binding } from '../../kinds/gcp/allow-policy/policy';
import { refusals } from '../refusals';
import { defineRule, type Fix } from '../rule';

type Message = keyof typeof messages;

const messages = {
  ...refusals,
  empty: 'A binding must have at least one member.',
  remove: 'Remove the empty binding',
  unfinished: 'The binding lacks its role or its members, as if it were being written. Complete it, or remove it by hand.',
  lastBinding: 'It is the only binding: without it the policy takes every role from everybody.',
};

export default defineRule({
  id: 'allow-policy/empty-binding',
  kind: allowPolicy,
  severity: 'error',
  fixClass: 'same',
  source: { title: 'Policy, REST reference', url: 'https://cloud.google.com/iam/docs/reference/rest/v1/Policy' },
  since: '0.1.0',
  summary: 'A binding grants a role to nobody.',
  rationale: [
    'Each binding of a policy must name one principal at least. The API refuses the policy, or drops the binding in silence.',
    'The resource `google_…_iam_binding` is another thing: with an empty list it makes sure that nobody holds the role, and is left alone.',
  ].join('\n\n'),
  messages,
  examples: [
    {
      language: 'json',
      bad: `{
  "bindings": [
    {
      "role": "roles/browser",
      "members": [
        "group:analysts@example.org"
      ]
    },
    {
      "role": "roles/logging.logWriter",
      "members": «[]»
    }
  ]
}
`,
      good: `{
  "bindings": [
    {
      "role": "roles/browser",
      "members": [
        "group:analysts@example.org"
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
    role    = "roles/logging.logWriter"
    members = «[]»
  }
}
`,
      good: `data "google_iam_policy" "project" {
  binding {
    role    = "roles/browser"
    members = ["group:analysts@example.org"]
  }
}
`,
    },
    {
      language: 'yaml',
      fix: 'unfinished',
      bad: `bindings:
- «role: roles/logging.logWriter»
- role: roles/browser
  members:
  - group:analysts@example.org
`,
      good: `bindings:
- role: roles/browser
  members:
  - group:analysts@example.org
`,
    },
  ],

  checkItem({ binding, policy }, { report, whole }) {
    const { members, node } = binding;
    if (policy.form !== 'document' || members.state === 'unknown') return;
    if (members.state === 'known' && (members.value.items.length > 0 || !members.value.complete)) return;
    const misspelt = unknownFields(whole()).filter(({ meant }) => meant?.field.name === 'members');
    // The misspelt field is told by itself.
    if (misspelt.some(({ entry }) => node.entries.includes(entry))) return;
    report(members.state === 'known' ? members.value.node : binding.anchor, 'empty', {
      fixes: () => [removal(whole(), binding)],
    });
  },
});

/** A binding that says whom it is for grants nothing; one in which something is missing may be the half of another. */
function removal(policy: AllowPolicy, binding: Binding): Fix<Message> {
  const { members, role, condition } = binding;
  const title = { title: 'remove' } as const;
  if (members.state !== 'known' || role.state !== 'known') return { ...title, disabled: 'unfinished' };
  if (!members.value.literal) return { ...title, disabled: 'notLiteral' };
  if (policy.complete && policy.bindings.length === 1) return { ...title, disabled: 'lastBinding' };
  const change = removeBinding(policy, binding);
  if ('refused' in change) return { ...title, disabled: change.refused };
  // Whoever empties the list to write another may still want the condition.
  return { ...title, edits: change.edits, fixClass: condition.state === 'absent' ? 'same' : 'changes' };
}

import { renameTo } from '../../kinds/edits/renameField';
import allowPolicy from '../../kinds/gcp/allow-policy/kind';
import { isDropped, unknownFields } from '../../kinds/gcp/allow-policy/objects/unknownFields';
import type { AllowPolicy } from '../../kinds/gcp/allow-policy/policy';
import type { ShapeField } from '../../kinds/shape';
import type { Entry } from '../../syntax/tree';
import { readersOf } from '../../workspace/terraform/readers';
import { refusals } from '../refusals';
import { defineRule, type Fix } from '../rule';

type Message = keyof typeof messages;

const messages = {
  ...refusals,
  misspelt: '`{field}` is no field of the API; `{meant}` is.',
  policy: 'A policy has no field `{field}`.',
  binding: 'A binding has no field `{field}`.',
  condition: 'A condition has no field `{field}`.',
  auditConfig: 'An audit configuration has no field `{field}`.',
  auditLogConfig: 'The configuration of an audit log has no field `{field}`.',
  rename: 'Rename to {meant}',
  renameDropped: 'Rename to {meant}, which then takes effect',
};

export default defineRule({
  id: 'allow-policy/unknown-field',
  kind: allowPolicy,
  severity: 'error',
  fixClass: 'same',
  source: { title: 'Policy, REST reference', url: 'https://cloud.google.com/iam/docs/reference/rest/v1/Policy' },
  since: '0.1.0',
  summary: 'A policy has a field that the API does not know.',
  rationale: [
    'The API refuses a policy with a field it does not know. Tools that drop such a field instead do worse: a misspelt `condition` is a grant without a condition.',
    'Policies have no place for notes. Comments of YAML and Terraform, or the description of a condition, take them.',
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
    }
  ],
  «"eTag"»: "BwXhqDVQ9Pk="
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
  ],
  "etag": "BwXhqDVQ9Pk="
}
`,
    },
    {
      language: 'terraform',
      bad: `resource "google_pubsub_topic_iam_policy" "events" {
  topic = "events"
  policy_data = jsonencode({
    bindings = [
      {
        role   = "roles/pubsub.publisher"
        «member» = ["group:publishers@example.org"]
      },
    ]
  })
}
`,
      good: `resource "google_pubsub_topic_iam_policy" "events" {
  topic = "events"
  policy_data = jsonencode({
    bindings = [
      {
        role    = "roles/pubsub.publisher"
        members = ["group:publishers@example.org"]
      },
    ]
  })
}
`,
    },
    {
      language: 'yaml',
      fix: false,
      bad: `bindings:
- role: roles/browser
  members:
  - group:analysts@example.org
  «ticket»: OPS-214
`,
      good: `bindings:
- role: roles/browser # OPS-214
  members:
  - group:analysts@example.org
`,
    },
  ],

  check(policy, { report, workspace }) {
    // What Terraform takes apart has the fields that its author likes; a misspelt one is misspelt all the same.
    const isData =
      policy.place.resource === undefined && readersOf(policy.place.uri, workspace).some(({ value }) => value.decodes);
    for (const { entry, object, meant } of unknownFields(policy)) {
      const field = meant?.field;
      if (isData && !field) continue;
      report(entry.keyRange, field ? 'misspelt' : partOf(object.shape.name), {
        arguments: { field: entry.key, ...(field ? { meant: field.name } : {}) },
        fixes: () => (field ? [rename(policy, entry, field)] : []),
      });
    }
  },
});

/** The message for a field that nothing comes near to. */
function partOf(shape: string): Message {
  return parts.find((part) => part === shape) ?? 'policy';
}

const parts = ['policy', 'binding', 'condition', 'auditConfig', 'auditLogConfig'] as const;

function rename(policy: AllowPolicy, entry: Entry, { name, takes }: ShapeField): Fix<Message> {
  const isMore = isDropped(policy, entry, name);
  const title = {
    title: isMore ? 'renameDropped' : 'rename',
    fixClass: isMore ? 'changes' : 'same',
    arguments: { meant: name },
  } as const;
  if (policy.place.resource?.repeated) return { ...title, disabled: 'repeated' };
  const edits = renameTo(entry, name, takes);
  return edits ? { ...title, edits } : { ...title, disabled: 'otherShape' };
}

import { reshapeValue } from '../../kinds/edits/reshapeValue';
import misshapen from '../../kinds/file/misshapen/kind';
import type { Misshapen } from '../../kinds/shapedObjects';
import { refusals } from '../refusals';
import { defineRule, type Fix } from '../rule';

type Message = keyof typeof messages;

const messages = {
  ...refusals,
  text: '`{field}` takes a text. Write one value without brackets.',
  number: '`{field}` takes a number.',
  boolean: '`{field}` takes `true` or `false`.',
  texts: '`{field}` takes a list. Put the value into brackets or behind a dash.',
  object: '`{field}` takes an object with fields of its own.',
  objects: '`{field}` takes a list of objects.',
  items: '`{field}` takes a list of texts, and this is none.',
  wrap: 'Put it into a list',
  unwrap: 'Take it out of the list',
};

export default defineRule({
  id: 'file/wrong-shape',
  kind: misshapen,
  severity: 'error',
  fixClass: 'same',
  source: { title: 'Policy, REST reference', url: 'https://cloud.google.com/iam/docs/reference/rest/v1/Policy' },
  since: '0.1.0',
  summary: 'A value has the wrong shape: one text where a list belongs, or a list where one text belongs.',
  rationale: [
    'A field takes either one value, a list or an object. An API refuses a document in which one of them stands in the place of another, and so nothing in the document is in force.',
    'A single value in the place of a list is put into one; the only item of a list is taken out where one value belongs. What else was meant, only its author knows.',
  ].join('\n\n'),
  messages,
  examples: [
    {
      language: 'yaml',
      message: 'texts',
      bad: `bindings:
- role: roles/browser
  members: «user:kim@example.org»
`,
      good: `bindings:
- role: roles/browser
  members:
  - user:kim@example.org
`,
    },
    {
      language: 'json',
      message: 'text',
      bad: `{
  "bindings": [
    {
      "role": «["roles/browser"]»,
      "members": ["group:analysts@example.org"]
    }
  ]
}
`,
      good: `{
  "bindings": [
    {
      "role": "roles/browser",
      "members": ["group:analysts@example.org"]
    }
  ]
}
`,
    },
    {
      language: 'yaml',
      message: 'items',
      fix: false,
      bad: `bindings:
- role: roles/browser
  members:
  - «user: kim@example.org»
`,
      good: `bindings:
- role: roles/browser
  members:
  - user:kim@example.org
`,
    },
    {
      language: 'json',
      message: 'object',
      fix: false,
      bad: `{
  "bindings": [
    {
      "role": "roles/browser",
      "members": ["group:analysts@example.org"],
      "condition": «"request.time < timestamp('2027-01-01T00:00:00Z')"»
    }
  ]
}
`,
      good: `{
  "bindings": [
    {
      "role": "roles/browser",
      "members": ["group:analysts@example.org"],
      "condition": {
        "title": "until 2027",
        "expression": "request.time < timestamp('2027-01-01T00:00:00Z')"
      }
    }
  ]
}
`,
    },
  ],

  check({ values }, { report }) {
    for (const value of values) {
      const { entry, node } = value;
      report(node, messageFor(value), { arguments: { field: entry.key }, fixes: () => fixesFor(value) });
    }
  },
});

function messageFor({ entry, node, field: { takes } }: Misshapen): Message {
  if (takes === 'texts' && node !== entry.value) return 'items';
  return takes === 'map' ? 'object' : takes;
}

function fixesFor({ entry: { value }, node, field: { takes } }: Misshapen): readonly Fix<Message>[] {
  const edits = node === value ? reshapeValue(value, takes) : undefined;
  if (!edits) return [];
  return [{ title: takes === 'texts' || takes === 'objects' ? 'wrap' : 'unwrap', edits }];
}

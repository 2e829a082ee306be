import { reshapeValue } from '../../kinds/edits/reshapeValue';
import providerArguments from '../../kinds/terraform/arguments/kind';
import type { WrongType } from '../../kinds/terraform/arguments/policy';
import { refusals } from '../refusals';
import { defineRule, type Fix } from '../rule';

type Message = keyof typeof messages;

const messages = {
  ...refusals,
  text: '`{name}` takes a text. Write one value without brackets.',
  number: '`{name}` takes a number.',
  truth: '`{name}` takes `true` or `false`.',
  texts: '`{name}` takes a list of texts. Put the value into brackets.',
  item: '`{name}` takes a list of texts, and this is none.',
  map: '`{name}` takes an object of texts.',
  other: '`{name}` takes a list of objects.',
  block: '`{name}` is a block. Write it without `=`.',
  argument: '`{name}` is an argument. Write it with `=`.',
  wrap: 'Put it into a list',
  unwrap: 'Take it out of the list',
};

export default defineRule({
  id: 'terraform/wrong-type',
  kind: providerArguments,
  severity: 'error',
  fixClass: 'same',
  source: {
    title: 'Terraform: type constraints, conversion',
    url: 'https://developer.hashicorp.com/terraform/language/expressions/type-constraints',
  },
  since: '0.1.0',
  summary: 'An argument has a value of another type than its provider takes.',
  rationale: [
    'Terraform turns a number or a truth value into a text where one belongs, and the text `"true"` into a truth value. It makes no list of one text and no text of a list, and a block is no argument: the configuration is refused.',
    'A single value in the place of a list is put into one; the only item of a list is taken out where one value belongs. What else was meant, only its author knows.',
  ].join('\n\n'),
  messages,
  examples: [
    {
      language: 'terraform',
      message: 'texts',
      bad: `resource "google_project_iam_binding" "logs" {
  project = "example-project"
  role    = "roles/logging.viewer"
  members = «"group:ops@example.org"»
}
`,
      good: `resource "google_project_iam_binding" "logs" {
  project = "example-project"
  role    = "roles/logging.viewer"
  members = ["group:ops@example.org"]
}
`,
    },
    {
      language: 'terraform',
      message: 'text',
      bad: `resource "google_project_iam_member" "logs" {
  project = "example-project"
  role    = «["roles/logging.viewer"]»
  member  = "group:ops@example.org"
}
`,
      good: `resource "google_project_iam_member" "logs" {
  project = "example-project"
  role    = "roles/logging.viewer"
  member  = "group:ops@example.org"
}
`,
    },
    {
      language: 'terraform',
      message: 'truth',
      fix: false,
      bad: `resource "google_service_account" "app" {
  account_id = "app-runner"
  disabled   = «"yes"»
}
`,
      good: `resource "google_service_account" "app" {
  account_id = "app-runner"
  disabled   = true
}
`,
    },
  ],

  check({ slips }, { report }) {
    for (const slip of slips) {
      if (slip.what !== 'type') continue;
      const { entry, node, takes } = slip;
      const isName = takes === 'block' || takes === 'argument';
      report(isName ? entry.keyRange : node, messageFor(slip), {
        arguments: { name: entry.key },
        fixes: () => (isName ? [] : fixes(slip)),
      });
    }
  },
});

function messageFor({ entry, node, takes }: WrongType): Message {
  return takes === 'texts' && node !== entry.value ? 'item' : takes;
}

function fixes({ entry: { value }, node, takes }: WrongType): readonly Fix<Message>[] {
  if (node !== value || (takes !== 'text' && takes !== 'texts')) return [];
  const edits = reshapeValue(value, takes);
  return edits ? [{ title: takes === 'texts' ? 'wrap' : 'unwrap', edits }] : [];
}

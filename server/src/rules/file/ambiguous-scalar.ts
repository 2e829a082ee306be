import plainScalars from '../../kinds/file/plain-scalars/kind';
import { refusals } from '../refusals';
import { defineRule } from '../rule';

export default defineRule({
  id: 'file/ambiguous-scalar',
  kind: plainScalars,
  severity: 'error',
  fixClass: 'same',
  source: { title: 'YAML 1.1, types', url: 'https://yaml.org/type/' },
  since: '0.1.0',
  summary: 'A YAML value without quotes is a truth value, a number or a date where a text belongs.',
  rationale: [
    'gcloud and most of its scripts read YAML 1.1. There `NO` is *false* and no country, `10.10` the number 10.1, `012` is ten, `12:30` is 750 and `2026-12-31` a date. The document that reaches the API isn’t the one that its author sees.',
    'Quotes make a text of it for every reader. Where the readers differ (`y`, `1e3`), it is a warning.',
  ].join('\n\n'),
  messages: {
    ...refusals,
    truth: '`{value}` without quotes is a truth value to YAML 1.1, not a text. Put it into quotes.',
    number: '`{value}` without quotes is a number, not a text. Put it into quotes.',
    date: '`{value}` without quotes is a date to YAML 1.1, not a text. Put it into quotes.',
    quote: 'Put it into quotes',
  },
  examples: [
    {
      language: 'yaml',
      also: ['access-level/authoritative-list', 'access-level/without-emergency-access'],
      bad: `- name: accessPolicies/123456789/accessLevels/nordic
  title: nordic
  basic:
    conditions:
    - regions:
      - SE
      - «NO»
`,
      good: `- name: accessPolicies/123456789/accessLevels/nordic
  title: nordic
  basic:
    conditions:
    - regions:
      - SE
      - "NO"
`,
    },
    {
      language: 'yaml',
      message: 'number',
      bad: `bindings:
- role: roles/browser
  members:
  - user:kim@example.org
  condition:
    title: «2027»
    expression: request.time < timestamp("2027-01-01T00:00:00Z")
`,
      good: `bindings:
- role: roles/browser
  members:
  - user:kim@example.org
  condition:
    title: "2027"
    expression: request.time < timestamp("2027-01-01T00:00:00Z")
`,
    },
  ],

  check({ scalars }, { report }) {
    for (const { node, text, takenFor, byAll } of scalars) {
      report(node, takenFor, {
        arguments: { value: text },
        severity: byAll ? 'error' : 'warning',
        fixes: () => [{ title: 'quote', edits: [{ kind: 'replace', node, by: text }] }],
      });
    }
  },
});

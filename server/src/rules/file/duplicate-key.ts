import repeatedKeys from '../../kinds/file/repeated-keys/kind';
import { defineRule } from '../rule';

export default defineRule({
  id: 'file/duplicate-key',
  kind: repeatedKeys,
  severity: 'error',
  fixClass: 'none',
  source: { title: 'RFC 8259: objects', url: 'https://www.rfc-editor.org/rfc/rfc8259#section-4' },
  since: '0.1.0',
  summary: 'A key stands twice in an object of a policy.',
  rationale:
    'Most readers take the last of two equal keys and drop the other one without a word, some take the first, some refuse the document. Whoever reads the text sees a grant or a condition that isn’t in force. Put what is meant under one key.',
  messages: { repeated: '`{key}` stands here already. Most readers drop the first one: put both under one key.' },
  examples: [
    {
      language: 'json',
      bad: `{
  "bindings": [
    {
      "role": "roles/browser",
      "members": ["group:analysts@example.org"],
      «"members"»: ["group:readers@example.org"]
    }
  ]
}
`,
      good: `{
  "bindings": [
    {
      "role": "roles/browser",
      "members": ["group:analysts@example.org", "group:readers@example.org"]
    }
  ]
}
`,
    },
  ],

  check({ entries }, { report }) {
    for (const { key, keyRange } of entries) report(keyRange, 'repeated', { arguments: { key } });
  },
});

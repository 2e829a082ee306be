import unparsedText from '../../kinds/file/unparsed-text/kind';
import { defineRule } from '../rule';

export default defineRule({
  id: 'file/syntax',
  kind: unparsedText,
  severity: 'error',
  fixClass: 'none',
  source: { title: 'The JSON data interchange syntax', url: 'https://www.rfc-editor.org/rfc/rfc8259' },
  since: '0.1.0',
  oncePerFile: true,
  toldByEditors: true,
  summary: 'A file that holds a policy does not parse, or is YAML by a name of JSON.',
  rationale:
    'What stands around a syntax error can be read only in part, so a file that seems to be clean may not be. Correct the first error; what it has hidden is checked then. YAML in a file whose name ends in `.json` is checked as YAML, but other tools refuse it. In an editor the extension for JSON or YAML tells both of documents that are open.',
  messages: {
    broken: 'A syntax error of {format}: this file was checked only in part. Correct it.',
    yamlInJson: 'YAML in a file named as JSON; it was checked as YAML. Rename it, or write JSON.',
  },
  examples: [
    {
      language: 'json',
      filesOnly: true,
      message: 'broken',
      bad: `{
  "bindings": [
    {
      "role": "roles/browser"
      «"»members": ["group:analysts@example.org"]
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
  ],

  check({ fault, node, place: { root } }, { report }) {
    const first = node.kind === 'mapping' ? node.entries[0]?.keyRange : undefined;
    if (fault === 'yamlInJson') report(first ?? node, fault, { severity: 'warning' });
    else report(root.format.firstError?.(root) ?? node, fault, { arguments: { format: root.format.name.toUpperCase() } });
  },
});

import lineBreaks from '../../kinds/file/line-breaks/kind';
import { defineRule } from '../rule';

export default defineRule({
  id: 'file/line-break',
  kind: lineBreaks,
  severity: 'error',
  fixClass: 'none',
  source: { title: 'YAML 1.2.2: line break characters', url: 'https://yaml.org/spec/1.2.2/#54-line-break-characters' },
  since: '0.1.0',
  summary: 'A character of a YAML policy is a line break to gcloud, and none to the eye.',
  rationale:
    'YAML 1.1, which gcloud reads, takes U+0085, U+2028 and U+2029 for line breaks; YAML 1.2 and most editors don’t. Behind such a character, even inside of a comment, a binding can stand that is in force and that nobody sees. Write a blank or a real line break in its place.',
  messages: { hidden: 'A line break to gcloud, and none to the eye: U+{code}. Remove it; what stands behind it is read.' },
  examples: [
    {
      language: 'yaml',
      bad: `bindings:
- role: roles/browser
  members:
  - group:analysts@example.org # readers«\u2028»- role: roles/owner
`,
      good: `bindings:
- role: roles/browser
  members:
  - group:analysts@example.org # readers
`,
    },
  ],

  check({ at, place: { root } }, { report }) {
    for (const range of at) {
      const code = (root.text.codePointAt(range.start) ?? 0).toString(16).toUpperCase().padStart(4, '0');
      report(range, 'hidden', { arguments: { code } });
    }
  },
});

import unreadPart from '../../kinds/file/unread-part/kind';
import { defineRule } from '../rule';

export default defineRule({
  id: 'file/too-large',
  kind: unreadPart,
  severity: 'information',
  fixClass: 'none',
  source: { title: 'Quotas and limits', url: 'https://cloud.google.com/iam/quotas' },
  since: '0.1.0',
  summary: 'A file, or a part of it, is too large or nested too deep to be checked.',
  rationale:
    'Files of more than 8 MB and what is nested deeper than 500 levels are not looked into, so that the editor stays quick. No policy that a cloud accepts comes near either limit. Split the file, or leave it out by `leastwise.exclude`.',
  messages: {
    tooLong: 'This is too large to be checked. Split it, or leave it out by leastwise.exclude.',
    tooDeep: 'What is nested deeper than 500 levels is not checked.',
  },
  examples: [
    {
      language: 'json',
      message: 'tooDeep',
      bad: `{
  "bindings":
${`${'['.repeat(50)}\n`.repeat(9)}${'['.repeat(49)}«[»
${`${']'.repeat(50)}\n`.repeat(10)}}
`,
      good: `{
  "bindings": []
}
`,
    },
  ],

  check({ reason, range }, { report }) {
    report(range, reason);
  },
});

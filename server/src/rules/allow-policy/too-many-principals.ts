import allowPolicy from '../../kinds/gcp/allow-policy/kind';
import { mostGroupsAndDomains, mostPrincipals, principalsIn } from '../../kinds/gcp/allow-policy/principals';
import { defineRule } from '../rule';

export default defineRule({
  id: 'allow-policy/too-many-principals',
  kind: allowPolicy,
  severity: 'error',
  fixClass: 'none',
  source: { title: 'Quotas and limits', url: 'https://cloud.google.com/iam/quotas' },
  since: '0.1.0',
  summary: 'A policy names more principals than IAM accepts.',
  rationale: [
    'One allow policy takes 1,500 principals, each counted again wherever it appears, exemptions from audit logs included. Groups and domains together may be 250: a group counts once however often it is named, a domain each time. (Read on 2026-08-22.)',
    'Put people into groups, and groups into groups. Workloads are better granted their roles on the resources that they use than all in one policy.',
  ].join('\n\n'),
  messages: {
    principals: 'The policy names {count} principals; IAM accepts {limit}.',
    groups: 'The policy names {count} groups and domains; IAM accepts {limit}.',
  },
  examples: [
    {
      language: 'json',
      bad: `{
  «"bindings"»: [
    {
      "role": "roles/browser",
      "members": [
${groupLines(251)}
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
${groupLines(250)}
      ]
    }
  ]
}
`,
    },
  ],

  check(policy, { report }) {
    if (policy.form !== 'document') return;
    const { principals, groupsAndDomains } = principalsIn(policy);
    for (const [message, count, limit] of [
      ['principals', principals, mostPrincipals],
      ['groups', groupsAndDomains, mostGroupsAndDomains],
    ] as const) {
      if (count > limit) report(policy.anchor, message, { arguments: { count: withCommas(count), limit: withCommas(limit) } });
    }
  },
});

function withCommas(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** Ten in a line, or the example would fill the page. */
function groupLines(count: number): string {
  const members = Array.from({ length: count }, (_, index) => `"group:g${index + 1}@example.org"`);
  const lines = Array.from({ length: Math.ceil(count / 10) }, (_, line) => members.slice(line * 10, line * 10 + 10));
  return lines.map((line) => `        ${line.join(', ')}`).join(',\n');
}

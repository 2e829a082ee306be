import { type AllowPolicy, allowPolicyReader } from '../../policies/gcp/allowPolicy';
import { defineRule } from '../rule';

export default defineRule({
  id: 'allow-policy/too-many-principals',
  reader: allowPolicyReader,
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
    const { principals, groupsAndDomains } = countsOf(policy);
    for (const [message, count, limit] of [
      ['principals', principals, mostPrincipals],
      ['groups', groupsAndDomains, mostGroupsAndDomains],
    ] as const) {
      if (count > limit) report(policy.anchor, message, { arguments: { count: withCommas(count), limit: withCommas(limit) } });
    }
  },
});

/** The limits of one allow policy, read 2026-08-22. */
const mostPrincipals = 1500;
const mostGroupsAndDomains = 250;

/** At least so many: what isn't known isn't counted, and bindings that the API takes for one are counted as one. */
function countsOf({ bindings, exemptedMembers }: AllowPolicy) {
  const appearances = new Map<string, Set<string>>();
  const kinds = new Map<string, string>();
  const lists = [
    ...bindings.map(({ identity, members }, index) => ({
      name: identity ?? `binding ${index}`,
      items: members.state === 'known' ? members.value.items : [],
    })),
    ...exemptedMembers.map(({ items }, index) => ({ name: `exempted ${index}`, items })),
  ];
  for (const { name, items } of lists) {
    const here = appearances.get(name) ?? new Set();
    appearances.set(name, here);
    for (const { written, certain } of items) {
      if (!written || !certain) continue;
      here.add(written.key);
      kinds.set(written.key, written.kind);
    }
  }
  const all = [...appearances.values()].flatMap((keys) => [...keys]);
  const domains = all.filter((key) => kinds.get(key) === 'domain').length;
  const groups = [...kinds.values()].filter((kind) => kind === 'group').length;
  return { principals: all.length, groupsAndDomains: groups + domains };
}

function withCommas(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** Ten in a line, or the example would fill the page. */
function groupLines(count: number): string {
  const members = Array.from({ length: count }, (_, index) => `"group:g${index + 1}@example.org"`);
  const lines = Array.from({ length: Math.ceil(count / 10) }, (_, line) => members.slice(line * 10, line * 10 + 10));
  return lines.map((line) => `        ${line.join(', ')}`).join(',\n');
}

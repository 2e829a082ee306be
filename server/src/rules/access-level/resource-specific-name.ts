import { productWords, stageWords } from '../../catalog/google/resourceWords';
import accessLevel from '../../kinds/gcp/access-level/kind';
import { defineRule } from '../rule';

export default defineRule({
  id: 'access-level/resource-specific-name',
  kind: accessLevel,
  severity: 'information',
  fixClass: 'none',
  source: {
    title: 'Best practices for securing apps and resources by using context-aware access',
    url: 'https://cloud.google.com/architecture/secure-apps-resources-using-context-aware-access/best-practices',
  },
  since: '0.1.0',
  summary: 'The name of an access level ties it to one resource or application.',
  rationale: [
    'Access levels are shared by the whole organization. A level is used again when its name says what state of a user or a device it stands for, such as `fully_trusted_device`; one that is named after what it guards gets a twin for the next resource, and the two drift apart.',
    'Where it is used says what is guarded: a binding, a perimeter, a condition. The id of a level can’t be changed, so a better name takes a new level. Further words go into `leastwise.accessLevels.resourceWords`.',
  ].join('\n\n'),
  messages: {
    word: '“{word}” in the name ties the access level to one resource. Name the state of the user or device that it stands for.',
    stage:
      '“{word}” in the name ties the access level to one stage of a system. Name the state of the user or device that it stands for.',
  },
  examples: [
    {
      language: 'yaml',
      bad: `name: «accessPolicies/123456789/accessLevels/bigquery_admins»
title: Trusted administrators
basic:
  conditions:
  - members:
    - user:kim@example.org
`,
      good: `name: accessPolicies/123456789/accessLevels/trusted_administrators
title: Trusted administrators
basic:
  conditions:
  - members:
    - user:kim@example.org
`,
    },
    {
      language: 'terraform',
      bad: `resource "google_access_context_manager_access_level" "trusted" {
  parent = "accessPolicies/123456789"
  name   = "accessPolicies/123456789/accessLevels/trusted"
  title  = «"Trusted users of crm.example.com"»

  basic {
    conditions {
      members = ["user:kim@example.org"]
    }
  }
}
`,
      good: `resource "google_access_context_manager_access_level" "trusted" {
  parent = "accessPolicies/123456789"
  name   = "accessPolicies/123456789/accessLevels/trusted"
  title  = "Trusted users"

  basic {
    conditions {
      members = ["user:kim@example.org"]
    }
  }
}
`,
    },
    {
      language: 'json',
      settings: { 'accessLevels.resourceWords': ['payroll'] },
      bad: `{
  "name": «"accessPolicies/123456789/accessLevels/payroll_users"»,
  "title": "Trusted users",
  "basic": { "conditions": [{ "members": ["user:kim@example.org"] }] }
}
`,
      good: `{
  "name": "accessPolicies/123456789/accessLevels/trusted_users",
  "title": "Trusted users",
  "basic": { "conditions": [{ "members": ["user:kim@example.org"] }] }
}
`,
    },
  ],

  check({ form, name, id, title }, { report, settings }) {
    if (form !== 'level') return;
    const words = [...productWords, ...settings.resourceWords];
    const heading = title.state === 'known' ? title.value : undefined;
    const places = [
      { node: name.state === 'known' ? name.value.node : undefined, text: id },
      { node: heading?.node, text: heading?.text },
    ];
    for (const { node, text } of places) {
      if (!node || text === undefined) continue;
      const word = namedResource(text, words);
      const stage = wordIn(text, stageWords);
      if (word === undefined && stage === undefined) continue;
      report(node, word === undefined ? 'stage' : 'word', { arguments: { word: word ?? stage ?? '' } });
      // A title mostly says the id again.
      return;
    }
  },
});

function namedResource(text: string, words: readonly string[]): string | undefined {
  return hostName.exec(text)?.[0] ?? projectId.exec(text)?.[0] ?? wordIn(text, words);
}

/** Whole words only, however they are joined: `bigqueryAdmins`, `bigquery_admins`, `BigQuery admins`. */
function wordIn(text: string, words: readonly string[]): string | undefined {
  const spoken = [plainWords(text), plainWords(text.replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2'))];
  return words.find((word) => {
    const wanted = plainWords(word);
    return wanted.trim() !== '' && spoken.some((text) => text.includes(wanted));
  });
}

function plainWords(text: string): string {
  return ` ${text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;
}

const hostName = /\b(?:[a-z\d](?:[a-z\d-]*[a-z\d])?\.)+(?:app|cloud|com|corp|dev|eu|internal|io|jp|kr|local|net|org)\b/i;
/** Google appends five or six digits to the ids that it makes up, and so do most tools. */
const projectId = /(?<![\w-])[a-z][a-z\d-]{4,23}-\d{5,6}(?![\w-])/;

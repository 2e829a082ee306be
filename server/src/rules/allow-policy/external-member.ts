import { consumerDomains } from '../../catalog/google/consumerDomains';
import { placeholderValues } from '../../catalog/placeholders';
import { removeMember } from '../../kinds/gcp/allow-policy/edits/members';
import allowPolicy from '../../kinds/gcp/allow-policy/kind';
import type { Member } from '../../kinds/gcp/members/member';
import { domainIn } from '../../kinds/gcp/members/written';
import { offer } from '../offer';
import { refusals } from '../refusals';
import { defineRule } from '../rule';

export default defineRule({
  id: 'allow-policy/external-member',
  kind: allowPolicy,
  severity: 'warning',
  fixClass: 'narrows',
  source: {
    title: 'Restrict identities by domain',
    url: 'https://cloud.google.com/resource-manager/docs/organization-policy/restricting-domains',
  },
  since: '0.1.0',
  summary: 'A role is granted to somebody outside of the organization.',
  rationale: [
    'Access bindings and session lengths of your organization don’t apply to people from elsewhere, and their accounts stay when they leave their job. Give them an account of your own organization instead.',
    'The domains that belong to you stand in `leastwise.organizationDomains`; their subdomains do, too. As long as the setting is empty, only private accounts of Google’s mail service are told, as information. Service accounts, pools and `allUsers` have rules of their own.',
  ].join('\n\n'),
  messages: {
    ...refusals,
    outside: '`{domain}` is none of your organization’s domains.',
    consumer: 'Accounts at `{domain}` are private, and no organization manages them.',
    remove: 'Remove the external member',
  },
  examples: [
    {
      language: 'json',
      settings: { organizationDomains: ['example.org'] },
      bad: `{
  "bindings": [
    {
      "role": "roles/browser",
      "members": [
        "group:analysts@example.org",
        «"user:lee@partner.example"»
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
        "group:analysts@example.org"
      ]
    }
  ]
}
`,
    },
    {
      language: 'terraform',
      settings: { organizationDomains: ['example.org'] },
      bad: `resource "google_project_iam_binding" "browsers" {
  project = "example-project"
  role    = "roles/browser"
  members = ["domain:example.org", «"domain:partner.example"»]
}
`,
      good: `resource "google_project_iam_binding" "browsers" {
  project = "example-project"
  role    = "roles/browser"
  members = ["domain:example.org"]
}
`,
    },
    {
      language: 'yaml',
      message: 'consumer',
      bad: `bindings:
- members:
  - group:analysts@example.org
  - «user:kim.example@gmail.com»
  role: roles/browser
`,
      good: `bindings:
- members:
  - group:analysts@example.org
  role: roles/browser
`,
    },
  ],

  checkItem({ binding }, { report, settings, whole, workspace }) {
    if (binding.members.state !== 'known') return;
    for (const member of binding.members.value.items) {
      const domain = domainOf(member);
      const message = domain && faultOf(domain, settings.organizationDomains);
      if (!message) continue;
      report(member.shown, message, {
        arguments: { domain },
        ...(message === 'consumer' ? { severity: 'information' } : {}),
        fixes: () => [offer({ title: 'remove' }, removeMember(whole(), binding, member, workspace))],
      });
    }
  },
});

function faultOf(domain: string, own: readonly string[]): 'outside' | 'consumer' | undefined {
  if (own.length === 0) return consumerDomains.has(domain) ? 'consumer' : undefined;
  return own.some((known) => domain === known || domain.endsWith(`.${known}`)) ? undefined : 'outside';
}

/** In lower case; undefined where the text doesn't tell, or where a domain says nothing of whose the member is. */
function domainOf({ kind, written, text, suffix }: Member): string | undefined {
  if (written) return written.domain === undefined || placeholderValues.has(text ?? '') ? undefined : written.domain;
  if (kind !== 'user' && kind !== 'group') return undefined;
  return suffix.includes('@') ? domainIn(suffix.slice(suffix.lastIndexOf('@') + 1)) : undefined;
}

import accessLevel from '../../kinds/gcp/access-level/kind';
import type { AccessCondition } from '../../kinds/gcp/access-level/policy';
import { parseMember } from '../../kinds/gcp/members/written';
import { isUnfilled, isWrittenOut } from '../../kinds/reading/values';
import type { TextValue } from '../../workspace/terraform/names/text';
import { refusals } from '../refusals';
import { defineRule } from '../rule';

export default defineRule({
  id: 'access-level/invalid-member',
  kind: accessLevel,
  severity: 'error',
  fixClass: 'same',
  source: {
    title: 'Access level attributes',
    url: 'https://cloud.google.com/access-context-manager/docs/access-level-attributes',
  },
  since: '0.1.0',
  summary: 'A condition of an access level lists a member that is neither a user nor a service account.',
  rationale:
    'The `members` of a condition take single accounts only: `user:` and `serviceAccount:`. Groups, domains and pools are refused. To tie a level to a group, use an access binding.',
  messages: {
    ...refusals,
    otherKind: 'Access levels take `user:` and `serviceAccount:` here, not `{prefix}:`.',
    withoutPrefix: '`{member}` lacks `user:` or `serviceAccount:` before the address.',
    several: '`{member}` names several members in one text.',
    foreignAccount: '`{member}` is not an address that Google gives to service accounts.',
    everybody: 'Access levels take single accounts here, not `{member}`.',
    write: 'Change to {member}',
  },
  examples: [
    {
      language: 'yaml',
      fix: false,
      bad: `- members:
  - user:kim@example.org
  - «group:admins@example.org»
- ipSubnetworks:
  - 203.0.113.0/24
`,
      good: `- members:
  - user:kim@example.org
- ipSubnetworks:
  - 203.0.113.0/24
`,
    },
    {
      language: 'terraform',
      bad: `resource "google_access_context_manager_access_level_condition" "deployer" {
  access_level = "accessPolicies/123456789/accessLevels/corp"
  members      = [«"deploy@example-project.iam.gserviceaccount.com"»]
}
`,
      good: `resource "google_access_context_manager_access_level_condition" "deployer" {
  access_level = "accessPolicies/123456789/accessLevels/corp"
  members      = ["serviceAccount:deploy@example-project.iam.gserviceaccount.com"]
}
`,
    },
    {
      language: 'json',
      bad: `{
  "name": "accessPolicies/123456789/accessLevels/admins",
  "title": "admins",
  "basic": {
    "conditions": [
      {
        "members": [«"User:kim@example.org"»]
      }
    ]
  }
}
`,
      good: `{
  "name": "accessPolicies/123456789/accessLevels/admins",
  "title": "admins",
  "basic": {
    "conditions": [
      {
        "members": ["user:kim@example.org"]
      }
    ]
  }
}
`,
    },
  ],

  check({ definition, place }, { report }) {
    if (definition.state !== 'known' || definition.value.kind !== 'basic') return;
    for (const member of definition.value.conditions.items.flatMap(membersOf)) {
      const fault = faultOf(member);
      if (!fault) continue;
      const editable = isWrittenOut(member) && !place.resource?.repeated;
      const title = { title: 'write', arguments: { member: fault.cure ?? '' } } as const;
      report(member.shown, fault.message, {
        arguments: fault.arguments,
        ...(fault.message === 'foreignAccount' ? { severity: 'warning' } : {}),
        fixes: () =>
          fault.cure
            ? [
                editable
                  ? { ...title, edits: [{ kind: 'replace', node: member.node, by: fault.cure }] }
                  : { ...title, disabled: 'notLiteral' },
              ]
            : [],
      });
    }
  },
});

function membersOf({ members }: AccessCondition): readonly TextValue[] {
  return members.state === 'known' ? members.value.items : [];
}

interface Fault {
  readonly message: 'foreignAccount' | 'otherKind' | 'withoutPrefix' | 'everybody' | 'several';
  readonly arguments: Readonly<Record<string, string>>;
  readonly cure?: string;
}

function faultOf({ text, prefix }: TextValue): Fault | undefined {
  // In a template the beginning is enough to tell a kind that isn't taken.
  if (text === undefined)
    return refusedKind.test(prefix)
      ? { message: 'otherKind', arguments: { prefix: prefix.slice(0, prefix.indexOf(':')) } }
      : undefined;
  const { kind, id } = parseMember(text);
  if (/[\s,;]/.test(id ?? text) && !isUnfilled(text)) return { message: 'several', arguments: { member: text } };
  if (kind === 'serviceAccount' && id !== undefined && /^[^\s@:]+@[^\s@:]+\.[^\s@:]+$/.test(id) && !isUnfilled(id))
    return /(^|[@.])gserviceaccount\.com$/i.test(id) ? undefined : { message: 'foreignAccount', arguments: { member: text } };
  if (kind === 'user' || kind === 'serviceAccount' || kind === 'unknown') return undefined;
  if (kind === 'allUsers' || kind === 'allAuthenticatedUsers') return { message: 'everybody', arguments: { member: text } };
  const colon = text.indexOf(':');
  if (colon < 0) {
    const named = { member: text };
    return isAccount(text)
      ? { message: 'withoutPrefix', arguments: named, cure: `serviceAccount:${text}` }
      : { message: 'withoutPrefix', arguments: named };
  }
  const written = text.slice(0, colon);
  const right = (['user', 'serviceAccount'] as const).find((known) => known.toLowerCase() === written.toLowerCase());
  return { message: 'otherKind', arguments: { prefix: written }, ...(right ? { cure: right + text.slice(colon) } : {}) };
}

function isAccount(text: string): boolean {
  return /^[^\s@:]+@[^\s@:]+\.gserviceaccount\.com$/i.test(text);
}

const refusedKind = /^(group|domain|principal|principalSet|deleted):/;

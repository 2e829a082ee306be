import { replaceByMembers } from '../../kinds/gcp/allow-policy/edits/bindings';
import { replaceMember } from '../../kinds/gcp/allow-policy/edits/members';
import allowPolicy from '../../kinds/gcp/allow-policy/kind';
import { type Member, principalPrefixes } from '../../kinds/gcp/members/member';
import { parseMember } from '../../kinds/gcp/members/written';
import { isUnfilled } from '../../kinds/reading/values';
import { offer } from '../offer';
import { refusals } from '../refusals';
import { defineRule, type FixClass } from '../rule';

type Message = keyof typeof messages;

const messages = {
  ...refusals,
  withoutPrefix: '`{member}` lacks the kind of principal before the address, such as `user:` or `group:`.',
  unknownPrefix: '`{prefix}:` is no kind of principal.',
  wrongCase: '`{prefix}:` must be written `{right}:`.',
  denyForm: 'This is the form of deny policies. Allow policies write `{right}:` and the address.',
  denyFormOther: 'This is the form of deny policies, which allow policies do not take.',
  emptyId: 'Nothing follows `{prefix}:`.',
  spaces: '`{member}` has a space in it.',
  malformed: '`{prefix}:` must be followed by `//` and the name of a pool or resource.',
  several: '`{member}` names several members in one text.',
  foreignAccount: '`{member}` is not an address that Google gives to service accounts.',
  write: 'Change to {member}',
  split: 'Write {count} members',
  oneMember: 'The resource takes one member. Give each of the others a resource of its own.',
};

export default defineRule({
  id: 'allow-policy/invalid-member',
  kind: allowPolicy,
  severity: 'error',
  fixClass: 'same',
  source: { title: 'Principal identifiers', url: 'https://cloud.google.com/iam/docs/principal-identifiers' },
  since: '0.1.0',
  summary: 'A member is written in a form that allow policies do not take.',
  rationale: [
    'IAM refuses the whole policy when one member is malformed, and Terraform finds out only when it applies. A member is a kind, a colon and an identifier, and the kind’s spelling counts: `serviceAccount:`, not `serviceaccount:`.',
    'Deny policies name the same principals in another way (`principal://goog/subject/…`). The two forms can’t be exchanged.',
  ].join('\n\n'),
  messages,
  examples: [
    {
      language: 'json',
      bad: `{
  "bindings": [
    {
      "role": "roles/viewer",
      "members": [
        «"serviceaccount:app@example-project.iam.gserviceaccount.com"»
      ]
    }
  ]
}
`,
      good: `{
  "bindings": [
    {
      "role": "roles/viewer",
      "members": [
        "serviceAccount:app@example-project.iam.gserviceaccount.com"
      ]
    }
  ]
}
`,
    },
    {
      language: 'terraform',
      bad: `resource "google_project_iam_member" "app" {
  project = "example-project"
  role    = "roles/logging.logWriter"
  member  = «"app@example-project.iam.gserviceaccount.com"»
}
`,
      good: `resource "google_project_iam_member" "app" {
  project = "example-project"
  role    = "roles/logging.logWriter"
  member  = "serviceAccount:app@example-project.iam.gserviceaccount.com"
}
`,
    },
    {
      language: 'yaml',
      bad: `bindings:
- role: roles/browser
  members:
  - «principal://goog/subject/kim@example.org»
`,
      good: `bindings:
- role: roles/browser
  members:
  - user:kim@example.org
`,
    },
  ],

  checkItem({ binding }, { report, whole }) {
    if (binding.members.state !== 'known') return;
    for (const member of binding.members.value.items) {
      const fault = faultOf(member);
      if (!fault) continue;
      report(member.shown, fault.message, {
        arguments: fault.arguments,
        ...(fault.message === 'foreignAccount' ? { severity: 'warning' } : {}),
        fixes: () =>
          fault.cures.map((cure) =>
            'members' in cure
              ? offer<Message, Message>(
                  { title: 'split', arguments: { count: String(cure.members.length) } },
                  replaceByMembers(whole(), binding, member, cure.members),
                )
              : offer(
                  { title: 'write', arguments: { member: cure.member }, fixClass: cure.fixClass },
                  replaceMember(whole(), member, cure.member),
                ),
          ),
      });
    }
  },
});

interface Fault {
  readonly message:
    | 'withoutPrefix'
    | 'unknownPrefix'
    | 'wrongCase'
    | 'denyForm'
    | 'denyFormOther'
    | 'emptyId'
    | 'spaces'
    | 'malformed'
    | 'several'
    | 'foreignAccount';
  readonly arguments: Readonly<Record<string, string>>;
  readonly cures: readonly Cure[];
}

/** What the member should have been: another one, or several. */
type Cure = { readonly member: string; readonly fixClass: FixClass } | { readonly members: readonly string[] };

function faultOf(member: Member): Fault | undefined {
  const { text } = member;
  // In a template the beginning is enough to tell a misspelt prefix.
  if (text === undefined) return wrongCase(member.prefix);
  if (member.kind === 'unknown') return undefined;
  const trimmed = text.trim();
  const inside = trimmed === text ? undefined : parseMember(trimmed);
  if (inside?.id && !/[\s,;]/.test(inside.id) && inside.kind !== 'deleted')
    return { message: 'spaces', arguments: { member: text }, cures: [{ member: trimmed, fixClass: 'same' }] };
  const members = membersIn(text);
  if (members) return { message: 'several', arguments: { member: text }, cures: [{ members }] };
  if (member.kind === 'invalid') return wrongCase(text) ?? withoutKnownPrefix(text);
  if (member.id === undefined) return undefined;
  const prefix = text.slice(0, text.length - member.id.length - 1);
  if (member.id.trim() === '') return { message: 'emptyId', arguments: { prefix }, cures: [] };
  if (member.kind === 'principal' || member.kind === 'principalSet') return poolFault(prefix, member.id);
  if (isUnfilled(member.id)) return undefined;
  // Deleted and Kubernetes members have forms of their own, which people do not write by hand.
  if (/\s/.test(member.id)) return { message: 'spaces', arguments: { member: text }, cures: withoutSpaces(prefix, member.id) };
  if (member.kind === 'serviceAccount' && isForeignAddress(member.id)) {
    return { message: 'foreignAccount', arguments: { member: text }, cures: peopleCures(member.id) };
  }
  return undefined;
}

function wrongCase(text: string): Fault | undefined {
  const colon = text.indexOf(':');
  if (colon < 0) return undefined;
  const prefix = text.slice(0, colon);
  const right = principalPrefixes.find((known) => known.toLowerCase() === prefix.toLowerCase());
  if (!right || right === prefix) return undefined;
  return { message: 'wrongCase', arguments: { prefix, right }, cures: [{ member: right + text.slice(colon), fixClass: 'same' }] };
}

/** The members that stand in one text with commas, semicolons or blanks between them; undefined where each of them isn't surely one. */
function membersIn(text: string): readonly string[] | undefined {
  const parts = text.split(/[\s,;]+/).filter((part) => part !== '');
  const isMember = (part: string) => everybody.includes(part) || /^(user|serviceAccount|group|domain):[^:]+$/.test(part);
  return parts.length > 1 && parts.every(isMember) ? parts : undefined;
}

const everybody: readonly string[] = ['allUsers', 'allAuthenticatedUsers'];

function withoutKnownPrefix(text: string): Fault {
  const everyone = everybody.find((word) => word.toLowerCase() === text.trim().toLowerCase());
  if (everyone) return { message: 'withoutPrefix', arguments: { member: text }, cures: [{ member: everyone, fixClass: 'same' }] };
  const colon = text.indexOf(':');
  const address = text.slice(colon + 1).trim();
  if (colon < 0 && /\s/.test(text.trim())) return { message: 'spaces', arguments: { member: text }, cures: [] };
  return {
    message: colon < 0 ? 'withoutPrefix' : 'unknownPrefix',
    arguments: { member: text, prefix: text.slice(0, Math.max(0, colon)) },
    cures: isAccountAddress(address)
      ? [{ member: `serviceAccount:${address}`, fixClass: colon < 0 ? 'same' : 'changes' }]
      : peopleCures(address),
  };
}

function poolFault(prefix: string, id: string): Fault | undefined {
  if (!id.startsWith('//')) return { message: 'malformed', arguments: { prefix }, cures: [] };
  const [, kind, address] = /^\/\/goog\/(subject|group)\/(.+)$/.exec(id) ?? [];
  const account = /^\/\/iam\.googleapis\.com\/projects\/-\/serviceAccounts\/(.+)$/.exec(id)?.[1];
  const right = account ? 'serviceAccount' : kind === 'group' ? 'group' : 'user';
  const named = account ?? address;
  if (named) return { message: 'denyForm', arguments: { right }, cures: [{ member: `${right}:${named}`, fixClass: 'changes' }] };
  return id.startsWith('//goog/') ? { message: 'denyFormOther', arguments: {}, cures: [] } : undefined;
}

/** A blank between two addresses keeps them apart, and one in place of a letter would give another address. */
function withoutSpaces(prefix: string, id: string): readonly Cure[] {
  const member = `${prefix}:${id.trim()}`;
  return /[\s,;]/.test(id.trim()) ? [] : [{ member, fixClass: 'changes' }];
}

/** Which kind an address is of can't be told from it, so each is offered; but no person has an address at a service account's host. */
function peopleCures(address: string): readonly Cure[] {
  if (!isAddress(address)) return [];
  if (/[@.]gserviceaccount\b/i.test(address)) {
    const member = `serviceAccount:${address.replace(/([@.]gserviceaccount)\b.*$/i, '$1.com')}`;
    return [{ member, fixClass: 'changes' }];
  }
  return (['user', 'group'] as const).map((kind) => ({ member: `${kind}:${address}`, fixClass: 'changes' }));
}

function isAddress(text: string): boolean {
  return /^[^\s@:<>()[\]{}'"`,;\\]+@[^\s@:<>()[\]{}'"`,;\\]+\.[^\s@:<>()[\]{}'"`,;\\]+$/.test(text);
}

function isAccountAddress(text: string): boolean {
  return isAddress(text) && /\.gserviceaccount\.com$/i.test(text);
}

function isForeignAddress(id: string): boolean {
  return isAddress(id) && !/(^|[@.])gserviceaccount\.com$/i.test(id);
}

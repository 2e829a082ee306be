import { type AllowPolicy, allowPolicyReader, type Binding } from '../../policies/gcp/allowPolicy';
import type { Member } from '../../policies/gcp/member';
import { grantInstead, type NewMember } from '../../policies/gcp/memberEdits';
import { sameMemberKey } from '../../policies/gcp/writtenMember';
import { certainText } from '../../policies/values';
import type { GrantFact, Place } from '../../workspace/facts';
import { grantName, sameTerms, termsOf } from '../../workspace/grants';
import { type GroupIdentity, type GroupMember, membersOfGroup } from '../../workspace/groupMembers';
import { groupTypes } from '../../workspace/groups';
import type { Workspace } from '../../workspace/workspace';
import { refusals } from '../refusals';
import { defineRule, type Fix } from '../rule';
import type { RuleSettings } from '../settings';

type Message = keyof typeof messages;

const messages = {
  ...refusals,
  holdsAccounts:
    'Service accounts hold this role through the group `{group}`: whoever may change the group changes what they can do.',
  byName: 'The group `{group}` seems to hold service accounts. Grant the role to each account instead.',
  member: 'A member of the group.',
  replace: 'Replace the group grant with direct bindings',
  replaceSeen: 'Replace the group grant with direct bindings (members seen in this workspace)',
  add: 'Add {count} direct bindings, keep the group',
  addOne: 'Add a direct binding, keep the group',
  membersUnknown:
    'Nothing here tells who is in the group. Save a list of its memberships in the workspace or fill in leastwise.groups.',
};

export default defineRule({
  id: 'service-account/group-grant',
  reader: allowPolicyReader,
  severity: 'warning',
  fixClass: 'changes',
  source: {
    title: 'Best practices for using service accounts',
    url: 'https://cloud.google.com/iam/docs/best-practices-service-accounts',
  },
  since: '0.1.0',
  summary: 'A role is granted to a group of service accounts instead of to the accounts.',
  rationale: [
    'Groups suit people, whose work overlaps. Workloads have each its own task: in a group of service accounts every member ends up with what any of them needs, and the policy no longer shows which workload may do what. Grant each account the roles it needs, on the resource where it needs them.',
    'Who is in a group is read from `leastwise.groups`, from saved lists of memberships and from Terraform. A group whose purpose is narrow may be named in `leastwise.serviceAccounts.allowedGroups`.',
  ].join('\n\n'),
  messages,
  examples: [
    {
      language: 'json',
      settings: {
        groups: {
          'group:batch@example.org': [
            'serviceAccount:ingest@example-project.iam.gserviceaccount.com',
            'serviceAccount:report@example-project.iam.gserviceaccount.com',
          ],
        },
      },
      bad: `{
  "bindings": [
    {
      "role": "roles/storage.objectViewer",
      "members": [
        «"group:batch@example.org"»,
        "user:kim@example.org"
      ]
    }
  ]
}
`,
      good: `{
  "bindings": [
    {
      "role": "roles/storage.objectViewer",
      "members": [
        "serviceAccount:ingest@example-project.iam.gserviceaccount.com",
        "serviceAccount:report@example-project.iam.gserviceaccount.com",
        "user:kim@example.org"
      ]
    }
  ]
}
`,
    },
    {
      language: 'terraform',
      files: {
        'groups.tf': `resource "google_service_account" "ingest" {
  account_id = "ingest"
}

resource "google_cloud_identity_group" "batch" {
  parent = "customers/C0example"
  labels = { "cloudidentity.googleapis.com/groups.discussion_forum" = "" }

  group_key {
    id = "batch@example.org"
  }
}

resource "google_cloud_identity_group_membership" "ingest" {
  group = google_cloud_identity_group.batch.id

  preferred_member_key {
    id = google_service_account.ingest.email
  }
  roles {
    name = "MEMBER"
  }
}

resource "google_cloud_identity_group_membership" "report" {
  group = google_cloud_identity_group.batch.id

  preferred_member_key {
    id = "report@example-project.iam.gserviceaccount.com"
  }
  roles {
    name = "MEMBER"
  }
}
`,
      },
      bad: `resource "google_project_iam_member" "batch_reader" {
  project = "example-project"
  role    = "roles/bigquery.dataViewer"
  member  = «"group:batch@example.org"»
}
`,
      good: `resource "google_project_iam_member" "batch_reader" {
  project = "example-project"
  role    = "roles/bigquery.dataViewer"
  member  = google_service_account.ingest.member
}

resource "google_project_iam_member" "batch_reader_report" {
  project = "example-project"
  role    = "roles/bigquery.dataViewer"
  member  = "serviceAccount:report@example-project.iam.gserviceaccount.com"
}
`,
    },
    {
      language: 'yaml',
      files: {
        'batch@example.org.json':
          '[{"preferredMemberKey": {"id": "ingest@example-project.iam.gserviceaccount.com"}}, {"preferredMemberKey": {"id": "kim@example.org"}}]\n',
      },
      bad: `bindings:
- members:
  - «group:batch@example.org»
  role: roles/pubsub.publisher
`,
      good: `bindings:
- members:
  - group:batch@example.org
  - serviceAccount:ingest@example-project.iam.gserviceaccount.com
  role: roles/pubsub.publisher
`,
    },
  ],

  check(policy, { report, settings, workspace }) {
    for (const binding of policy.bindings) {
      if (binding.members.state !== 'known') continue;
      for (const member of binding.members.value.items) {
        const group = groupOf(member);
        if (!group || (group.email && settings.allowedGroups.has(`group:${group.email}`))) continue;
        const evidence = evidenceOf(group, settings, workspace);
        const shown = { group: group.email ?? group.resource?.address ?? '' };
        if (evidence.accounts.length > 0) {
          const beside = grantsBeside(policy, binding, workspace);
          const missing = evidence.accounts.filter(
            (account) => !isGranted(account, binding) && !beside.some((grant) => isGrantTo(account, grant)),
          );
          // Each value that isn't known may be one of them.
          const unknown = unknownItems(binding) + beside.filter((grant) => grant.member === undefined && !grant.resource).length;
          if (missing.length <= unknown) continue;
          report(member.node, 'holdsAccounts', {
            arguments: shown,
            fixes: repairs(policy, binding, member, missing, evidence),
            related: evidence.places.slice(0, mostRelated).map((at) => ({ at, message: 'member' })),
          });
        } else if (!evidence.others && group.email && soundsLikeAccounts(group.email)) {
          report(member.node, 'byName', {
            arguments: shown,
            severity: 'information',
            fixes: [{ title: 'replace', disabled: 'membersUnknown' }],
          });
        }
      }
    }
  },
});

interface Evidence {
  readonly accounts: readonly NewMember[];
  /** Whether the group has members who are no service accounts. */
  readonly others: boolean;
  readonly complete: boolean;
  readonly places: readonly Place[];
}

function groupOf(member: Member): GroupIdentity | undefined {
  if (member.kind !== 'group') return undefined;
  if (member.id !== undefined) return { email: member.id.toLowerCase(), resource: undefined };
  return member.reference && groupTypes.has(member.reference.type) ? { email: undefined, resource: member.reference } : undefined;
}

function evidenceOf(group: GroupIdentity, { groups }: RuleSettings, workspace: Workspace): Evidence {
  const listed = group.email ? groups.get(`group:${group.email}`) : undefined;
  if (listed) {
    const accounts = listed.filter((member) => member.startsWith('serviceAccount:'));
    return {
      accounts: accounts.map((member) => named(member, workspace)),
      others: accounts.length < listed.length,
      complete: true,
      places: [],
    };
  }
  const { members, complete } = membersOfGroup(group, workspace);
  const accounts = members.filter(({ kind }) => kind === 'serviceAccount');
  return {
    accounts: accounts.map((account) => accountOf(account, workspace)),
    others: accounts.length < members.length,
    complete,
    places: accounts.map(({ at }) => at),
  };
}

function accountOf({ email, resource }: GroupMember, workspace: Workspace): NewMember {
  if (email) return named(`serviceAccount:${email}`, workspace);
  return { member: undefined, resource };
}

/** The account's address, and the resource that makes it where the workspace has that. */
function named(member: string, workspace: Workspace): NewMember {
  const [made, ...more] = workspace.find('account', member.slice(member.indexOf(':') + 1).toLowerCase());
  return { member, resource: more.length === 0 ? made?.value : undefined };
}

function isGranted(account: NewMember, { members }: Binding): boolean {
  if (members.state !== 'known') return false;
  return members.value.items.some(({ text, kind, reference }) => {
    if (text !== undefined && account.member !== undefined && sameMemberKey(text) === sameMemberKey(account.member)) return true;
    return (
      kind === 'serviceAccount' &&
      reference !== undefined &&
      reference.address === account.resource?.address &&
      reference.folder === account.resource.folder
    );
  });
}

/** The `_member` resources of the module that may grant the same role on the same terms: what isn't known never accuses. */
function grantsBeside({ form, place }: AllowPolicy, { node, role }: Binding, workspace: Workspace): readonly GrantFact[] {
  const { resource } = place;
  if (form !== 'member' || !resource) return [];
  const name = certainText(role);
  const terms = termsOf(node, place.root);
  return workspace
    .find('grant', grantName(resource.folder, resource.type))
    .map(({ value }) => value)
    .filter(
      (grant) =>
        sameTerms(grant.terms, terms) !== false && (name === undefined || grant.role === undefined || name === grant.role),
    );
}

function isGrantTo(account: NewMember, { member, resource }: GrantFact): boolean {
  if (member !== undefined && account.member !== undefined) return sameMemberKey(member) === sameMemberKey(account.member);
  return resource !== undefined && resource.address === account.resource?.address && resource.folder === account.resource.folder;
}

function unknownItems({ members }: Binding): number {
  if (members.state !== 'known') return 0;
  return members.value.items.filter(
    ({ text, kind, reference }) => text === undefined && kind !== 'group' && !(kind === 'serviceAccount' && reference),
  ).length;
}

function repairs(
  policy: AllowPolicy,
  binding: Binding,
  member: Member,
  accounts: readonly NewMember[],
  evidence: Evidence,
): readonly Fix<Message>[] {
  const add = repair(policy, binding, member, accounts, false, {
    title: accounts.length === 1 ? 'addOne' : 'add',
    arguments: { count: String(accounts.length) },
    fixClass: 'changes',
  });
  // The people in the group keep what they have.
  if (evidence.others) return [add];
  return [
    repair(policy, binding, member, accounts, true, { title: evidence.complete ? 'replace' : 'replaceSeen', preferred: true }),
    add,
  ];
}

function repair(
  policy: AllowPolicy,
  binding: Binding,
  member: Member,
  accounts: readonly NewMember[],
  replace: boolean,
  fix: Pick<Fix<Message>, 'title' | 'arguments'> & { readonly preferred?: boolean; readonly fixClass?: 'changes' },
): Fix<Message> {
  const change = grantInstead(policy, binding, member, accounts, replace);
  if ('edits' in change) return { ...fix, edits: change.edits };
  return { title: fix.title, arguments: fix.arguments ?? {}, disabled: change.refused };
}

/** Whole words only: `srobots@` and `services@` are none of these. */
function soundsLikeAccounts(email: string): boolean {
  const words = email.slice(0, email.indexOf('@'));
  return /(^|[._-])(svc|service[._-]?accounts?|robots?|workloads?)([._-]|$)/.test(words);
}

const mostRelated = 10;

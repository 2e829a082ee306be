import { accountKind } from '../../catalog/google/accountKind';
import allowPolicy from '../../kinds/gcp/allow-policy/kind';
import type { AllowPolicy, Binding, PolicyHeader } from '../../kinds/gcp/allow-policy/policy';
import { grantDirectly, isTooBroadForDefaults } from '../../kinds/gcp/grants/directGrants';
import { holdersOf } from '../../kinds/gcp/grants/holders';
import { type GroupIdentity, groupOf } from '../../kinds/gcp/groups/identity';
import { membersListed } from '../../kinds/gcp/groups/listed';
import { membersOfGroup } from '../../kinds/gcp/groups/members';
import type { Account } from '../../kinds/gcp/members/accounts';
import type { Member } from '../../kinds/gcp/members/member';
import type { Place } from '../../workspace/index/facts';
import type { Workspace } from '../../workspace/index/workspace';
import { offer } from '../offer';
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
  tooMany: 'The policy would name more principals than IAM accepts.',
  grantedAgain: 'The group has this role once more, through another binding that would stay. Bring the two together first.',
  agentRole: 'The role is a service agent’s own, so no other account should get it directly either.',
  suppressed: 'A comment here silences findings, and the resources that would be added have no such comment.',
  ending: 'The memberships end on a day, and a direct binding would not.',
  defaultAccounts: 'The default service accounts in the group should not hold so broad a role directly either.',
  membersUnknown:
    'Nothing here tells who is in the group. Save a list of its memberships in the workspace or fill in leastwise.groups.',
};

export default defineRule({
  id: 'service-account/group-grant',
  kind: allowPolicy,
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

  checkItem({ binding, policy }, { report, settings, whole, workspace }) {
    // An access list takes no bindings, so there is nothing to put in the group's stead.
    if (binding.members.state !== 'known' || policy.form === 'entry') return;
    for (const member of binding.members.value.items) {
      const group = groupOf(member);
      if (!group || (group.email && settings.allowedGroups.has(`group:${group.email}`))) continue;
      const evidence = evidenceOf(group, policy, binding, settings.groups, workspace);
      const shown = { group: group.email ?? group.resource?.address ?? '' };
      if (evidence.accounts.length > 0 || evidence.kept) {
        const granted = evidence.accounts.length > 0 ? lacking(whole(), binding, evidence.accounts, workspace) : [];
        if (evidence.accounts.length > 0 && granted.length === 0) continue;
        report(member.shown, 'holdsAccounts', {
          arguments: shown,
          fixes: () => repairs(whole(), binding, member, granted, evidence, workspace),
          related: evidence.places.slice(0, mostRelated).map((at) => ({ at, message: 'member' })),
        });
      } else if (!evidence.people && group.email && soundsLikeAccounts(group.email)) {
        report(member.shown, 'byName', {
          arguments: shown,
          severity: 'information',
          fixes: () => [{ title: 'replace', disabled: 'membersUnknown' }],
        });
      }
    }
  },
});

interface Evidence {
  /** Those that a direct binding would do right by. */
  readonly accounts: readonly Account[];
  /** Why others have to stay in the group, where there are others. */
  readonly kept: 'ending' | 'defaultAccounts' | undefined;
  /** Whether people, or addresses that may be theirs, are in the group. */
  readonly people: boolean;
  /** Whether there is, or may be, a member who can't be read. */
  readonly unread: boolean;
  readonly complete: boolean;
  readonly places: readonly Place[];
}

function evidenceOf(
  group: GroupIdentity,
  { place }: PolicyHeader,
  binding: Binding,
  groups: RuleSettings['groups'],
  workspace: Workspace,
): Evidence {
  const from = place.resource?.folder;
  const listed = group.email === undefined ? undefined : groups.get(`group:${group.email}`);
  const members = listed ? membersListed(group, listed, workspace, from) : membersOfGroup(group, workspace, from);
  const { accounts, others, unread, complete } = members;
  const lasting = accounts.filter((account) => account.lasting);
  const leavesDefaults = isTooBroadForDefaults(binding);
  const granted = lasting.filter(({ account }) => !(leavesDefaults && isDefaultAccount(account)));
  return {
    accounts: granted.map(({ account }) => account),
    kept: granted.length < lasting.length ? 'defaultAccounts' : lasting.length < accounts.length ? 'ending' : undefined,
    people: others,
    unread,
    complete,
    places: accounts.flatMap(({ at }) => at ?? []),
  };
}

function isDefaultAccount({ email = '' }: Account): boolean {
  const kind = accountKind(email);
  return kind === 'computeDefault' || kind === 'appEngineDefault';
}

/** The accounts that surely don't have the role by themselves, and those that may; none where each of them has it, or may have it. */
function lacking(policy: AllowPolicy, binding: Binding, accounts: readonly Account[], workspace: Workspace): readonly Account[] {
  const holders = holdersOf(policy, binding, workspace);
  const held = accounts.map((account) => holders.holds(account));
  // Each value that isn't known may be one of them.
  if (held.filter((one) => one === 'no').length <= holders.unknown) return [];
  return accounts.filter((_, index) => held[index] !== 'surely');
}

function repairs(
  policy: AllowPolicy,
  binding: Binding,
  member: Member,
  granted: readonly Account[],
  { people, unread, kept, complete }: Evidence,
  workspace: Workspace,
): readonly Fix<Message>[] {
  if (granted.length === 0) return kept ? [{ title: 'replace', disabled: kept }] : [];
  const add = offer<Message, Message>(
    {
      title: granted.length === 1 ? 'addOne' : 'add',
      arguments: { count: String(granted.length) },
      fixClass: 'changes',
    },
    grantDirectly(policy, binding, member, granted, false, workspace),
  );
  // Whoever else is in the group keeps what they have.
  if (people || unread || kept) return [add];
  const replaced = grantDirectly(policy, binding, member, granted, true, workspace);
  return [offer<Message, Message>({ title: complete ? 'replace' : 'replaceSeen', preferred: true }, replaced), add];
}

/** Whole words only: `srobots@` and `services@` are none of these. */
function soundsLikeAccounts(email: string): boolean {
  const words = email.slice(0, email.indexOf('@'));
  return /(^|[._-])(svc|service[._-]?accounts?|robots?|workloads?)([._-]|$)/.test(words);
}

const mostRelated = 10;

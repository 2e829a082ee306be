import { replaceByMembers } from '../../kinds/gcp/allow-policy/edits/bindings';
import { replaceAttribute, replaceMember } from '../../kinds/gcp/allow-policy/edits/members';
import allowPolicy from '../../kinds/gcp/allow-policy/kind';
import type { AllowPolicy, Binding } from '../../kinds/gcp/allow-policy/policy';
import type { Cure, MemberFault } from '../../kinds/gcp/members/faults/fault';
import { memberFault } from '../../kinds/gcp/members/faults/memberFault';
import type { Member } from '../../kinds/gcp/members/member';
import { offer } from '../offer';
import { refusals } from '../refusals';
import { defineRule, type Fix } from '../rule';

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
  noAddress: '`{id}` is no address, as it stands behind `{kind}:`.',
  noDomain: '`{id}` is no domain. Write it like `domain:example.org`.',
  accountAsPerson: 'A service account stands behind `{kind}:`. Write `serviceAccount:`.',
  poolPath:
    'Not the path of a pool: `{prefix}://iam.googleapis.com/projects/NUMBER/locations/global/workloadIdentityPools/POOL/…`.',
  poolProject: '`{project}` is the project’s id. The path of a pool takes its number.',
  poolLocation: '`{location}`: pools are at `locations/global`.',
  poolAlone: 'The pool stands alone. Say who in it: `/subject/…`, `/group/…`, `/attribute.…/…` or `/*`.',
  oneOfSet: '`{prefix}:` names the wrong kind here. Write `{right}:`.',
  kubernetes: '`{id}` is no Kubernetes account. Write `PROJECT.svc.id.goog[NAMESPACE/ACCOUNT]`.',
  noMember: '`.{attribute}` of a service account is no member. Use `.member`.',
  prefixTwice: '`.member` has its prefix already. Leave out `{prefix}`.',
  write: 'Change to {member}',
  useMember: 'Use .member',
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

  check({ exemptedMembers }, { report }) {
    for (const { items } of exemptedMembers) {
      for (const member of items) {
        const fault = memberFault(member);
        if (fault) report(member.shown, fault.message, { arguments: fault.arguments, ...severityOf(fault) });
      }
    }
  },

  checkItem({ binding }, { report, whole }) {
    if (binding.members.state !== 'known') return;
    for (const member of binding.members.value.items) {
      const fault = memberFault(member);
      if (!fault) continue;
      report(member.shown, fault.message, {
        arguments: fault.arguments,
        ...severityOf(fault),
        fixes: () => fault.cures.map((cure) => fixFor(cure, whole(), binding, member)),
      });
    }
  },
});

function severityOf({ message }: MemberFault): { readonly severity?: 'warning' } {
  return message === 'foreignAccount' ? { severity: 'warning' } : {};
}

function fixFor(cure: Cure, policy: AllowPolicy, binding: Binding, member: Member): Fix<Message> {
  if ('members' in cure)
    return offer<Message, Message>(
      { title: 'split', arguments: { count: String(cure.members.length) } },
      replaceByMembers(policy, binding, member, cure.members),
    );
  if ('attribute' in cure)
    return offer({ title: 'useMember', fixClass: cure.cure }, replaceAttribute(policy, member, cure.attribute));
  return offer({ title: 'write', arguments: { member: cure.member }, fixClass: cure.cure }, replaceMember(member, cure.member));
}

import { roleOf } from '../../catalog/google/roles/roles';
import allowPolicy from '../../kinds/gcp/allow-policy/kind';
import { memberAccount } from '../../kinds/gcp/members/account';
import type { Member } from '../../kinds/gcp/members/member';
import { defineRule } from '../rule';

export default defineRule({
  id: 'allow-policy/service-agent-role',
  kind: allowPolicy,
  severity: 'warning',
  fixClass: 'none',
  source: { title: 'Service agents', url: 'https://cloud.google.com/iam/docs/service-agents' },
  since: '0.1.0',
  summary: 'A role that is made for one of Google’s service agents is granted to somebody else.',
  rationale: [
    'Google runs many services as service agents, each with a role of its own. Such a role holds what the service needs inside, often far more than people would look for behind its name: acting as service accounts, reading all buckets. Google also changes it without notice.',
    'Grant a role that is made for people or workloads instead. Which one depends on what the holder has to do.',
  ].join('\n\n'),
  messages: {
    granted: '`{role}` is made for a service agent of Google. Grant a role that is made for people or workloads.',
  },
  examples: [
    {
      language: 'yaml',
      bad: `bindings:
- members:
  - «user:kim@example.org»
  - serviceAccount:service-123456789012@gcp-sa-pubsub.iam.gserviceaccount.com
  role: roles/pubsub.serviceAgent
`,
      good: `bindings:
- members:
  - serviceAccount:service-123456789012@gcp-sa-pubsub.iam.gserviceaccount.com
  role: roles/pubsub.serviceAgent
- members:
  - user:kim@example.org
  role: roles/pubsub.viewer
`,
    },
    {
      language: 'terraform',
      bad: `resource "google_project_iam_member" "app" {
  project = "example-project"
  role    = "roles/pubsub.serviceAgent"
  member  = «"serviceAccount:app@example-project.iam.gserviceaccount.com"»
}
`,
      good: `resource "google_project_iam_member" "app" {
  project = "example-project"
  role    = "roles/pubsub.subscriber"
  member  = "serviceAccount:app@example-project.iam.gserviceaccount.com"
}
`,
    },
  ],

  checkItem({ binding: { role, members } }, { report }) {
    if (role.state !== 'known' || members.state !== 'known') return;
    const { text } = role.value;
    if (text === undefined || !roleOf(text)?.serviceAgent) return;
    for (const member of members.value.items.filter(isSomebody)) {
      report(member.shown, 'granted', {
        arguments: { role: text },
      });
    }
  },
});

/** A person, people, or an account that somebody made: never an agent, nor what may be one. */
function isSomebody(member: Member): boolean {
  if (['user', 'group', 'domain'].includes(member.kind)) return true;
  return memberAccount(member) === 'userMade' && !isMadeByFirebase(member.id);
}

/** Firebase makes an account in each of its projects and grants it the role (https://firebase.google.com/support/guides/service-accounts). */
function isMadeByFirebase(address: string | undefined): boolean {
  return /^firebase-adminsdk-[a-z0-9]+@/i.test(address ?? '');
}

import { broadBasicRoles, readingBasicRoles } from '../../catalog/google/roles/basicRoles';
import allowPolicy from '../../kinds/gcp/allow-policy/kind';
import type { Binding, PolicyHeader } from '../../kinds/gcp/allow-policy/policy';
import { memberAccount } from '../../kinds/gcp/members/account';
import { defineRule } from '../rule';

export default defineRule({
  id: 'allow-policy/basic-role',
  kind: allowPolicy,
  severity: 'warning',
  fixClass: 'none',
  source: { title: 'Use IAM securely', url: 'https://cloud.google.com/iam/docs/using-iam-securely' },
  since: '0.1.0',
  summary: 'A basic role is granted, which holds thousands of permissions across all services.',
  rationale: [
    'Basic roles reach into every service. Owner and Editor may also attach any service account of the project to a machine (`iam.serviceAccounts.actAs`) and make keys for it (`iam.serviceAccountKeys.create`), so that they hold whatever those accounts hold; Owner may besides grant any role to anyone.',
    'Grant the roles of the services that the work needs, on the resource where it is needed. Roles that only read are a hint, on projects, folders and organizations.',
  ].join('\n\n'),
  messages: {
    owner:
      '`{role}` may change everything, grant roles, attach service accounts (actAs) and make keys for them. Grant the roles that are needed.',
    editor:
      '`{role}` may change nearly everything, attach service accounts (actAs) and make keys for them. Grant the roles that are needed.',
    writing: '`{role}` may change nearly everything, in every service. Grant the roles that are needed.',
    reading: '`{role}` may read nearly everything, in every service. Grant the roles that are needed.',
  },
  examples: [
    {
      language: 'json',
      message: 'editor',
      bad: `{
  "bindings": [
    {
      "role": «"roles/editor"»,
      "members": ["user:kim@example.org"]
    }
  ]
}
`,
      good: `{
  "bindings": [
    {
      "role": "roles/monitoring.viewer",
      "members": ["user:kim@example.org"]
    }
  ]
}
`,
    },
    {
      language: 'terraform',
      message: 'owner',
      bad: `resource "google_project_iam_binding" "owners" {
  project = "example-project"
  role    = «"roles/owner"»
  members = ["group:platform@example.org"]
}
`,
      good: `resource "google_project_iam_binding" "owners" {
  project = "example-project"
  role    = "roles/resourcemanager.projectMover"
  members = ["group:platform@example.org"]
}
`,
    },
    {
      language: 'terraform',
      message: 'reading',
      bad: `resource "google_folder_iam_member" "auditors" {
  folder = "folders/123"
  role   = «"roles/viewer"»
  member = "group:auditors@example.org"
}
`,
      good: `resource "google_folder_iam_member" "auditors" {
  folder = "folders/123"
  role   = "roles/logging.viewer"
  member = "group:auditors@example.org"
}
`,
    },
  ],

  checkItem({ binding, policy }, { report }) {
    const { role } = binding;
    const text = role.state === 'known' ? role.value.text : undefined;
    if (role.state !== 'known' || text === undefined || isForAgentsAlone(binding)) return;
    const reads = readingBasicRoles.has(text);
    if (!reads && !broadBasicRoles.has(text)) return;
    if (reads && !reachesFar(policy)) return;
    // A rule of its own says the same of each of them.
    if (!reads && isForDefaultAccountsAlone(binding)) return;
    report(role.value.shown, reads ? 'reading' : (named.get(text) ?? 'writing'), {
      arguments: { role: text },
      ...(reads ? { severity: 'hint' } : {}),
    });
  },
});

/** The permissions of the two newer names aren't published, so nothing is said of them in particular. */
const named: ReadonlyMap<string, 'owner' | 'editor'> = new Map([
  ['roles/owner', 'owner'],
  ['roles/editor', 'editor'],
]);

function reachesFar({ attachment }: PolicyHeader): boolean {
  return attachment.state === 'known' && ['project', 'folder', 'organization'].includes(attachment.value);
}

function isForDefaultAccountsAlone({ members }: Binding): boolean {
  if (members.state !== 'known' || !members.value.complete || members.value.items.length === 0) return false;
  return members.value.items.every((member) => ['computeDefault', 'appEngineDefault'].includes(memberAccount(member) ?? ''));
}

/** Google grants basic roles to agents of its own, and needs them; a list of nobody takes the role away. */
function isForAgentsAlone({ members }: Binding): boolean {
  if (members.state !== 'known' || !members.value.complete) return false;
  return members.value.items.every((member) => memberAccount(member) === 'serviceAgent');
}

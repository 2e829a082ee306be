import { removeMember } from '../../kinds/gcp/allow-policy/edits/members';
import allowPolicy from '../../kinds/gcp/allow-policy/kind';
import type { Binding, PolicyHeader } from '../../kinds/gcp/allow-policy/policy';
import { certainText } from '../../kinds/reading/values';
import { offer } from '../offer';
import { refusals } from '../refusals';
import { defineRule, type Severity } from '../rule';

export default defineRule({
  id: 'allow-policy/public-access',
  kind: allowPolicy,
  severity: 'error',
  fixClass: 'narrows',
  source: { title: 'Use IAM securely', url: 'https://cloud.google.com/iam/docs/using-iam-securely' },
  since: '0.1.0',
  summary: 'A role is granted to everybody on the internet.',
  rationale: [
    '`allUsers` is everybody, signed in or not. `allAuthenticatedUsers` is everybody with any Google account, which anyone can make in a minute: it protects nothing.',
    'Name the people and workloads that need the role. Roles that only read or invoke (a website’s bucket, a public service) are reported as a warning where they are granted on their own resource.',
  ].join('\n\n'),
  messages: {
    ...refusals,
    public: '`{member}` opens `{role}` to everybody on the internet.',
    publicUnknownRole: '`{member}` opens this role to everybody on the internet.',
    remove: 'Remove {member}',
  },
  examples: [
    {
      language: 'json',
      bad: `{
  "bindings": [
    {
      "role": "roles/storage.admin",
      "members": [
        «"allUsers"»,
        "user:kim@example.org"
      ]
    }
  ]
}
`,
      good: `{
  "bindings": [
    {
      "role": "roles/storage.admin",
      "members": [
        "user:kim@example.org"
      ]
    }
  ]
}
`,
    },
    {
      language: 'yaml',
      bad: `bindings:
- members:
  - «allAuthenticatedUsers»
  role: roles/bigquery.dataViewer
- members:
  - group:analysts@example.org
  role: roles/bigquery.jobUser
`,
      good: `bindings:
- members:
  - group:analysts@example.org
  role: roles/bigquery.jobUser
`,
    },
    {
      language: 'terraform',
      bad: `resource "google_storage_bucket_iam_binding" "site" {
  bucket  = "example-site"
  role    = "roles/storage.objectAdmin"
  members = [«"allUsers"», "user:kim@example.org"]
}
`,
      good: `resource "google_storage_bucket_iam_binding" "site" {
  bucket  = "example-site"
  role    = "roles/storage.objectAdmin"
  members = ["user:kim@example.org"]
}
`,
    },
  ],

  checkItem({ binding, policy }, { report, whole, workspace }) {
    if (binding.members.state !== 'known') return;
    for (const member of binding.members.value.items) {
      if (member.kind !== 'allUsers' && member.kind !== 'allAuthenticatedUsers') continue;
      const role = certainText(binding.role);
      const named = { member: member.kind, ...(role ? { role } : {}) };
      report(member.shown, role ? 'public' : 'publicUnknownRole', {
        arguments: named,
        severity: severityOf(policy, binding),
        fixes: () => [
          offer({ title: 'remove', arguments: { member: member.kind } }, removeMember(whole(), binding, member, workspace)),
        ],
      });
    }
  },
});

/** Publishing a website or a service is a decision that people take; reading its data by everybody elsewhere is not. */
function severityOf({ attachment, family }: PolicyHeader, { role }: Binding): Severity {
  if (role.state === 'unknown') return 'warning';
  const families = publishingRoles.get(certainText(role) ?? '');
  if (!families) return 'error';
  if (family) return families.some((published) => family.startsWith(published)) ? 'warning' : 'error';
  return attachment.state === 'known' && attachment.value !== 'bucket' && attachment.value !== 'other' ? 'error' : 'warning';
}

/** Roles that only read or invoke, and the resources they are meant for. */
const publishingRoles: ReadonlyMap<string, readonly string[]> = new Map([
  ['roles/storage.objectViewer', ['google_storage_']],
  ['roles/storage.legacyObjectReader', ['google_storage_']],
  ['roles/run.invoker', ['google_cloud_run_', 'google_cloudfunctions2_']],
  ['roles/cloudfunctions.invoker', ['google_cloudfunctions']],
  ['roles/artifactregistry.reader', ['google_artifact_registry_']],
]);

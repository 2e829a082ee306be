import { nearestRoles } from '../../catalog/google/roles/nearestRoles';
import { roleOf, rolesAsOf, rolesOfService, serviceOf } from '../../catalog/google/roles/roles';
import allowPolicy from '../../kinds/gcp/allow-policy/kind';
import { customRoleOf, isCustomRoleId, referToCustomRole, replaceRole } from '../../kinds/gcp/allow-policy/roles/role';
import { offer } from '../offer';
import { refusals } from '../refusals';
import { defineRule } from '../rule';

const messages = {
  ...refusals,
  unknown: 'Google’s roles of {date} have none that is called `{role}`.',
  customRole: 'A custom role is not found under `roles/`: its name begins with the project or organization that it belongs to.',
  write: 'Change to {role}',
  useName: 'Use the name of {resource}',
};

export default defineRule({
  id: 'allow-policy/unknown-role',
  kind: allowPolicy,
  severity: 'warning',
  fixClass: 'changes',
  source: { title: 'IAM roles and permissions index', url: 'https://cloud.google.com/iam/docs/roles-permissions' },
  since: '0.1.0',
  summary: 'A predefined role is granted that Google does not have.',
  rationale: [
    'A policy with a role that doesn’t exist is refused whole, and Terraform finds out only when it applies. Most often a letter or a capital is wrong: names of roles are case-sensitive.',
    'Roles are compared with a list of Google’s roles that carries its date. A role that is newer than the list is reported too: suppress that finding.',
  ].join('\n\n'),
  messages,
  examples: [
    {
      language: 'yaml',
      bad: `bindings:
- members:
  - group:analysts@example.org
  role: «roles/storage.objectviewer»
`,
      good: `bindings:
- members:
  - group:analysts@example.org
  role: roles/storage.objectViewer
`,
    },
    {
      language: 'json',
      bad: `{
  "bindings": [
    {
      "role": «"roles/loging.logWriter"»,
      "members": ["serviceAccount:app@example-project.iam.gserviceaccount.com"]
    }
  ]
}
`,
      good: `{
  "bindings": [
    {
      "role": "roles/logging.logWriter",
      "members": ["serviceAccount:app@example-project.iam.gserviceaccount.com"]
    }
  ]
}
`,
    },
    {
      language: 'terraform',
      message: 'customRole',
      files: {
        'roles.tf': `resource "google_project_iam_custom_role" "log_reader" {
  role_id     = "logReader"
  title       = "Log reader"
  permissions = ["logging.logEntries.list"]
}
`,
      },
      bad: `resource "google_project_iam_member" "kim" {
  project = "example-project"
  role    = «"roles/logReader"»
  member  = "user:kim@example.org"
}
`,
      good: `resource "google_project_iam_member" "kim" {
  project = "example-project"
  role    = google_project_iam_custom_role.log_reader.name
  member  = "user:kim@example.org"
}
`,
    },
  ],

  checkItem({ binding: { role }, policy }, { report, workspace }) {
    if (role.state !== 'known') return;
    const { value } = role;
    const referred = isCustomRoleId(value) && value.prefix === 'roles/' ? value.reference : undefined;
    const id = predefinedId(value.text);
    const custom = referred ?? (id === undefined ? undefined : customRoleOf(id, policy, workspace));
    if (custom) {
      const { address } = custom;
      report(value.shown, 'customRole', {
        fixes: () => [offer({ title: 'useName', arguments: { resource: address } }, referToCustomRole(policy, value, address))],
      });
    } else if (id !== undefined) {
      const text = `roles/${id}`;
      const near = nearestRoles(text, mostOffered);
      // A role of a known service that is like none of the list may be newer than it.
      const mayBeNew = near.length === 0 && rolesOfService(serviceOf(text)).length > 0 && serviceOf(text) !== '';
      report(value.shown, 'unknown', {
        arguments: { role: text, date: rolesAsOf },
        ...(mayBeNew ? { severity: 'information' } : {}),
        fixes: () => near.map((by) => offer({ title: 'write', arguments: { role: by } }, replaceRole(value, by))),
      });
    }
  },
});

/** What follows `roles/` in a name that has the form of a predefined role and is none. */
function predefinedId(text: string | undefined): string | undefined {
  const [, id] = /^roles\/([a-z][A-Za-z0-9_]*(?:\.[A-Za-z0-9_]+)*)$/.exec(text ?? '') ?? [];
  // How a role with a condition shows in a policy that was read without version 3 is a fault of its own.
  if (id === undefined || /_withcond_[0-9a-f]+$/.test(id)) return undefined;
  return roleOf(`roles/${id}`) ? undefined : id;
}

const mostOffered = 3;

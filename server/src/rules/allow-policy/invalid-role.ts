import { nearestRoles } from '../../catalog/google/roles/nearestRoles';
import { roleOf } from '../../catalog/google/roles/roles';
import allowPolicy from '../../kinds/gcp/allow-policy/kind';
import type { PolicyHeader } from '../../kinds/gcp/allow-policy/policy';
import { customRoleOf, isCustomRoleId, referToCustomRole, replaceRole } from '../../kinds/gcp/allow-policy/roles/role';
import { isUnfilled } from '../../kinds/reading/values';
import type { Workspace } from '../../workspace/index/workspace';
import type { TextValue } from '../../workspace/terraform/names/text';
import { offer } from '../offer';
import { refusals } from '../refusals';
import { defineRule, type Fix, type MessageArguments } from '../rule';

type Message = keyof typeof messages;

const messages = {
  ...refusals,
  malformed:
    '`{role}` is not how a role is written: `roles/…` is for Google’s roles, `projects/…/roles/…` and `organizations/…/roles/…` for custom ones.',
  withoutPrefix: '`{role}` lacks `roles/` before it.',
  customRoleId:
    'This is only the id of a custom role. A binding takes its whole name, such as `projects/example-project/roles/{role}`.',
  folderRole: 'Folders have no custom roles: a custom role belongs to a project or an organization.',
  withCondition:
    '`{role}` is what a role with a condition looks like when the policy is read without version 3. Read the policy again with version 3; written back like this, the condition is lost.',
  empty: 'The role is empty.',
  write: 'Change to {role}',
  useName: 'Use the name of {resource}',
};

export default defineRule({
  id: 'allow-policy/invalid-role',
  kind: allowPolicy,
  severity: 'error',
  fixClass: 'changes',
  source: { title: 'Roles and permissions', url: 'https://cloud.google.com/iam/docs/roles-overview' },
  since: '0.1.0',
  summary: 'A role is written in a form that no role has.',
  rationale: [
    'IAM refuses the whole policy when one role is malformed. Google’s own roles are written `roles/service.name`, custom ones `projects/…/roles/…` or `organizations/…/roles/…`, with letters, digits, dots and underscores in the last part.',
    'In Terraform, take a custom role’s `name`: its `role_id` is only the last part. A role that ends in `_withcond_` and digits comes from a policy that was read without version 3 and must not be written back.',
  ].join('\n\n'),
  messages,
  examples: [
    {
      language: 'json',
      bad: `{
  "bindings": [
    {
      "role": «"storage.objectViewer"»,
      "members": [
        "group:analysts@example.org"
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
        "group:analysts@example.org"
      ]
    }
  ]
}
`,
    },
    {
      language: 'terraform',
      message: 'customRoleId',
      bad: `resource "google_project_iam_member" "kim" {
  project = "example-project"
  role    = «google_project_iam_custom_role.log_reader.role_id»
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
    {
      language: 'yaml',
      message: 'withCondition',
      fix: false,
      bad: `bindings:
- members:
  - user:kim@example.org
  role: «roles/browser_withcond_2b17cc25d2cd9e2c54d8»
version: 1
`,
      good: `bindings:
- members:
  - user:kim@example.org
  role: roles/browser
  condition:
    title: until the end of the year
    expression: request.time < timestamp("2099-01-01T00:00:00Z")
version: 3
`,
    },
  ],

  checkItem({ binding: { role }, policy }, { report, workspace }) {
    const fault = role.state === 'known' ? faultOf(role.value, policy, workspace) : undefined;
    if (role.state !== 'known' || !fault) return;
    report(role.value.shown, fault.message, {
      arguments: fault.arguments,
      fixes: () => fault.fixes(),
    });
  },
});

interface Fault {
  readonly message: Message;
  readonly arguments: MessageArguments;
  fixes(): readonly Fix<Message>[];
}

function faultOf(role: TextValue, policy: PolicyHeader, workspace: Workspace): Fault | undefined {
  const { text, reference } = role;
  if (text === undefined) {
    if (!isCustomRoleId(role) || role.prefix !== '' || !reference) return undefined;
    return customRoleId('ROLE_ID', reference.address, policy, role);
  }
  if (text === '') return role.literal ? { message: 'empty', arguments: {}, fixes: none } : undefined;
  if (isUnfilled(text)) return undefined;
  if (/_withcond_[0-9a-f]+$/.test(text)) return { message: 'withCondition', arguments: { role: text }, fixes: none };
  if (isRole(text)) return undefined;
  if (/^folders\/[^/]+\/roles\//.test(text)) return { message: 'folderRole', arguments: {}, fixes: none };
  const custom = customRoleOf(text, policy, workspace);
  if (custom) return customRoleId(text, custom.address, policy, role);
  return {
    message: roleOf(`roles/${text}`) ? 'withoutPrefix' : 'malformed',
    arguments: { role: text },
    fixes: () =>
      nearestRoles(text, mostOffered).map((by) => offer({ title: 'write', arguments: { role: by } }, replaceRole(role, by))),
  };
}

function customRoleId(id: string, address: string, policy: PolicyHeader, role: TextValue): Fault {
  return {
    message: 'customRoleId',
    arguments: { role: id },
    fixes: () => [offer({ title: 'useName', arguments: { resource: address } }, referToCustomRole(policy, role, address))],
  };
}

function isRole(text: string): boolean {
  return (
    /^roles\/[a-z][A-Za-z0-9_]*(\.[A-Za-z0-9_]+)*$/.test(text) ||
    /^(projects|organizations)\/[^/\s]+\/roles\/[A-Za-z0-9_.]{3,64}$/.test(text)
  );
}

const none = () => [];

const mostOffered = 3;

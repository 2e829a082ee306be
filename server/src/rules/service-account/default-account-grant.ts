import { broadBasicRoles } from '../../catalog/google/roles/basicRoles';
import { removeMember } from '../../kinds/gcp/allow-policy/edits/members';
import allowPolicy from '../../kinds/gcp/allow-policy/kind';
import type { AllowPolicy } from '../../kinds/gcp/allow-policy/policy';
import { memberAccount } from '../../kinds/gcp/members/account';
import type { Member } from '../../kinds/gcp/members/member';
import { enforceBeside } from '../../kinds/gcp/organization-policy/edits';
import type { Workspace } from '../../workspace/index/workspace';
import { offer } from '../offer';
import { refusals } from '../refusals';
import { defineRule, type Fix } from '../rule';

type Message = keyof typeof messages;

const messages = {
  ...refusals,
  broad:
    'The default service account holds `{role}`: everything that runs without an account of its own may change nearly everything.',
  narrow: 'The default service account holds a role that everything gets which runs without an account of its own.',
  remove: 'Remove the default service account',
  enforce: 'Set the organization policy against automatic grants (what is granted already stays)',
};

export default defineRule({
  id: 'service-account/default-account-grant',
  kind: allowPolicy,
  severity: 'warning',
  fixClass: 'narrows',
  source: {
    title: 'Best practices for using service accounts',
    url: 'https://cloud.google.com/iam/docs/best-practices-service-accounts',
  },
  since: '0.1.0',
  summary: 'A default service account holds a role.',
  rationale: [
    'Compute Engine and App Engine make a default service account in each project and use it wherever no other account is named. Many workloads end up sharing it, and with the Editor role, which projects often grant by themselves, each of them may change nearly everything. The services don’t need that role: they work through their own service agents.',
    'Give each workload an account of its own. The constraint `iam.automaticIamGrantsForDefaultServiceAccounts` stops the automatic grant in new projects and takes nothing away from present ones. A narrow role on a default account is only a note: where automatic grants are off, it is what remains.',
  ].join('\n\n'),
  messages,
  examples: [
    {
      language: 'json',
      also: ['allow-policy/basic-role'],
      bad: `{
  "bindings": [
    {
      "role": "roles/editor",
      "members": [
        «"serviceAccount:123456789012-compute@developer.gserviceaccount.com"»,
        "serviceAccount:123456789012@cloudservices.gserviceaccount.com"
      ]
    }
  ]
}
`,
      good: `{
  "bindings": [
    {
      "role": "roles/editor",
      "members": [
        "serviceAccount:123456789012@cloudservices.gserviceaccount.com"
      ]
    }
  ]
}
`,
    },
    {
      language: 'terraform',
      message: 'narrow',
      bad: `resource "google_project_iam_binding" "log_writers" {
  project = "example-project"
  role    = "roles/logging.logWriter"
  members = [
    «"serviceAccount:\${data.google_compute_default_service_account.default.email}"»,
    "serviceAccount:app@example-project.iam.gserviceaccount.com",
  ]
}
`,
      good: `resource "google_project_iam_binding" "log_writers" {
  project = "example-project"
  role    = "roles/logging.logWriter"
  members = [
    "serviceAccount:app@example-project.iam.gserviceaccount.com",
  ]
}
`,
    },
    {
      language: 'yaml',
      message: 'narrow',
      bad: `bindings:
- members:
  - «serviceAccount:example-project@appspot.gserviceaccount.com»
  - serviceAccount:app@example-project.iam.gserviceaccount.com
  role: roles/logging.logWriter
`,
      good: `bindings:
- members:
  - serviceAccount:app@example-project.iam.gserviceaccount.com
  role: roles/logging.logWriter
`,
    },
  ],

  checkItem({ binding }, { report, whole, workspace }) {
    const { role, members } = binding;
    if (members.state !== 'known' || role.state === 'absent') return;
    const text = role.state === 'known' ? role.value.text : undefined;
    const broad = text !== undefined && broadBasicRoles.has(text);
    for (const member of members.value.items.filter(isDefaultAccount)) {
      report(member.shown, broad ? 'broad' : 'narrow', {
        ...(broad ? { arguments: { role: text } } : { severity: 'information' }),
        fixes: () => [
          offer({ title: 'remove' }, removeMember(whole(), binding, member, workspace)),
          ...(broad ? enforcement(whole(), workspace) : []),
        ],
      });
    }
  },
});

function isDefaultAccount(member: Member): boolean {
  const kind = memberAccount(member);
  return kind === 'computeDefault' || kind === 'appEngineDefault';
}

/** Automatic grants go on in new projects until the constraint is enforced. */
function enforcement(policy: AllowPolicy, workspace: Workspace): readonly Fix<Message>[] {
  const change = enforceBeside(policy, 'iam.automaticIamGrantsForDefaultServiceAccounts', workspace);
  return change ? [offer({ title: 'enforce' }, change)] : [];
}

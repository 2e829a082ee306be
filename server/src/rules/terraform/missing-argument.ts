import providerArguments from '../../kinds/terraform/arguments/kind';
import type { MissingArguments } from '../../kinds/terraform/arguments/policy';
import { refusals } from '../refusals';
import { defineRule, type Fix } from '../rule';

type Message = keyof typeof messages;

const messages = {
  ...refusals,
  missing: 'Missing in `{block}`: {names}. The provider refuses it without.',
  one: 'Missing in `{block}`: exactly one of {names}.',
  some: 'Missing in `{block}`: at least one of {names}.',
  null: '`null` counts as absent, and `{names}` is required.',
  add: 'Add {names}',
};

export default defineRule({
  id: 'terraform/missing-argument',
  kind: providerArguments,
  severity: 'error',
  fixClass: 'placeholder',
  source: {
    title: 'Google provider, resources and data sources',
    url: 'https://registry.terraform.io/providers/hashicorp/google/latest/docs',
  },
  since: '0.1.0',
  summary: 'A resource lacks an argument or a block that its provider requires.',
  rationale: [
    'Terraform refuses a configuration in which a required argument is absent or `null`. What isn’t told by the text is no absence: a value that may be `null` only with some variable, a `dynamic` block, an override file.',
    'In VS Code, HashiCorp’s extension tells the same; where it is active, this rule is silent unless `leastwise.terraform.arguments` says `on`.',
  ].join('\n\n'),
  messages,
  examples: [
    {
      language: 'terraform',
      message: 'missing',
      bad: `«resource "google_project_iam_member" "logs"» {
  role   = "roles/logging.viewer"
  member = "group:ops@example.org"
}
`,
      good: `resource "google_project_iam_member" "logs" {
  role    = "roles/logging.viewer"
  member  = "group:ops@example.org"
  project = "your-project-id"
}
`,
    },
    {
      language: 'terraform',
      message: 'missing',
      fix: false,
      bad: `resource "google_project_iam_member" "logs" {
  project = "example-project"
  role    = "roles/logging.viewer"
  member  = "group:ops@example.org"

  «condition» {
    title = "until 2027"
  }
}
`,
      good: `resource "google_project_iam_member" "logs" {
  project = "example-project"
  role    = "roles/logging.viewer"
  member  = "group:ops@example.org"

  condition {
    title      = "until 2027"
    expression = "request.time < timestamp('2027-01-01T00:00:00Z')"
  }
}
`,
    },
    {
      language: 'terraform',
      message: 'one',
      fix: false,
      bad: `«resource "google_iam_workload_identity_pool_provider" "ci"» {
  workload_identity_pool_id          = "github"
  workload_identity_pool_provider_id = "actions"
}
`,
      good: `resource "google_iam_workload_identity_pool_provider" "ci" {
  workload_identity_pool_id          = "github"
  workload_identity_pool_provider_id = "actions"

  oidc {
    issuer_uri = "https://token.actions.githubusercontent.com"
  }
}
`,
    },
  ],

  check({ slips }, { report, settings }) {
    if (settings.terraformArguments === 'off') return;
    for (const slip of slips) {
      if (slip.what !== 'missing') continue;
      const { names, block, needs, at } = slip;
      const named = { names: names.join(', '), block: block.path.at(-1) ?? block.type };
      report(at, needs === 'all' ? 'missing' : needs, { arguments: named, fixes: () => fixes(slip) });
    }
  },
});

function fixes({ block, names, schemas, needs }: MissingArguments): readonly Fix<Message>[] {
  if (needs !== 'all') return [];
  const edits = names.flatMap((key) => {
    const to = schemas.get(key)?.placeholder;
    return to === undefined ? [] : [{ kind: 'set', in: block.body, key, to } as const];
  });
  return edits.length < names.length ? [] : [{ title: 'add', arguments: { names: names.join(', ') }, edits }];
}

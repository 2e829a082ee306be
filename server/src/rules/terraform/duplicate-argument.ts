import providerArguments from '../../kinds/terraform/arguments/kind';
import { defineRule } from '../rule';

export default defineRule({
  id: 'terraform/duplicate-argument',
  kind: providerArguments,
  severity: 'error',
  fixClass: 'none',
  source: {
    title: 'Google provider, resources and data sources',
    url: 'https://registry.terraform.io/providers/hashicorp/google/latest/docs',
  },
  since: '0.1.0',
  summary: 'A resource has more blocks than its provider takes, or two arguments of which one excludes the other.',
  rationale:
    'Terraform refuses a block that is there more often than the provider takes it, and arguments that exclude each other. Neither of them is in force then. Keep the one that is meant.',
  messages: {
    tooMany: 'At most {most} `{name}` here, and this is one more. Remove one.',
    excluded: '`{name}` and `{other}` exclude each other. Keep one of them.',
  },
  examples: [
    {
      language: 'terraform',
      message: 'tooMany',
      bad: `resource "google_project_iam_member" "logs" {
  project = "example-project"
  role    = "roles/logging.viewer"
  member  = "group:ops@example.org"

  condition {
    title      = "until 2027"
    expression = "request.time < timestamp('2027-01-01T00:00:00Z')"
  }

  «condition» {
    title      = "until 2028"
    expression = "request.time < timestamp('2028-01-01T00:00:00Z')"
  }
}
`,
      good: `resource "google_project_iam_member" "logs" {
  project = "example-project"
  role    = "roles/logging.viewer"
  member  = "group:ops@example.org"

  condition {
    title      = "until 2028"
    expression = "request.time < timestamp('2028-01-01T00:00:00Z')"
  }
}
`,
    },
    {
      language: 'terraform',
      message: 'excluded',
      bad: `resource "google_iam_workload_identity_pool_provider" "ci" {
  workload_identity_pool_id          = "github"
  workload_identity_pool_provider_id = "actions"

  aws {
    account_id = "123456789012"
  }

  «oidc» {
    issuer_uri = "https://token.actions.githubusercontent.com"
  }
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

  check({ slips }, { report }) {
    for (const slip of slips) {
      if (slip.what !== 'excluded') continue;
      const named = { name: slip.name, most: String(slip.most ?? ''), other: slip.other ?? '' };
      report(slip.at, slip.other === undefined ? 'tooMany' : 'excluded', { arguments: named });
    }
  },
});

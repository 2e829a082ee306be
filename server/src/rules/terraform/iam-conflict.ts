import iamResource from '../../kinds/gcp/iam-resource/kind';
import type { IamResourcePolicy } from '../../kinds/gcp/iam-resource/policy';
import { defineRule } from '../rule';

export default defineRule({
  id: 'terraform/iam-conflict',
  kind: iamResource,
  severity: 'error',
  fixClass: 'none',
  source: {
    title: 'google_project_iam',
    url: 'https://github.com/hashicorp/terraform-provider-google/blob/main/website/docs/r/google_project_iam.html.markdown',
  },
  since: '0.1.0',
  summary: 'Two Terraform resources manage the same grants and undo each other.',
  rationale: [
    'A `_iam_policy` resource is the whole policy, a `_iam_binding` resource all members of one role under one condition. What another resource grants there is taken away by the one and given back by the other, on every apply, and in between it is missing.',
    'Let one resource manage each role of a policy: put all members into one `_iam_binding`, or write nothing but `_iam_member` for that role. A `_iam_policy` stands alone.',
  ].join('\n\n'),
  messages: {
    wholePolicy: 'This manages the whole policy, and so undoes what `{other}` grants on the same resource.',
    binding: 'This manages all members of the role, and so undoes what `{other}` grants to it.',
    bindings: 'This and `{other}` each manage all members of the same role, and undo each other.',
    other: 'The other resource.',
  },
  examples: [
    {
      language: 'terraform',
      bad: `«resource "google_project_iam_binding" "readers"» {
  project = var.project
  role    = "roles/logging.viewer"
  members = ["group:readers@example.org"]
}

resource "google_project_iam_member" "auditor" {
  project = var.project
  role    = "roles/logging.viewer"
  member  = "user:kim@example.org"
}
`,
      good: `resource "google_project_iam_binding" "readers" {
  project = var.project
  role    = "roles/logging.viewer"
  members = ["group:readers@example.org", "user:kim@example.org"]
}
`,
    },
    {
      language: 'terraform',
      message: 'wholePolicy',
      bad: `«resource "google_storage_bucket_iam_policy" "exports"» {
  bucket      = google_storage_bucket.exports.name
  policy_data = data.google_iam_policy.exports.policy_data
}

resource "google_storage_bucket_iam_member" "writer" {
  bucket = google_storage_bucket.exports.name
  role   = "roles/storage.objectCreator"
  member = "serviceAccount:app@example-project.iam.gserviceaccount.com"
}
`,
      good: `resource "google_storage_bucket_iam_member" "writer" {
  bucket = google_storage_bucket.exports.name
  role   = "roles/storage.objectCreator"
  member = "serviceAccount:app@example-project.iam.gserviceaccount.com"
}
`,
    },
  ],

  check(policy, { report }) {
    const [first] = policy.rivals;
    if (!first) return;
    report(policy.anchor, messageFor(policy), {
      arguments: { other: first.value.address },
      related: policy.rivals.slice(0, mostRelated).map(({ at }) => ({ at, message: 'other' })),
    });
  },
});

function messageFor({ ending, rivals }: IamResourcePolicy): 'wholePolicy' | 'binding' | 'bindings' {
  if (ending === 'policy') return 'wholePolicy';
  return rivals[0]?.value.ending === 'binding' ? 'bindings' : 'binding';
}

const mostRelated = 10;

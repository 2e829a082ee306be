import type { Example } from '../rule';

/** What stays behind when the last member goes. */
export default [
  {
    language: 'terraform',
    bad: `resource "google_project_iam_binding" "viewers" {
  project = "p"
  role    = "roles/viewer"
  members = [«"allUsers"»]
}
`,
    good: `resource "google_project_iam_binding" "viewers" {
  project = "p"
  role    = "roles/viewer"
  members = []
}
`,
  },
  {
    language: 'terraform',
    bad: `# 공개 버킷
resource "google_storage_bucket_iam_member" "public" {
  bucket = "b"
  role   = "roles/storage.objectAdmin"
  member = «"allUsers"»
}

resource "google_storage_bucket_iam_member" "kim" {
  bucket = "b"
  role   = "roles/storage.objectAdmin"
  member = "user:kim@example.org"
}
`,
    good: `# 공개 버킷

resource "google_storage_bucket_iam_member" "kim" {
  bucket = "b"
  role   = "roles/storage.objectAdmin"
  member = "user:kim@example.org"
}
`,
  },
  {
    language: 'json',
    bad: `{
  "bindings": [
    {
      "members": ["user:kim@example.org"],
      "role": "roles/viewer"
    },
    {
      "members": [«"allUsers"»],
      "role": "roles/storage.admin"
    }
  ]
}
`,
    good: `{
  "bindings": [
    {
      "members": ["user:kim@example.org"],
      "role": "roles/viewer"
    }
  ]
}
`,
  },
  {
    language: 'yaml',
    bad: `bindings:
- members:
  - user:kim@example.org
  - «allUsers» # until the test is over
  # the owner of the bucket
  - user:lee@example.org
  role: roles/storage.admin
`,
    good: `bindings:
- members:
  - user:kim@example.org
  # the owner of the bucket
  - user:lee@example.org
  role: roles/storage.admin
`,
  },
  {
    language: 'yaml',
    bad: `policy: {bindings: [{role: roles/storage.admin, members: [user:kim@example.org, «"allUsers"»]}]}
updateMask: bindings
`,
    good: `policy: {bindings: [{role: roles/storage.admin, members: [user:kim@example.org]}]}
updateMask: bindings
`,
  },
  {
    language: 'terraform',
    bad: `resource "google_pubsub_topic_iam_policy" "events" {
  topic       = "events"
  policy_data = <<EOT
{
  "bindings": [
    {
      "role": "roles/pubsub.publisher",
      "members": [
        "serviceAccount:\${google_service_account.web.email}",
        «"allUsers"»
      ]
    }
  ]
}
EOT
}
`,
    good: `resource "google_pubsub_topic_iam_policy" "events" {
  topic       = "events"
  policy_data = <<EOT
{
  "bindings": [
    {
      "role": "roles/pubsub.publisher",
      "members": [
        "serviceAccount:\${google_service_account.web.email}"
      ]
    }
  ]
}
EOT
}
`,
  },
] satisfies readonly Example[];

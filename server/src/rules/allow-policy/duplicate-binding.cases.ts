import type { Example } from '../rule';

/** Comments come along, and members keep their order. */
export default [
  {
    language: 'yaml',
    bad: `bindings:
# The people who look around.
- role: roles/browser
  members:
  - user:kim@example.org # since May
- role: roles/logging.logWriter
  members:
  - serviceAccount:reports@example-project.iam.gserviceaccount.com
# A second list.
- role: «roles/browser»
  # From the data team:
  members:
  - user:lee@example.org
  # On call.
  - group:on-call@example.org # until autumn
  - user:KIM@example.org # again
- role: roles/pubsub.publisher
  members:
  - group:publishers@example.org
`,
    good: `bindings:
# The people who look around.
- role: roles/browser
  members:
  - user:kim@example.org # since May
  # A second list.
  # From the data team:
  - user:lee@example.org
  # On call.
  # until autumn
  - group:on-call@example.org
- role: roles/logging.logWriter
  members:
  - serviceAccount:reports@example-project.iam.gserviceaccount.com
- role: roles/pubsub.publisher
  members:
  - group:publishers@example.org
`,
  },
  {
    language: 'terraform',
    bad: `data "google_iam_policy" "project" {
  binding {
    role = "roles/browser"
    members = [
      "group:analysts@example.org",
    ]
  }

  binding {
    role = «"roles/browser"»
    members = [
      # On call.
      "user:kim@example.org", # until autumn
      google_service_account.reports.member,
    ]
  }
}
`,
    good: `data "google_iam_policy" "project" {
  binding {
    role = "roles/browser"
    members = [
      "group:analysts@example.org",
      # On call.
      # until autumn
      "user:kim@example.org",
      google_service_account.reports.member,
    ]
  }
}
`,
  },
  {
    language: 'terraform',
    bad: `data "google_iam_policy" "project" {
  binding {
    role    = "roles/browser"
    members = ["group:analysts@example.org"]
  }
  binding {
    role    = «"roles/browser"»
    members = ["user:kim@example.org"] # on call
  }
}
`,
    good: `data "google_iam_policy" "project" {
  binding {
    role = "roles/browser"
    members = [
      "group:analysts@example.org",
      # on call
      "user:kim@example.org",
    ]
  }
}
`,
  },
  {
    language: 'terraform',
    bad: `resource "google_pubsub_topic_iam_policy" "events" {
  topic = "events"
  policy_data = jsonencode({
    bindings = [
      {
        role    = "roles/pubsub.publisher"
        members = ["group:publishers@example.org"]
      },
      # The machines.
      {
        role    = «"roles/pubsub.publisher"»
        members = ["serviceAccount:\${local.reports}", "group:publishers@example.org"]
      },
    ]
  })
}
`,
    good: `resource "google_pubsub_topic_iam_policy" "events" {
  topic = "events"
  policy_data = jsonencode({
    bindings = [
      {
        role = "roles/pubsub.publisher"
        members = [
          "group:publishers@example.org",
          # The machines.
          "serviceAccount:\${local.reports}",
        ]
      },
    ]
  })
}
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
        "group:publishers@example.org"
      ]
    },
    {
      "role": «"roles/pubsub.publisher"»,
      "members": [
        "serviceAccount:\${google_service_account.reports.email}"
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
        "group:publishers@example.org",
        "serviceAccount:\${google_service_account.reports.email}"
      ]
    }
  ]
}
EOT
}
`,
  },
  {
    language: 'json',
    file: 'policy.jsonc',
    bad: `{
  "bindings": [
    {
      "role": "roles/browser",
      "members": [
        "group:analysts@example.org"
      ]
    },
    {
      "role": «"roles/browser"», // a second list
      "members": [
        // On call.
        "user:kim@example.org", // until autumn
        "user:lee@example.org"
      ]
    }
  ]
}
`,
    good: `{
  "bindings": [
    {
      "role": "roles/browser",
      "members": [
        "group:analysts@example.org",
        // a second list
        // On call.
        // until autumn
        "user:kim@example.org",
        "user:lee@example.org"
      ]
    }
  ]
}
`,
  },
  {
    language: 'yaml',
    bad: `bindings: [{role: roles/browser, members: [user:kim@example.org]}, {members: [user:lee@example.org], role: «roles/browser»}]
`,
    good: `bindings: [{role: roles/browser, members: [user:kim@example.org, user:lee@example.org]}]
`,
  },
] satisfies readonly Example[];

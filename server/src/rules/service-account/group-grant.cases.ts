import type { Example } from '../rule';

const accounts = {
  groups: {
    'group:batch@example.org': ['serviceAccount:a@p.iam.gserviceaccount.com', 'serviceAccount:b@p.iam.gserviceaccount.com'],
  },
};

/** Every form that a grant can have, and what is left of it. */
export default [
  {
    language: 'yaml',
    settings: accounts,
    bad: `bindings:
- members:
  - «group:batch@example.org»
  - serviceAccount:b@p.iam.gserviceaccount.com
  role: roles/viewer
`,
    good: `bindings:
- members:
  - serviceAccount:a@p.iam.gserviceaccount.com
  - serviceAccount:b@p.iam.gserviceaccount.com
  role: roles/viewer
`,
  },
  {
    language: 'json',
    settings: accounts,
    fix: 'add',
    bad: `{ "bindings": [{ "role": "roles/viewer", "members": [«"group:Batch@example.org"», "user:kim@example.org"] }] }
`,
    good: `{ "bindings": [{ "role": "roles/viewer", "members": ["group:Batch@example.org", "serviceAccount:a@p.iam.gserviceaccount.com", "serviceAccount:b@p.iam.gserviceaccount.com", "user:kim@example.org"] }] }
`,
  },
  {
    language: 'terraform',
    settings: accounts,
    bad: `resource "google_project_iam_binding" "viewers" {
  project = "p"
  role    = "roles/viewer"
  members = [
    "user:kim@example.org", # 담당자
    «"group:batch@example.org"»,
  ]
}
`,
    good: `resource "google_project_iam_binding" "viewers" {
  project = "p"
  role    = "roles/viewer"
  members = [
    "user:kim@example.org", # 담당자
    "serviceAccount:a@p.iam.gserviceaccount.com",
    "serviceAccount:b@p.iam.gserviceaccount.com",
  ]
}
`,
  },
  {
    language: 'terraform',
    settings: accounts,
    bad: `data "google_iam_policy" "admin" {
  binding {
    role    = "roles/viewer"
    members = [«"group:batch@example.org"»]
  }
}
`,
    good: `data "google_iam_policy" "admin" {
  binding {
    role = "roles/viewer"
    members = [
      "serviceAccount:a@p.iam.gserviceaccount.com",
      "serviceAccount:b@p.iam.gserviceaccount.com",
    ]
  }
}
`,
  },
  {
    language: 'terraform',
    settings: accounts,
    bad: `resource "google_storage_bucket_iam_policy" "b" {
  bucket      = "b"
  policy_data = jsonencode({ bindings = [{ role = "roles/viewer", members = [«"group:batch@example.org"»] }] })
}
`,
    good: `resource "google_storage_bucket_iam_policy" "b" {
  bucket      = "b"
  policy_data = jsonencode({ bindings = [{ role = "roles/viewer", members = ["serviceAccount:a@p.iam.gserviceaccount.com", "serviceAccount:b@p.iam.gserviceaccount.com"] }] })
}
`,
  },
  {
    language: 'terraform',
    settings: accounts,
    bad: `resource "google_storage_bucket_iam_policy" "b" {
  bucket      = "b"
  policy_data = <<-EOT
    {
      "bindings": [
        {
          "role": "roles/viewer",
          "members": [
            «"group:batch@example.org"»
          ]
        }
      ]
    }
  EOT
}
`,
    good: `resource "google_storage_bucket_iam_policy" "b" {
  bucket      = "b"
  policy_data = <<-EOT
    {
      "bindings": [
        {
          "role": "roles/viewer",
          "members": [
            "serviceAccount:a@p.iam.gserviceaccount.com",
            "serviceAccount:b@p.iam.gserviceaccount.com"
          ]
        }
      ]
    }
  EOT
}
`,
  },
  {
    // One grant becomes two: the first account keeps the resource's name, arguments and blocks are taken along.
    language: 'terraform',
    settings: accounts,
    bad: `resource "google_project_iam_member" "batch" {
  project = "p"
  role    = "roles/viewer"
  member  = «"group:batch@example.org"»

  condition {
    title      = "office hours"
    expression = "request.time.getHours('Asia/Seoul') < 19"
  }
  depends_on = [google_project_service.iam]
}

output "unrelated" {
  value = 1
}
`,
    good: `resource "google_project_iam_member" "batch" {
  project = "p"
  role    = "roles/viewer"
  member  = "serviceAccount:a@p.iam.gserviceaccount.com"

  condition {
    title      = "office hours"
    expression = "request.time.getHours('Asia/Seoul') < 19"
  }
  depends_on = [google_project_service.iam]
}

resource "google_project_iam_member" "batch_b" {
  project    = "p"
  role       = "roles/viewer"
  member     = "serviceAccount:b@p.iam.gserviceaccount.com"
  depends_on = [google_project_service.iam]

  condition {
    title      = "office hours"
    expression = "request.time.getHours('Asia/Seoul') < 19"
  }
}

output "unrelated" {
  value = 1
}
`,
  },
  {
    language: 'terraform',
    settings: accounts,
    fix: 'add',
    bad: `resource "google_project_iam_member" "batch" {
  project = "p"
  role    = "roles/viewer"
  member  = «"group:batch@example.org"»
}
`,
    good: `resource "google_project_iam_member" "batch" {
  project = "p"
  role    = "roles/viewer"
  member  = "group:batch@example.org"
}

resource "google_project_iam_member" "batch_a" {
  project = "p"
  role    = "roles/viewer"
  member  = "serviceAccount:a@p.iam.gserviceaccount.com"
}

resource "google_project_iam_member" "batch_b" {
  project = "p"
  role    = "roles/viewer"
  member  = "serviceAccount:b@p.iam.gserviceaccount.com"
}
`,
  },
  {
    language: 'terraform',
    fix: 'membersUnknown',
    message: 'byName',
    bad: `resource "google_project_iam_member" "batch" {
  project = "p"
  role    = "roles/viewer"
  member  = «"group:service-accounts@example.org"»
}
`,
    good: `resource "google_project_iam_member" "batch" {
  project = "p"
  role    = "roles/viewer"
  member  = "serviceAccount:a@p.iam.gserviceaccount.com"
}
`,
  },
] satisfies readonly Example[];

import type { Example } from '../rule';

/** In every format: plain, escaped, folded, literal, in a heredoc, and one inside of the other. */
export default [
  // Single quotes.
  {
    language: 'yaml',
    bad: `version: 3
bindings:
- members:
  - group:analysts@example.org
  role: roles/storage.objectViewer
  condition:
    title: reports
    expression: 'resource.«nmae» == ''projects/_/buckets/a'' // it''s'
etag: BwXyz
`,
    good: `version: 3
bindings:
- members:
  - group:analysts@example.org
  role: roles/storage.objectViewer
  condition:
    title: reports
    expression: 'resource.name == ''projects/_/buckets/a'' // it''s'
etag: BwXyz
`,
  },
  // Double quotes; the wrong name begins and ends with an escape.
  {
    language: 'yaml',
    bad: `version: 3
bindings:
- members:
  - group:analysts@example.org
  role: roles/storage.objectViewer
  condition:
    title: reports
    expression: "re\\x73ource.«\\x6eame\\u0073» == \\"a\\"\\t|| true"
etag: BwXyz
`,
    good: `version: 3
bindings:
- members:
  - group:analysts@example.org
  role: roles/storage.objectViewer
  condition:
    title: reports
    expression: "re\\x73ource.name == \\"a\\"\\t|| true"
etag: BwXyz
`,
  },
  // Plain over lines.
  {
    language: 'yaml',
    bad: `version: 3
bindings:
- members:
  - group:analysts@example.org
  role: roles/storage.objectViewer
  condition:
    title: reports
    expression: resource.type == "storage.googleapis.com/Bucket"
      && resource.«nam» == "a"

      || false
etag: BwXyz
`,
    good: `version: 3
bindings:
- members:
  - group:analysts@example.org
  role: roles/storage.objectViewer
  condition:
    title: reports
    expression: resource.type == "storage.googleapis.com/Bucket"
      && resource.name == "a"

      || false
etag: BwXyz
`,
  },
  // Folded.
  {
    language: 'yaml',
    bad: `version: 3
bindings:
- members:
  - group:analysts@example.org
  role: roles/storage.objectViewer
  condition:
    title: reports
    expression: >-
      resource.type == "storage.googleapis.com/Bucket"
      && resource.«Name» == "a"
        || false
etag: BwXyz
`,
    good: `version: 3
bindings:
- members:
  - group:analysts@example.org
  role: roles/storage.objectViewer
  condition:
    title: reports
    expression: >-
      resource.type == "storage.googleapis.com/Bucket"
      && resource.name == "a"
        || false
etag: BwXyz
`,
  },
  // Literal.
  {
    language: 'yaml',
    bad: `version: 3
bindings:
- members:
  - group:analysts@example.org
  role: roles/storage.objectViewer
  condition:
    title: reports
    expression: |
      // why
      resource.name.«startswith»("a")

      || false
etag: BwXyz
`,
    good: `version: 3
bindings:
- members:
  - group:analysts@example.org
  role: roles/storage.objectViewer
  condition:
    title: reports
    expression: |
      // why
      resource.name.startsWith("a")

      || false
etag: BwXyz
`,
  },
  // Double quotes over lines.
  {
    language: 'yaml',
    bad: `version: 3
bindings:
- members:
  - group:analysts@example.org
  role: roles/storage.objectViewer
  condition:
    title: reports
    expression: "resource.name == \\"a\\"
      || resource.«naem» == \\"b\\" \\
      || false"
etag: BwXyz
`,
    good: `version: 3
bindings:
- members:
  - group:analysts@example.org
  role: roles/storage.objectViewer
  condition:
    title: reports
    expression: "resource.name == \\"a\\"
      || resource.name == \\"b\\" \\
      || false"
etag: BwXyz
`,
  },
  // Escapes of JSON at both ends of the wrong name.
  {
    language: 'json',
    bad: `{
  "version": 3,
  "bindings": [
    {
      "role": "roles/storage.objectViewer",
      "members": ["group:analysts@example.org"],
      "condition": {
        "title": "reports",
        "expression": "request.«\\u0074iem\\u0065» < timestamp(\\"2027-07-01T00:00:00Z\\") // \\u00e9"
      }
    }
  ]
}
`,
    good: `{
  "version": 3,
  "bindings": [
    {
      "role": "roles/storage.objectViewer",
      "members": ["group:analysts@example.org"],
      "condition": {
        "title": "reports",
        "expression": "request.time < timestamp(\\"2027-07-01T00:00:00Z\\") // \\u00e9"
      }
    }
  ]
}
`,
  },
  {
    language: 'terraform',
    bad: `resource "google_project_iam_member" "reports" {
  project = "example-project"
  role    = "roles/storage.objectViewer"
  member  = "user:kim@example.org"

  condition {
    title      = "reports"
    expression = "resource.«\\u006eam\\u0065s» == \\"a\\" // \\u00e9"
  }
}
`,
    good: `resource "google_project_iam_member" "reports" {
  project = "example-project"
  role    = "roles/storage.objectViewer"
  member  = "user:kim@example.org"

  condition {
    title      = "reports"
    expression = "resource.name == \\"a\\" // \\u00e9"
  }
}
`,
  },
  {
    language: 'terraform',
    bad: `resource "google_project_iam_member" "reports" {
  project = "example-project"
  role    = "roles/storage.objectViewer"
  member  = "user:kim@example.org"

  condition {
    title      = "reports"
    expression = <<EOT
resource.name == "a" ||
  resource.«nmae» == "b" // or so
EOT
  }
}
`,
    good: `resource "google_project_iam_member" "reports" {
  project = "example-project"
  role    = "roles/storage.objectViewer"
  member  = "user:kim@example.org"

  condition {
    title      = "reports"
    expression = <<EOT
resource.name == "a" ||
  resource.name == "b" // or so
EOT
  }
}
`,
  },
  // A template: what it refers to stays.
  {
    language: 'terraform',
    bad: `resource "google_project_iam_member" "reports" {
  project = "example-project"
  role    = "roles/storage.objectViewer"
  member  = "user:kim@example.org"

  condition {
    title      = "reports"
    expression = "resource.«nmae».startsWith(\\"projects/\${var.project}\\") // $\${x}"
  }
}
`,
    good: `resource "google_project_iam_member" "reports" {
  project = "example-project"
  role    = "roles/storage.objectViewer"
  member  = "user:kim@example.org"

  condition {
    title      = "reports"
    expression = "resource.name.startsWith(\\"projects/\${var.project}\\") // $\${x}"
  }
}
`,
  },
  {
    language: 'terraform',
    bad: `resource "google_project_iam_member" "reports" {
  project = "example-project"
  role    = "roles/storage.objectViewer"
  member  = "user:kim@example.org"

  condition {
    title      = "reports"
    expression = <<-EOT
      resource.name.startsWith("projects/\${var.project}") ||
      resource.name.«endWith»("\${local.a}\${local.b}")
    EOT
  }
}
`,
    good: `resource "google_project_iam_member" "reports" {
  project = "example-project"
  role    = "roles/storage.objectViewer"
  member  = "user:kim@example.org"

  condition {
    title      = "reports"
    expression = <<-EOT
      resource.name.startsWith("projects/\${var.project}") ||
      resource.name.endsWith("\${local.a}\${local.b}")
    EOT
  }
}
`,
  },
  {
    language: 'terraform',
    bad: `data "google_iam_policy" "all" {
  binding {
    role    = "roles/storage.objectViewer"
    members = ["user:kim@example.org"]

    condition {
      title      = "reports"
      expression = "destination.port == 22 || «destinaton».ip == \\"10.0.0.1\\""
    }
  }
}
`,
    good: `data "google_iam_policy" "all" {
  binding {
    role    = "roles/storage.objectViewer"
    members = ["user:kim@example.org"]

    condition {
      title      = "reports"
      expression = "destination.port == 22 || destination.ip == \\"10.0.0.1\\""
    }
  }
}
`,
  },
  // CEL in JSON in a heredoc.
  {
    language: 'terraform',
    bad: `resource "google_storage_bucket_iam_policy" "all" {
  bucket      = "reports"
  policy_data = <<-JSON
    {
      "version": 3,
      "bindings": [{
        "role": "roles/storage.objectViewer",
        "members": ["user:kim@example.org"],
        "condition": { "title": "reports", "expression": "resource.«\\u006eame\\u0073» == \\"a\\"" }
      }]
    }
  JSON
}
`,
    good: `resource "google_storage_bucket_iam_policy" "all" {
  bucket      = "reports"
  policy_data = <<-JSON
    {
      "version": 3,
      "bindings": [{
        "role": "roles/storage.objectViewer",
        "members": ["user:kim@example.org"],
        "condition": { "title": "reports", "expression": "resource.name == \\"a\\"" }
      }]
    }
  JSON
}
`,
  },
  {
    language: 'terraform',
    bad: `resource "google_storage_bucket_iam_policy" "all" {
  bucket      = "reports"
  policy_data = <<-JSON
    {
      "version": 3,
      "bindings": [{
        "role": "roles/storage.objectViewer",
        "members": ["user:kim@example.org"],
        "condition": { "title": "reports", "expression": "resource.«nmae».startsWith(\\"projects/\${var.project}/\\")" }
      }]
    }
  JSON
}
`,
    good: `resource "google_storage_bucket_iam_policy" "all" {
  bucket      = "reports"
  policy_data = <<-JSON
    {
      "version": 3,
      "bindings": [{
        "role": "roles/storage.objectViewer",
        "members": ["user:kim@example.org"],
        "condition": { "title": "reports", "expression": "resource.name.startsWith(\\"projects/\${var.project}/\\")" }
      }]
    }
  JSON
}
`,
  },
  // CEL in JSON in a quoted string.
  {
    language: 'terraform',
    bad: `resource "google_storage_bucket_iam_policy" "all" {
  bucket      = "reports"
  policy_data = "{\\"version\\": 3, \\"bindings\\": [{\\"role\\": \\"roles/storage.objectViewer\\", \\"members\\": [\\"user:kim@example.org\\"], \\"condition\\": {\\"title\\": \\"reports\\", \\"expression\\": \\"resource.«\\\\u006enme» == \\\\\\"a\\\\\\"\\"}}]}"
}
`,
    good: `resource "google_storage_bucket_iam_policy" "all" {
  bucket      = "reports"
  policy_data = "{\\"version\\": 3, \\"bindings\\": [{\\"role\\": \\"roles/storage.objectViewer\\", \\"members\\": [\\"user:kim@example.org\\"], \\"condition\\": {\\"title\\": \\"reports\\", \\"expression\\": \\"resource.name == \\\\\\"a\\\\\\"\\"}}]}"
}
`,
  },
  {
    language: 'terraform',
    bad: `resource "google_storage_bucket_iam_policy" "all" {
  bucket      = "reports"
  policy_data = jsonencode({
    bindings = [{
      role    = "roles/storage.objectViewer"
      members = ["user:kim@example.org"]
      condition = {
        title      = "reports"
        expression = "resource.«nmae» == \\"\${var.name}\\""
      }
    }]
  })
}
`,
    good: `resource "google_storage_bucket_iam_policy" "all" {
  bucket      = "reports"
  policy_data = jsonencode({
    bindings = [{
      role    = "roles/storage.objectViewer"
      members = ["user:kim@example.org"]
      condition = {
        title      = "reports"
        expression = "resource.name == \\"\${var.name}\\""
      }
    }]
  })
}
`,
  },
  {
    language: 'yaml',
    fix: false,
    message: 'ofPolicyBindings',
    bad: `version: 3
bindings:
- members:
  - group:analysts@example.org
  role: roles/storage.objectViewer
  condition:
    title: reports
    expression: principal.«type» == "iam.googleapis.com/WorkspacePool"
etag: BwXyz
`,
    good: `version: 3
bindings:
- members:
  - group:analysts@example.org
  role: roles/storage.objectViewer
  condition:
    title: reports
    expression: request.time < timestamp("2027-07-01T00:00:00Z")
etag: BwXyz
`,
  },
  {
    language: 'yaml',
    fix: false,
    message: 'ofAccessBoundaries',
    bad: `version: 3
bindings:
- members:
  - group:analysts@example.org
  role: roles/storage.objectViewer
  condition:
    title: reports
    expression: api.getAttribute("«storage.googleapis.com/objectListPrefix»", "").startsWith("a/")
etag: BwXyz
`,
    good: `version: 3
bindings:
- members:
  - group:analysts@example.org
  role: roles/storage.objectViewer
  condition:
    title: reports
    expression: resource.name.startsWith("projects/_/buckets/b/objects/a/")
etag: BwXyz
`,
  },
] satisfies readonly Example[];

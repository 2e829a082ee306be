# 파이프라인 그룹에 부여하면 그룹에 든 모든 서비스 계정이 같은 권한을 갖는다.
resource "google_project_iam_member" "pipelines_bigquery" {
  project = "example-prod"
  role    = "roles/bigquery.dataEditor"
  member  = "group:pipelines@example.org"
}

resource "google_project_iam_binding" "log_writers" {
  project = "example-prod"
  role    = "roles/logging.logWriter"
  members = [
    "group:pipelines@example.org",
    "serviceAccount:vm-web@example-prod.iam.gserviceaccount.com",
  ]
}

resource "google_storage_bucket_iam_policy" "exports" {
  bucket = "example-exports"
  policy_data = jsonencode({
    bindings = [
      {
        role    = "roles/storage.objectAdmin"
        members = ["allAuthenticatedUsers", "group:pipelines@example.org"]
      },
    ]
  })
}

resource "google_pubsub_topic_iam_policy" "events" {
  topic       = "events"
  policy_data = <<-EOT
    {
      "bindings": [
        {
          "role": "roles/pubsub.publisher",
          "members": [
            "allUsers",
            "serviceAccount:vm-web@example-prod.iam.gserviceaccount.com"
          ]
        }
      ]
    }
  EOT
}

resource "google_service_account" "ingest" {
  project      = "example-prod"
  account_id   = "vm-ingest"
  display_name = "Ingest"
  description  = "Reads events from Pub/Sub and writes them to BigQuery."
}

resource "google_service_account" "report" {
  project      = "example-prod"
  account_id   = "vm-report"
  display_name = "Report"
  description  = "Builds the nightly report."
}

resource "google_cloud_identity_group" "pipelines" {
  parent = "customers/C0example"

  group_key {
    id = "pipelines@example.org"
  }

  labels = {
    "cloudidentity.googleapis.com/groups.discussion_forum" = ""
  }
}

resource "google_cloud_identity_group_membership" "ingest" {
  group = google_cloud_identity_group.pipelines.id

  preferred_member_key {
    id = google_service_account.ingest.email
  }

  roles {
    name = "MEMBER"
  }
}

resource "google_cloud_identity_group_membership" "report" {
  group = google_cloud_identity_group.pipelines.id

  preferred_member_key {
    id = google_service_account.report.email
  }

  roles {
    name = "MEMBER"
  }
}

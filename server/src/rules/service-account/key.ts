import serviceAccountKey from '../../kinds/gcp/service-account-key/kind';
import { isOverriddenUnread } from '../../kinds/reading/roots';
import { defineRule } from '../rule';

export default defineRule({
  id: 'service-account/key',
  kind: serviceAccountKey,
  severity: 'warning',
  fixClass: 'none',
  source: {
    title: 'Best practices for managing service account keys',
    url: 'https://cloud.google.com/iam/docs/best-practices-for-managing-service-account-keys',
  },
  since: '0.1.0',
  summary: 'A key of a service account is made, uploaded or used.',
  rationale: [
    `Whoever has the key is the account, until somebody deletes the key; the audit log can’t tell who used it. Mostly there is a way without one:
- Your own workstation, Cloud Shell or another environment of one person: sign in as yourself, and impersonate the account where the code needs one.
- GKE: Workload Identity Federation for GKE gives each Kubernetes service account its own access.
- Anywhere else on Google Cloud: attach a service account to the resource.
- Outside Google Cloud, with an identity provider that federation supports (AWS, Azure, GitHub, GitLab, Kubernetes, OIDC, SAML): Workload Identity Federation.
- Outside, without one: here alone a key is needed. Rotate it, and allow keys for this one project only.`,
    'A provider can impersonate an account by `impersonate_service_account`. An ephemeral key isn’t kept in the state, but it is a key nevertheless.',
  ].join('\n\n'),
  messages: {
    created: 'This makes a key for a service account: whoever gets hold of it, or of the state, is the account.',
    uploaded: 'This uploads a key for a service account: whoever has its private half is the account.',
    ephemeral: 'This makes a key for a service account. It isn’t kept in the state, but it works until somebody deletes it.',
    providerFile: 'The provider signs in with a key file. Impersonate a service account or use federation instead.',
  },
  examples: [
    {
      language: 'terraform',
      bad: `resource "google_service_account" "backup" {
  account_id  = "onprem-backup"
  description = "Writes the nightly backups."
}

«resource "google_service_account_key" "backup"» {
  service_account_id = google_service_account.backup.name
  keepers = {
    rotated = time_rotating.monthly.rotation_rfc3339
  }
}
`,
      good: `resource "google_service_account" "backup" {
  account_id  = "onprem-backup"
  description = "Writes the nightly backups."
}

resource "google_service_account_iam_member" "backup" {
  service_account_id = google_service_account.backup.name
  role               = "roles/iam.workloadIdentityUser"
  member             = "principal://iam.googleapis.com/\${google_iam_workload_identity_pool.onprem.name}/subject/backup"
}
`,
    },
    {
      language: 'terraform',
      message: 'providerFile',
      bad: `provider "google" {
  project     = "example-project"
  credentials = «file("deployer.json")»
}
`,
      good: `provider "google" {
  project                     = "example-project"
  impersonate_service_account = "deployer@example-project.iam.gserviceaccount.com"
}
`,
    },
  ],

  check({ form, anchor, rotated, place }, { report, workspace }) {
    // That nothing replaces it is told by a rule of its own, with what this one says.
    if (rotated === false && !isOverriddenUnread(place, workspace)) return;
    report(anchor, form, form === 'ephemeral' ? { severity: 'information' } : {});
  },
});

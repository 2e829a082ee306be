import serviceAccountKey from '../../kinds/gcp/service-account-key/kind';
import { isOverriddenUnread } from '../../kinds/reading/roots';
import { defineRule } from '../rule';

export default defineRule({
  id: 'service-account/key-without-rotation',
  kind: serviceAccountKey,
  severity: 'warning',
  fixClass: 'none',
  source: { title: 'Service account key rotation', url: 'https://cloud.google.com/iam/docs/key-rotation' },
  since: '0.1.0',
  summary: 'A key of a service account is never replaced.',
  rationale: [
    'A key that Terraform makes lives until something replaces it, and so does every copy that has ever been taken of it. Tie `keepers` to a `time_rotating` resource: when its time is up, the next apply makes a new key and deletes the old one.',
    'A `keepers` map whose values never change replaces nothing.',
  ].join('\n\n'),
  messages: {
    never:
      'Nothing ever replaces this key: who holds it, or the state, is the account for good. Tie `keepers` to a `time_rotating`.',
  },
  examples: [
    {
      language: 'terraform',
      also: ['service-account/key'],
      bad: `resource "time_rotating" "monthly" {
  rotation_days = 30
}

«resource "google_service_account_key" "backup"» {
  service_account_id = google_service_account.backup.name
}
`,
      good: `resource "time_rotating" "monthly" {
  rotation_days = 30
}

resource "google_service_account_key" "backup" {
  service_account_id = google_service_account.backup.name
  keepers = {
    rotated = time_rotating.monthly.rotation_rfc3339
  }
}
`,
    },
    {
      language: 'terraform',
      also: ['service-account/key'],
      bad: `«resource "google_service_account_key" "backup"» {
  service_account_id = google_service_account.backup.name
  keepers = {
    version = "1"
  }
}
`,
      good: `resource "google_service_account_key" "backup" {
  service_account_id = google_service_account.backup.name
  keepers = {
    version = time_rotating.monthly.id
  }
}
`,
    },
  ],

  check({ rotated, anchor, place }, { report, workspace }) {
    // Of two texts of one resource, the other may tell what replaces it.
    if (rotated === false && !isOverriddenUnread(place, workspace)) report(anchor, 'never');
  },
});

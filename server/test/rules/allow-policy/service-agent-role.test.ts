import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { told } from '../inspect';

const rule = 'allow-policy/service-agent-role';

const document = (member: string, role = 'roles/pubsub.serviceAgent') =>
  told(rule, { 'a.json': JSON.stringify({ bindings: [{ role, members: [member] }] }) });
const terraform = (member: string, role = '"roles/pubsub.serviceAgent"') =>
  told(rule, {
    'a.tf': `resource "google_project_iam_member" "m" {\n  project = "p"\n  role = ${role}\n  member = ${member}\n}\n`,
  });

describe(rule, () => {
  for (const member of [
    'user:kim@example.org',
    'group:team@example.org',
    'domain:example.org',
    'serviceAccount:app@example-project.iam.gserviceaccount.com',
  ])
    test(`finds ${member}`, () => assert.deepEqual(document(member), [`granted "${member}"`]));

  for (const member of [
    'serviceAccount:service-1@gcp-sa-pubsub.iam.gserviceaccount.com',
    'serviceAccount:service-1@a-service-of-tomorrow.iam.gserviceaccount.com',
    'serviceAccount:1@cloudservices.gserviceaccount.com',
    'serviceAccount:1@cloudbuild.gserviceaccount.com',
    'serviceAccount:robot@what.is.this',
    'serviceAccount:p.svc.id.goog[default/app]',
    'principal://iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/pool/subject/app',
    'projectOwner:p',
    'deleted:user:kim@example.org?uid=1',
    'allUsers',
  ])
    test(`leaves ${member} alone`, () => assert.deepEqual(document(member), []));

  test('leaves other roles alone', () => {
    for (const role of ['roles/pubsub.viewer', 'roles/nobody.serviceAgent', 'projects/p/roles/serviceAgent'])
      assert.deepEqual(document('user:kim@example.org', role), []);
  });

  test('an account of the module is somebody’s, one that Google makes or that is looked up isn’t', () => {
    assert.equal(terraform('google_service_account.app.member').length, 1);
    assert.equal(terraform('"serviceAccount:${google_service_account.app.email}"').length, 1);
    for (const member of [
      'google_project_service_identity.pubsub.member',
      '"serviceAccount:${google_project_service_identity.pubsub.email}"',
      '"serviceAccount:${data.google_storage_project_service_account.gcs.email_address}"',
      '"serviceAccount:${data.google_service_account.some.email}"',
      '"serviceAccount:service-${data.google_project.p.number}@gcp-sa-pubsub.iam.gserviceaccount.com"',
      '"serviceAccount:${var.account}"',
      'var.member',
    ])
      assert.deepEqual(terraform(member), [], member);
    assert.deepEqual(terraform('"user:kim@example.org"', 'var.role'), []);
  });
});

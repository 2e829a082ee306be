import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { inspect, told } from '../inspect';

const rule = 'allow-policy/impossible-service-account';

const found = (address: string) =>
  inspect(rule, {
    'a.json': JSON.stringify({ bindings: [{ role: 'roles/browser', members: [`serviceAccount:${address}`] }] }),
  }).map(({ finding }) => `${finding.message} ${finding.arguments.id}`);

describe(rule, () => {
  const faulty: Readonly<Record<string, string>> = {
    'short@example-project.iam.gserviceaccount.com': 'accountId short',
    [`${'a'.repeat(31)}@example-project.iam.gserviceaccount.com`]: `accountId ${'a'.repeat(31)}`,
    'my_account@example-project.iam.gserviceaccount.com': 'accountId my_account',
    'account-@example-project.iam.gserviceaccount.com': 'accountId account-',
    '-account@example-project.iam.gserviceaccount.com': 'accountId -account',
    'my.account@example-project.iam.gserviceaccount.com': 'accountId my.account',
    'my-account@short.iam.gserviceaccount.com': 'projectId short',
    'my-account@example_project.iam.gserviceaccount.com': 'projectId example_project',
    'my-account@123456789012.iam.gserviceaccount.com': 'projectId 123456789012',
    'web@example-project.example.com.iam.gserviceaccount.com': 'accountId web',
  };
  for (const [address, expected] of Object.entries(faulty))
    test(`finds ${address}`, () => assert.deepEqual(found(address), [expected]));

  const possible = [
    'my-account@example-project.iam.gserviceaccount.com',
    'My-Account@Example-Project.iam.gserviceaccount.com',
    `${'a'.repeat(30)}@abcdef.iam.gserviceaccount.com`,
    'my-account@example-project.example.com.iam.gserviceaccount.com',
    'my-account@x.google.com.iam.gserviceaccount.com',
    // Made by Google.
    '123456789012-compute@developer.gserviceaccount.com',
    'example-project@appspot.gserviceaccount.com',
    '123456789012@cloudservices.gserviceaccount.com',
    '123456789012@cloudbuild.gserviceaccount.com',
    'service-123456789012@gcp-sa-pubsub.iam.gserviceaccount.com',
    'service-123456789012@container-engine-robot.iam.gserviceaccount.com',
    'service-org-123456789012@gcp-sa-logging.iam.gserviceaccount.com',
    'service-folder-123456789012345678@gcp-sa-logging.iam.gserviceaccount.com',
    'p123456789012-123456@gcp-sa-logging.iam.gserviceaccount.com',
    'p123456789012-1234567890@gcp-sa-cloud-sql.iam.gserviceaccount.com',
    'cloud-logs@system.gserviceaccount.com',
    'chat@system.iam.gserviceaccount.com',
    'x@gs-project-accounts.iam.gserviceaccount.com',
    // Of another form, and so unknown.
    'app@deployment-project-123.gserviceaccount.com',
    'example-project.svc.id.goog[default/app]',
    'app@example.org',
    // Filled in later.
    '$SA@example-project.iam.gserviceaccount.com',
    '{{ name }}@example-project.iam.gserviceaccount.com',
    '[NAME]@[PROJECT].iam.gserviceaccount.com',
    'SA_NAME@PROJECT_ID.iam.gserviceaccount.com',
  ];
  for (const address of possible) test(`leaves ${address} alone`, () => assert.deepEqual(found(address), []));

  test('in a template the account is judged when all of its id is written out', () => {
    const member = (text: string) =>
      told(rule, {
        'a.tf': `resource "google_project_iam_member" "m" {\n  role   = "roles/browser"\n  member = "serviceAccount:${text}"\n}\n`,
      });
    assert.equal(member('web@${var.project}.iam.gserviceaccount.com').length, 1);
    assert.deepEqual(member('web-server@${var.project}.iam.gserviceaccount.com'), []);
    assert.deepEqual(member('web${var.suffix}@example-project.iam.gserviceaccount.com'), []);
    assert.deepEqual(member('web@${var.host}'), []);
    assert.deepEqual(member('service-${var.number}@gcp-sa-pubsub.iam.gserviceaccount.com'), []);
    assert.deepEqual(member('123456-compute@${var.host}.iam.gserviceaccount.com'), []);
    assert.deepEqual(member('${google_service_account.a.email}'), []);
  });
});

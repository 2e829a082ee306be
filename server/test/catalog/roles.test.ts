import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { nearestRoles } from '../../src/catalog/google/roles/nearestRoles';
import { roleOf, roleServices, rolesAsOf, rolesOfService } from '../../src/catalog/google/roles/roles';
import { watchedPermissions } from '../../src/catalog/google/roles/watchedPermissions';

describe('the catalogue of roles', () => {
  test('tells stage, size and whether a role is for a service agent', () => {
    assert.deepEqual(roleOf('roles/storage.objectViewer')?.stage, 'GA');
    assert.deepEqual(roleOf('roles/owner'), { id: 'roles/owner', stage: 'GA', permissions: 13568, serviceAgent: false });
    assert.deepEqual(roleOf('roles/admin')?.stage, 'PREVIEW');
    assert.deepEqual(roleOf('roles/iam.workloadIdentityPoolAdmin')?.stage, 'BETA');
    assert.equal(roleOf('roles/container.serviceAgent')?.serviceAgent, true);
    assert.ok(roleOf('roles/cloudbuild.builds.editor'));
    assert.ok(roleOf('roles/apigateway_management.serviceAgent'));
    for (const id of ['roles/storage.none', 'storage.objectViewer', '', 'roles/', 'roles/.', 'projects/p/roles/owner'])
      assert.equal(roleOf(id), undefined, id);
  });

  test('holds every role once, each found by its own id', () => {
    assert.match(rolesAsOf, /^\d{4}-\d\d-\d\d$/);
    const roles = roleServices().flatMap(rolesOfService);
    assert.equal(new Set(roles.map(({ id }) => id)).size, roles.length);
    assert.ok(roles.length > 2000);
    for (const role of roles) {
      assert.match(role.id, /^roles\/[a-z][A-Za-z0-9_]*(\.[A-Za-z0-9]+)*$/);
      assert.equal(roleOf(role.id), role);
    }
    assert.deepEqual(rolesOfService('none'), []);
  });

  test('tells what a role lets its holder reach besides', () => {
    assert.deepEqual(watchedPermissions('roles/iam.serviceAccountUser'), [
      { permission: 'iam.serviceAccounts.actAs', opens: 'impersonation' },
    ]);
    assert.deepEqual(
      watchedPermissions('roles/iam.serviceAccountTokenCreator').map(({ permission }) => permission.split('.').at(-1)),
      ['getAccessToken', 'getOpenIdToken', 'implicitDelegation', 'signBlob', 'signJwt'],
    );
    assert.ok(watchedPermissions('roles/owner').some(({ opens }) => opens === 'policy'));
    assert.ok(watchedPermissions('roles/run.developer').some(({ opens }) => opens === 'execution'));
    assert.deepEqual(watchedPermissions('roles/viewer'), []);
  });
});

describe('the roles that may be meant', () => {
  const cases: Readonly<Record<string, readonly string[]>> = {
    'roles/storage.objectviewer': ['roles/storage.objectViewer'],
    'roles/storge.objectViewer': ['roles/storage.objectViewer'],
    'storage.objectViewer': ['roles/storage.objectViewer'],
    'role/storage.objectViewer': ['roles/storage.objectViewer'],
    'roles/iam.serviceAccountTokenCreater': ['roles/iam.serviceAccountTokenCreator'],
    'roles/brwser': ['roles/browser'],
    'roles/edtor': [],
    'roles/storage.objectView': ['roles/storage.objectViewer'],
    'roles/iam.serviceAccountView': ['roles/iam.serviceAccountViewer'],
    'roles/storage.objectadmin': ['roles/storage.objectAdmin'],
    'roles/cloudsql.Editor': ['roles/cloudsql.editor'],
    'roles/pubsub.WRITER': [],
    'roles/pubsub.edit': [],
    'roles/securityReviewer': ['roles/iam.securityReviewer'],
    'roles/objectViewer': ['roles/storage.objectViewer'],
    'roles/deployer': [],
    'roles/Editor': ['roles/editor'],
    'roles/OWNER': ['roles/owner'],
    'roles/iam.serviceAccountTokenUser': ['roles/iam.serviceAccountUser'],
    'roles/storage.objectViewer, roles/run.invoker': [],
    'roles/storage.objectViewer roles/run.invoker': [],
    'roles/nothing.like.it': [],
    '': [],
  };
  for (const [written, near] of Object.entries(cases)) test(written, () => assert.deepEqual(nearestRoles(written, 1), near));

  test('a verb that nobody knows asks for no more than reading', () => {
    for (const verb of ['Usage', 'Usr2x', 'Looker', 'Fetch'])
      for (const near of nearestRoles(`roles/iam.serviceAccount${verb}`, 10)) assert.match(near, /View|Read|List/i, verb);
  });

  test('never allow more than the verb that was written', () => {
    for (const written of ['roles/storage.objectsViewer', 'roles/run.reader', 'roles/pubsub.viewr', 'roles/secretmanager.view']) {
      for (const id of nearestRoles(written, 20))
        assert.doesNotMatch(id, /admin|editor|writer|owner|developer/i, `${written} ${id}`);
    }
    assert.ok(nearestRoles('roles/logging.configWritr', 20).includes('roles/logging.configWriter'));
    assert.ok(!nearestRoles('roles/logging.configReader', 20).includes('roles/logging.configWriter'));
    assert.ok(!nearestRoles('roles/compute.networkUsr', 20).some((id) => /admin/i.test(id)));
  });

  test('are for people only when no service agent is written', () => {
    assert.ok(!nearestRoles('roles/container.serviceAgnt', 3).includes('roles/container.admin'));
    assert.ok(
      roleServices().every((service) => !nearestRoles(`roles/${service}.serviceXYZnt`, 5).some((id) => roleOf(id)?.serviceAgent)),
    );
  });
});

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { inspect, told } from '../inspect';

const rule = 'access-level/resource-specific-name';

const level = (id: string, title: string) =>
  JSON.stringify({
    name: `accessPolicies/123456/accessLevels/${id}`,
    title,
    basic: { conditions: [{ members: ['user:a@example.org'] }] },
  });
const words = (id: string, title = 'Trusted', settings?: Readonly<Record<string, unknown>>) =>
  inspect(rule, { 'a.json': level(id, title) }, { ...(settings ? { settings } : {}) }).map(
    ({ finding }) => `${finding.message} ${finding.arguments.word}`,
  );

describe(rule, () => {
  const found: Readonly<Record<string, string>> = {
    bigquery_admins: 'word bigquery',
    bigqueryAdmins: 'word bigquery',
    BigQueryAdmins: 'word big query',
    office_cloud_run: 'word cloud run',
    gke: 'word gke',
    prod: 'stage prod',
    corp_dev: 'stage dev',
  };
  for (const [id, expected] of Object.entries(found)) test(`finds ${id}`, () => assert.deepEqual(words(id), [expected]));

  test('finds host names, project ids and words in titles', () => {
    assert.deepEqual(words('a', 'Users of wiki.corp.example.com'), ['word wiki.corp.example.com']);
    assert.deepEqual(words('a', 'Access to gothic-sled-384512'), ['word gothic-sled-384512']);
    assert.deepEqual(words('a', 'Compute Engine users'), ['word compute engine']);
  });

  test('one finding, though the title says it again', () => assert.equal(words('gke_users', 'GKE users').length, 1));

  for (const [id, title] of [
    ['fully_trusted_device', 'Fully Trusted Device'],
    ['device_policy', 'Devices, developers and productivity'],
    ['corp_network', 'Head office 2024, 203.0.113.0'],
    ['computer', 'Composers of storage and computing'],
    ['a', 'v1.2.3 of the policy, e.g. for seoul-12345678'],
  ] as const)
    test(`leaves ${id} “${title}” alone`, () => assert.deepEqual(words(id, title), []));

  test('the setting adds words, whole ones', () => {
    const settings = { 'accessLevels.resourceWords': ['payroll', 'Order Desk', ' '] };
    assert.deepEqual(words('payroll_users', 'x', settings), ['word payroll']);
    assert.deepEqual(words('orderDesk', 'x', settings), ['word Order Desk']);
    assert.deepEqual(words('payrolls', 'x', settings), []);
    assert.deepEqual(words('gke', 'x', settings), ['word gke']);
  });

  test('an unknown name is not accused', () => {
    const text = `resource "google_access_context_manager_access_level" "gke" {\n  name = "\${var.prod}/accessLevels/\${var.gke}"\n  title = var.bigquery\n}\n`;
    assert.deepEqual(told(rule, { 'a.tf': text }), []);
  });
});

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { accountKind } from '../../src/catalog/google/accountKind';
import { roleServices } from '../../src/catalog/google/roles/roles';
import { serviceOfAgent, serviceOfHost, serviceOfPrefix, services } from '../../src/catalog/google/services';

describe('services', () => {
  test('are told by host, by what their roles begin with, and by their agents', () => {
    assert.equal(serviceOfHost('storage.googleapis.com')?.product, 'Cloud Storage');
    assert.equal(serviceOfHost('storage'), undefined);
    assert.equal(serviceOfPrefix('resourcemanager')?.host, 'cloudresourcemanager.googleapis.com');
    assert.equal(serviceOfPrefix('cloudsql')?.product, 'Cloud SQL');
    assert.equal(serviceOfAgent('pubsub')?.product, 'Pub/Sub');
    assert.equal(serviceOfAgent('cloud-sql')?.product, 'Cloud SQL');
    assert.equal(serviceOfAgent('gs-project-accounts')?.product, 'Cloud Storage');
    assert.equal(serviceOfAgent('cloudservices'), undefined);
  });

  test('stand in order, once each', () => {
    const hosts = services().map(({ host }) => host);
    assert.deepEqual(hosts, [...new Set(hosts)].sort());
  });

  test('have the roles that begin with their prefix, save for two without roles of their own', () => {
    const known = new Set(roleServices());
    const without = services().filter(({ prefix }) => !known.has(prefix));
    assert.deepEqual(
      without.map(({ host }) => host),
      ['apikeys.googleapis.com', 'sts.googleapis.com'],
    );
  });

  test('have agents whose addresses are known as such', () => {
    const agents = services().flatMap(({ agents }) => agents);
    assert.equal(new Set(agents).size, agents.length);
    for (const agent of agents) assert.equal(accountKind(`x@${agent}.iam.gserviceaccount.com`), 'serviceAgent', agent);
  });
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parentArguments } from '../../../src/catalog/google/iamFamilies';
import { packedFamilies } from '../../../src/catalog/google/iamFamilies.data';
import { fullNameOf } from '../../../src/catalog/google/resourceNames';
import { plannedGrants } from '../../../src/kinds/gcp/grants/planned/plannedGrants';
import { rootModuleOf } from '../../workspace/terraform/modules';

/** What is told of the resource that a grant with these arguments is about: its text, or why it isn't known. */
function resourceOf(family: string, args: string): string {
  const text = `variable "x" {}\nresource "google_${family}_iam_member" "m" {\n  role = "r"\n  member = "m"\n  ${args}\n}\n`;
  const { grants, unknown } = plannedGrants(rootModuleOf({ 'main.tf': text }));
  return [grants[0]?.resource ?? 'null', ...unknown.map(({ what, why, because }) => `${what} ${why} ${because}`)].join('; ');
}

test('a resource is called by its full name', () => {
  for (const [family, args, expected] of [
    ['project', 'project = "p"', 'projects/p'],
    ['project', 'project = "projects/p"', 'projects/p'],
    ['folder', 'folder = "1"', 'folders/1'],
    ['folder', 'folder = "folders/1"', 'folders/1'],
    ['organization', 'org_id = 1', 'organizations/1'],
    ['billing_account', 'billing_account_id = "A-B"', 'billingAccounts/A-B'],
    ['storage_bucket', 'bucket = "b"', '//storage.googleapis.com/projects/_/buckets/b'],
    ['pubsub_topic', 'topic = "t"\n  project = "p"', '//pubsub.googleapis.com/projects/p/topics/t'],
    ['pubsub_topic', 'topic = "projects/q/topics/t"\n  project = "p"', '//pubsub.googleapis.com/projects/q/topics/t'],
    ['pubsub_topic', 'topic = "q/t"', '//pubsub.googleapis.com/projects/q/topics/t'],
    ['pubsub_subscription', 'subscription = "s"\n  project = "p"', '//pubsub.googleapis.com/projects/p/subscriptions/s'],
    ['secret_manager_secret', 'secret_id = "s"\n  project = "p"', '//secretmanager.googleapis.com/projects/p/secrets/s'],
    ['bigquery_dataset', 'dataset_id = "d"\n  project = "p"', '//bigquery.googleapis.com/projects/p/datasets/d'],
    [
      'bigquery_table',
      'dataset_id = "d"\n  table_id = "t"\n  project = "p"',
      '//bigquery.googleapis.com/projects/p/datasets/d/tables/t',
    ],
    ['kms_crypto_key', 'crypto_key_id = "p/eu/r/k"', '//cloudkms.googleapis.com/projects/p/locations/eu/keyRings/r/cryptoKeys/k'],
    [
      'kms_key_ring',
      'key_ring_id = "projects/p/locations/eu/keyRings/r"',
      '//cloudkms.googleapis.com/projects/p/locations/eu/keyRings/r',
    ],
    [
      'service_account',
      'service_account_id = "projects/p/serviceAccounts/a@p.iam.gserviceaccount.com"',
      '//iam.googleapis.com/projects/p/serviceAccounts/a@p.iam.gserviceaccount.com',
    ],
    [
      'artifact_registry_repository',
      'repository = "r"\n  location = "eu"\n  project = "p"',
      '//artifactregistry.googleapis.com/projects/p/locations/eu/repositories/r',
    ],
    [
      'cloud_run_service',
      'service = "s"\n  location = "eu"\n  project = "p"',
      '//run.googleapis.com/projects/p/locations/eu/services/s',
    ],
    [
      'cloudfunctions_function',
      'cloud_function = "f"\n  region = "eu"\n  project = "p"',
      '//cloudfunctions.googleapis.com/projects/p/locations/eu/functions/f',
    ],
    [
      'compute_instance',
      'instance_name = "i"\n  zone = "z"\n  project = "p"',
      '//compute.googleapis.com/projects/p/zones/z/instances/i',
    ],
    [
      'compute_subnetwork',
      'subnetwork = "https://www.googleapis.com/compute/v1/projects/p/regions/r/subnetworks/s"',
      '//compute.googleapis.com/projects/p/regions/r/subnetworks/s',
    ],
  ] as const)
    assert.equal(resourceOf(family, args), expected);
});

test('what the text doesn’t tell isn’t guessed', () => {
  for (const [family, args, expected] of [
    ['pubsub_topic', 'topic = "t"', 'topics/t'],
    ['compute_instance', 'instance_name = "i"\n  project = "p"', 'instances/i'],
    ['kms_key_ring', 'key_ring_id = "eu/r"', 'locations/eu/keyRings/r'],
    ['pubsub_topic', 'topic = "locations/eu/topics/t"', 'locations/eu/topics/t'],
    ['iap_web_backend_service', 'web_backend_service = "w"\n  project = "p"', 'w'],
    ['iap_web', 'project = "p"', 'null'],
    ['of_tomorrow', 'name = "n"\n  project = "p"', 'null'],
    ['storage_bucket', 'bucket = "b-${var.x}"', 'null; resource variable var.x'],
    ['pubsub_topic', 'topic = "t"\n  project = var.x', 'topics/t; resource variable var.x'],
    ['pubsub_topic', 'topic = "t"\n  project = null', 'topics/t'],
  ] as const)
    assert.equal(resourceOf(family, args), expected, args);
});

test('every name is of a family of the provider, and its last part is an argument of it', () => {
  const families = packedFamilies.split('\n').map((line) => `google_${line.split(' ')[0]}`);
  const named = families.filter((family) => fullNameOf(family) !== undefined);
  assert.ok(named.length > 60);
  for (const family of named) {
    const { required = [], optional = [] } = parentArguments(family) ?? {};
    const holes = [...(fullNameOf(family) ?? '').matchAll(/\{(\w+)\}/g)].map(([, hole]) => hole);
    assert.equal(holes.at(-1), required.at(-1), family);
    // An argument that the name leaves out would make two things of one.
    for (const argument of [...required, ...optional]) assert.ok(holes.includes(argument), `${family}: ${argument}`);
  }
});

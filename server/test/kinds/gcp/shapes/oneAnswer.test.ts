import assert from 'node:assert/strict';
import { test } from 'node:test';
import { blocks as levelBlocks } from '../../../../src/kinds/gcp/access-level/shape';
import { blocks as groupBlocks } from '../../../../src/kinds/gcp/groups/shape';
import { blocks as organizationPolicyBlocks } from '../../../../src/kinds/gcp/organization-policy/shape';
import { kinds } from '../../../../src/kinds/index.generated';
import { shapedObjects } from '../../../../src/kinds/shapedObjects';
import { createReadings } from '../../../../src/lint/readings';
import { prepareTerraform } from '../../../../src/syntax/terraform/reading/grammar';
import { emptyWorkspace } from '../../../../src/workspace/index/workspace';
import { fileOf } from '../../../lint/shouting';

await prepareTerraform();

const types = [
  ...levelBlocks.keys(),
  ...groupBlocks.keys(),
  ...organizationPolicyBlocks.keys(),
  'google_access_context_manager_service_perimeters',
  'google_project_default_service_accounts',
  'google_project_iam_member',
  'google_service_account',
  'google_service_account_key',
];

test('of each block one kind tells what it takes, and whoever reads it says the same', () => {
  const readings = createReadings(kinds);
  for (const type of types) {
    const shapes = kinds.flatMap((kind) => kind.block?.('resource', type) ?? []);
    assert.equal(shapes.length, 1, type);
    const file = fileOf('a.tf', `resource "${type}" "a" {\n  access_levels {\n  }\n}\n`);
    const told = readings
      .ofFile(file, { workspace: emptyWorkspace, attachment: undefined })
      .policies()
      .flatMap(({ policy }) => {
        const kind = kinds.find(({ id }) => id === policy.kind);
        return kind ? shapedObjects(kind, policy).filter(({ node }) => node === policy.place.resource?.body) : [];
      });
    assert.ok(told.length > 0, type);
    const [known] = shapes;
    for (const { shape } of told)
      for (const [key, field] of shape.fields) assert.equal(known?.fields.get(key)?.says, field.says, key);
  }
});

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { landingZone } from '../../bench/inputs/landingZone';
import { blockMayHoldFacts, summarise } from '../../src/kinds/facts';
import { rules } from '../../src/rules/index.generated';
import { parseSourceFile } from '../../src/syntax/sourceFile';
import { prepareTerraform } from '../../src/syntax/terraform/reading/grammar';
import type { Fact } from '../../src/workspace/index/facts';
import { cases } from '../cases.generated';
import { samplesOf } from '../laws/documents/sample';

await prepareTerraform();

const examples = rules.flatMap((rule) =>
  samplesOf(rule, cases[rule.id] ?? [])
    .filter(({ example }) => example.language === 'terraform')
    .flatMap(({ bad, good, example }) => [bad, good].map((text) => [example.file ?? 'main.tf', text] as const)),
);
const fixtures = ['server/test/silence/fixtures'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(tf|tfvars)$/.test(path))
    .map((path) => [path, readFileSync(join(folder, path), 'utf8')] as const),
);

const inPassing = `resource "google_compute_instance" "vm" {
  depends_on = [google_project_iam_member.app]
}

output "level" {
  value = [google_access_context_manager_access_level.office.name, "accessPolicies/1/accessLevels/office"]
}
`;

test('a block that is passed over tells nothing', () => {
  const files = [['main.tf', inPassing] as const, ...examples, ...fixtures, ...landingZone(60)];
  assert.ok(files.length > 200);
  for (const [path, text] of files) {
    const uri = `file:///w/${path}`;
    const whole = parseSourceFile(uri, text, 'terraform');
    const brief = parseSourceFile(uri, text, 'terraform', undefined, blockMayHoldFacts);
    assert.deepEqual(told(summarise(brief, { group: undefined })), told(summarise(whole, { group: undefined })), path);
  }
});

test('most blocks of a landing zone are passed over', () => {
  const count = (wants?: (block: string) => boolean) =>
    [...landingZone(60)].flatMap(
      ([path, text]) => parseSourceFile(`file:///w/${path}`, text, 'terraform', undefined, wants).roots,
    ).length;
  assert.ok(count(blockMayHoldFacts) < count() * 0.9);
});

function told(facts: readonly Fact[]): unknown {
  return facts.map(({ kind, name, at }) => ({ kind, name, at }));
}

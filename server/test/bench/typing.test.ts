import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assetExport, policyDump } from '../../bench/inputs/json';
import { onePolicies } from '../../bench/inputs/onePolicy';
import { settings as ownSettings } from '../../bench/inputs/organization';
import { manifests, packageList } from '../../bench/inputs/otherFiles';
import { rootModule } from '../../bench/inputs/terraform';
import { documents, levelsList, policyFile } from '../../bench/inputs/yaml';
import * as typed from '../../bench/typing';
import { createLinter } from '../../src/lint/lint';
import { readSettings } from '../../src/lint/settings/settings';
import { rules } from '../../src/rules/index.generated';
import { formatOf, parseSourceFile } from '../../src/syntax/sourceFile';
import { prepareTerraform } from '../../src/syntax/terraform/reading/grammar';
import { applyEdits } from '../../src/text/edit';
import { lineTable } from '../../src/text/lines/lineTable';
import { emptyWorkspace } from '../../src/workspace/index/workspace';

await prepareTerraform();
const { settings } = readSettings({ client: ownSettings, folder: 'file:///w' });
const linter = createLinter({ rules, settings, onFault: (rule) => assert.fail(rule) });

const cases: Readonly<Record<string, readonly [text: string, bursts: readonly typed.Burst[]]>> = {
  'a JSON policy': [policyDump(300), [...typed.insideJson, ...typed.aroundJson]],
  'a JSON list': [assetExport(20_000), [...typed.insideJson, ...typed.aroundJson]],
  'a YAML policy': [policyFile(300), [...typed.insideYamlPolicy, ...typed.aroundYamlPolicy]],
  'a YAML list': [levelsList(300), [...typed.insideYamlLevels, ...typed.aroundYamlLevels]],
  'YAML documents': [documents(300), [...typed.insideYamlPolicy, ...typed.aroundYamlDocuments]],
  Terraform: [rootModule(300), typed.inTerraform],
  'a list of packages': [packageList(20_000), typed.anywhereInText],
  ...Object.fromEntries(onePolicies(360, 0).map(({ title, name, makeText }) => [title, [makeText(), insideOf(name)]] as const)),
  manifests: [manifests(20_000), typed.anywhereInText],
};

for (const [name, [original, bursts]] of Object.entries(cases)) {
  test(`the bench takes back what it types into ${name}`, () => {
    let text = original;
    const seen = new Set<string>();
    // Each burst ends where the next one may begin, and so does the last of some rounds.
    for (const { kind, range, text: newText, last } of typed.typing(original, bursts)) {
      const lines = lineTable(text);
      text = applyEdits(text, [{ range: { start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) }, newText }]);
      if (!last) {
        assert.notEqual(text, original, kind);
        continue;
      }
      assert.equal(text, original, kind);
      if (seen.has(kind) && seen.size === bursts.length) break;
      seen.add(kind);
    }
  });
}

function insideOf(name: string): readonly typed.Burst[] {
  if (name.endsWith('.tf')) return typed.insideTerraformPolicy;
  return name.endsWith('.yaml') ? typed.insideYamlPolicy : typed.insideJson;
}

for (const [lines, findings] of [
  [360, 0],
  [360, 50],
  [3_600, 50],
] as const) {
  for (const { title, name, makeText } of onePolicies(lines, findings)) {
    test(`the bench's policy is as long and has as many findings as it says: ${title}`, () => {
      const text = makeText();
      assert.ok(Math.abs(text.split('\n').length - lines) < 20);
      const file = parseSourceFile(`file:///w/${name}`, text, formatOf(name) ?? 'json');
      const found = linter.lint(file, emptyWorkspace, new Date('2026-01-15T12:00:00Z')).map(({ rule }) => rule.id);
      // The API takes 1,500 principals.
      const own = found.filter((rule) => rule !== 'allow-policy/too-many-principals');
      assert.deepEqual(own, Array(findings).fill('allow-policy/public-access'));
      assert.ok(found.length - own.length <= 1);
    });
  }
}

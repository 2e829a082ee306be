import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assetExport, policyDump } from '../bench/inputs/json';
import { manifests, packageList } from '../bench/inputs/otherFiles';
import { rootModule } from '../bench/inputs/terraform';
import { documents, levelsList, policyFile } from '../bench/inputs/yaml';
import * as typed from '../bench/typing';
import { applyEdits } from '../src/text/edit';
import { lineTable } from '../src/text/lineTable';

const cases: Readonly<Record<string, readonly [text: string, bursts: readonly typed.Burst[]]>> = {
  'a JSON policy': [policyDump(300), [...typed.insideJson, ...typed.aroundJson]],
  'a JSON list': [assetExport(20_000), [...typed.insideJson, ...typed.aroundJson]],
  'a YAML policy': [policyFile(300), [...typed.insideYamlPolicy, ...typed.aroundYamlPolicy]],
  'a YAML list': [levelsList(300), [...typed.insideYamlLevels, ...typed.aroundYamlLevels]],
  'YAML documents': [documents(300), [...typed.insideYamlPolicy, ...typed.aroundYamlDocuments]],
  Terraform: [rootModule(300), typed.inTerraform],
  'a list of packages': [packageList(20_000), typed.anywhereInText],
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

import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { mayHoldFacts, summarise } from '../../src/kinds/facts';
import { rules } from '../../src/rules/index.generated';
import { formatOf, parseSourceFile } from '../../src/syntax/sourceFile';
import { prepareTerraform } from '../../src/syntax/terraform/reading/grammar';

before(prepareTerraform);

const endings = { json: 'json', yaml: 'yaml', terraform: 'tf' };

test('no text of the rules’ examples that has facts is passed over', () => {
  let withFacts = 0;
  for (const { examples } of rules) {
    for (const { bad, good, language, file = `policy.${endings[language]}`, files = {} } of examples) {
      for (const [name, text] of [...Object.entries(files), [file, bad], [file, good]] as const) {
        const uri = `file:///work/${name}`;
        const format = formatOf(uri);
        if (!format) continue;
        const facts = summarise(parseSourceFile(uri, text, format), { group: 'group:a@example.com' });
        // The text of a file of data is told without parsing it.
        if (facts.every(({ kind }) => kind === 'text' || kind === 'fileBelow')) continue;
        withFacts++;
        assert.ok(mayHoldFacts(text, format, uri), `${uri}\n${text}`);
      }
    }
  }
  assert.ok(withFacts > 10);
});

test('texts of other tools are passed over', () => {
  assert.equal(mayHoldFacts('resource "aws_s3_bucket" "a" {\n  bucket = "x"\n}\n', 'terraform', 'file:///a/main.tf'), false);
  assert.equal(mayHoldFacts('{"name":"app","dependencies":{}}', 'json', 'file:///a/package.json'), false);
  assert.equal(mayHoldFacts('apiVersion: v1\nkind: Pod\n', 'yaml', 'file:///a/pod.yaml'), false);
  assert.equal(mayHoldFacts('who = "a"\n', 'terraform', 'file:///a/terraform.tfvars'), true);
});

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { semanticTokens } from '../../src/features/semanticTokens';
import { type DocumentSymbol, documentSymbols } from '../../src/features/symbols';
import { kinds } from '../../src/kinds/index.generated';
import { createReadings } from '../../src/lint/readings';
import { parseSourceFile } from '../../src/syntax/sourceFile';
import { prepareTerraform } from '../../src/syntax/terraform/reading/grammar';
import { contains } from '../../src/text/range';
import { emptyWorkspace } from '../../src/workspace/index/workspace';

await prepareTerraform();

const endings = { json: 'json', yaml: 'yaml', terraform: 'tf' } as const;

function checkSymbols(symbols: readonly DocumentSymbol[], text: string) {
  for (const { name, range, selection, children } of symbols) {
    assert.ok(name !== '' && contains({ start: 0, end: text.length }, range) && contains(range, selection), name);
    checkSymbols(children, text);
  }
}

for (const language of ['json', 'yaml', 'terraform'] as const) {
  test(`half-typed ${language} never breaks the outline or the colours`, () => {
    const snippets: Record<string, { body: string[] }> = JSON.parse(readFileSync(`snippets/${language}.json`, 'utf8'));
    for (const { body } of Object.values(snippets)) {
      const whole = body.join(language === 'terraform' ? '\r\n' : '\n').replace(/\$\{\d+[:|]([^},|]*)[^}]*\}/g, '$1');
      for (let length = 0; length <= whole.length; length += 13) {
        const text = whole.slice(0, length);
        const file = parseSourceFile(`file:///a.${endings[language]}`, text, language);
        const reading = createReadings(kinds).ofFile(file, { workspace: emptyWorkspace, attachment: undefined });
        checkSymbols(documentSymbols(reading, 'en'), text);
        let end = 0;
        for (const { range } of semanticTokens(reading)) {
          assert.ok(end <= range.start && range.start < range.end && range.end <= text.length);
          end = range.end;
        }
      }
    }
  });
}

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { explain, explanations } from '../../src/features/explain';
import { lookAt, lookedAtPage } from '../../src/features/lookedAt/lookedAt';
import { documentSymbols } from '../../src/features/symbols';
import { withBinding } from '../../src/kinds/gcp/grants/terms';
import { readSettings } from '../../src/lint/settings/settings';
import { rules } from '../../src/rules/index.generated';
import type { MappingNode } from '../../src/syntax/tree';
import { writtenAt } from '../../src/syntax/writtenAt';
import { parse } from './explain/policies';

const json = '{"bindings": [{"role": "${var.r}", "members": ["${var.m}", "group:${var.g}@example.org"]}]}';
const documents: Readonly<Record<string, string>> = {
  jsonencode: 'jsonencode({ bindings = [{ role = "${var.r}", members = ["${var.m}", "group:${var.g}@example.org"] }] })',
  heredoc: `<<EOT\n${json}\nEOT`,
  string: `"${json.replaceAll('"', '\\"')}"`,
};

function shown(document: string) {
  const text = `resource "google_project_iam_policy" "p" {\n  policy_data = ${document}\n}\n`;
  const { reading, workspace, file } = parse('main.tf', text);
  const { settings } = readSettings({ client: undefined, folder: 'file:///workspace' });
  const inputs = { reading, findings: [], suppressions: [], rules, settings, workspace };
  return {
    names: documentSymbols(reading, 'en').flatMap(({ children }) => children.map(({ name }) => name)),
    page: explain(reading, explanations(reading), { locale: 'en', workspace }),
    lookedAt: lookedAtPage(lookAt(inputs, text.indexOf('bindings')), { locale: 'en' }),
    root: file.roots[0]?.root.embedded[0]?.root,
  };
}

describe('an expression in a document inside of Terraform', () => {
  for (const [name, document] of Object.entries(documents)) {
    test(`is shown as it is written: ${name}`, () => {
      const { names, page, lookedAt } = shown(document);
      assert.deepEqual(names, ['"${var.r}"']);
      assert.match(page, /### `"\$\{var\.r\}"`/);
      assert.match(page, /### `"\$\{var\.m\}"`/);
      assert.match(page, /`"group:\$\{var\.g\}@example\.org"`/);
      assert.match(lookedAt, /- `role` = `"\$\{var\.r\}"` \(line/);
      assert.match(lookedAt, /- `members` = `"group:\$\{var\.g\}@example\.org"` \(line/);
      for (const told of [page, lookedAt]) assert.doesNotMatch(told, /\p{Co}/u);
    });
  }

  test('stands in the place of a value too, and every part of a text is cut where it is asked for', () => {
    const { root } = shown('<<EOT\n{"bindings": [{"role": ${jsonencode(var.r)}, "members": []}], "etag": "a${var.b}c"}\nEOT');
    assert.ok(root);
    const { text } = root;
    assert.equal(
      writtenAt(root, { start: 0, end: text.length }),
      '{"bindings": [{"role": ${jsonencode(var.r)}, "members": []}], "etag": "a${var.b}c"}\n',
    );
    const etag = text.indexOf('"a');
    assert.equal(writtenAt(root, { start: etag + 1, end: text.indexOf('c"') }), 'a${var.b}');
  });

  test('tells two grants apart', () => {
    const termsOf = (role: string) => {
      const { root } = shown(`<<EOT\n${json.replace('var.r', role)}\nEOT`);
      assert.ok(root?.node.kind === 'mapping');
      const list = root.node.entries[0]?.value;
      assert.ok(list?.kind === 'sequence');
      return withBinding({ texts: {}, unknown: [], sure: true }, list.items[0] as MappingNode, root).texts.role;
    };
    assert.equal(termsOf('var.a'), termsOf('var.a'));
    assert.notEqual(termsOf('var.a'), termsOf('var.b'));
  });
});

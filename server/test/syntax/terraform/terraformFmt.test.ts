import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, test } from 'node:test';
import type { Root } from '../../../src/syntax/format';
import { keepFormatted } from '../../../src/syntax/terraform/aligned/keepFormatted';
import { terraformFormat } from '../../../src/syntax/terraform/format';
import { prepareTerraform } from '../../../src/syntax/terraform/reading/grammar';
import type { Entry, SyntaxNode } from '../../../src/syntax/tree';
import { expression, type TreeEdit } from '../../../src/syntax/treeEdit';
import { applyEdits, type TextEdit } from '../../../src/text/edit';

before(prepareTerraform);

/** An edit of a formatted block, and what `terraform fmt` 1.11.4 made of the result. */
interface Recorded {
  readonly edit: 'comment' | 'remove' | 'add' | 'set' | 'rename' | 'block';
  readonly before: string;
  readonly after: string;
}

const recorded = readFileSync('server/test/syntax/terraform/terraformFmt.jsonl', 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Recorded);

test('what comes, goes or changes moves the lines around as terraform fmt does', () => {
  for (const { before: text, after, edit } of recorded) {
    assert.equal(applyEdits(text, keepFormatted({ text }, [plainEdit(text, after)])), after, edit);
  }
});

test('with CRLF too', () => {
  const crlf = (text: string) => text.replaceAll('\n', '\r\n');
  for (const { before: text, after } of recorded) {
    const { range, newText } = plainEdit(text, after);
    const lines = (offset: number) => offset + text.slice(0, offset).split('\n').length - 1;
    const edit = { range: { start: lines(range.start), end: lines(range.end) }, newText: crlf(newText) };
    assert.equal(applyEdits(crlf(text), keepFormatted({ text: crlf(text) }, [edit])), crlf(after));
  }
});

test('so do the edits that rules ask for', () => {
  let compared = 0;
  for (const { before: text, after, edit } of recorded) {
    const [placed] = terraformFormat.parse(text);
    assert.ok(placed && placed.offset === 0);
    const wished = treeEdit(placed.root, edit, plainEdit(text, after));
    const edits = wished && terraformFormat.render(placed.root, [wished]);
    const result = edits && applyEdits(text, edits);
    // An empty line less, which the record leaves standing, is another text.
    if (result === undefined || squeezed(result) !== squeezed(after)) continue;
    compared++;
    assert.equal(result, after, edit);
  }
  assert.ok(compared > 50, `${compared} compared`);
});

test('what its author did not align, or indents in another way, stays as it is', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['a = 1\nlonger = 2\nx = 3\n', 'longer = 2\n', 'a = 1\nx = 3\n'],
    ['a      = 1\nlonger = 2\n\nb = 3\nother = 4\n', 'longer = 2\n', 'a = 1\n\nb = 3\nother = 4\n'],
    ['a = 1  # one\nbcd = 2  # two\n', 'a = 1  # one\n', 'bcd = 2  # two\n'],
    [
      'x {\n    a  = 1\n    bc = 2\n    y = [\n        1,\n    ]\n}\n',
      '    bc = 2\n',
      'x {\n    a = 1\n    y = [\n        1,\n    ]\n}\n',
    ],
  ];
  for (const [text, gone, after] of cases) {
    const start = text.indexOf(gone);
    const edits = keepFormatted({ text }, [{ range: { start, end: start + gone.length }, newText: '' }]);
    assert.equal(applyEdits(text, edits), after);
  }
});

test('comments at the ends of lines move with their signs', () => {
  const text = 'x {\n  a = 1 # one\n  b = 2 # two\n}\n';
  const at = text.indexOf('}');
  const edits = keepFormatted({ text }, [{ range: { start: at, end: at }, newText: '  longer_name = 5 # c\n' }]);
  assert.equal(applyEdits(text, edits), 'x {\n  a           = 1 # one\n  b           = 2 # two\n  longer_name = 5 # c\n}\n');
});

test('lines are indented by the brackets above them, as terraform fmt counts these', () => {
  const text = 'x = f([{\n  a = 1\n  }, {\n  b = 2\n}])\n\ny = 1\n';
  const gone = ', {\n  b = 2\n}';
  const start = text.indexOf(gone);
  const edits = keepFormatted({ text }, [{ range: { start, end: start + gone.length }, newText: '' }]);
  assert.equal(applyEdits(text, edits), 'x = f([{\n  a = 1\n}])\n\ny = 1\n');
});

/** The lines that differ by more than blanks, with one blank around each sign. */
function plainEdit(text: string, after: string): TextEdit {
  const [old, fresh] = [text.split('\n'), after.split('\n')];
  const isSame = (a: number, b: number) => squeezed(old[a] ?? '') === squeezed(fresh[b] ?? '');
  const most = Math.min(old.length, fresh.length);
  let first = 0;
  while (first < most && isSame(first, first)) first++;
  let last = 0;
  while (last < most - first && isSame(old.length - 1 - last, fresh.length - 1 - last)) last++;
  const offset = (line: number) => old.slice(0, line).reduce((sum, one) => sum + one.length + 1, 0);
  const lines = fresh.slice(first, fresh.length - last).map((line) => `${line.replace(/^(\s*\S+) += /, '$1 = ')}\n`);
  return { range: { start: offset(first), end: Math.max(offset(first), offset(old.length - last)) }, newText: lines.join('') };
}

function squeezed(text: string): string {
  return text.replace(/^ +/gm, '').replace(/ +/g, ' ');
}

/** What a rule would ask for to the same end; undefined for what none does. */
function treeEdit(root: Root, edit: Recorded['edit'], { range, newText }: TextEdit): TreeEdit | undefined {
  const found = entryIn(root.node, range.start + (/^\s*/.exec(root.text.slice(range.start))?.[0].length ?? 0));
  const [, key, value] = /^\s*([\w-]+) = (.*)\n$/s.exec(newText) ?? [];
  if (!found) return undefined;
  if (edit === 'remove') return { kind: 'remove', from: found.holder, entry: found.entry };
  if (edit === 'rename' && key !== undefined) return { kind: 'rename', entry: found.entry, to: key };
  if (edit === 'set' && value !== undefined) return { kind: 'replace', node: found.entry.value, by: expression(value) };
  return undefined;
}

function entryIn(
  node: SyntaxNode,
  at: number,
): { readonly holder: SyntaxNode & { kind: 'mapping' }; readonly entry: Entry } | undefined {
  if (node.kind === 'sequence') return node.items.map((item) => entryIn(item, at)).find((found) => found !== undefined);
  if (node.kind !== 'mapping') return undefined;
  const entry = node.entries.find(
    ({ keyRange, value }) => keyRange.start === at && !(value.kind === 'sequence' && value.blockName),
  );
  if (entry) return { holder: node, entry };
  return node.entries.map(({ value }) => entryIn(value, at)).find((found) => found !== undefined);
}

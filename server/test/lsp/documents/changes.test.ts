import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { rangeInFile } from '../../../src/lint/places/placedFinding';
import { createDocuments, type OpenDocument } from '../../../src/lsp/documents/documents';
import type { PlacedRoot } from '../../../src/syntax/format';
import { formatOf, parseSourceFile, type SourceFile, setLines } from '../../../src/syntax/sourceFile';
import { type Change, changeBetween } from '../../../src/text/change';
import { lineTable, type PositionEncoding } from '../../../src/text/lines/lineTable';
import { emptyWorkspace } from '../../../src/workspace/index/workspace';
import { typed } from '../../fuzz/campaigns/edits';
import { newLinter } from '../../fuzz/campaigns/view';
import { documents as written } from '../../fuzz/corpus';

/** Places are shares of a text's length, in so many parts. */
const parts = 10_000;

const edit = fc.record({
  at: fc.nat(parts),
  removes: fc.oneof(fc.nat(3), fc.nat(60)),
  types: typed(),
  /** Few clients send the whole text instead of a range. */
  isWhole: fc.nat(9).map((one) => one === 9),
});
const notification = fc.record({ edits: fc.array(edit, { maxLength: 4 }), isAskedAfter: fc.boolean() });

test('what clients say has changed leads to what a fresh start would see', () => {
  const input = fc.record({
    document: written(),
    notifications: fc.array(notification, { minLength: 1, maxLength: 6 }),
    encoding: fc.constantFrom<PositionEncoding>('utf-16', 'utf-8'),
  });
  fc.assert(
    fc.property(input, ({ document: { name, text: first }, notifications, encoding }) => {
      const uri = `file:///workspace/${name}`;
      const documents = createDocuments(encoding);
      const linter = newLinter();
      let text = first;
      let seen = documents.open({ uri, languageId: '', version: 1, text });
      let file = parsed(seen);
      findings(file, linter);
      for (const { edits, isAskedAfter } of notifications) {
        const events: TextDocumentContentChangeEvent[] = [];
        for (const one of edits) {
          const start = placeIn(text, one.at);
          const end = placeIn(text, one.at, one.removes);
          const range = { start: position(text, start, encoding), end: position(text, end, encoding) };
          text = text.slice(0, start) + one.types + text.slice(end);
          events.push(one.isWhole ? { text } : { range, text: one.types });
        }
        const document = documents.change(uri, 2, events) ?? assert.fail();
        assert.equal(document.text, text);
        if (!isAskedAfter) continue;
        assert.deepEqual(document.lines.starts, lineTable(text).starts);
        const change = document.changeSince(seen);
        assert.equal(applied(seen.text, change, text), text);
        file = parsed(document, file, change);
        seen = document;
        const fresh = parsed(document);
        assert.deepEqual(file.roots.map(plain), fresh.roots.map(plain));
        assert.deepEqual(findings(file, linter), findings(fresh, newLinter()));
      }
    }),
    { numRuns: 300 },
  );
});

test('a change that was told is no longer than it has to be', () => {
  const documents = createDocuments('utf-16');
  const before = documents.open({ uri: 'file:///a.json', languageId: 'json', version: 1, text: '{"abc": [1, 2]}' });
  const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 15 } };
  const after = documents.change(before.uri, 2, [{ range, text: '{"abc": [1, 3, 2]}' }]) ?? assert.fail();
  assert.deepEqual(after.changeSince(before), { start: 12, end: 12, grown: 3 });
});

test('after more edits than are kept, and over a document that was opened again, the change is looked for', () => {
  const documents = createDocuments('utf-16');
  const uri = 'file:///a.json';
  const first = documents.open({ uri, languageId: 'json', version: 1, text: 'ab' });
  const cursor = { line: 0, character: 1 };
  let last = first;
  for (let edits = 0; edits < 100; edits++)
    last = documents.change(uri, 2, [{ range: { start: cursor, end: cursor }, text: 'x' }]) ?? assert.fail();
  assert.deepEqual(last.changeSince(first), { start: 1, end: 1, grown: 100 });
  documents.close(uri);
  const again = documents.open({ uri, languageId: 'json', version: 1, text: 'acb' });
  assert.deepEqual(again.changeSince(first), changeBetween('ab', 'acb'));
});

function parsed({ uri, text, lines }: OpenDocument, before?: SourceFile, change?: Change): SourceFile {
  const file = parseSourceFile(uri, text, formatOf(uri) ?? 'json', before, undefined, change);
  // A fresh start counts its lines itself.
  if (change) setLines(file, lines);
  return file;
}

/** No client ends a range between the halves of a character or of a line break. */
function placeIn(text: string, share: number, behind = 0): number {
  let place = Math.min(text.length, Math.floor((share / parts) * text.length) + behind);
  while (/^(?:\r\n|[\ud800-\udbff][\udc00-\udfff])$/.test(text.slice(place - 1, place + 1))) place++;
  return place;
}

function position(text: string, offset: number, encoding: PositionEncoding) {
  const before = text.slice(0, offset).split(/\r\n|\n|\r/);
  const last = before.at(-1) ?? '';
  return { line: before.length - 1, character: encoding === 'utf-8' ? Buffer.byteLength(last) : last.length };
}

/** What the change makes of the earlier text, the new words being those of the later one. */
function applied(before: string, { start, end, grown }: Change, after: string): string {
  return before.slice(0, start) + after.slice(start, end + grown) + before.slice(end);
}

/** What two readings of one text must agree in. */
function plain({ root, offset }: PlacedRoot): unknown {
  const { text, node, broken, unread, comments, items } = root;
  return { offset, text, node, broken, unread, comments, items: items?.map(plain) };
}

function findings(file: SourceFile, linter: ReturnType<typeof newLinter>): unknown {
  return linter.lint(file, emptyWorkspace, new Date('2026-01-15T12:00:00Z')).map((finding) => {
    return [finding.rule.id, finding.message, finding.arguments, rangeInFile(finding)];
  });
}

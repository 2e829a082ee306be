import assert from 'node:assert/strict';
import { codeActions } from '../../src/features/quickFixes';
import { summarise } from '../../src/kinds/facts';
import { fixAll } from '../../src/lint/fix';
import { createLinter } from '../../src/lint/lint';
import { readSettings } from '../../src/lint/settings';
import { rules } from '../../src/rules/index.generated';
import { formatOf, parseSourceFile, type SourceFile } from '../../src/syntax/sourceFile';
import { applyEdits } from '../../src/text/edit';
import { join } from '../../src/workspace/index/workspace';
import { lostComments } from '../laws/law12Comments';
import { meaningOf } from '../laws/secondParser';
import type { StyledDocument } from './styledDocuments';

/** Every action keeps each comment and the style, leaves alone what it isn't about, and gives a text that other parsers read. */
export async function keepsStyle(document: StyledDocument): Promise<number> {
  const { name, text } = document;
  const format = formatOf(name) ?? assert.fail(name);
  await meaningOf(text, format);
  const file = parseSourceFile(`${folder}/${name}`, text, format);
  const findings = lint(file);
  const options = { locale: 'en', languageId: name.endsWith('.jsonc') ? 'jsonc' : undefined } as const;
  const actions = codeActions(file, findings, { start: 0, end: text.length }, options);
  const outcomes = actions.flatMap(({ title, edits }) => (edits ? [{ title, after: applyEdits(text, edits) }] : []));
  const removesComments = (title: string) => /suppression/.test(title);
  for (const { title, after } of [...outcomes, { title: 'fix all', after: fixAll(file, lint).text }]) {
    const told = `${title}:\n${text}\n----\n${after}`;
    await assert.doesNotReject(meaningOf(after, format), told);
    if (!removesComments(title) && title !== 'fix all') assert.deepEqual(lostComments(text, after, format), [], told);
    keepsLines(document, after, told);
  }
  return outcomes.length;
}

/** Line ends, marks, indentation and quotes, and whatever is still there as it was. */
function keepsLines({ name, text, unit, quotes }: StyledDocument, after: string, told: string): void {
  const lineEnds = (whole: string) => new Set(whole.match(/\r\n|\n|\r/g) ?? []);
  assert.equal(after.startsWith('\uFEFF'), text.startsWith('\uFEFF') && after !== '', told);
  for (const lineEnd of lineEnds(after)) assert.ok(lineEnds(text).has(lineEnd), told);
  const old = new Map<string, Set<string>>();
  const lines = (whole: string) => whole.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  const bare = (line: string) => line.replace(/,\s*$/, '').trimEnd();
  for (const line of lines(text)) old.set(squeezed(line), (old.get(squeezed(line)) ?? new Set()).add(bare(line)));
  const mayMoveSideways = name.endsWith('.tf');
  for (const line of lines(after)) {
    const before = old.get(squeezed(line));
    // Brackets by themselves are those of anything.
    if (before && !mayMoveSideways && /\w/.test(line) && !isComment(line))
      assert.ok(before.has(bare(line)), `${JSON.stringify(line)} in ${told}`);
    if (before || unit === undefined) continue;
    assert.doesNotMatch(line, unit === '\t' ? /^\t* +\S/ : /^\s*\t/, told);
  }
  const other = quotes === "'" ? '"' : "'";
  if (quotes !== undefined && !text.includes(other)) assert.ok(!after.includes(other), told);
}

function isComment(line: string): boolean {
  return /^\s*(?:#|\/\/|\/\*|and more)/.test(line);
}

function squeezed(line: string): string {
  return line.replace(/,\s*$/, '').replace(/\s+/g, ' ').trim();
}

const folder = 'file:///workspace';
const { settings } = readSettings({ client: { emergencyAccess: { members: ['user:emergency@example.org'] } }, folder });
const linter = createLinter({
  rules,
  settings,
  onFault: (_, error) => {
    throw error;
  },
});
const now = new Date('2026-01-15T12:00:00Z');

function lint(file: SourceFile) {
  return linter.lint(file, join([summarise(file, { group: undefined })], true), now);
}

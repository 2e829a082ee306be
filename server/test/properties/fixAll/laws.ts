import assert from 'node:assert/strict';
import { summarise } from '../../../src/kinds/facts';
import { type FixAllResult, fixAll } from '../../../src/lint/fixes/fix';
import { createLinter } from '../../../src/lint/lint';
import { readSettings } from '../../../src/lint/settings/settings';
import { rules } from '../../../src/rules/index.generated';
import { formatOf, parseSourceFile, type SourceFile } from '../../../src/syntax/sourceFile';
import { applyEdits } from '../../../src/text/edit';
import { join } from '../../../src/workspace/index/workspace';
import type { Grant, Written } from './documents';
import { letIn, type WrittenLevel } from './levels';
import { granted } from './readers';

/** Repairing all at once gives nobody what the text doesn't surely say, takes nothing away, loses no text, ends, and is then done. Returns how much it repaired. */
export async function repairsNoMoreThanIsMeant(document: Written): Promise<number> {
  const { name, text, meant, isDamaged, finish, kept } = document;
  const result = repairAll(name, text);
  assert.equal(applyEdits(text, result.edits), result.text);
  const [whole, repaired] = [finish(text), finish(result.text)];
  const before = new Set((await granted(name, whole)).map(shown));
  const after = new Set((await granted(name, repaired)).map((grant) => shown(grant).toLowerCase()));
  for (const grant of await granted(name, whole, ['strict']))
    assert.ok(after.has(shown(grant).toLowerCase()), `${shown(grant)} of\n${text}\nis taken away by\n${result.text}`);
  const allowed = new Set([...before, ...meant.map(shown)]);
  for (const grant of await granted(name, repaired)) {
    const isMeant = allowed.has(shown(grant)) || (isDamaged && [...allowed].some((one) => isNear(one, shown(grant))));
    assert.ok(isMeant, `${shown(grant)} is granted by\n${result.text}\nbut wasn’t meant by\n${text}`);
  }
  for (const part of kept)
    assert.equal(count(result.text, part), count(text, part), `“${part}” of\n${text}\nis lost or repeated in\n${result.text}`);
  if (text.includes('\r\n')) assert.doesNotMatch(result.text, /(?<!\r)\n/, result.text);
  else assert.doesNotMatch(result.text, /\r/, result.text);
  const again = repairAll(name, result.text);
  assert.equal(again.text, result.text, 'a second run changes more');
  return result.fixed.length;
}

/** The same of an access level: nobody gets in who wasn’t meant to, and whoever got in still does. */
export async function letsInNoMoreThanIsMeant({ name, text, meant }: WrittenLevel): Promise<number> {
  const result = repairAll(name, text);
  const before = await letIn(name, text);
  const after = await letIn(name, result.text);
  for (const visitor of after ?? [])
    assert.ok(meant.has(visitor) || before?.has(visitor), `${visitor} gets in by\n${result.text}\nbut not by\n${text}`);
  for (const visitor of before ?? []) assert.ok(after?.has(visitor), `${visitor} got in by\n${text}\nbut not by\n${result.text}`);
  assert.equal(repairAll(name, result.text).text, result.text, 'a second run changes more');
  return result.fixed.length;
}

function repairAll(name: string, text: string): FixAllResult {
  const uri = `file:///work/${name}`;
  const format = formatOf(uri);
  assert.ok(format);
  const linter = createLinter({
    rules,
    settings: readSettings({ client: {}, folder: 'file:///work' }).settings,
    onFault: (_, error) => {
      throw error;
    },
  });
  const workspaceOf = (file: SourceFile) => join([summarise(file, { group: undefined })], true);
  return fixAll(parseSourceFile(uri, text, format), (file) => linter.lint(file, workspaceOf(file), now));
}

const now = new Date('2026-01-15T12:00:00Z');

function shown({ member, role, condition }: Grant): string {
  return `${member} · ${role} · ${condition}`;
}

function count(text: string, part: string): number {
  return text.split(part).length;
}

/** Whether one of them is the other with at most one character more, less or another. */
function isNear(a: string, b: string): boolean {
  let start = 0;
  while (start < Math.min(a.length, b.length) && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  return Math.max(a.length, b.length) - start - end <= 1;
}

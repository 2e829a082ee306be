import assert from 'node:assert/strict';
import { codeActions } from '../../src/features/actions/quickFixes';
import { summarise } from '../../src/kinds/facts';
import { fixAll } from '../../src/lint/fixes/fix';
import { createLinter } from '../../src/lint/lint';
import { readSettings } from '../../src/lint/settings/settings';
import { rules } from '../../src/rules/index.generated';
import { formatOf, parseSourceFile, type SourceFile } from '../../src/syntax/sourceFile';
import { applyEdits } from '../../src/text/edit';
import { join } from '../../src/workspace/index/workspace';
import { isList, isObject, meaningOf, type Plain } from '../laws/documents/secondParser';
import { lostComments } from '../laws/each/law12Comments';
import type { StyledDocument } from './styledDocuments';

/** Every action keeps each comment and the style, leaves alone what it isn't about, and gives a text that other parsers read. */
export async function keepsStyle(document: StyledDocument): Promise<number> {
  const { name, text, finish } = document;
  const format = formatOf(name) ?? assert.fail(name);
  const before = await meaningOf(finish?.(text) ?? text, format);
  const file = parseSourceFile(`${folder}/${name}`, text, format);
  const findings = lint(file);
  const options = { locale: 'en', languageId: name.endsWith('.jsonc') ? 'jsonc' : undefined } as const;
  const actions = codeActions(file, findings, { start: 0, end: text.length }, options);
  const outcomes = actions.flatMap(({ title, edits }) => (edits ? [{ title, after: applyEdits(text, edits) }] : []));
  const removesComments = (title: string) => /suppression/.test(title);
  for (const { title, after } of [...outcomes, { title: 'fix all', after: fixAll(file, lint).text }]) {
    const told = `${title}:\n${text}\n----\n${after}`;
    await assert.doesNotReject(meaningOf(finish?.(after) ?? after, format), told);
    if (finish) grantsNothingElse(before, await meaningOf(finish(after), format), told);
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

/** In a text that is still being typed, nobody comes under another condition, one loses something at most, and nothing else is added. */
function grantsNothingElse(before: Plain, after: Plain, told: string): void {
  const [was, is] = [grantsIn(before), grantsIn(after)];
  const named = new Set([...was].map((grant) => grant.split(' · ')[0]));
  for (const grant of is) assert.ok(was.has(grant) || !named.has(grant.split(' · ')[0]), `${grant} is granted by ${told}`);
  const lost = [...was].filter((grant) => !is.has(grant));
  if (!told.startsWith('fix all')) assert.ok(lost.length <= 1, `${lost} are taken away by ${told}`);
}

/** Who is named under which condition in the bindings of a Terraform file, which holds nothing but these. */
function grantsIn(meaning: Plain): ReadonlySet<string> {
  const { data = {}, resource = {}, ...others } = only(meaning, ['data', 'resource']);
  assert.deepEqual(others, {});
  const policies = bodiesIn(data, 'google_iam_policy').flatMap((body) => only(body, ['binding']).binding ?? []);
  const bindings = [...policies, ...bodiesIn(resource, 'google_project_iam_binding')];
  return new Set(
    bindings.flatMap((binding) => {
      const { members, condition } = only(binding, ['project', 'role', 'members', 'condition']);
      return isList(members ?? [])
        ? (members as readonly Plain[]).map((member) => `${member} · ${JSON.stringify(condition)}`)
        : [];
    }),
  );
}

function bodiesIn(types: Plain, type: string): readonly Plain[] {
  return Object.values(only(only(types, [type])[type] ?? {}, undefined)).flat();
}

/** The object, which holds no other keys. */
function only(value: Plain, keys: readonly string[] | undefined): { readonly [key: string]: Plain } {
  assert.ok(isObject(value));
  for (const key of Object.keys(value)) assert.ok(!keys || keys.includes(key), `${key} has no place in ${JSON.stringify(value)}`);
  return value;
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

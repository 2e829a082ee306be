import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { codeActions } from '../../src/features/actions/quickFixes';
import { explain, explanations } from '../../src/features/explain';
import { hover } from '../../src/features/hover/hover';
import { applyEdits, type TextEdit } from '../../src/text/edit';
import { join, type Workspace } from '../../src/workspace/index/workspace';
import { factsOf, lint, lintAll, parse, readingOf, workspaces } from './workspaces';

/** How often each document is damaged in each way. The seeds are fixed, so that a failure comes again. */
const cuts = 200;
const mutations = 15;
/** Documents in which nothing is recognised, however they are damaged, and copies of others get a few cuts only. */
const fewCuts = 40;

for (const { name, texts } of workspaces) {
  const around = lintAll({ name, texts }).workspace;
  for (const [file, text] of Object.entries(texts)) {
    if (parse(file, text).length === 0) continue;

    test(`${name}/${file} may end anywhere`, () => {
      const places = fc.sample(fc.nat(text.length), {
        seed: 1,
        numRuns: Math.min(isPlain(name, file) ? fewCuts : cuts, text.length + 1),
      });
      for (const place of new Set(places)) survives(file, text.slice(0, place), around);
    });

    test(`${name}/${file} may be mistyped anywhere`, () => {
      const wrong = withFaults(text);
      fc.assert(
        fc.property(damage(wrong.length), (changes) => {
          survives(file, damaged(wrong, changes), join([], true));
        }),
        { seed: 2, numRuns: mutations },
      );
    });
  }
}

test('the documents with faults have repairs to be written out', () => {
  const edits = workspaces.flatMap(({ texts }) =>
    Object.entries(texts).flatMap(([name, text]) =>
      parse(name, withFaults(text)).flatMap((file) => survives(name, file.text, join([], true))),
    ),
  );
  assert.ok(edits.length > 40, String(edits.length));
});

/** All that an editor would ask for: the tree, the facts, the findings, every repair written out, a hover. Returns the repairs. */
function survives(name: string, text: string, around: Workspace): readonly (readonly TextEdit[])[] {
  return parse(name, text).flatMap((file) => {
    factsOf(file);
    const findings = lint(file, around);
    hover(findings, text.length, { locale: 'en' });
    const reading = readingOf(file, around);
    assert.notEqual(explain(reading, explanations(reading), { locale: 'en', workspace: around }), '');
    const actions = codeActions(file, findings, { start: 0, end: text.length }, { locale: 'ko' });
    const repairs = actions.flatMap(({ edits }) => (edits ? [edits] : []));
    for (const edits of repairs) assert.equal(typeof applyEdits(text, edits), 'string');
    return repairs;
  });
}

/** A document that is right has nothing to be repaired. */
function withFaults(text: string): string {
  return text
    .replaceAll(/\bgroup:/g, 'Group:')
    .replaceAll('user:emergency@example.org', 'group:emergency@example.org')
    .replaceAll(/serviceAccount:run-orders@[\w.-]+/g, 'allUsers');
}

function isPlain(name: string, file: string): boolean {
  return name === 'other-tools' || name === 'kubernetes' || file.startsWith('envs/dev/');
}

type Change = { readonly at: number; readonly remove: number; readonly insert: string };

function damage(length: number): fc.Arbitrary<readonly Change[]> {
  return fc.array(
    fc.record({
      at: fc.nat(length),
      remove: fc.nat(3),
      insert: fc.oneof(
        fc.constantFrom('"', '{', '}', '[', ']', ':', '- ', '\n', '\t', '#', '${', '\\', "'", ',', '<<EOT\n', '\r', '&a ', '*a'),
        fc.string({ unit: 'binary', maxLength: 2 }),
        fc.constant(''),
      ),
    }),
    { minLength: 1, maxLength: 4 },
  );
}

function damaged(text: string, changes: readonly Change[]): string {
  return changes.reduce((before, { at, remove, insert }) => before.slice(0, at) + insert + before.slice(at + remove), text);
}

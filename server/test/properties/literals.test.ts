import assert from 'node:assert/strict';
import { test } from 'node:test';
import { summarise } from '../../src/kinds/facts';
import { grantTables } from '../../src/kinds/grants';
import { renderFix } from '../../src/lint/fixes/fix';
import { createLinter } from '../../src/lint/lint';
import { readSettings } from '../../src/lint/settings/settings';
import { rules } from '../../src/rules/index.generated';
import { parseSourceFile } from '../../src/syntax/sourceFile';
import { prepareTerraform } from '../../src/syntax/terraform/reading/grammar';
import { applyEdits } from '../../src/text/edit';
import { join } from '../../src/workspace/index/workspace';
import fc from '../fastCheck';
import { type DrawnModule, modules } from './literals/modules';

await prepareTerraform();

const uri = 'file:///workspace/main.tf';
const { settings } = readSettings({ client: {}, folder: 'file:///workspace' });
const linter = createLinter({
  rules: rules.filter(({ id }) => /unknown-role|invalid-(role|member)$/.test(id)),
  settings,
  onFault: (_, error) => assert.fail(String(error)),
});

/** Who is granted what, as Terraform would show it. */
function granted(text: string): readonly string[] {
  const rows = [...grantTables([{ uri, text }])];
  assert.deepEqual(
    rows.flatMap(({ unknown }) => unknown),
    [],
  );
  return rows.flatMap(({ grants }) => grants.map(({ role, member }) => `${role} ${member}`)).sort();
}

/** The same by what was drawn, with another text in the place of one of the strings. */
function drawnPairs(
  { literals, pairs }: DrawnModule,
  changed?: { readonly number: number; readonly by: string },
): readonly string[] {
  const text = (number: number) => (number === changed?.number ? changed.by : literals[number]?.text);
  return pairs.map(({ role, member }) => `${text(role)} ${text(member)}`).sort();
}

test('a repair of a literal changes the grants that it is the fault of, as it says, and nothing else', () => {
  const tried = { here: 0, elsewhere: 0, refused: 0 };
  fc.assert(
    fc.property(modules, (drawn) => {
      const { text, literals } = drawn;
      assert.deepEqual(granted(text), drawnPairs(drawn), text);
      const file = parseSourceFile(uri, text, 'terraform');
      const workspace = join([summarise(file, { group: undefined })], true);
      for (const finding of linter.lint(file, workspace, new Date(0)))
        for (const fix of finding.fixes()) {
          const edits = renderFix(text, finding, fix);
          if ('disabled' in fix || fix.title !== 'write' || !edits) {
            tried.refused++;
            continue;
          }
          const after = applyEdits(text, edits);
          const [{ range } = assert.fail()] = edits;
          const number = literals.findIndex(({ at }) => at === range.start);
          const by = fix.arguments?.role ?? fix.arguments?.member ?? '';
          const told = `${fix.title} ${by} at ${text.slice(range.start, range.end)} in\n${text}`;
          assert.ok(literals[number] && !literals[number].isNeeded, told);
          assert.deepEqual(granted(after), drawnPairs(drawn, { number, by }), told);
          tried[fix.literal ? 'elsewhere' : 'here']++;
        }
    }),
    { numRuns: 120 },
  );
  for (const [what, times] of Object.entries(tried)) assert.ok(times >= 20, `${what} only ${times} times`);
});

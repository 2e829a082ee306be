import assert from 'node:assert/strict';
import type { PlacedFinding } from '../../src/lint/placedFinding';
import type { Fix } from '../../src/rules/rule';
import type { FormatName } from '../../src/syntax/format';
import { applied, formatOfPair, lintOwn } from './engine';
import type { Sample } from './sample';

/** The text after the pair's fix, once for each mark; undefined when there is none to apply and `good` is a cure by hand. */
export function repaired(sample: Sample, text: string, format: FormatName = formatOfPair(sample)): string | undefined {
  let current = text;
  let skipped = 0;
  let done = 0;
  for (const _ of sample.marks) {
    const linted = lintOwn(sample, current, format);
    const found = linted.findings[skipped];
    if (!found) break;
    const fix = chosenFix(found, sample);
    if (!fix || !('edits' in fix)) {
      skipped++;
      continue;
    }
    const next = applied(linted, found, fix);
    assert.ok(next !== undefined, `the format can’t write the fix “${fix.title}”`);
    current = next;
    done++;
    // A placeholder may leave its finding standing.
    if (lintOwn(sample, current, format).findings.length >= linted.findings.length) skipped++;
  }
  return done === 0 ? undefined : current;
}

/** The action that the pair is about. A pair without one says so, or it would go unnoticed when a rule loses its fix. */
function chosenFix({ fixes }: PlacedFinding, { rule, example: { fix: wanted } }: Sample): Fix | undefined {
  if (rule.fixClass === 'none' || wanted === false) {
    assert.deepEqual(fixes, [], 'a rule, or a pair, that says it has no fix offers one');
    return undefined;
  }
  const chosen = wanted === undefined ? fixes[0] : fixes.find((fix) => names(fix).includes(wanted));
  assert.ok(
    chosen,
    wanted === undefined ? 'no action is offered: say `fix: false` where that is right' : `no action is called ${wanted}`,
  );
  if ('disabled' in chosen) {
    assert.equal(wanted, chosen.disabled, 'a disabled action is named in `fix` by its reason');
  }
  return chosen;
}

function names(fix: Fix): readonly string[] {
  return 'disabled' in fix ? [fix.title, fix.disabled] : [fix.title];
}

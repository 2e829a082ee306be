import assert from 'node:assert/strict';
import { fixClassOf } from '../../src/lint/fixes/fix';
import { groundOf } from '../../src/lint/fixes/knownGround';
import type { PlacedFinding } from '../../src/lint/places/placedFinding';
import type { Fix } from '../../src/rules/rule';
import type { FormatName } from '../../src/syntax/format';
import type { Sample } from './documents/sample';
import { applied, formatOfPair, lintOwn } from './engine';

/** The text after the pair's fix, once for each mark; undefined when there is none to apply and `good` is a cure by hand. */
export function repaired(sample: Sample, text: string, format: FormatName = formatOfPair(sample)): string | undefined {
  let current = text;
  let skipped = 0;
  let done = 0;
  for (const _ of sample.marks) {
    const linted = lintOwn(sample, current, format);
    const found = linted.findings.slice(skipped).find((one) => !waitsForAnother(one, sample)) ?? linted.findings[skipped];
    if (!found) break;
    const fix = chosenFix(found, sample);
    if (!fix || !('edits' in fix)) {
      skipped++;
      continue;
    }
    assert.ok(isOffered(found, fix), 'a safe repair isn’t offered as such');
    const next = applied(linted, found, fix);
    assert.ok(next !== undefined, `the format can’t write the fix “${fix.title}”`);
    current = next;
    done++;
    // A placeholder may leave its finding standing.
    if (lintOwn(sample, current, format).findings.length >= linted.findings.length) skipped++;
  }
  return done === 0 ? undefined : current;
}

/** Whether a repair that keeps the meaning can be told to do so; one beside a fault of another kind waits until that is mended. */
function isOffered(finding: PlacedFinding, fix: Fix): boolean {
  return fixClassOf(finding.rule, fix) !== 'same' || groundOf(finding.rule.kind, finding.policy, fix) === 'known';
}

function waitsForAnother(finding: PlacedFinding, { rule, example }: Sample): boolean {
  const fix = rule.fixClass === 'same' && example.fix === undefined ? finding.fixes()[0] : undefined;
  return fix !== undefined && 'edits' in fix && !isOffered(finding, fix);
}

/** The action that the pair is about. A pair without one says so, or it would go unnoticed when a rule loses its fix. */
function chosenFix(finding: PlacedFinding, { rule, example: { fix: wanted } }: Sample): Fix | undefined {
  const fixes = finding.fixes();
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

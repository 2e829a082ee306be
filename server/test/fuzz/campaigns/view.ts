import assert from 'node:assert/strict';
import type { CodeAction } from '../../../src/features/actions/codeAction';
import { fixAllAction } from '../../../src/features/actions/fixAll';
import { codeActions } from '../../../src/features/actions/quickFixes';
import { complete } from '../../../src/features/completion/completion';
import { explain, explanations } from '../../../src/features/explain';
import { hover } from '../../../src/features/hover/hover';
import { type LookedAt, lookAt, lookedAtPage } from '../../../src/features/lookedAt/lookedAt';
import { semanticTokens } from '../../../src/features/semanticTokens';
import { documentSymbols } from '../../../src/features/symbols';
import { summarise } from '../../../src/kinds/facts';
import { message } from '../../../src/l10n/localize';
import { createLinter, type Linter } from '../../../src/lint/lint';
import { type PlacedFinding, rangeInFile } from '../../../src/lint/places/placedFinding';
import { readSettings } from '../../../src/lint/settings/settings';
import { rules } from '../../../src/rules/index.generated';
import type { SourceFile } from '../../../src/syntax/sourceFile';
import type { Fact, Place } from '../../../src/workspace/index/facts';
import type { Workspace } from '../../../src/workspace/index/workspace';

export const folder = 'file:///workspace';
const now = new Date('2026-01-15T12:00:00Z');
const { settings } = readSettings({
  client: { emergencyAccess: { members: ['user:emergency@example.org'] }, organizationDomains: ['example.org'] },
  folder,
});

/** A fault of a rule, which costs users its findings only, is thrown. */
export function newLinter(): Linter {
  return createLinter({
    rules,
    settings,
    onFault(rule, error) {
      throw new Error(`a fault in ${rule}`, { cause: error });
    },
  });
}

export function factsOf(file: SourceFile): readonly Fact[] {
  return summarise(file, { group: settings.groupFor(file.uri) });
}

/** Where a place that a fact was read from stands now, and the text of its file. */
export interface Elsewhere {
  readonly placeNow: (place: Place) => Place;
  readonly textOf: (uri: string) => string | undefined;
}

const nowhere: Elsewhere = { placeNow: (place) => place, textOf: () => undefined };

/** All that an editor would show of a file, in the order in which it is asked for; each part is plain data. */
export interface View {
  readonly findings: readonly { readonly said: string }[];
  readonly outline: unknown;
  readonly colours: unknown;
  readonly hovers: unknown;
  readonly actions: readonly Omit<CodeAction, 'finding'>[];
  readonly fixAll: unknown;
  readonly completions: unknown;
  readonly explained: string;
  readonly lookedAt: unknown;
}

export function view(
  file: SourceFile,
  linter: Linter,
  workspace: Workspace,
  places: readonly number[],
  { placeNow, textOf }: Elsewhere = nowhere,
): View {
  const { text } = file;
  const findings = linter.lint(file, workspace, now);
  const whole = { start: 0, end: text.length };
  const reading = linter.read(file, workspace);
  const inputs = { reading, rules, settings, workspace, findings, suppressions: linter.suppressions(file, workspace, now) };
  const settingsFile = { uri: `${folder}/.leastwise.json`, text: undefined };
  const atPresent = (seen: LookedAt) => {
    return {
      ...seen,
      unknowns: seen.unknowns.map((unknown) => ({ ...unknown, source: unknown.source && placeNow(unknown.source) })),
    };
  };
  return {
    findings: findings.map((finding) => shown(finding, placeNow)),
    outline: documentSymbols(reading, 'ko'),
    colours: semanticTokens(reading),
    hovers: places.map((offset) => hover(findings, offset, { locale: 'en', reading })),
    actions: codeActions(file, findings, whole, { locale: 'ko', settingsFile }).map(({ finding, ...rest }) => rest),
    fixAll: fixAllAction(file, (state) => linter.lint(state, workspace, now), { locale: 'en' }),
    completions: places.map((offset) => complete(file, offset, workspace, { locale: 'en' })),
    explained: explain(reading, explanations(reading), { locale: 'ko', workspace }),
    lookedAt: places.map((offset) => lookedAtPage(atPresent(lookAt(inputs, offset)), { locale: 'en', textOf })),
  };
}

function shown(finding: PlacedFinding, placeNow: (place: Place) => Place) {
  const { rule, severity, arguments: args, unnecessary } = finding;
  const said = message(rule, finding.message, args, 'en');
  const related = finding.related.map((one) => ({ ...one, at: placeNow(one.at) }));
  return {
    rule: rule.id,
    message: finding.message,
    arguments: args,
    said,
    severity,
    range: rangeInFile(finding),
    related,
    unnecessary,
  };
}

/** Fails with the first part in which the two differ. */
export function sameView(actual: View, expected: View, when: string): void {
  for (const part of Object.keys(expected) as (keyof View)[]) {
    if (JSON.stringify(actual[part]) === JSON.stringify(expected[part])) continue;
    assert.deepEqual(actual[part], expected[part], `${part} ${when}`);
    assert.fail(`${part} ${when}`);
  }
}

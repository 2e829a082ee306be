import type { Locale } from '../kinds/speech';
import { message, wordsOf } from '../l10n/localize';
import { fixClassOf, meetsSyntaxError, renderFix } from '../lint/fix';
import { groundOf } from '../lint/knownGround';
import type { PlacedFinding } from '../lint/lint';
import { rangeInFile } from '../lint/placedFinding';
import type { Fix } from '../rules/rule';
import type { SourceFile } from '../syntax/sourceFile';
import type { TextEdit } from '../text/edit';
import { type TextRange, touches } from '../text/range';
import { openRuleDocumentation } from './openRuleDocumentation';
import { type SettingsFile, suppressAction } from './suppress';

/** Something that can be done about a finding. */
export interface CodeAction {
  readonly title: string;
  readonly kind: 'quickfix' | 'refactor.rewrite';
  readonly finding: PlacedFinding;
  /** In offsets of the file. */
  readonly edits?: readonly TextEdit[];
  /** A change to another file, in offsets of the text that was given for it. */
  readonly otherFile?: OtherFileEdit;
  /** Set when the action exists but can't be taken. */
  readonly disabledReason?: string;
  readonly preferred: boolean;
  readonly command?: { readonly title: string; readonly command: string; readonly arguments: readonly string[] };
}

export type OtherFileEdit =
  | { readonly uri: string; readonly edits: readonly TextEdit[] }
  /** The file isn't there yet. */
  | { readonly uri: string; readonly newText: string };

export interface CodeActionOptions {
  readonly locale: Locale;
  /** Tells JSON with comments from plain JSON, where the client knows. */
  readonly languageId?: string | undefined;
  /** The nearest `.leastwise.json` upwards, or where it would be made. Without it, plain JSON gets no *Suppress …*. */
  readonly settingsFile?: SettingsFile | undefined;
}

/** First every repair, then *Suppress …* and the documentation of each rule. `range` is in offsets of the file. */
export function codeActions(
  file: SourceFile,
  findings: readonly PlacedFinding[],
  range: TextRange,
  options: CodeActionOptions,
): readonly CodeAction[] {
  const here = findings.filter((finding) => touches(rangeInFile(finding), range));
  const oneOfEachRule = [...new Map(here.toReversed().map((finding) => [finding.rule, finding])).values()].reverse();
  return [
    ...here.slice(0, mostRepaired).flatMap((finding) => fixActions(file.text, finding, options.locale)),
    ...oneOfEachRule.map((finding) => suppressAction(file, finding, options)).filter((action) => action !== undefined),
    ...oneOfEachRule.map((finding) => openRuleDocumentation(finding, options.locale)),
  ];
}

/** Who selects a whole file reads no more repairs than these, and each has to be written out. */
const mostRepaired = 100;

function fixActions(text: string, finding: PlacedFinding, locale: Locale): readonly CodeAction[] {
  const actions = finding.fixes.map((fix) => fixAction(text, finding, fix, locale));
  const firstPreferred = actions.findIndex((action) => action.preferred);
  // With two preferred ones the editor's “Auto Fix” would have to guess.
  return actions.map((action, index) => (index === firstPreferred ? action : { ...action, preferred: false }));
}

function fixAction(text: string, finding: PlacedFinding, fix: Fix, locale: Locale): CodeAction {
  const { rule } = finding;
  const args = fix.arguments ?? {};
  const kind = 'kind' in fix && fix.kind === 'refactor' ? 'refactor.rewrite' : 'quickfix';
  const base = { title: message(rule, fix.title, args, locale), kind, finding } as const;
  const disabled = (disabledReason: string): CodeAction => ({ ...base, disabledReason, preferred: false });
  if ('disabled' in fix) return disabled(message(rule, fix.disabled, args, locale));
  const keepsMeaning = fixClassOf(rule, fix) === 'same';
  const ground = keepsMeaning ? groundOf(finding, fix) : 'known';
  if (ground === 'unknown') return disabled(wordsOf(locale).unknownFieldBeside);
  const edits = renderFix(text, finding, fix);
  const words = wordsOf(locale);
  if (!edits) return disabled(meetsSyntaxError(finding, fix) ? words.besideSyntaxError : words.cannotBeWritten);
  return { ...base, edits, preferred: (keepsMeaning && ground === 'known') || fix.preferred === true };
}

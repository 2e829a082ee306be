import type { Kind } from '../../kinds/kind';
import type { Policy } from '../../kinds/policy';
import type { Locale } from '../../kinds/speech';
import { message, wordsOf } from '../../l10n/localize';
import type { Change, ChangedPolicy } from '../../lint/fixes/change';
import { fixClassOf, meetsSyntaxError, renderFix } from '../../lint/fixes/fix';
import { groundOf } from '../../lint/fixes/knownGround';
import type { PlacedFinding } from '../../lint/lint';
import { rangeInFile } from '../../lint/places/placedFinding';
import type { Fix } from '../../rules/rule';
import type { SourceFile } from '../../syntax/sourceFile';
import { type TextRange, touches } from '../../text/range';
import type { CodeAction, CodeActionOptions } from './codeAction';
import { openRuleDocumentation } from './openRuleDocumentation';
import { suppressAction } from './suppress';

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
  const actions = finding.fixes().map((fix) => fixAction(text, finding, fix, locale));
  const firstPreferred = actions.findIndex((action) => action.preferred);
  // With two preferred ones the editor's “Auto Fix” would have to guess.
  return actions.map((action, index) => (index === firstPreferred ? action : { ...action, preferred: false }));
}

function fixAction(text: string, finding: PlacedFinding, fix: Fix, locale: Locale): CodeAction {
  const { rule, policy, offset } = finding;
  const wordsFor = (id: string) => message(rule, id, fix.arguments ?? {}, locale);
  const proposal: Proposal = {
    title: wordsFor(fix.title),
    kind: 'kind' in fix && fix.kind === 'refactor' ? 'refactor.rewrite' : 'quickfix',
    keepsMeaning: fixClassOf(rule, fix) === 'same',
    change: 'disabled' in fix ? { disabled: wordsFor(fix.disabled) } : fix,
  };
  const action = { ...changeAction(text, { policy, offset, kind: rule.kind }, proposal, locale), finding };
  return 'preferred' in fix && fix.preferred && action.edits ? { ...action, preferred: true } : action;
}

/** A change that is offered, in the language of whoever reads, the reason of a disabled one too. */
export interface Proposal {
  readonly title: string;
  readonly kind: CodeAction['kind'];
  /** Claims to keep the meaning, so that it has to stand on known ground. */
  readonly keepsMeaning: boolean;
  readonly change: Change;
}

/** What a change is made to, with its kind. */
export interface ReadPolicy extends ChangedPolicy {
  readonly policy: Policy;
  readonly kind: Kind;
}

/** Offers a change of a policy, of a finding's or any other; disabled, with the reason, where it can't be made safely. */
export function changeAction(text: string, changed: ReadPolicy, proposal: Proposal, locale: Locale): CodeAction {
  const { title, kind, keepsMeaning, change } = proposal;
  const words = wordsOf(locale);
  const disabled = (disabledReason: string): CodeAction => ({ title, kind, disabledReason, preferred: false });
  if ('disabled' in change) return disabled(change.disabled);
  if (changed.policy.place.isOutput) return disabled(words.outputIsNotEdited);
  const ground = keepsMeaning ? groundOf(changed.kind, changed.policy, change) : 'known';
  if (ground === 'unknown') return disabled(words.unknownFieldBeside);
  const edits = renderFix(text, changed, change);
  if (!edits) return disabled(meetsSyntaxError(changed, change) ? words.besideSyntaxError : words.cannotBeWritten);
  return { title, kind, edits, preferred: keepsMeaning && ground === 'known' };
}

import type { PolicyPlace } from '../../kinds/policy';
import type { Fix, FixClass, Rule } from '../../rules/rule';
import { renderCommentEdit } from '../../syntax/edits/commentEdits';
import { keepsComments } from '../../syntax/edits/commentPlan';
import { meetsError } from '../../syntax/edits/containerEdits';
import { parseSourceFile, type SourceFile } from '../../syntax/sourceFile';
import type { SyntaxNode } from '../../syntax/tree';
import { composeEdits } from '../../text/composeEdits';
import { applyEdits, overlap, type TextEdit } from '../../text/edit';
import { shift } from '../../text/range';
import { editsInOuter, layersAround } from '../places/embedding';
import type { PlacedFinding } from '../places/placedFinding';
import type { Change, ChangedPolicy, LiteralEdit, Repair } from './change';
import { groundOf } from './knownGround';
import { respell } from './spelling';

/** The edits of the file with this text that make a change true; undefined when the text can't take them. */
export function renderFix(text: string, changed: ChangedPolicy, fix: Change): readonly TextEdit[] | undefined {
  if ('literal' in fix && fix.literal) return literalEdits(fix.literal);
  if ('disabled' in fix || fix.edits.length === 0 || isWrittenNowhere(changed.policy.place) || meetsSyntaxError(changed, fix))
    return undefined;
  const { place, dialect } = changed.policy;
  const inComments = fix.edits.filter((edit) => edit.kind === 'removeComment');
  const inTree = fix.edits.filter((edit) => edit.kind !== 'removeComment').map((edit) => respell(edit, dialect.spell));
  const inner = inTree.length > 0 ? place.root.format.render(place.root, inTree) : [];
  if (inner && !keepsComments(place.root, inner, inTree)) return undefined;
  const comments = inComments.map((edit) => renderCommentEdit(place.root, edit));
  const mapped = inner && editsInOuter(place, [...inner, ...comments]);
  const outer = mapped && comments.length > 0 ? place.outer.format.keepFormatted(place.outer, mapped) : mapped;
  if (!outer || outer.length === 0 || overlap(outer)) return undefined;
  const placed = outer.map(({ range, newText }) => ({ range: shift(range, changed.offset), newText }));
  return fix.edits.some(({ kind }) => kind === 'removeBlock') ? placed.map((edit) => withItsLines(text, edit)) : placed;
}

/** What a tool has written, and what several texts say together, nobody edits. */
function isWrittenNowhere({ isOutput, merged }: PolicyPlace): boolean {
  return isOutput === true || merged !== undefined;
}

function literalEdits({ at: { root, range, offset }, newText }: LiteralEdit): readonly TextEdit[] {
  return root.format.keepFormatted(root, [{ range, newText }]).map((edit) => ({ ...edit, range: shift(edit.range, offset) }));
}

/**
 * Whether a syntax error may have displaced what the fix changes, in the policy's own text or around the string that holds it: nobody
 * knows then what the change would come to mean once the error is mended.
 */
export function meetsSyntaxError({ policy: { place } }: Pick<ChangedPolicy, 'policy'>, fix: Change): boolean {
  if ('disabled' in fix) return false;
  const inTree = fix.edits.filter((edit) => edit.kind !== 'removeComment');
  if (place.root.broken && inTree.some((edit) => meetsError(place.root.node, edit))) return true;
  const layers = layersAround(place);
  return layers.some(({ owner }, index) => {
    const { node, broken } = layers[index + 1]?.root ?? place.outer;
    return broken && meetsError(node, { kind: 'replace', node: owner, by: null });
  });
}

/** A block that goes takes along its line's end and one of the gaps around it, which its root doesn't know. */
function withItsLines(text: string, edit: TextEdit): TextEdit {
  const { start, end } = edit.range;
  if (edit.newText !== '') return { ...edit, newText: edit.newText + gapBelow(text, end) };
  const [after = ''] = /^[ \t]*(\r?\n|$)([ \t]*\r?\n)*/.exec(text.slice(end)) ?? [];
  if (end + after.length < text.length) return { ...edit, range: { start, end: end + after.length } };
  const [before = ''] = /(\r?\n[ \t]*)+$/.exec(text.slice(0, start)) ?? [];
  const lastLineEnd = before.startsWith('\r\n') ? 2 : Math.min(1, before.length);
  return { ...edit, range: { start: start - before.length + lastLineEnd, end: text.length } };
}

/** Comments that a block leaves behind must not come to stand on the next one. */
function gapBelow(text: string, end: number): string {
  const rest = text.slice(end);
  const [line = '', newline = ''] = /^[ \t]*(\r?\n)/.exec(rest) ?? [];
  return /^[ \t]*(\r?\n|$)/.test(rest.slice(line.length)) ? '' : newline;
}

/** Undefined for a disabled fix. */
export function fixClassOf(rule: Rule, fix: Fix): FixClass | undefined {
  if ('disabled' in fix) return undefined;
  const own = fix.fixClass ?? rule.fixClass;
  // A rule that promises no fix and brings one nevertheless gets the class that promises least.
  return own === 'none' ? 'changes' : own;
}

export interface FixAllResult {
  readonly text: string;
  /** From the text as it was given to `text`. */
  readonly edits: readonly TextEdit[];
  readonly fixed: readonly PlacedFinding[];
  /** The file in its last state, with what `lint` found there. */
  readonly file: SourceFile;
  readonly remaining: readonly PlacedFinding[];
}

/**
 * Applies the fixes that keep the meaning, as if one by one with the file linted again after each; findings of different policies
 * go together, since none of them can change what another is about. One repair may make room for the next, so this goes on until nothing
 * is left, a text comes back, or there is more to do than anyone waits for: the rest is for the next time.
 */
export function fixAll(file: SourceFile, lint: (file: SourceFile) => readonly PlacedFinding[]): FixAllResult {
  let current = file;
  let findings = lint(file);
  let edits: readonly TextEdit[] = [];
  const fixed: PlacedFinding[] = [];
  const seen = new Set<string>();
  let work = 0;
  while (!seen.has(current.text) && seen.size < mostRounds && work < mostWork) {
    seen.add(current.text);
    work += current.text.length + workOfFinding * findings.length;
    const round = fixesOfRound(current.text, findings);
    if (round.edits.length === 0) break;
    const text = applyEdits(current.text, round.edits);
    edits = composeEdits(file.text, edits, round.edits);
    fixed.push(...round.fixed);
    current = parseSourceFile(file.uri, text, file.format, current);
    findings = lint(current);
  }
  return { text: current.text, edits, fixed, file: current, remaining: findings };
}

const mostRounds = 1000;

/** In UTF-16 code units read again, a finding counting as much as some lines: a few seconds. */
const mostWork = 10_000_000;
const workOfFinding = 100;

function fixesOfRound(text: string, findings: readonly PlacedFinding[]): { edits: TextEdit[]; fixed: PlacedFinding[] } {
  const taken = new Set<SyntaxNode>();
  const edits: TextEdit[] = [];
  const fixed: PlacedFinding[] = [];
  for (const finding of findings) {
    if (taken.has(finding.policy.node)) continue;
    const fix = safeFixOf(finding);
    const written = fix && renderFix(text, finding, fix);
    if (!written || overlap([...edits, ...written])) continue;
    taken.add(finding.policy.node);
    edits.push(...written);
    fixed.push(finding);
  }
  return { edits, fixed };
}

/** The first fix, where it may be applied without being looked at. */
export function safeFixOf(finding: PlacedFinding): Repair | undefined {
  const [first] = finding.fixes();
  return first && fixClassOf(finding.rule, first) === 'same' && groundOf(finding.rule.kind, finding.policy, first) === 'known'
    ? first
    : undefined;
}

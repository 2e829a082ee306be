import { rest } from '../../kinds/dialect';
import type { SuppressedId, SuppressionComment, SuppressionReview } from '../../kinds/file/suppression/kind';
import { ownPlace } from '../../kinds/reading/roots';
import type { Rule } from '../../rules/rule';
import type { PlacedRoot, Root } from '../../syntax/format';
import { linesOf, type SourceFile } from '../../syntax/sourceFile';
import { shift, type TextRange } from '../../text/range';
import { callsLocally, moduleCalls } from '../../workspace/index/moduleFacts';
import { matchesRule } from '../ruleNames';
import type { Suppression } from './comments';
import { type SuppressionUse, startOfDay } from './suppress';

export interface ReviewingRules {
  /** All rules that there are. */
  readonly known: readonly Rule[];
  /** Those that have looked at the file. */
  readonly judging: readonly Rule[];
}

/** What became of each suppression, for every root that holds its comment or a finding of its. */
export function reviewSuppressions(
  file: SourceFile,
  uses: readonly SuppressionUse[],
  rules: ReviewingRules,
): readonly SuppressionReview[] {
  const isWhole = !file.roots.some(({ root }) => root.broken);
  return uses.flatMap((use) => {
    const { by, expired, findings } = use;
    const comment = 'placed' in by ? by : undefined;
    const roots = new Set<Root>([...(comment ? [comment.placed.root] : []), ...findings.map(({ root }) => root)]);
    return [...roots].map(
      (root): SuppressionReview => ({
        kind: 'suppression',
        kept: comment ? 'comment' : 'entry',
        node: root.node,
        place: ownPlace(root, file.uri),
        dialect: rest,
        comment: comment?.placed.root === root ? readComment(comment, comment.placed, rules.known) : undefined,
        entry: undefined,
        reason: by.reason,
        until: by.until,
        state: stateOf(by.until, expired),
        findings: findings.filter((finding) => finding.root === root).map(({ range }) => range),
        hidesNothing:
          findings.length === 0 && isWhole && !!comment && wereAllAsked(comment, rules) && !speaksOfCall(comment, file),
      }),
    );
  });
}

function stateOf(until: string | undefined, expired: boolean): SuppressionReview['state'] {
  if (!expired) return 'current';
  return until !== undefined && startOfDay(until) === undefined ? 'noDay' : 'expired';
}

/** What a call passes may be hidden by it in the module that is called. */
function speaksOfCall({ placed: { root, offset }, line }: Suppression, file: SourceFile): boolean {
  const lines = linesOf(file);
  return moduleCalls(root)
    .filter(callsLocally)
    .some(({ entries }) => entries.some(({ range }) => lines.lineAt(offset + range.start) === line));
}

/** A rule that is switched off, or that comes afterwards, may be what the comment is for. */
function wereAllAsked({ rules: patterns }: Suppression, { known, judging }: ReviewingRules): boolean {
  const named = known.filter((rule) => patterns.some((pattern) => matchesRule(pattern, rule)));
  return named.every((rule) => judging.includes(rule));
}

function readComment({ range, until }: Suppression, { root, offset }: PlacedRoot, known: readonly Rule[]): SuppressionComment {
  const own = shift(range, -offset);
  const text = root.text.slice(own.start, own.end);
  const [before = '', list = ''] = /^.*?leastwise:\s*ignore\s*\[([^\]]*)/s.exec(text) ?? [];
  const listStart = own.start + before.length - list.length;
  const untilStart = until === undefined ? -1 : text.lastIndexOf(until);
  return {
    range: own,
    ids: readIds(list, listStart, known),
    untilRange: until === undefined ? own : { start: own.start + untilStart, end: own.start + untilStart + until.length },
  };
}

function readIds(list: string, start: number, known: readonly Rule[]): readonly SuppressedId[] {
  const pieces = list.split(',');
  let at = start;
  return pieces.flatMap((piece, index) => {
    const from = at;
    at += piece.length + 1;
    const text = piece.trim();
    if (text === '') return [];
    const idStart = from + piece.indexOf(text);
    const range: TextRange = { start: idStart, end: idStart + text.length };
    return [{ text, range, withComma: withComma(pieces, index, from), known: known.some((rule) => matchesRule(text, rule)) }];
  });
}

/** The first takes the comma behind it and the blanks there along, the others the comma before. */
function withComma(pieces: readonly string[], index: number, from: number): TextRange | undefined {
  const length = pieces[index]?.length ?? 0;
  if (index > 0) return { start: from - 1, end: from + length };
  const next = pieces[1];
  return next === undefined ? undefined : { start: from, end: from + length + 1 + next.length - next.trimStart().length };
}

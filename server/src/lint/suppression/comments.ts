import type { FormatName, PlacedRoot, Root } from '../../syntax/format';
import { linesOf, type SourceFile } from '../../syntax/sourceFile';
import type { Comment } from '../../syntax/tree';
import { cachedBy } from '../../text/cachedBy';
import { type Lines, lineTable } from '../../text/lines/lineTable';
import { shift, type TextRange } from '../../text/range';

/** A comment `leastwise: ignore[<id>, …] <reason> [until 2027-01-31]`. */
export interface Suppression {
  /** Ids and `<area>/*`, as written. */
  readonly rules: readonly string[];
  readonly reason: string;
  readonly until: string | undefined;
  /** The comment, in offsets of the file. */
  readonly range: TextRange;
  /** The piece of the file that holds it. */
  readonly placed: PlacedRoot;
  /** The line of the file that it speaks of: its own, or the next one when it stands alone. */
  readonly line: number;
}

/** Once for each version of a file. */
export const suppressionsOf = cachedBy((file: SourceFile): readonly Suppression[] => {
  const found = file.roots.flatMap((placed) => commentsOf(placed.root).map((parsed) => ({ ...parsed, placed })));
  if (found.length === 0) return [];
  const lines = linesOf(file);
  return found.map(({ comment, ...words }) => {
    const range = shift(comment.range, words.placed.offset);
    return { ...words, range, line: lineMeant(range, lines, file.format) };
  });
});

/** The same in one piece of a file, in its own lines and offsets. */
export const suppressionsIn = cachedBy((root: Root): readonly Suppression[] => {
  const found = commentsOf(root);
  if (found.length === 0) return [];
  const lines = lineTable(root.text);
  const placed = { root, offset: 0 };
  return found.map(({ comment: { range }, ...words }) => {
    return { ...words, placed, range, line: lineMeant(range, lines, root.format.name) };
  });
});

/** Its own line, or what follows where it stands alone. */
function lineMeant({ start, end }: TextRange, lines: Lines, format: FormatName): number {
  const line = lines.lineAt(start);
  const standsAlone = lines.text.slice(lines.starts[line], start).trim() === '';
  return standsAlone ? lineBelow(lines.lineAt(end), lines, format) : line;
}

/** The words of a suppression, without the marks that make a comment of them. */
export function suppressionText(ruleIds: readonly string[], reason = ''): string {
  return `leastwise: ignore[${ruleIds.join(', ')}] ${reason}`.trimEnd();
}

/** Several suppressions may stand on each other, above what they speak of. */
function lineBelow(line: number, { text, starts }: Lines, format: FormatName): number {
  let below = line + 1;
  while (below < starts.length && isCommentLine(text.slice(starts[below], starts[below + 1]), format)) below++;
  return below;
}

function isCommentLine(line: string, format: FormatName): boolean {
  const text = line.trimStart();
  const hashes = format === 'yaml' || format === 'terraform';
  return (hashes && text.startsWith('#')) || (format !== 'yaml' && text.startsWith('//'));
}

interface ParsedComment extends Pick<Suppression, 'rules' | 'reason' | 'until'> {
  readonly comment: Comment;
}

const commentsOf = cachedBy(({ comments }: Root): readonly ParsedComment[] =>
  comments.map(parse).filter((comment) => comment !== undefined),
);

function parse(comment: Comment): ParsedComment | undefined {
  const [, ids, rest = ''] = /^leastwise:\s*ignore\s*\[([^\]]*)\](.*)$/s.exec(comment.text) ?? [];
  if (ids === undefined) return undefined;
  const [, reason = '', until] = /^(.*?)(?:(?:^|\s)until\s+(\d{4}-\d\d-\d\d))?$/s.exec(rest.trim()) ?? [];
  const rules = ids.split(',').map((id) => id.trim());
  return { comment, rules: rules.filter((id) => id !== ''), reason: reason.trim(), until };
}

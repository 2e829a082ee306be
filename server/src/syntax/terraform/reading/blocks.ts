import { endOfComment, isTopLevelType, scanToEnd } from './scan';

/** A top-level block, or the attributes between two of them: with the comment lines directly above and the comment behind. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  /** Where the block's header, or the first attribute, starts. */
  readonly first: number;
  /** The block's `{`. */
  readonly brace?: number;
  /** Text follows that belongs to nothing, so the block may have ended early: what follows was meant to stand inside of it. */
  readonly endsEarly: boolean;
}

type Draft = { -readonly [Key in keyof Stretch]: Stretch[Key] };

/** Cuts a file so that each piece can be parsed by itself. Text that is neither a block nor attributes is in no stretch. */
export function splitBlocks(text: string): readonly Stretch[] {
  const stretches: Draft[] = [];
  let at = text.charCodeAt(0) === byteOrderMark ? 1 : 0;
  let comments: number | undefined;
  let attributes: Draft | undefined;

  const endAttributes = () => {
    if (!attributes) return;
    if (isTornOff(text, attributes)) doubtBlocksBefore();
    if (attributeStart.test(text.slice(attributes.start, attributes.end))) stretches.push(attributes);
    attributes = undefined;
  };
  /** Back to the last block that surely starts where it should. */
  const doubtBlocksBefore = () => {
    for (let index = stretches.length - 1; index >= 0; index--) {
      const stretch = stretches[index];
      if (stretch?.brace === undefined || stretch.endsEarly) return;
      stretch.endsEarly = true;
      if (isTopLevelType(wordAt(text, stretch.first))) return;
    }
  };

  while (at < text.length) {
    const start = skipBlanks(text, at);
    const unit = text.charAt(start);
    if (unit === '\n' || unit === '') {
      comments = undefined;
      at = start + 1;
      continue;
    }
    const commentEnd = endOfCommentLine(text, start);
    if (commentEnd !== undefined) {
      // A comment that never ends must not take the block below along.
      comments = isUnended(text, start, commentEnd) ? undefined : (comments ?? start);
      at = skipBlanks(text, commentEnd) + 1;
      continue;
    }
    const brace = braceOfHeader(text, start);
    if (brace === undefined) {
      const { end, reason } = scanToEnd(text, start);
      const next = reason === 'header' ? startOfCommentsAbove(text, start, end) : end;
      attributes = {
        start: attributes?.start ?? comments ?? start,
        first: attributes?.first ?? start,
        end: trimmedEnd(text, start, next),
        endsEarly: false,
      };
      comments = undefined;
      at = reason === 'closed' ? end + 1 : next;
      continue;
    }
    endAttributes();
    if (isIndented(text, start) && !isTopLevelType(wordAt(text, start))) doubtBlocksBefore();
    const { end, reason } = scanToEnd(text, brace);
    const blockStart = comments ?? start;
    comments = undefined;
    if (reason === 'closed') {
      const withComment = endOfCommentLine(text, skipBlanks(text, end)) ?? end;
      stretches.push({ start: blockStart, first: start, brace, end: withComment, endsEarly: false });
      at = text.charAt(skipBlanks(text, withComment)) === '\n' ? skipBlanks(text, withComment) + 1 : withComment;
    } else {
      at = reason === 'header' ? startOfCommentsAbove(text, brace, end) : end;
      stretches.push({ start: blockStart, first: start, brace, end: trimmedEnd(text, brace, at), endsEarly: false });
    }
  }
  endAttributes();
  return stretches;
}

function skipBlanks(text: string, at: number): number {
  let end = at;
  while (isBlank(text.charCodeAt(end))) end++;
  return end;
}

function isBlank(unit: number): boolean {
  return unit === 32 || unit === 9 || unit === 13;
}

/** The end of the comment at `at`, when nothing stands behind it on its last line. */
function endOfCommentLine(text: string, at: number): number | undefined {
  const unit = text.charAt(at);
  const isComment = unit === '#' || (unit === '/' && /[/*]/.test(text.charAt(at + 1)));
  if (!isComment) return undefined;
  const end = endOfComment(text, at);
  const next = text.charAt(skipBlanks(text, end));
  return next === '\n' || next === '' ? end : undefined;
}

function isUnended(text: string, start: number, end: number): boolean {
  return text.startsWith('/*', start) && (end - start < 4 || !text.startsWith('*/', end - 2));
}

function braceOfHeader(text: string, at: number): number | undefined {
  header.lastIndex = at;
  return header.test(text) ? header.lastIndex - 1 : undefined;
}

/**
 * Whether what stands between blocks was the inside of one: it closes more than it opens, or has attributes that are indented. What
 * begins like a block of its own is one that is being typed.
 */
function isTornOff(text: string, { first, end }: Stretch): boolean {
  const own = text.slice(first, end);
  if (isTopLevelType(wordAt(text, first)) && !attributeStart.test(own.split('\n', 1)[0] ?? '')) return false;
  return closesMore(own) || (isIndented(text, first) && attributeStart.test(own));
}

function closesMore(source: string): boolean {
  let depth = 0;
  for (const [mark] of source.matchAll(/"(?:[^"\\\n]|\\.)*"|#.*|\/\/.*|[([{}\])]/g)) {
    if ('([{'.includes(mark)) depth++;
    else if ('}])'.includes(mark) && --depth < 0) return true;
  }
  return false;
}

function isIndented(text: string, at: number): boolean {
  return at > 0 && isBlank(text.charCodeAt(at - 1));
}

function wordAt(text: string, at: number): string {
  firstWord.lastIndex = at;
  return firstWord.exec(text)?.[0] ?? '';
}

function startOfCommentsAbove(text: string, from: number, headerStart: number): number {
  let start = headerStart;
  while (start > from) {
    const lineStart = text.lastIndexOf('\n', start - 2) + 1;
    if (lineStart <= from || !/^[ \t]*(?:#|\/\/)/.test(text.slice(lineStart, start))) break;
    start = lineStart;
  }
  return start;
}

function trimmedEnd(text: string, from: number, to: number): number {
  return from + text.slice(from, to).trimEnd().length;
}

const header = /[\p{ID_Start}_][\p{ID_Continue}-]*(?:[ \t]*"[^"\n]*"|[ \t]+[\p{ID_Start}_][\p{ID_Continue}-]*)*[ \t]*\{/uy;
const firstWord = /[\p{ID_Start}_][\p{ID_Continue}-]*/uy;
const attributeStart = /^[ \t]*[\p{ID_Start}_][\p{ID_Continue}-]*[ \t]*=(?!=)/mu;
const byteOrderMark = 0xfeff;

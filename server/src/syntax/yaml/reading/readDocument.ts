import { Composer, type CST, type Document, Parser, parseDocument } from 'yaml';
import type { TextRange } from '../../../text/range';
import type { Comment } from '../../tree';
import { trimmedEnd } from './positions';
import { surveyTokens } from './tokens';

/** What the library made of one document. */
export interface ReadDocument {
  readonly text: string;
  readonly document: Document.Parsed;
  readonly token: CST.Document;
  readonly comments: readonly Comment[];
  readonly broken: boolean;
  /** Whether a syntax error lies in the range or comes right behind it, but for blanks, line ends and comments. */
  meetsError(range: TextRange): boolean;
  /** Whether a syntax error runs through the scalar at the range. */
  holdsError(range: TextRange): boolean;
  readonly hasAliases: boolean;
  /** Stand-ins for what is nested too deep to be read. */
  readonly tooDeep: ReadonlySet<CST.Token>;
}

/** Undefined when the text holds no document or more than one. */
export function readDocument(text: string): ReadDocument | 'tooDeep' | undefined {
  try {
    const tokens = [...new Parser().parse(text)];
    const survey = surveyTokens(tokens, text);
    const documents = [...new Composer(readingOptions).compose(tokens, true, text.length)];
    const token = tokens.find((one) => one.type === 'document') ?? { type: 'document', offset: text.length, start: [] };
    const [document] = documents;
    if (!document || documents.length > 1) return undefined;
    const errors = document.errors.map(({ pos: [start, end] }) => ({ start, end }));
    const startsWithin = meeting(errors.map(({ start }) => ({ start, end: start })));
    const wrongStarts = new Set(
      document.errors.filter(({ code }) => code === 'BAD_SCALAR_START').map(({ pos: [start] }) => start),
    );
    return {
      text,
      document: document as Document.Parsed,
      token,
      broken: errors.length > 0,
      meetsError: meeting(reachingBack(text, errors, survey.comments)),
      // At the scalar's start stands what was wrong before it, except for a sign that no scalar starts with.
      holdsError: ({ start, end }) => wrongStarts.has(start) || startsWithin({ start: start + 1, end: end - 1 }),
      ...survey,
    };
  } catch {
    // The parser unwinds block collections by recursion, so some thousands of them in one line overflow the stack.
    return 'tooDeep';
  }
}

/** Where the first syntax error of a text that should hold one document is, as an offset; its end where none is found. */
export function firstErrorAt(text: string): number {
  try {
    const starts = parseDocument(text, readingOptions).errors.map(({ pos: [start] }) => start);
    return starts.reduce((first, start) => Math.min(first, start), text.length);
  } catch {
    return text.length;
  }
}

/** What an error has to do with may end some lines above it: the errors, each reaching back over blanks, line ends and comments. */
function reachingBack(text: string, errors: readonly TextRange[], comments: readonly Comment[]): readonly TextRange[] {
  const commentEndingAt = new Map(comments.map(({ range }) => [trimmedEnd(text, range.start, range.end), range.start]));
  return errors.map(({ start, end }) => {
    let reached = trimmedEnd(text, 0, start);
    for (let above = commentEndingAt.get(reached); above !== undefined; above = commentEndingAt.get(reached))
      reached = trimmedEnd(text, 0, above);
    return { start: reached, end };
  });
}

/** Whether a range shares a code unit with one of the errors or touches it. */
function meeting(errors: readonly TextRange[]): (range: TextRange) => boolean {
  const ordered = [...errors].sort((a, b) => a.start - b.start);
  let furthest = -1;
  const furthestEnds = ordered.map((error) => {
    furthest = Math.max(furthest, error.end);
    return furthest;
  });
  return (range) => {
    let low = 0;
    let high = ordered.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ordered[middle]?.start ?? 0) <= range.end) low = middle + 1;
      else high = middle;
    }
    return low > 0 && (furthestEnds[low - 1] ?? -1) >= range.start;
  };
}

const readingOptions = {
  schema: 'core',
  resolveKnownTags: false,
  // The library's search for duplicates compares every key with every other.
  uniqueKeys: false,
  keepSourceTokens: true,
  prettyErrors: false,
  logLevel: 'silent',
} as const;

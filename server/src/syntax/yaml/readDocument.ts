import { Composer, type CST, type Document, Parser } from 'yaml';
import type { TextRange } from '../../text/range';
import type { Comment } from '../tree';
import { surveyTokens } from './tokens';

/** What the library made of one document. */
export interface ReadDocument {
  readonly text: string;
  readonly document: Document.Parsed;
  readonly token: CST.Document;
  readonly comments: readonly Comment[];
  readonly broken: boolean;
  /** Whether a syntax error lies in the range or touches it. */
  meetsError(range: TextRange): boolean;
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
    return {
      text,
      document: document as Document.Parsed,
      token,
      broken: errors.length > 0,
      meetsError: meeting(errors),
      ...survey,
    };
  } catch {
    // The parser unwinds block collections by recursion, so some thousands of them in one line overflow the stack.
    return 'tooDeep';
  }
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

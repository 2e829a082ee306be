/** A place in a text that is read from left to right. */
export interface Cursor {
  readonly text: string;
  /** The end of what belongs to the expression. */
  readonly end: number;
  at: number;
  /** Whether the end of a line is blank: in parentheses and brackets it is, in the braces of an object it ends an item. */
  isLineEndBlank: boolean;
}

/** Thrown inside of this room alone, for a text that HCL doesn't take. */
export class NotAnExpression extends Error {}

/** What a reader gives; undefined for a text that HCL doesn't take. */
export function unlessRefused<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof NotAnExpression) return undefined;
    throw error;
  }
}

/** Skips what is blank, and comments. */
export function skip(cursor: Cursor): void {
  const blank = cursor.isLineEndBlank ? /(?:\s|#[^\n]*|\/\/[^\n]*|\/\*[\s\S]*?\*\/)*/y : /(?:[^\S\n]|\/\*[\s\S]*?\*\/)*/y;
  blank.lastIndex = cursor.at;
  blank.test(cursor.text);
  cursor.at = Math.min(blank.lastIndex, cursor.end);
}

/** Skips what is blank even where lines end, for what may stand on the next one. */
export function skipLines(cursor: Cursor): void {
  const before = cursor.isLineEndBlank;
  cursor.isLineEndBlank = true;
  skip(cursor);
  cursor.isLineEndBlank = before;
}

/** What the pattern, a sticky one, finds right here behind what is blank; the cursor is then behind it. */
export function take(cursor: Cursor, pattern: RegExp): string | undefined {
  skip(cursor);
  pattern.lastIndex = cursor.at;
  const [found] = pattern.exec(cursor.text) ?? [];
  if (found === undefined || cursor.at + found.length > cursor.end) return undefined;
  cursor.at += found.length;
  return found;
}

/** Whether the text goes on with this. */
export function sees(cursor: Cursor, words: string): boolean {
  skip(cursor);
  return cursor.at + words.length <= cursor.end && cursor.text.startsWith(words, cursor.at);
}

export function takes(cursor: Cursor, words: string): boolean {
  if (!sees(cursor, words)) return false;
  cursor.at += words.length;
  return true;
}

/** @throws NotAnExpression */
export function expect(cursor: Cursor, words: string): void {
  if (!takes(cursor, words)) throw new NotAnExpression(`${words} expected at ${cursor.at}`);
}

/** Reads with ends of lines being blank or not. */
export function within<T>(cursor: Cursor, isLineEndBlank: boolean, read: () => T): T {
  const before = cursor.isLineEndBlank;
  cursor.isLineEndBlank = isLineEndBlank;
  const result = read();
  cursor.isLineEndBlank = before;
  return result;
}

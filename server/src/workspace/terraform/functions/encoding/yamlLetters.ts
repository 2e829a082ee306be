/** What an emitter prints as it is, line ends aside. */
const unprintable = /[^\n -~\u00a0-\ud7ff\ue000-\ufefe\uff00-\ufffd]/u;

/** Over several lines, without a blank at the end of one of them. */
export function isBlock(text: string): boolean {
  return text.includes('\n') && !unprintable.test(text) && !/[\u2028\u2029]/.test(text) && !/ (?:\n|$)/.test(text);
}

/** What tells a block's start and end: `|2-`. */
export function blockMark(text: string): string {
  return `|${/^[ \n]/.test(text) ? '2' : ''}${chomping(text)}`;
}

function chomping(text: string): string {
  if (!text.endsWith('\n')) return '-';
  return text === '\n' || text.endsWith('\n\n') ? '+' : '';
}

const named: Readonly<Record<string, string>> = {
  '\0': '\\0',
  '\u0007': '\\a',
  '\b': '\\b',
  '\t': '\\t',
  '\n': '\\n',
  '\v': '\\v',
  '\f': '\\f',
  '\r': '\\r',
  '\u001b': '\\e',
  '"': '\\"',
  '\\': '\\\\',
  '\u0085': '\\N',
  '\u2028': '\\L',
  '\u2029': '\\P',
};

/**
 * A letter as it stands between quotes.
 *
 * @see https://yaml.org/spec/1.1/#id872840
 */
export function quotedLetter(letter: string): string {
  if (!/["\\\n\u2028\u2029]/.test(letter) && !unprintable.test(letter)) return letter;
  return named[letter] ?? escapedCode(letter.codePointAt(0) ?? 0);
}

function escapedCode(code: number): string {
  const digits = code.toString(16).toUpperCase();
  if (code <= 0xff) return `\\x${digits.padStart(2, '0')}`;
  return code <= 0xffff ? `\\u${digits.padStart(4, '0')}` : `\\U${digits.padStart(8, '0')}`;
}

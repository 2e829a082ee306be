/**
 * A letter for a letter, whatever stands beside it, as Go changes case: ß stays, and a final sigma is like any other.
 *
 * @see https://pkg.go.dev/strings#ToUpper
 */
export function uppered(text: string): string {
  return eachLetter(text, upperLetter);
}

export function lowered(text: string): string {
  return eachLetter(text, lowerLetter);
}

/**
 * The first letter of each word in the case of titles.
 *
 * @see https://pkg.go.dev/strings#Title
 */
export function titled(text: string): string {
  let before = ' ';
  return eachLetter(text, (letter) => {
    const isFirst = isSeparator(before);
    before = letter;
    return isFirst ? titleLetter(letter) : letter;
  });
}

function eachLetter(text: string, change: (letter: string) => string): string {
  return Array.from(text, change).join('');
}

function isOne(text: string): boolean {
  return text.length === 1 || (text.length === 2 && [...text].length === 1);
}

function upperLetter(letter: string): string {
  const upper = letter.toUpperCase();
  if (isOne(upper)) return upper;
  // Greek with an iota below has a letter of its own, which JavaScript spells out.
  const code = letter.codePointAt(0) ?? 0;
  const hasOwn = (code >= 0x1f80 && code < 0x1fb0 && code % 16 < 8) || code === 0x1fb3 || code === 0x1fc3 || code === 0x1ff3;
  return hasOwn ? String.fromCodePoint(code + (code < 0x1fb0 ? 8 : 9)) : letter;
}

function lowerLetter(letter: string): string {
  const lower = letter.toLowerCase();
  return isOne(lower) ? lower : (lower[0] ?? letter);
}

/** Two letters in one, and those of Georgian, which has no capitals in titles. */
const titles: Readonly<Record<string, string>> = { DŽ: 'ǅ', LJ: 'ǈ', NJ: 'ǋ', DZ: 'ǲ' };

function titleLetter(letter: string): string {
  if (/^[\u10d0-\u10fa\u10fd-\u10ff]/.test(letter)) return letter;
  return /^[\u01c4-\u01cc\u01f1-\u01f3]/.test(letter)
    ? (titles[letter.normalize('NFKC').toUpperCase().normalize('NFC')] ?? letter)
    : upperLetter(letter);
}

function isSeparator(letter: string): boolean {
  if (letter <= '\x7f') return !/[0-9A-Za-z_]/.test(letter);
  return !/[\p{L}\p{Nd}]/u.test(letter) && isSpace(letter);
}

/** @see https://pkg.go.dev/unicode#IsSpace */
export function isSpace(letter: string): boolean {
  return /[\t\n\v\f\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/.test(letter);
}

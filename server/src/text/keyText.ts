/**
 * The text as it may be shown and logged: `…` in place of each stretch that has the look of a private key, whatever it is doing
 * there.
 */
export function withoutKeyText(text: string): string {
  if (text.length < shortestRun && !text.includes('-----BEGIN')) return text;
  return text.replace(block, '…').replace(run, (letters) => (isScrambled(letters) ? '…' : letters));
}

const block = /-----BEGIN[\s\S]*?(?:-----END[A-Z ]*-----|$)/g;

/** In UTF-16 code units; ids and e-tags are shorter, and fewer letters tell nothing of a key. */
const shortestRun = 24;
const run = /[A-Za-z0-9+/]{24,}=*/g;

/** Base64 of random bytes goes from one kind of letter to another at every second step, and words only where they begin. */
function isScrambled(letters: string): boolean {
  const own = letters.replace(/[+/=]+/g, '');
  if (!/[a-z]/.test(own) || !/[A-Z]/.test(own) || !/\d/.test(own)) return false;
  const words = own.match(/[A-Z]?[a-z]+|[A-Z]+|\d+/g) ?? [];
  return words.length * longestWord >= own.length;
}

/** On average, in letters. */
const longestWord = 3.6;

/**
 * An integer in a base up to 62: upper-case letters are those of lower case up to base 36, and come after them above. Undefined for what
 * is none.
 *
 * @see https://pkg.go.dev/math/big#Int.SetString
 */
export function integerInBase(text: string, base: number): bigint | undefined {
  const digits = /^[+-]?([0-9A-Za-z]+)$/.exec(text)?.[1];
  if (digits === undefined || digits.length > longest) return undefined;
  let value = 0n;
  for (const letter of digits) {
    const digit = digitOf(letter, base);
    if (digit >= base) return undefined;
    value = value * BigInt(base) + BigInt(digit);
  }
  return text.startsWith('-') ? -value : value;
}

/** Each digit costs as much as all before it. */
const longest = 5_000;

function digitOf(letter: string, base: number): number {
  if (letter >= 'a') return letter.charCodeAt(0) - 97 + 10;
  if (letter >= 'A') return letter.charCodeAt(0) - 65 + (base <= 36 ? 10 : 36);
  return letter.charCodeAt(0) - 48;
}

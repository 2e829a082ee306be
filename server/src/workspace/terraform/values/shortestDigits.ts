/** A decimal number `0.<digits> × 10^point`, without zeros at the end of the digits; no digits for 0. */
export interface Digits {
  readonly digits: string;
  readonly point: number;
}

/** All digits of `size × 2^exponent`. */
export function exactDigits(size: bigint, exponent: number): Digits {
  if (size === 0n) return { digits: '', point: 0 };
  // Over 2^n is × 5^n over 10^n.
  const text = (exponent >= 0 ? size << BigInt(exponent) : size * 5n ** BigInt(-exponent)).toString();
  return { digits: text.replace(/0+$/, ''), point: text.length + Math.min(exponent, 0) };
}

/**
 * The fewest digits that are read as `size × 2^exponent` in a number of so many bits. As in Go, the bounds lie half a unit of the last
 * place away on both sides, below a power of two as well.
 *
 * @see https://pkg.go.dev/math/big#Float.Text
 */
export function shortestDigits(size: bigint, exponent: number, precision: number): Digits {
  const exact = exactDigits(size, exponent);
  if (size === 0n) return exact;
  const shift = precision + 1 - size.toString(2).length;
  const halves = shift >= 0 ? size << BigInt(shift) : size >> BigInt(-shift);
  const lower = exactDigits(halves - 1n, exponent - shift).digits;
  const upper = exactDigits(halves + 1n, exponent - shift).digits;
  // What lies just between two numbers is read as the even one.
  const takesBounds = (halves & 2n) === 0n;
  for (let i = 0; i < exact.digits.length; i++) {
    const digit = digitAt(exact.digits, i);
    const above = digitAt(upper, i);
    const isDown = digitAt(lower, i) !== digit || (takesBounds && i + 1 === lower.length);
    const isUp = digit !== above && (takesBounds || digit + 1 < above || i + 1 < upper.length);
    if (isDown && isUp) return roundedDigits(exact, i + 1);
    if (isDown) return cutDigits(exact, i + 1);
    if (isUp) return raisedDigits(exact, i + 1);
  }
  return exact;
}

function digitAt(digits: string, index: number): number {
  return index < digits.length ? digits.charCodeAt(index) - 48 : 0;
}

/** The nearest number of so many digits, the even one where two are as near. */
export function roundedDigits(number: Digits, count: number): Digits {
  const { digits } = number;
  if (count < 0) return { digits: '', point: 0 };
  if (count >= digits.length) return number;
  const isHalf = digits[count] === '5' && count + 1 === digits.length;
  const isUp = isHalf ? count > 0 && digitAt(digits, count - 1) % 2 === 1 : digitAt(digits, count) >= 5;
  return isUp ? raisedDigits(number, count) : cutDigits(number, count);
}

function cutDigits({ digits, point }: Digits, count: number): Digits {
  const kept = digits.slice(0, count).replace(/0+$/, '');
  return kept === '' ? { digits: '', point: 0 } : { digits: kept, point };
}

function raisedDigits({ digits, point }: Digits, count: number): Digits {
  const kept = digits.slice(0, count).replace(/9+$/, '');
  if (kept === '') return { digits: '1', point: point + 1 };
  return { digits: kept.slice(0, -1) + String(digitAt(kept, kept.length - 1) + 1), point };
}

/** Without an exponent, with `places` digits behind the point, or as many as there are. */
export function plainDecimal({ digits, point }: Digits, places = Math.max(digits.length - point, 0)): string {
  const whole = point > 0 ? digits.slice(0, point).padEnd(point, '0') : '0';
  if (places === 0) return whole;
  const fraction = point >= 0 ? digits.slice(point) : '0'.repeat(Math.min(-point, places)) + digits;
  return `${whole}.${fraction.slice(0, places).padEnd(places, '0')}`;
}

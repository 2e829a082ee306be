const precision = 512n;

/**
 * A number as Terraform has it: a binary float of 512 bits, `mantissa × 2^exponent`, the mantissa odd or 0. Every operation rounds to the
 * nearest, to even where two are as near.
 *
 * @see https://pkg.go.dev/math/big#Float
 */
export interface BigNumber {
  readonly mantissa: bigint;
  readonly exponent: number;
}

function lengthOf(value: bigint): bigint {
  return BigInt(value.toString(2).length);
}

/** `sticky`: something that isn't 0 was cut off below. */
function rounded(mantissa: bigint, exponent: number, sticky = false): BigNumber {
  if (mantissa === 0n) return { mantissa: 0n, exponent: 0 };
  const isNegative = mantissa < 0n;
  let size = isNegative ? -mantissa : mantissa;
  let at = exponent;
  const excess = lengthOf(size) - precision;
  if (excess > 0n) {
    const rest = size & ((1n << excess) - 1n);
    const half = 1n << (excess - 1n);
    size >>= excess;
    at += Number(excess);
    const isAbove = rest > half || (rest === half && (sticky || (size & 1n) === 1n));
    if (isAbove) size += 1n;
  }
  const zeros = trailingZeros(size);
  return { mantissa: isNegative ? -(size >> zeros) : size >> zeros, exponent: at + Number(zeros) };
}

function trailingZeros(size: bigint): bigint {
  const bits = size.toString(2);
  return BigInt(bits.length - 1 - bits.lastIndexOf('1'));
}

export function fromInteger(value: number | bigint): BigNumber {
  return rounded(BigInt(value), 0);
}

/** Undefined for what is no decimal number. */
export function fromDecimal(text: string): BigNumber | undefined {
  const [, sign = '', whole = '', fraction = '', power = '0'] = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/.exec(text) ?? [];
  if (whole === '' && fraction === '') return undefined;
  const scale = Number(power) - fraction.length;
  if (Math.abs(scale) > farthestScale) return undefined;
  const digits = BigInt(`${sign === '-' ? '-' : ''}${whole}${fraction}` || '0');
  return scale >= 0 ? rounded(digits * 10n ** BigInt(scale), 0) : quotient(digits, 10n ** BigInt(-scale));
}

/** Nobody writes more zeros, and each costs. */
const farthestScale = 5_000;

function quotient(over: bigint, under: bigint): BigNumber {
  const isNegative = over < 0n !== under < 0n;
  const [a, b] = [over < 0n ? -over : over, under < 0n ? -under : under];
  if (a === 0n) return rounded(0n, 0);
  const wanted = precision + 2n - (lengthOf(a) - lengthOf(b));
  const shift = wanted > 0n ? wanted : 0n;
  const size = (a << shift) / b;
  const sticky = (a << shift) % b !== 0n;
  // One more bit tells that something was cut off, whatever is rounded.
  const told = (size << 1n) | (sticky ? 1n : 0n);
  return rounded(isNegative ? -told : told, -Number(shift) - 1);
}

export function add(a: BigNumber, b: BigNumber): BigNumber {
  const exponent = Math.min(a.exponent, b.exponent);
  return rounded(at(a, exponent) + at(b, exponent), exponent);
}

/** The mantissa with a smaller exponent. */
function at({ mantissa, exponent }: BigNumber, smaller: number): bigint {
  return mantissa << BigInt(exponent - smaller);
}

export function negate({ mantissa, exponent }: BigNumber): BigNumber {
  return { mantissa: -mantissa, exponent };
}

export function subtract(a: BigNumber, b: BigNumber): BigNumber {
  return add(a, negate(b));
}

export function multiply(a: BigNumber, b: BigNumber): BigNumber {
  return rounded(a.mantissa * b.mantissa, a.exponent + b.exponent);
}

/** Undefined for a division by 0. */
export function divide(a: BigNumber, b: BigNumber): BigNumber | undefined {
  if (b.mantissa === 0n) return undefined;
  const { mantissa, exponent } = quotient(a.mantissa, b.mantissa);
  return { mantissa, exponent: exponent + (mantissa === 0n ? 0 : a.exponent - b.exponent) };
}

/** Below, at or above 0. */
export function compare(a: BigNumber, b: BigNumber): number {
  const exponent = Math.min(a.exponent, b.exponent);
  const [left, right] = [at(a, exponent), at(b, exponent)];
  return left < right ? -1 : left > right ? 1 : 0;
}

export function isInteger({ exponent }: BigNumber): boolean {
  return exponent >= 0;
}

/** Towards 0. */
export function truncated({ mantissa, exponent }: BigNumber): bigint {
  if (exponent >= 0) return mantissa << BigInt(exponent);
  const size = (mantissa < 0n ? -mantissa : mantissa) >> BigInt(-exponent);
  return mantissa < 0n ? -size : size;
}

/** Undefined for what is no integer, or more than JavaScript counts exactly. */
export function toInteger(number: BigNumber): number | undefined {
  if (!isInteger(number)) return undefined;
  const value = Number(truncated(number));
  return Number.isSafeInteger(value) ? value : undefined;
}

/** The shortest decimal number that is read as this one, without an exponent: how Terraform writes numbers into texts. */
export function toDecimal(number: BigNumber): string {
  const { mantissa, exponent } = number;
  if (exponent >= 0) return (mantissa << BigInt(exponent)).toString();
  const isNegative = mantissa < 0n;
  const size = isNegative ? -mantissa : mantissa;
  // mantissa / 2^n is mantissa × 5^n / 10^n: exact, and the longest there is.
  const exact = size * 5n ** BigInt(-exponent);
  const text = shortest(exact.toString(), exponent, { mantissa: size, exponent });
  return isNegative ? `-${text}` : text;
}

function shortest(digits: string, scale: number, number: BigNumber): string {
  const isSame = (text: string) => {
    const read = fromDecimal(text);
    return read !== undefined && compare(read, number) === 0;
  };
  let [low, high] = [1, digits.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isSame(placed(roundedTo(digits, middle), scale + digits.length))) high = middle;
    else low = middle + 1;
  }
  return placed(roundedTo(digits, low), scale + digits.length);
}

/** As many digits, and how many places they have gained before the point by rounding up. */
function roundedTo(digits: string, count: number): { readonly digits: string; readonly carried: number } {
  if (count >= digits.length) return { digits, carried: 0 };
  const cut = BigInt(digits.slice(0, count));
  const rest = digits.slice(count);
  const half = `5${'0'.repeat(rest.length - 1)}`;
  const isUp = rest > half || (rest === half && cut % 2n === 1n);
  const result = (isUp ? cut + 1n : cut).toString();
  return { digits: result, carried: result.length - count };
}

/** With the point behind so many of the digits. */
function placed({ digits, carried }: { readonly digits: string; readonly carried: number }, places: number): string {
  const point = places + carried;
  const kept = digits.replace(/0+$/, '');
  if (point <= 0) return `0.${'0'.repeat(-point)}${kept}`;
  if (kept.length <= point) return kept.padEnd(point, '0');
  return `${kept.slice(0, point)}.${kept.slice(point)}`;
}

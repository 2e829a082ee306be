import { plainDecimal, shortestDigits } from './shortestDigits';

/**
 * A number as Terraform has it: a binary float, `mantissa × 2^exponent`, the mantissa odd or 0. Every operation rounds to the nearest,
 * to even where two are as near.
 *
 * @see https://pkg.go.dev/math/big#Float
 */
export interface BigNumber {
  readonly mantissa: bigint;
  readonly exponent: number;
  /** Of how many bits, where it isn't {@link fullPrecision}: lengths have 64, powers and logarithms 53, and keep that among themselves. */
  readonly precision?: number;
  /** Of 0 alone, which has a sign too: it is written, and counts in nothing but signs. */
  readonly isNegativeZero?: true;
}

/** What literals and decimal texts have. */
export const fullPrecision = 512;

/** Of what counts something. */
export const countPrecision = 64;

/** Of what is worked out in the processor's floats. */
export const floatPrecision = 53;

export function precisionOf({ precision = fullPrecision }: BigNumber): number {
  return precision;
}

function widest(a: BigNumber, b: BigNumber): number {
  return Math.max(precisionOf(a), precisionOf(b));
}

function bitsOf(size: bigint): number {
  return size === 0n ? 0 : size.toString(2).length;
}

function absolute(value: bigint): bigint {
  return value < 0n ? -value : value;
}

function made(mantissa: bigint, exponent: number, precision: number): BigNumber {
  return precision === fullPrecision ? { mantissa, exponent } : { mantissa, exponent, precision };
}

/** 0 with a sign. */
export function zero(isNegative: boolean, precision = fullPrecision): BigNumber {
  const number = made(0n, 0, precision);
  return isNegative ? { ...number, isNegativeZero: true } : number;
}

/** Whether it has a minus: below 0, or 0 that came from there. */
export function isNegative({ mantissa, isNegativeZero }: BigNumber): boolean {
  return mantissa < 0n || isNegativeZero === true;
}

/** The nearest number of so many bits. */
export function rounded(mantissa: bigint, exponent: number, precision: number): BigNumber {
  if (mantissa === 0n) return made(0n, 0, precision);
  let size = absolute(mantissa);
  let at = exponent;
  const excess = bitsOf(size) - precision;
  if (excess > 0) {
    const cut = BigInt(excess);
    const rest = size & ((1n << cut) - 1n);
    const half = 1n << (cut - 1n);
    size >>= cut;
    at += excess;
    if (rest > half || (rest === half && (size & 1n) === 1n)) size += 1n;
  }
  const bits = size.toString(2);
  const zeros = bits.length - 1 - bits.lastIndexOf('1');
  size >>= BigInt(zeros);
  return made(mantissa < 0n ? -size : size, at + zeros, precision);
}

export function fromInteger(value: number | bigint, precision = fullPrecision): BigNumber {
  return rounded(BigInt(value), 0, precision);
}

const decimal = /^([+-]?)(?:(\d+)\.?(\d*)|\.(\d+))(?:([eEpP])([+-]?\d+))?$/;

/** Whether Terraform reads it as a number, however far. */
export function isDecimal(text: string): boolean {
  return decimal.test(text) || /^[+-]?[Ii]nf$/.test(text);
}

/** Undefined for what is no decimal number, and for one that is too far. `p` is an exponent of 2, as Go reads it. */
export function fromDecimal(text: string, precision = fullPrecision): BigNumber | undefined {
  const [, sign, whole = '', fraction = '', bare = '', mark = 'e', power = '0'] = decimal.exec(text) ?? [];
  if (sign === undefined || text.length > farthestScale) return undefined;
  const places = fraction.length + bare.length;
  const isBinary = mark === 'p' || mark === 'P';
  const scale = (isBinary ? 0 : Number(power)) - places;
  const exponent = isBinary ? Number(power) : 0;
  if (Math.abs(scale) > farthestScale || Math.abs(exponent) > farthestScale) return undefined;
  const digits = BigInt(whole + fraction + bare) * (sign === '-' ? -1n : 1n);
  const number =
    scale >= 0 ? rounded(digits * 10n ** BigInt(scale), 0, precision) : quotient(digits, 10n ** BigInt(-scale), precision);
  return number.mantissa === 0n ? zero(sign === '-', precision) : { ...number, exponent: number.exponent + exponent };
}

/** Nobody writes more zeros, and each costs. */
const farthestScale = 5_000;

/** Whether its decimal digits are more than anybody reads: {@link toDecimal}, {@link truncated} and their like are not for these. */
export function isFar({ exponent }: BigNumber): boolean {
  return Math.abs(exponent) > farthestScale * 4;
}

function quotient(over: bigint, under: bigint, precision: number): BigNumber {
  const isNegative = over < 0n !== under < 0n;
  const [a, b] = [absolute(over), absolute(under)];
  if (a === 0n) return made(0n, 0, precision);
  const shift = Math.max(precision + 2 - (bitsOf(a) - bitsOf(b)), 0);
  const shifted = a << BigInt(shift);
  const size = shifted / b;
  // One more bit tells that something was cut off, whatever is rounded.
  const told = (size << 1n) | (size * b === shifted ? 0n : 1n);
  return rounded(isNegative ? -told : told, -shift - 1, precision);
}

/** Where the highest bit of a number stands that isn't 0. */
function topOf({ mantissa, exponent }: BigNumber): number {
  return bitsOf(absolute(mantissa)) + exponent;
}

export function add(a: BigNumber, b: BigNumber): BigNumber {
  const precision = widest(a, b);
  if (a.mantissa === 0n || b.mantissa === 0n) {
    const { mantissa, exponent } = a.mantissa === 0n ? b : a;
    if (mantissa === 0n) return zero(isNegative(a) && isNegative(b), precision);
    return rounded(mantissa, exponent, precision);
  }
  const [large, small] = topOf(a) >= topOf(b) ? [a, b] : [b, a];
  // So far below that its one bit says as much as all of it.
  const reach = Math.min(large.exponent, topOf(large) - precision) - 3;
  const least: BigNumber = topOf(small) < reach ? { mantissa: small.mantissa < 0n ? -1n : 1n, exponent: reach } : small;
  const exponent = Math.min(large.exponent, least.exponent);
  return rounded(at(large, exponent) + at(least, exponent), exponent, precision);
}

/** The mantissa with a smaller exponent. */
function at({ mantissa, exponent }: BigNumber, smaller: number): bigint {
  return mantissa << BigInt(exponent - smaller);
}

export function negate(number: BigNumber): BigNumber {
  if (number.mantissa === 0n) return zero(!isNegative(number), precisionOf(number));
  return { ...number, mantissa: -number.mantissa };
}

export function subtract(a: BigNumber, b: BigNumber): BigNumber {
  return add(a, negate(b));
}

/** A product has the bits that it needs, up to {@link fullPrecision}. */
export function multiply(a: BigNumber, b: BigNumber): BigNumber {
  if (a.mantissa === 0n || b.mantissa === 0n) return zero(isNegative(a) !== isNegative(b), widest(a, b));
  const { mantissa, exponent } = rounded(a.mantissa * b.mantissa, a.exponent + b.exponent, fullPrecision);
  return made(mantissa, exponent, Math.max(widest(a, b), bitsOf(absolute(mantissa))));
}

/** Undefined for a division by 0. */
export function divide(a: BigNumber, b: BigNumber): BigNumber | undefined {
  if (b.mantissa === 0n) return undefined;
  if (a.mantissa === 0n) return zero(isNegative(a) !== isNegative(b), widest(a, b));
  const { mantissa, exponent } = quotient(a.mantissa, b.mantissa, widest(a, b));
  return made(mantissa, exponent + a.exponent - b.exponent, widest(a, b));
}

/** What is left of `a` once `b` has been taken as often as it fits: with the sign of `a`. `a` itself where `b` is 0. */
export function remainder(a: BigNumber, b: BigNumber): BigNumber {
  const rate = divide(a, b);
  if (!rate) return a;
  const times = rounded(isFar(rate) ? rate.mantissa : truncated(rate), isFar(rate) ? rate.exponent : 0, precisionOf(a));
  const product = rounded(times.mantissa * b.mantissa, times.exponent + b.exponent, precisionOf(a));
  return subtract(a, product);
}

/** -1, 0 or 1. */
export function compare(a: BigNumber, b: BigNumber): number {
  const [left, right] = [signOf(a), signOf(b)];
  if (left !== right || left === 0) return Math.sign(left - right);
  const [high, low] = [topOf(a), topOf(b)];
  if (high !== low) return high > low ? left : -left;
  const exponent = Math.min(a.exponent, b.exponent);
  const difference = at(a, exponent) - at(b, exponent);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** -1, 0 or 1. */
export function signOf({ mantissa }: BigNumber): number {
  return mantissa < 0n ? -1 : mantissa > 0n ? 1 : 0;
}

export function isInteger({ exponent }: BigNumber): boolean {
  return exponent >= 0;
}

/** Towards 0. */
export function truncated({ mantissa, exponent }: BigNumber): bigint {
  if (exponent >= 0) return mantissa << BigInt(exponent);
  const size = absolute(mantissa) >> BigInt(-exponent);
  return mantissa < 0n ? -size : size;
}

/** Undefined for what is no integer, or more than JavaScript counts exactly. */
export function toInteger(number: BigNumber): number | undefined {
  if (!isInteger(number) || isFar(number)) return undefined;
  const value = Number(truncated(number));
  return Number.isSafeInteger(value) ? value : undefined;
}

/** The shortest decimal number that is read as this one, without an exponent: how Terraform writes numbers into texts. */
export function toDecimal(number: BigNumber): string {
  const text = plainDecimal(shortestDigits(absolute(number.mantissa), number.exponent, precisionOf(number)));
  return isNegative(number) ? `-${text}` : text;
}

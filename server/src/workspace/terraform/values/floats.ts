import { type BigNumber, floatPrecision, isNegative, rounded, zero } from './bigNumber';

/** Undefined for what is no number of the processor: infinite, or none at all. */
export function fromFloat(value: number): BigNumber | undefined {
  if (!Number.isFinite(value)) return undefined;
  if (value === 0) return zero(Object.is(value, -0), floatPrecision);
  let exponent = 0;
  let whole = value;
  while (!Number.isInteger(whole)) {
    whole *= 2;
    exponent--;
  }
  return rounded(BigInt(whole), exponent, floatPrecision);
}

/** The nearest of the processor's floats, which may be infinite. */
export function toFloat(number: BigNumber): number {
  if (number.mantissa === 0n) return isNegative(number) ? -0 : 0;
  const { mantissa, exponent } = rounded(number.mantissa, number.exponent, floatPrecision);
  const size = Number(mantissa);
  // 2^exponent alone may be too small where the number isn't.
  return exponent < -1000 ? size * 2 ** -1000 * 2 ** Math.max(exponent + 1000, -1100) : size * 2 ** exponent;
}

import { floatParts, scaled } from './floatParts';

/**
 * A power as Go works it out, by squaring, so that the last bits are Go's. Undefined for a root other than the square root: its last bits are
 * not the same on all processors.
 *
 * @see https://pkg.go.dev/math#Pow
 */
export function floatPower(base: number, power: number): number | undefined {
  if (power === 0 || base === 1) return 1;
  if (power === 1) return base;
  if (base === 0 || Math.abs(power) >= 2 ** 53) return base ** power;
  if (power === 0.5) return Math.sqrt(base);
  if (power === -0.5) return 1 / Math.sqrt(base);
  if (!Number.isInteger(power)) return base < 0 ? Number.NaN : undefined;
  let size = 1;
  let exponent = 0;
  let [square, squared] = floatParts(base);
  for (let left = Math.abs(power); left > 0; left = Math.floor(left / 2)) {
    if (Math.abs(squared) > 4096) {
      exponent += squared;
      break;
    }
    if (left % 2 === 1) {
      size *= square;
      exponent += squared;
    }
    square *= square;
    squared *= 2;
    if (square < 0.5) {
      square *= 2;
      squared--;
    }
  }
  return power < 0 ? scaled(1 / size, -exponent) : scaled(size, exponent);
}

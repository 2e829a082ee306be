/**
 * A power as Go works it out, by squaring, so that the last bits are Go's.
 *
 * @see https://pkg.go.dev/math#Pow
 */
export function floatPower(base: number, power: number): number {
  if (power === 0 || base === 1) return 1;
  if (power === 1) return base;
  if (base === 0 || Math.abs(power) >= 2 ** 53) return base ** power;
  if (power === 0.5) return Math.sqrt(base);
  if (power === -0.5) return 1 / Math.sqrt(base);
  let whole = Math.trunc(Math.abs(power));
  let fraction = Math.abs(power) - whole;
  if (fraction !== 0 && base < 0) return Number.NaN;
  if (fraction > 0.5) {
    fraction--;
    whole++;
  }
  let size = fraction === 0 ? 1 : Math.exp(fraction * Math.log(base));
  let exponent = 0;
  let [square, squared] = parts(base);
  for (let left = whole; left > 0; left = Math.floor(left / 2)) {
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

/** `part × 2^exponent`, the part from a half up to 1. */
function parts(value: number): readonly [part: number, exponent: number] {
  let exponent = Math.max(Math.floor(Math.log2(Math.abs(value))) + 1, -1070);
  let part = scaled(value, -exponent);
  while (Math.abs(part) >= 1) {
    part /= 2;
    exponent++;
  }
  while (Math.abs(part) < 0.5) {
    part *= 2;
    exponent--;
  }
  return [part, exponent];
}

/** In two steps, as 2^exponent alone may be too large or too small where the result isn't. */
function scaled(value: number, exponent: number): number {
  const first = Math.trunc(Math.max(Math.min(exponent, 2000), -2100) / 2);
  return value * 2 ** first * 2 ** (Math.max(Math.min(exponent, 2000), -2100) - first);
}

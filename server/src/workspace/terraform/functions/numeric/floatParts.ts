/** `part × 2^exponent`, the part from a half up to 1. */
export function floatParts(value: number): readonly [part: number, exponent: number] {
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
export function scaled(value: number, exponent: number): number {
  const first = Math.trunc(Math.max(Math.min(exponent, 2000), -2100) / 2);
  return value * 2 ** first * 2 ** (Math.max(Math.min(exponent, 2000), -2100) - first);
}

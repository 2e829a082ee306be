import { floatParts } from './floatParts';

/**
 * A natural logarithm as Go works it out, so that the last bit is Go's. Above 0.
 *
 * @see https://pkg.go.dev/math#Log and FreeBSD's e_log.c
 */
export function naturalLogarithm(value: number): number {
  let [part, exponent] = floatParts(value);
  if (part < Math.SQRT1_2) {
    part *= 2;
    exponent--;
  }
  const f = part - 1;
  const s = f / (2 + f);
  const s2 = s * s;
  const s4 = s2 * s2;
  const odd = s2 * (0.6666666666666735 + s4 * (0.2857142874366239 + s4 * (0.1818357216161805 + s4 * 0.14798198605116586)));
  const even = s4 * (0.3999999999940942 + s4 * (0.22222198432149784 + s4 * 0.15313837699209373));
  const half = 0.5 * f * f;
  return exponent * 0.6931471803691238 - (half - (s * (half + (odd + even)) + exponent * 1.9082149292705877e-10) - f);
}

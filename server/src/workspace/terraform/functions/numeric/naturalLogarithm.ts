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
  const odd =
    s2 *
    (6.66666666666673513e-1 + s4 * (2.857142874366239149e-1 + s4 * (1.818357216161805012e-1 + s4 * 1.479819860511658591e-1)));
  const even = s4 * (3.999999999940941908e-1 + s4 * (2.222219843214978396e-1 + s4 * 1.531383769920937332e-1));
  const half = 0.5 * f * f;
  return exponent * 6.9314718036912381649e-1 - (half - (s * (half + (odd + even)) + exponent * 1.90821492927058770002e-10) - f);
}

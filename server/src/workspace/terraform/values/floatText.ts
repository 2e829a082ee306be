import { type BigNumber, isNegative, precisionOf } from './bigNumber';
import { type Digits, exactDigits, plainDecimal, roundedDigits, shortestDigits } from './shortestDigits';

/** As Go writes a float; without `places`, as few digits as there must be. */
export interface FloatForm {
  /** `e`: with an exponent; `f`: without; `g`: with one where it is large. */
  readonly letter: 'e' | 'f' | 'g';
  readonly places?: number | undefined;
}

/** @see https://pkg.go.dev/math/big#Float.Text */
export function floatText(number: BigNumber, { letter, places }: FloatForm): string {
  const { mantissa, exponent } = number;
  const size = mantissa < 0n ? -mantissa : mantissa;
  const sign = isNegative(number) ? '-' : '';
  if (places === undefined) {
    const digits = shortestDigits(size, exponent, precisionOf(number));
    return sign + inForm(digits, letter, undefined);
  }
  const exact = exactDigits(size, exponent);
  const count = letter === 'e' ? 1 + places : letter === 'f' ? exact.point + places : Math.max(places, 1);
  return sign + inForm(roundedDigits(exact, count), letter, letter === 'g' ? Math.max(places, 1) : places);
}

function inForm(digits: Digits, letter: 'e' | 'f' | 'g', places: number | undefined): string {
  const count = digits.digits.length;
  if (letter === 'e') return withExponent(digits, places ?? Math.max(count - 1, 0));
  if (letter === 'f') return plainDecimal(digits, places);
  const limit = places === undefined ? 6 : places > count && count >= digits.point ? count : places;
  const power = digits.point - 1;
  if (power < -4 || power >= limit) return withExponent(digits, Math.max(Math.min(places ?? count, count) - 1, 0));
  return plainDecimal(digits);
}

function withExponent({ digits, point }: Digits, places: number): string {
  const fraction = digits.slice(1, 1 + places).padEnd(places, '0');
  const power = digits === '' ? 0 : point - 1;
  const sign = power < 0 ? '-' : '+';
  return `${digits[0] ?? '0'}${places > 0 ? `.${fraction}` : ''}e${sign}${String(Math.abs(power)).padStart(2, '0')}`;
}

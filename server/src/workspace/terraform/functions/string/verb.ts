import { type BigNumber, isFar, isInteger, isNegative, truncated } from '../../values/bigNumber';
import { convert } from '../../values/convert';
import { floatText } from '../../values/floatText';
import { graphemes } from '../../values/graphemes';
import { boolType, numberType, stringType } from '../../values/type';
import type { Value } from '../../values/value';
import { excess } from '../definition';
import { jsonString, jsonText } from '../encoding/jsonText';

/** What a format asks for: `%-8.3f`. */
export interface Verb {
  readonly letter: string;
  readonly flags: ReadonlySet<string>;
  readonly width: number | undefined;
  readonly places: number | undefined;
}

/** Undefined for what the verb doesn't take. */
export function writeVerb(verb: Verb, value: Value, limit: number): string | typeof excess | undefined {
  if ((verb.width ?? 0) > limit || (verb.places ?? 0) > limit) return excess;
  if (verb.letter === 'v') return writeAsIs(verb, value, limit);
  if (value.kind === 'null') return undefined;
  if (verb.letter === 't') return writeBool(value);
  if (verb.letter === 's' || verb.letter === 'q') return writeText(verb, value);
  return /^[bdoxXeEfgG]$/.test(verb.letter) ? writeNumber(verb, value) : undefined;
}

function writeAsIs(verb: Verb, value: Value, limit: number): string | typeof excess | undefined {
  if (!verb.flags.has('#')) {
    if (value.kind === 'string') return padded(verb, value.text);
    if (value.kind === 'number') return isFar(value.number) ? excess : padded(verb, floatText(value.number, { letter: 'g' }));
  }
  const json = jsonText(value, limit);
  return typeof json === 'string' ? padded(verb, json) : json;
}

function writeBool(value: Value): string | undefined {
  const bool = convert(value, boolType);
  return bool?.kind === 'bool' ? String(bool.truth) : undefined;
}

function writeText(verb: Verb, value: Value): string | typeof excess | undefined {
  const converted = convert(value, stringType);
  if (converted?.kind !== 'string') return converted && excess;
  const text = verb.places ? graphemes(converted.text).slice(0, verb.places).join('') : converted.text;
  return padded(verb, verb.letter === 'q' ? jsonString(text) : text);
}

/** To the width in letters that a reader sees. */
function padded({ width = 0, flags }: Verb, text: string): string {
  const missing = width > 0 ? width - graphemes(text).length : 0;
  if (missing <= 0) return text;
  const padding = (flags.has('0') ? '0' : ' ').repeat(missing);
  return flags.has('-') ? text + padding : padding + text;
}

function writeNumber(verb: Verb, value: Value): string | typeof excess | undefined {
  const converted = convert(value, numberType);
  if (converted?.kind !== 'number') return converted && excess;
  if (isFar(converted.number)) return excess;
  return /[bdoxX]/.test(verb.letter) ? writeInteger(verb, converted.number) : writeFloat(verb, converted.number);
}

const bases: Readonly<Record<string, { readonly base: number; readonly prefix: string }>> = {
  b: { base: 2, prefix: '0b' },
  o: { base: 8, prefix: '0' },
  d: { base: 10, prefix: '' },
  x: { base: 16, prefix: '0x' },
  X: { base: 16, prefix: '0X' },
};

/** @see https://pkg.go.dev/math/big#Int.Format */
function writeInteger({ letter, flags, width = 0, places }: Verb, number: BigNumber): string | undefined {
  const form = bases[letter];
  if (!form || !isInteger(number)) return undefined;
  const whole = truncated(number);
  const lower = (whole < 0n ? -whole : whole).toString(form.base);
  const digits = letter === 'X' ? lower.toUpperCase() : lower;
  if (places === 0 && whole === 0n) return '';
  const lead = signText(whole < 0n, flags) + (flags.has('#') ? form.prefix : '');
  const numeral = digits.padStart(places ?? 0, '0');
  const isZeroPadded = flags.has('0') && !flags.has('-') && places === undefined;
  if (isZeroPadded) return lead + numeral.padStart(width - lead.length, '0');
  return spaced(lead + numeral, width, flags);
}

function writeFloat({ letter, flags, width = 0, places }: Verb, number: BigNumber): string {
  const form = letter.toLowerCase() as 'e' | 'f' | 'g';
  const text = floatText(number, { letter: form, places: places ?? (form === 'g' ? undefined : 6) }).replace(/^-/, '');
  const cased = letter === form ? text : text.toUpperCase();
  const sign = signText(isNegative(number), flags);
  // Unlike those of integers, these zeros don't make way for a minus.
  if (flags.has('0')) return sign + cased.padStart(width - sign.length, '0');
  return spaced(sign + cased, width, flags);
}

function signText(isBelow: boolean, flags: ReadonlySet<string>): string {
  if (isBelow) return '-';
  return flags.has('+') ? '+' : flags.has(' ') ? ' ' : '';
}

function spaced(text: string, width: number, flags: ReadonlySet<string>): string {
  return flags.has('-') ? text.padEnd(width) : text.padStart(width);
}

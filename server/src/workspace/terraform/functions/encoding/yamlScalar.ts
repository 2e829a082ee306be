import { countPrecision, fromDecimal, fromInteger, isDecimal } from '../../values/bigNumber';
import { convert } from '../../values/convert';
import { boolValue, nullValue, numberValue, stringValue, unknownValue } from '../../values/make';
import { numberType, stringType } from '../../values/type';
import type { Value } from '../../values/value';
import { writtenTime } from '../dateTime/time';
import { base64Bytes } from './bytes';
import { yamlTime } from './yamlTime';

export interface Scalar {
  readonly text: string;
  readonly style: 'plain' | 'quoted' | 'block';
  readonly tag: string | undefined;
}

const words: ReadonlyMap<string, boolean | null> = new Map([
  ...['y', 'Y', 'yes', 'Yes', 'YES', 'true', 'True', 'TRUE', 'on', 'On', 'ON'].map((word) => [word, true] as const),
  ...['n', 'N', 'no', 'No', 'NO', 'false', 'False', 'FALSE', 'off', 'Off', 'OFF'].map((word) => [word, false] as const),
  ...['', '~', 'null', 'Null', 'NULL'].map((word) => [word, null] as const),
]);

const kinds = ['str', 'bool', 'int', 'float', 'null', 'timestamp', 'binary'];

/** `<<`, which takes in another mapping's entries. */
export function isMergeKey({ text, tag }: Scalar): boolean {
  return text === '<<' && tag === undefined;
}

/**
 * What a scalar means; undefined where its tag doesn't go with it.
 *
 * @see https://yaml.org/type/ and https://github.com/zclconf/go-cty-yaml
 */
export function scalarValue({ text, style, tag }: Scalar): Value | undefined {
  const kind = tag?.replace('tag:yaml.org,2002:', '');
  if (kind !== undefined && !kinds.includes(kind)) return undefined;
  if (kind === 'str' || (style === 'quoted' && (kind === undefined || looksPlain(text)))) return stringValue(text);
  if (kind === 'binary') return base64Bytes(text) && stringValue(text);
  const value = impliedValue(text, kind) ?? taggedValue(text, kind);
  // A block is a text, but one that has been read as something else before.
  return style === 'block' && kind === undefined && value ? convert(value, stringType) : value;
}

/** Whether it begins like a number or a word. */
function looksPlain(text: string): boolean {
  return /^$|^[-+0-9.~yYnNtTfFoO]/.test(text);
}

/** What the text itself looks like. */
function impliedValue(text: string, kind: string | undefined): Value | undefined {
  const word = words.get(text);
  if (word !== undefined) return word === null ? nullValue() : boolValue(word);
  if (/^[+-]?\.(?:inf|Inf|INF)$/.test(text)) return unknownValue(numberType, { id: 'tooMuch', what: 'yamldecode' });
  if (text.startsWith('.') && isDecimal(text)) return decimalValue(text);
  if (!/^[-+0-9]/.test(text)) return undefined;
  const time = kind === undefined || kind === 'timestamp' ? yamlTime(text) : undefined;
  if (time) return stringValue(writtenTime(time));
  const isInteger = /^(?:[-+]?\d+|0o[0-7]+|0x[0-9a-fA-F]+)$/.test(text);
  const isFloat = /^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$/.test(text);
  return isInteger || isFloat ? numericValue(text) : undefined;
}

function taggedValue(text: string, kind: string | undefined): Value | undefined {
  if (kind === undefined) return /^\.(?:nan|NaN|NAN)$/.test(text) ? undefined : stringValue(text);
  if (kind === 'int' || kind === 'float') return numericValue(text);
  return kind === 'null' ? nullValue() : undefined;
}

function numericValue(text: string): Value | undefined {
  const plain = text.replaceAll('_', '');
  if (isDecimal(plain)) return decimalValue(plain);
  const [, sign, base] = /^([-+]?)(0[xX][0-9a-fA-F]+|0[oO][0-7]+|0[bB][01]+)$/.exec(plain) ?? [];
  if (base === undefined) return undefined;
  const whole = BigInt(base) * (sign === '-' ? -1n : 1n);
  return whole >= 2n ** 64n || whole < -(2n ** 63n) ? undefined : numberValue(fromInteger(whole, countPrecision));
}

function decimalValue(text: string): Value {
  const number = fromDecimal(text);
  return number ? numberValue(number) : unknownValue(numberType, { id: 'tooMuch', what: 'yamldecode' });
}

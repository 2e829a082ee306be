import { type BigNumber, compare, isNegative, signOf } from './bigNumber';
import { equal } from './equal';
import { floatText } from './floatText';
import { quotedText } from './quotedText';
import { compareTexts } from './textOrder';
import type { Type } from './type';
import type { Value } from './value';

/**
 * The items of a set: each once, in Terraform's order. Texts, numbers and bools have one of their own; everything else is in that of a
 * text that stands for it. What is unknown or null comes last; two unknown ones may be different.
 *
 * @see https://github.com/zclconf/go-cty/blob/main/cty/set_internals.go
 */
export function sortedSet(items: readonly Value[], of: Type): readonly Value[] {
  const isPlain = of.kind === 'string' || of.kind === 'number' || of.kind === 'bool';
  const keyed = items.map((item) => ({ item, key: isPlain ? '' : orderKey(item) }));
  const ordered = keyed.sort(
    (a, b) => rank(a.item) - rank(b.item) || (isPlain ? comparePlain(a.item, b.item) : compareTexts(a.key, b.key)),
  );
  const unique: (typeof ordered)[number][] = [];
  for (const next of ordered) {
    if (!hasEqual(unique, next, isPlain)) unique.push(next);
  }
  return unique.map(({ item }) => item);
}

interface Keyed {
  readonly item: Value;
  readonly key: string;
}

/** Equal items have equal keys and so stand side by side, with perhaps a few others of the same key. */
function hasEqual(before: readonly Keyed[], { item, key }: Keyed, isPlain: boolean): boolean {
  for (let i = before.length - 1; i >= 0; i--) {
    const other = before[i];
    if (!other || other.key !== key) return false;
    // A set holds 0 with either sign.
    if (isPlain && comparePlain(other.item, item) !== 0) return false;
    if (equal(other.item, item) === true) return true;
    if (isPlain) return false;
  }
  return false;
}

function rank({ kind }: Value): number {
  return kind === 'null' ? 2 : kind === 'unknown' ? 1 : 0;
}

function comparePlain(a: Value, b: Value): number {
  if (a.kind === 'string' && b.kind === 'string') return compareTexts(a.text, b.text);
  if (a.kind === 'number' && b.kind === 'number')
    return compare(a.number, b.number) || Number(isNegative(b.number)) - Number(isNegative(a.number));
  if (a.kind === 'bool' && b.kind === 'bool') return Number(a.truth) - Number(b.truth);
  return 0;
}

/**
 * A text that equal values have in common, and few others. It also tells where a set has what has no order of its own, which knows the sign
 * of 0: `equalKey` does without.
 */
export function orderKey(value: Value): string {
  return keyOf(value, (number) => floatText(number, { letter: 'g', places: 10 }));
}

/** The same for all that are equal. */
export function equalKey(value: Value): string {
  return keyOf(value, (number) => (signOf(number) === 0 ? '0' : floatText(number, { letter: 'g', places: 10 })));
}

function keyOf(value: Value, ofNumber: (number: BigNumber) => string): string {
  const inner = (part: Value) => keyOf(part, ofNumber);
  switch (value.kind) {
    case 'unknown':
      return '?';
    case 'null':
      return '~';
    case 'string':
      return quotedText(value.text);
    case 'number':
      return ofNumber(value.number);
    case 'bool':
      return value.truth ? 'T' : 'F';
    case 'list':
    case 'set':
      return `[${value.items.map((item) => `${inner(item)};`).join('')}]`;
    case 'tuple':
      return `<${value.items.map((item) => `${inner(item)};`).join('')}>`;
    case 'map':
      return `{${[...value.entries].map(([key, entry]) => `${quotedText(key)}:${inner(entry)};`).join('')}}`;
    case 'object':
      return `<${[...value.entries.values()].map((entry) => `${inner(entry)};`).join('')}>`;
  }
}

import { cachedBy } from '../../../text/cachedBy';
import { compare } from './bigNumber';
import { isSameType, isWhole } from './sameType';
import { isKnown, partsOf, typeOf } from './typeOf';
import type { MappingValue, SequenceValue, Value } from './value';

/**
 * Whether two values are equal, as `==` asks; undefined where that isn't known. Values of different types are not.
 *
 * @see https://developer.hashicorp.com/terraform/language/expressions/operators#equality-operators
 */
export function equal(a: Value, b: Value): boolean | undefined {
  if (a.kind === 'null' && isNotNull(b)) return false;
  if (b.kind === 'null' && isNotNull(a)) return false;
  if (a.kind === 'unknown' || b.kind === 'unknown') return isOtherType(a, b) ? false : undefined;
  if (a.kind === 'null' || b.kind === 'null') return a.kind === b.kind;
  const [left, right] = [typeOf(a), typeOf(b)];
  if (!hasWholeType(a) || !hasWholeType(b)) return mayBeSameType(left, right) ? undefined : false;
  return isSameType(left, right) && equalContents(a, b);
}

/** Whether nothing in it may turn out to be of another type than it seems. */
function hasWholeType(value: Value): boolean {
  if (value.kind === 'unknown') return isWhole(value.type);
  return 'items' in value || 'entries' in value ? partsHaveWholeType(value) : true;
}

const partsHaveWholeType = cachedBy((value: SequenceValue | MappingValue) => partsOf(value).every(hasWholeType));

function isNotNull(value: Value): boolean {
  return value.kind === 'unknown' ? value.notNull === true : value.kind !== 'null';
}

/** Two unknown values may both be null, and nulls are equal whatever their type. */
function isOtherType(a: Value, b: Value): boolean {
  const [unknown, other] = a.kind === 'unknown' ? [a, b] : [b, a];
  if (unknown.kind !== 'unknown' || other.kind === 'unknown' || other.kind === 'null') return false;
  return !mayBeSameType(unknown.type, typeOf(other));
}

type Kinded = ReturnType<typeof typeOf>;

/** Whether one could be the other once its unknown parts are known. */
function mayBeSameType(a: Kinded, b: Kinded): boolean {
  if (a.kind === 'any' || b.kind === 'any') return true;
  if (a.kind !== b.kind) return false;
  if (a.kind === 'tuple' && b.kind === 'tuple')
    return a.of.length === b.of.length && a.of.every((type, i) => mayBeSameType(type, b.of[i] ?? type));
  if (a.kind === 'object' && b.kind === 'object') {
    const others = b.of;
    return a.of.size === others.size && [...a.of].every(([name, type]) => mayBe(type, others.get(name)));
  }
  return 'of' in a && 'of' in b ? mayBeSameType(a.of as Kinded, b.of as Kinded) : true;
}

function mayBe(a: Kinded, b: Kinded | undefined): boolean {
  return b !== undefined && mayBeSameType(a, b);
}

/** Of two known values of one type. */
function equalContents(a: Value, b: Value): boolean | undefined {
  if (a.kind === 'string' && b.kind === 'string') return a.text === b.text;
  if (a.kind === 'bool' && b.kind === 'bool') return a.truth === b.truth;
  if (a.kind === 'number' && b.kind === 'number') return compare(a.number, b.number) === 0;
  if ('items' in a && 'items' in b) return a.kind === 'set' ? equalSets(a, b) : equalItems(a, b);
  if ('entries' in a && 'entries' in b) return equalEntries(a, b);
  return false;
}

function equalItems(a: SequenceValue, b: SequenceValue): boolean | undefined {
  if (a.items.length !== b.items.length) return false;
  for (const [i, item] of a.items.entries()) {
    const other = b.items[i];
    const same = other && equal(item, other);
    if (!same) return same;
  }
  return true;
}

function equalSets(a: SequenceValue, b: SequenceValue): boolean | undefined {
  if (![...a.items, ...b.items].every(isKnown)) return undefined;
  // Both are in the order of sets, so that equal ones have equal items at equal places.
  return a.items.length === b.items.length && a.items.every((item, i) => equal(item, b.items[i] ?? item) === true);
}

function equalEntries(a: MappingValue, b: MappingValue): boolean | undefined {
  if (a.entries.size !== b.entries.size) return false;
  for (const [key, entry] of a.entries) {
    const other = b.entries.get(key);
    if (!other) return false;
    const same = equal(entry, other);
    if (!same) return same;
  }
  return true;
}

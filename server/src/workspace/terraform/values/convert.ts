import { fromDecimal, isDecimal, isFar, toDecimal } from './bigNumber';
import { filledType } from './filledType';
import {
  boolValue,
  keysOf,
  listValue,
  mapValue,
  nullValue,
  numberValue,
  objectValue,
  setValue,
  stringValue,
  tupleValue,
  unknownValue,
  withKeys,
} from './make';
import { isSameType, withoutOptional } from './sameType';
import { numberType, stringType, type Type } from './type';
import { isKnown, typeOf } from './typeOf';
import { converts, itemType, unify } from './unify';
import type { MappingValue, SequenceValue, Value } from './value';

/**
 * A value as one of another type; undefined where Terraform ends with an error. `any` takes everything as it is. Attributes that may be left
 * out are null where they are.
 *
 * @see https://developer.hashicorp.com/terraform/language/expressions/type-constraints#conversion-of-complex-types
 */
export function convert(value: Value, to: Type): Value | undefined {
  const from = typeOf(value);
  const plain = withoutOptional(to);
  if (isSameType(from, plain)) return value;
  if (!converts(from, to)) return undefined;
  if (to.kind === 'any') return value;
  if (value.kind === 'unknown' || value.kind === 'null') return { ...value, type: filledType(from, plain) };
  return converted(value, to);
}

type KnownValue = Exclude<Value, { readonly kind: 'unknown' | 'null' }>;

function converted(value: KnownValue, to: Type): Value | undefined {
  switch (to.kind) {
    case 'string':
      return toText(value);
    case 'number':
      return value.kind === 'string' ? toNumber(value.text, value) : undefined;
    case 'bool':
      return value.kind === 'string' ? toBool(value.text, value) : undefined;
    case 'list':
    case 'set':
      return 'items' in value ? toCollection(value, to) : undefined;
    case 'map':
      return 'entries' in value ? toMap(value, to.of) : undefined;
    case 'tuple':
      return value.kind === 'tuple' ? toTuple(value, to.of) : undefined;
    case 'object':
      return 'entries' in value ? toObject(value, to) : undefined;
    case 'any':
      return value;
  }
}

const tooMuch = { id: 'tooMuch', what: 'number' } as const;

function toText(value: KnownValue): Value | undefined {
  if (value.kind === 'bool') return stringValue(String(value.truth), value.from);
  if (value.kind !== 'number') return undefined;
  return isFar(value.number) ? unknownValue(stringType, tooMuch, value.from) : stringValue(toDecimal(value.number), value.from);
}

function toNumber(text: string, { from }: Value): Value | undefined {
  if (!isDecimal(text)) return undefined;
  const number = fromDecimal(text);
  return number ? numberValue(number, from) : unknownValue(numberType, tooMuch, from);
}

function toBool(text: string, { from }: Value): Value | undefined {
  if (text === 'true' || text === '1') return boolValue(true, from);
  return text === 'false' || text === '0' ? boolValue(false, from) : undefined;
}

function toCollection(value: SequenceValue, to: Extract<Type, { readonly kind: 'list' | 'set' }>): Value | undefined {
  // Of a set with something unknown in it, nobody knows how many there are.
  if (value.kind === 'set' && to.kind === 'list' && value.items.length > 1) {
    const unknown = value.items.find((item) => !isKnown(item));
    if (unknown?.kind === 'unknown') return unknownValue({ kind: 'list', of: value.of }, unknown.why, value.from);
  }
  const isOpen = value.kind === 'tuple' && value.items.length > 0;
  const of = isOpen ? itemType(value.items.map(typeOf), to.of) : to.of;
  const items = of && all(value.items, (item) => convert(item, of));
  if (!items) return undefined;
  const none = of.kind === 'any' && value.kind !== 'tuple' ? value.of : withoutOptional(of);
  if (to.kind === 'set') return setValue(items, none, value.from);
  const alike = value.kind === 'tuple' ? unified(items) : items;
  return alike && listValue(alike, none, value.from);
}

function toMap(value: MappingValue, wanted: Type): Value | undefined {
  const entries = [...value.entries];
  const of = value.kind === 'object' && wanted.kind === 'any' ? unify(entries.map(([, entry]) => typeOf(entry))) : wanted;
  if (entries.length === 0)
    return mapValue([], wanted.kind === 'any' && value.kind === 'map' ? value.of : withoutOptional(wanted), value.from);
  const items = of && all(entries, ([, entry]) => convert(entry, of));
  const isNested = of !== undefined && !['string', 'number', 'bool', 'any'].includes(of.kind) && of.kind !== 'tuple';
  const alike = items && isNested ? unified(items) : items;
  return (
    alike &&
    withKeys(
      mapValue(
        entries.flatMap(([key], i) => pair(key, alike[i])),
        withoutOptional(wanted),
        value.from,
      ),
      keysOf([value]),
    )
  );
}

function pair(key: string, value: Value | undefined): readonly (readonly [string, Value])[] {
  return value ? [[key, value]] : [];
}

/** Items that took different ways to one constraint, such as objects of maps, as one type. */
function unified(items: readonly Value[]): readonly Value[] | undefined {
  const [first] = items;
  if (!first || items.every((item) => isSameType(typeOf(item), typeOf(first)))) return items;
  const common = unify(items.map(typeOf));
  return common && all(items, (item) => convert(item, common));
}

function toTuple(value: SequenceValue, types: readonly Type[]): Value | undefined {
  const items = all([...value.items.entries()], ([i, item]) => convert(item, types[i] ?? typeOf(item)));
  return items && tupleValue(items, value.from);
}

function toObject(value: MappingValue, to: Extract<Type, { readonly kind: 'object' }>): Value | undefined {
  const entries = all([...to.of], ([name, type]) => {
    const given = value.entries.get(name);
    if (!given) return to.optional?.has(name) ? nullValue(withoutOptional(type), value.from) : undefined;
    return convert(given, type);
  });
  return (
    entries &&
    objectValue(
      [...to.of.keys()].flatMap((name, i) => pair(name, entries[i])),
      value.from,
    )
  );
}

function all<Item>(items: readonly Item[], change: (item: Item) => Value | undefined): readonly Value[] | undefined {
  const changed: Value[] = [];
  for (const item of items) {
    const next = change(item);
    if (!next) return undefined;
    changed.push(next);
  }
  return changed;
}

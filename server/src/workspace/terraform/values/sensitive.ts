import { cachedBy } from '../../../text/cachedBy';
import type { Place } from '../../index/facts';
import { partsOf } from './typeOf';
import type { MappingValue, SequenceValue, Value } from './value';

/**
 * Stands among the origins of what Terraform doesn't show, so that it goes wherever origins go. More may be marked than Terraform marks,
 * never less. This very place, no other one.
 */
export const mark: Place = { uri: '', range: { start: 0, end: 0 } };

/** Whether the value itself is marked, whatever is in it. */
export function isMarked(value: Value): boolean {
  return value.from.some(isMark);
}

/** Whether anything in it is marked, at any depth. */
export function isSensitive(value: Value): boolean {
  return isMarked(value) || (('items' in value || 'entries' in value) && holdsMark(value));
}

const holdsMark = cachedBy((value: SequenceValue | MappingValue): boolean => partsOf(value).some(isSensitive));

/** The value with all that is in it, marked. */
export function sensitive(value: Value): Value {
  return withOrigins(value, (from) => [mark, ...from.filter((place) => !isMark(place))]);
}

/** The value with nothing in it marked. */
export function nonsensitive(value: Value): Value {
  return isSensitive(value) ? withOrigins(value, (from) => from.filter((place) => !isMark(place))) : value;
}

/** The value, marked if one of those is that decide about it. */
export function decidedBy(value: Value, ...others: readonly Value[]): Value {
  return others.some(isMarked) ? sensitive(value) : value;
}

/** Whether it is no place of any text. */
export function isMark(place: Place): boolean {
  return place === mark;
}

function withOrigins(value: Value, change: (from: readonly Place[]) => readonly Place[]): Value {
  const from = change(value.from);
  if ('items' in value) return { ...value, items: value.items.map((item) => withOrigins(item, change)), from };
  if (!('entries' in value)) return { ...value, from };
  return { ...value, entries: new Map([...value.entries].map(([key, entry]) => [key, withOrigins(entry, change)])), from };
}

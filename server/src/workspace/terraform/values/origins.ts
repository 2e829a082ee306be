import type { Place } from '../../index/facts';
import { isSensitive, mark } from './sensitive';
import { partsOf } from './typeOf';
import type { Value } from './value';

/** More places than anybody looks at. */
const most = 100;

/** Where values come from, those first that the one at `first` comes from; each place once. */
export function originsOf(values: readonly Value[], first = 0): readonly Place[] {
  const main = values[first];
  const ordered = main ? [main, ...values.filter((value) => value !== main)] : values;
  const lists: (readonly Place[])[] = [];
  let steps = 0;
  const collect = (value: Value) => {
    if (++steps > most * 10) return;
    lists.push(value.from);
    partsOf(value).forEach(collect);
  };
  ordered.forEach(collect);
  // However much there is, a mark isn't lost.
  if (steps > most * 10 && values.some(isSensitive)) lists.unshift([mark]);
  return joinedPlaces(lists);
}

/** Each place once, in their order. */
export function joinedPlaces(lists: readonly (readonly Place[])[]): readonly Place[] {
  const [only, ...others] = lists.filter((list) => list.length > 0);
  if (!only || others.length === 0) return only ?? [];
  const found = new Map<string, Place>();
  const all = lists.flat();
  if (all.includes(mark)) all.unshift(mark);
  for (const place of all) {
    if (found.size >= most) break;
    found.set(`${place.uri} ${place.range.start} ${place.range.end}`, place);
  }
  return [...found.values()];
}

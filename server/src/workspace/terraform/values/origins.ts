import type { Place } from '../../index/facts';
import { partsOf } from './typeOf';
import type { Value } from './value';

/** More places than anybody looks at. */
const most = 100;

/** Where values come from, those first that the one at `first` comes from; each place once. */
export function originsOf(values: readonly Value[], first = 0): readonly Place[] {
  const main = values[first];
  const ordered = main ? [main, ...values.filter((value) => value !== main)] : values;
  const found = new Map<string, Place>();
  let steps = 0;
  const collect = (value: Value) => {
    if (found.size >= most || ++steps > most * 10) return;
    for (const place of value.from) found.set(`${place.uri} ${place.range.start} ${place.range.end}`, place);
    partsOf(value).forEach(collect);
  };
  ordered.forEach(collect);
  return [...found.values()];
}

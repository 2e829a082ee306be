import { convert } from '../../values/convert';
import { equal } from '../../values/equal';
import { listValue } from '../../values/make';
import { anyType, type Type } from '../../values/type';
import { isWhollyKnown, typeOf } from '../../values/typeOf';
import { unify } from '../../values/unify';
import type { Value } from '../../values/value';
import { type Definitions, excess, listOfAny, type Outcome } from '../definition';
import { unknownBecause } from '../unknownBecause';
import { itemsOf, itemTypeOf } from './items';

/** The values whose keys are wanted. */
export const matching: Definitions = {
  matchkeys: {
    parameters: [listOfAny, listOfAny, listOfAny],
    result: ([values, keys, wanted]) =>
      values && keys && wanted && unify([typeOf(keys), typeOf(wanted)]) ? typeOf(values) : undefined,
    work: matchedKeys,
  },
};

/** More comparisons than anybody waits for. */
const mostComparisons = 2_000_000;

function matchedKeys([values, keys, wanted]: readonly Value[], type: Type): Outcome {
  const common = keys && wanted && unify([typeOf(keys), typeOf(wanted)]);
  if (!values || !common || itemsOf(values).length !== itemsOf(keys).length) return undefined;
  const [given, searched] = [convert(keys, common), itemsOf(convert(wanted, common))];
  const none = itemTypeOf(type, anyType);
  if (searched.length === 0) return listValue([], none);
  if (!given || !isWhollyKnown(values) || !isWhollyKnown(given)) return unknownBecause(type, [values, keys]);
  if (itemsOf(given).length * searched.length > mostComparisons) return excess;
  const found: Value[] = [];
  for (const [i, key] of itemsOf(given).entries()) {
    for (const search of searched) {
      const same = equal(key, search);
      // As Terraform has it: something unknown to look for ends the search with nothing.
      if (same === undefined) return listValue([], none);
      const value = itemsOf(values)[i];
      if (same && value) {
        found.push(value);
        break;
      }
    }
  }
  return listValue(found, none);
}

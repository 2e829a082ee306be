import { graphemes } from '../../values/graphemes';
import { typeOf } from '../../values/typeOf';
import type { Value } from '../../values/value';
import { isCounted } from './items';

/** How many items, entries or letters there are; undefined where that isn't known, `none` where nothing can be counted. */
export function lengthOf(value: Value): number | undefined | 'none' {
  const type = typeOf(value);
  switch (type.kind) {
    case 'tuple':
      return type.of.length;
    case 'object':
      return type.of.size;
    case 'string':
      return value.kind === 'string' ? graphemes(value.text).length : undefined;
    case 'any':
      return undefined;
    case 'list':
    case 'set':
      return 'items' in value && isCounted(value) ? value.items.length : undefined;
    case 'map':
      return 'entries' in value ? value.entries.size : undefined;
    default:
      return 'none';
  }
}

import { unknownValue } from '../values/make';
import type { Type } from '../values/type';
import { unknownIn } from '../values/typeOf';
import type { Value } from '../values/value';

/** Unknown because a part is, an error before everything else; or else because of the function itself. */
export function unknownBecause(type: Type, parts: readonly Value[], name = ''): Value {
  const reasons = parts.flatMap((part) => unknownIn(part)?.why ?? []);
  return unknownValue(type, reasons.find(({ id }) => id === 'error') ?? reasons[0] ?? { id: 'function', what: name });
}

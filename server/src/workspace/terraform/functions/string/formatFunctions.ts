import { listValue, stringValue } from '../../values/make';
import { originsOf } from '../../values/origins';
import { anyType, stringType, type Type } from '../../values/type';
import { isWhollyKnown, unknownIn } from '../../values/typeOf';
import type { SequenceValue, Value } from '../../values/value';
import { type CallContext, type Definitions, excess, type Outcome, text, textOf } from '../definition';
import { unknownBecause } from '../unknownBecause';
import { formatted } from './formatted';

const values = { type: anyType, takesNull: true, takesUnknown: true } as const;

function isSequence(value: Value): value is SequenceValue {
  return 'items' in value;
}

/** Whether it is a list whose items aren't known yet. */
function isOpen(value: Value): boolean {
  if (value.kind === 'unknown') return ['list', 'set', 'tuple', 'any'].includes(value.type.kind);
  return value.kind === 'set' && value.items.length > 1 && !isWhollyKnown(value);
}

/** @see https://developer.hashicorp.com/terraform/language/functions/format */
export const formatFunctions: Definitions = {
  format: {
    parameters: [text],
    rest: values,
    result: stringType,
    work: ([template, ...args], type, { limits }) => {
      if (!args.every(isWhollyKnown)) return unknownBecause(type, args);
      const result = formatted(textOf(template), args, limits.units);
      return typeof result === 'string' ? stringValue(result) : result;
    },
  },
  formatlist: { parameters: [text], rest: values, result: { kind: 'list', of: stringType }, work: formatEach },
};

/** Lists are gone through together; anything else is the same for each of their items. */
function formatEach([template, ...args]: readonly Value[], type: Type, { limits }: CallContext): Outcome {
  if (!template) return undefined;
  const lengths = args.flatMap((arg) => lengthOf(arg) ?? []);
  const [length = 1] = lengths;
  if (lengths.some((other) => other !== length)) return undefined;
  const open = args.filter(isOpen);
  if (open.length > 0) return unknownBecause(type, open);
  if (length > limits.elements) return excess;
  const results: Value[] = [];
  let units = 0;
  for (let i = 0; i < length; i++) {
    const each = args.flatMap((arg) => (isSequence(arg) ? (arg.items[i] ?? []) : arg));
    const unknown = each.find((arg) => unknownIn(arg));
    const result = unknown ? unknownBecause(stringType, [unknown]) : formatted(textOf(template), each, limits.units);
    if (result === undefined || result === excess) return result;
    const from = originsOf([template, ...each]);
    if (typeof result === 'string') units += result.length;
    if (units > limits.units) return excess;
    results.push(
      typeof result === 'string'
        ? stringValue(result, from)
        : { ...result, ...(result.kind === 'unknown' ? { notNull: true } : {}), from },
    );
  }
  return listValue(results, stringType);
}

/** Of a list, a set or a tuple, as far as it is known. */
function lengthOf(value: Value): number | undefined {
  if (value.kind === 'unknown') return value.type.kind === 'tuple' ? value.type.of.length : undefined;
  return isSequence(value) && !isOpen(value) ? value.items.length : undefined;
}

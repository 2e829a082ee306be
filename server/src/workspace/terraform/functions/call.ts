import type { Place } from '../../index/facts';
import { convert } from '../values/convert';
import { unknownValue, unplaced } from '../values/make';
import { originsOf } from '../values/origins';
import { decidedBy } from '../values/sensitive';
import { anyType, type Type } from '../values/type';
import { isKnown, typeOf } from '../values/typeOf';
import type { Reason, Value } from '../values/value';
import { type CallContext, type Definition, excess, type Parameter } from './definition';
import { unknownBecause } from './unknownBecause';

/** A function as an evaluator calls it. It never throws. */
export interface TerraformFunction {
  readonly parameters: readonly Parameter[];
  readonly rest?: Parameter | undefined;
  readonly call: (args: readonly Value[], context: CallContext) => Value;
}

/** The function that a definition describes, with the checks that Terraform makes before and after. */
export function functionOf(name: string, definition: Definition): TerraformFunction {
  const { parameters, rest } = definition;
  return {
    parameters,
    rest,
    call(args, context) {
      const value = placed(called(name, definition, args, context), () => originsOf(args, definition.about));
      return definition.unmarks ? value : decidedBy(value, ...args);
    },
  };
}

function called(name: string, definition: Definition, args: readonly Value[], context: CallContext): Value {
  const failed = (type: Type, id: Reason['id'] = 'error') => unknownValue(type, { id, what: name });
  const fixed = typeof definition.result === 'function' ? anyType : definition.result;
  const taken = takenArguments(definition, args);
  if (!taken) return failed(fixed);
  // A null by itself has no type either.
  if (taken.some((arg, i) => typeOf(arg).kind === 'any' && !parameterAt(definition, i)?.takesUntyped))
    return unknownBecause(anyType, taken, name);
  const type = typeof definition.result === 'function' ? definition.result(taken, context) : definition.result;
  if (!type) return failed(anyType);
  if (taken.some((arg, i) => !isKnown(arg) && !parameterAt(definition, i)?.takesUnknown))
    return withItems(name, refined(definition, unknownBecause(type, taken, name)), taken);
  const outcome = definition.work(taken, type, context);
  if (outcome === undefined) return failed(fixed);
  if (outcome === excess || isTooLarge(outcome, context)) return failed(type, 'tooMuch');
  return withItems(name, refined(definition, outcome), taken);
}

/** What passes the items of lists on, whatever else they hold. */
const passesItems: ReadonlySet<string> = new Set([
  'concat',
  'flatten',
  'distinct',
  'setunion',
  'sort',
  'reverse',
  'tolist',
  'toset',
  'compact',
]);

/** Of a list that isn't known as a whole, what surely is in it. */
function withItems(name: string, value: Value, args: readonly Value[]): Value {
  if (value.kind !== 'unknown' || !passesItems.has(name)) return value;
  const surely = args.flatMap((arg) => itemsWithin(arg, name === 'flatten'));
  return surely.length > 0 ? { ...value, surely } : value;
}

function itemsWithin(list: Value, deep: boolean): readonly Value[] {
  const items = list.kind === 'unknown' ? (list.surely ?? []) : 'items' in list ? list.items : [];
  return deep ? items.flatMap((item) => ('items' in item || item.kind === 'unknown' ? itemsWithin(item, true) : item)) : items;
}

function parameterAt({ parameters, rest }: Definition, index: number): Parameter | undefined {
  return parameters[index] ?? rest;
}

/** Undefined for too many, too few, and what can't be converted. */
function takenArguments(definition: Definition, args: readonly Value[]): readonly Value[] | undefined {
  if (args.length < definition.parameters.length) return undefined;
  const taken: Value[] = [];
  for (const [i, arg] of args.entries()) {
    const parameter = parameterAt(definition, i);
    const value = parameter && convert(arg, parameter.type);
    if (!value || (value.kind === 'null' && !parameter.takesNull)) return undefined;
    taken.push(value);
  }
  return taken;
}

/** Most functions have no null to give. */
function refined({ mayBeNull }: Definition, value: Value): Value {
  return value.kind !== 'unknown' || mayBeNull || value.type.kind === 'any' ? value : { ...value, notNull: true };
}

function isTooLarge(value: Value, { limits }: CallContext): boolean {
  if (value.kind === 'string') return value.text.length > limits.units;
  return 'items' in value && value.items.length > limits.elements;
}

/** What was made comes from the arguments; what was only passed on keeps its own origins. */
function placed(value: Value, origins: () => readonly Place[]): Value {
  if (value.from !== unplaced) return value;
  let known: readonly Place[] | undefined;
  const from = () => {
    known ??= origins();
    return known;
  };
  const place = (made: Value): Value => {
    if (made.from !== unplaced) return made;
    if ('items' in made) return { ...made, items: made.items.map(place), from: from() };
    if ('entries' in made)
      return { ...made, entries: new Map([...made.entries].map(([key, entry]) => [key, place(entry)])), from: from() };
    return { ...made, from: from() };
  };
  return place(value);
}

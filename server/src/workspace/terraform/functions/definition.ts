import type { Place } from '../../index/facts';
import { isFar, isInteger, truncated } from '../values/bigNumber';
import { anyType, boolType, numberType, stringType, type Type } from '../values/type';
import type { Value } from '../values/value';

/** What a call may cost and what it can ask. */
export interface CallContext {
  readonly limits: Limits;
  /** Without it, what files hold is unknown. */
  readonly files?: FileAccess;
  /** Puts values into the text of a template; without it, its result is unknown. */
  readonly render?: (template: string, variables: ReadonlyMap<string, Value>) => Value;
}

/** Beyond them a result is unknown. */
export interface Limits {
  /** Of a list, a set, a map, a decoded document. */
  readonly elements: number;
  /** UTF-16 units of a text. */
  readonly units: number;
}

export const defaultLimits: Limits = { elements: 100_000, units: 1_000_000 };

/** Files as the root module's configuration names them: by absolute path, or from its folder. */
export interface FileAccess {
  /** Undefined where it isn't known, which doesn't tell that there is no such file; also for what is no UTF-8. */
  readonly text: (path: string) => string | undefined;
  /** The paths, from there, of all files in a folder and below that may match a pattern; undefined where not all are known. */
  readonly below: (folder: string, pattern: string) => readonly string[] | undefined;
  /** Where what a file holds comes from. */
  readonly placeOf?: (path: string) => Place;
}

export interface Parameter {
  /** What an argument is converted to. */
  readonly type: Type;
  readonly takesNull?: true;
  /** Otherwise an unknown argument makes the result unknown. */
  readonly takesUnknown?: true;
  /** Otherwise an argument of unknown type makes the result's type unknown. */
  readonly takesUntyped?: true;
}

/** The result would be larger than the limits allow. */
export const excess = Symbol('excess');

/** Undefined where Terraform ends with an error. */
export type Outcome = Value | typeof excess | undefined;

/**
 * A function as Terraform describes its own: what `work` is told has been converted and is known, as far as the parameters ask for that.
 *
 * @see https://github.com/zclconf/go-cty/blob/main/docs/functions.md
 */
export interface Definition {
  readonly parameters: readonly Parameter[];
  /** Of all further arguments. */
  readonly rest?: Parameter;
  /** The type of the result, as far as it follows from the arguments; undefined for an error. */
  readonly result: Type | ((args: readonly Value[], context: CallContext) => Type | undefined);
  /** Otherwise an unknown result is known not to be null. */
  readonly mayBeNull?: true;
  /** Whether it takes marks away that its arguments have. */
  readonly unmarks?: true;
  /** The argument that decides about the result, if it isn't the first. */
  readonly about?: number;
  readonly work: (args: readonly Value[], result: Type, context: CallContext) => Outcome;
}

export type Definitions = Readonly<Record<string, Definition>>;

export const text: Parameter = { type: stringType };
export const number: Parameter = { type: numberType };
export const bool: Parameter = { type: boolType };
export const anything: Parameter = { type: anyType };
export const listOfTexts: Parameter = { type: { kind: 'list', of: stringType } };
export const listOfAny: Parameter = { type: { kind: 'list', of: anyType } };
export const setOfAny: Parameter = { type: { kind: 'set', of: anyType }, takesUntyped: true };

/** The text of an argument that has been converted to one. */
export function textOf(value: Value | undefined): string {
  return value?.kind === 'string' ? value.text : '';
}

/** As a count; undefined for what is no integer of 64 bits. */
export function integerOf(value: Value | undefined): number | undefined {
  const whole = wholeOf(value);
  return whole === undefined || BigInt.asIntN(64, whole) !== whole ? undefined : Number(whole);
}

/** Undefined for what is no integer. */
export function wholeOf(value: Value | undefined): bigint | undefined {
  if (value?.kind !== 'number' || !isInteger(value.number) || isFar(value.number)) return undefined;
  return truncated(value.number);
}

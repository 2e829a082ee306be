import type { CallExpression, Expression } from '../../../syntax/terraform/expressions/expression';
import { functionNamed } from '../functions';
import { boolValue, unknownValue } from '../values/make';
import { anyType, boolType } from '../values/type';
import { unknownIn } from '../values/typeOf';
import type { Reason, Value } from '../values/value';
import { Failure, failure } from './failure';
import { referencesIn } from './references';
import type { Evaluate, Scope } from './scope';
import { traversalOf } from './traversal';

/** What a call gives. `try` and `can` look at expressions, all others at values. */
export function callAt(call: CallExpression, scope: Scope, evaluate: Evaluate): Value {
  if (call.name === 'try') return tried(call, scope, evaluate);
  if (call.name === 'can') return canBe(call, scope, evaluate);
  const definition = functionNamed(call.name);
  if (!definition) return unknownValue(anyType, { id: 'function', what: call.name });
  const args = argumentsOf(call, scope, evaluate);
  if (!Array.isArray(args)) return unknownValue(anyType, (args as { why: Reason }).why);
  const value = definition.call(args, scope.context);
  scope.budget.steps -= [value, ...args].reduce((sum, one) => sum + sizeOf(one), 0) / itemsOfStep;
  if (value.kind === 'unknown' && value.why.id === 'error') throw new Failure(value.why);
  return value;
}

/** What goes into a function and comes out of it is work as well. */
function sizeOf(value: Value): number {
  if ('items' in value) return value.items.length;
  if ('entries' in value) return value.entries.size;
  return value.kind === 'string' ? value.text.length / lettersOfItem : 0;
}

const itemsOfStep = 2;
const lettersOfItem = 100;

/** With `...`, the items of the last argument are arguments of their own. */
function argumentsOf(call: CallExpression, scope: Scope, evaluate: Evaluate): readonly Value[] | { readonly why: Reason } {
  const values = call.arguments.map((argument) => evaluate(argument, scope));
  if (!call.spread) return values;
  const last = values.pop();
  if (last?.kind === 'unknown') return { why: last.why };
  if (!last || !('items' in last)) throw failure('only a list is spread');
  return [...values, ...last.items];
}

/** The first argument without an error; unknown where one before may yet have none. */
function tried({ arguments: given }: CallExpression, scope: Scope, evaluate: Evaluate): Value {
  for (const expression of given) {
    const value = attempt(expression, scope, evaluate);
    if (!value) continue;
    const unknown = dependsOnUnknown(expression, scope) ?? unknownIn(value)?.why;
    return unknown ? unknownValue(anyType, unknown) : value;
  }
  throw failure('try has no argument without an error');
}

function canBe({ arguments: [expression] }: CallExpression, scope: Scope, evaluate: Evaluate): Value {
  if (!expression) throw failure('can takes an expression');
  const value = attempt(expression, scope, evaluate);
  const unknown = dependsOnUnknown(expression, scope) ?? (value && unknownIn(value)?.why);
  return unknown ? unknownValue(boolType, unknown) : boolValue(value !== undefined);
}

/** Undefined where Terraform ends with an error. */
function attempt(expression: Expression, scope: Scope, evaluate: Evaluate): Value | undefined {
  try {
    return evaluate(expression, scope);
  } catch (error) {
    if (error instanceof Failure && error.reason.id === 'error') return undefined;
    throw error;
  }
}

/** Why something that an expression names isn't known. What surely has an error isn't unknown. */
function dependsOnUnknown(expression: Expression, scope: Scope): Reason | undefined {
  for (const { name, attributes } of referencesIn(expression)) {
    try {
      const unknown = unknownIn(traversalOf(name, attributes, scope));
      if (unknown) return unknown.why;
    } catch (error) {
      if (!(error instanceof Failure && error.reason.id === 'error')) throw error;
    }
  }
  return undefined;
}

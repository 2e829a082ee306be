import type { Body } from '../../../syntax/terraform/expressions/readBody';
import { evaluate } from '../evaluation/evaluate';
import type { Scope } from '../evaluation/scope';
import { convert } from '../values/convert';
import { unknownValue } from '../values/make';
import { sensitive } from '../values/sensitive';
import { anyType, boolType } from '../values/type';
import type { Value } from '../values/value';
import { argumentOf } from './configuration';
import { typeConstraint, withDefaults } from './typeConstraint';

/** Whether a variable may be null; else null stands for its default. */
export function isNullable(variable: Body, scope: Scope): boolean {
  const expression = argumentOf(variable, 'nullable');
  const value = expression && evaluate(expression, scope);
  return value?.kind !== 'bool' || value.truth;
}

/** The value of a variable or an output, marked where its block says that it is sensitive. */
export function markedAsSaid(value: Value, block: Body, scope: Scope): Value {
  const expression = argumentOf(block, 'sensitive');
  const said = expression && convert(evaluate(expression, scope), boolType);
  return said?.kind === 'bool' && said.truth ? sensitive(value) : value;
}

/** What a variable is, in its type: what it is given, or its default. */
export function variableValue(name: string, variable: Body, given: Value | undefined, scope: Scope): Value {
  const [type, usual] = [argumentOf(variable, 'type'), argumentOf(variable, 'default')];
  const constraint = type && typeConstraint(type, (expression) => evaluate(expression, scope));
  const value = given ?? (usual && evaluate(usual, scope));
  const what = `var.${name}`;
  if (!value) {
    const at = scope.place(variable.attributes[0]?.nameRange ?? { start: 0, end: 0 });
    return unknownValue(constraint?.type ?? anyType, { id: 'variable', what }, [at]);
  }
  if (!constraint) return type ? unknownValue(anyType, { id: 'name', what }) : value;
  return (
    convert(withDefaults(value, constraint.defaults), constraint.type) ?? unknownValue(constraint.type, { id: 'error', what })
  );
}

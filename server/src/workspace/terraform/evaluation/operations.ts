import type { BinaryExpression, BinaryOperator, UnaryExpression } from '../../../syntax/terraform/expressions/expression';
import { add, type BigNumber, compare, divide, multiply, negate, remainder, subtract } from '../values/bigNumber';
import { convert } from '../values/convert';
import { equal } from '../values/equal';
import { boolValue, numberValue, unknownValue } from '../values/make';
import { originsOf } from '../values/origins';
import { boolType, numberType, type Type } from '../values/type';
import { unknownIn } from '../values/typeOf';
import type { Value } from '../values/value';
import { Failure, failure } from './failure';
import type { Evaluate, Scope } from './scope';

export function unaryAt({ operator, operand }: UnaryExpression, scope: Scope, evaluate: Evaluate): Value {
  const given = evaluate(operand, scope);
  const value = asType(given, operator === '-' ? numberType : boolType);
  if (value.kind === 'number') return numberValue(negate(value.number), given.from);
  return value.kind === 'bool' ? boolValue(!value.truth, given.from) : value;
}

export function binaryAt({ operator, left, right }: BinaryExpression, scope: Scope, evaluate: Evaluate): Value {
  const a = evaluate(left, scope);
  const b = evaluate(right, scope);
  const from = originsOf([a, b]);
  if (operator === '==' || operator === '!=') return equality(a, b, operator === '==', from);
  if (operator === '&&' || operator === '||') return logic(a, b, operator === '&&', from);
  const [x, y] = [asType(a, numberType), asType(b, numberType)];
  const type = isComparison(operator) ? boolType : numberType;
  const unknown = [x, y].find((one) => one.kind === 'unknown');
  if (unknown?.kind === 'unknown') return unknownValue(type, unknown.why, from);
  if (x.kind !== 'number' || y.kind !== 'number') throw failure(`${operator} takes numbers`);
  return isComparison(operator)
    ? boolValue(holds[operator](compare(x.number, y.number)), from)
    : numberValue(calculated(operator, x.number, y.number), from);
}

type Comparison = '<' | '>' | '<=' | '>=';
type Arithmetic = Exclude<BinaryOperator, Comparison | '==' | '!=' | '&&' | '||'>;

function isComparison(operator: Comparison | Arithmetic): operator is Comparison {
  return operator in holds;
}

const holds: Readonly<Record<Comparison, (order: number) => boolean>> = {
  '<': (order) => order < 0,
  '>': (order) => order > 0,
  '<=': (order) => order <= 0,
  '>=': (order) => order >= 0,
};

function calculated(operator: Arithmetic, a: BigNumber, b: BigNumber): BigNumber {
  if (operator === '+') return add(a, b);
  if (operator === '-') return subtract(a, b);
  if (operator === '*') return multiply(a, b);
  // Infinite, which is no number here.
  if (operator === '/' && b.isNegativeZero && a.mantissa !== 0n) throw new Failure({ id: 'tooMuch', what: 'number' });
  const result = b.mantissa === 0n ? undefined : operator === '/' ? divide(a, b) : remainder(a, b);
  if (!result) throw failure('a division by 0');
  return result;
}

function equality(a: Value, b: Value, wanted: boolean, from: Value['from']): Value {
  const same = equal(a, b);
  if (same !== undefined) return boolValue(same === wanted, from);
  const why = (unknownIn(a) ?? unknownIn(b))?.why ?? { id: 'attribute', what: '' };
  return unknownValue(boolType, why, from);
}

function logic(a: Value, b: Value, isAnd: boolean, from: Value['from']): Value {
  const sides = [asType(a, boolType), asType(b, boolType)];
  // One side may decide, whatever the other one is.
  if (sides.some((side) => side.kind === 'bool' && side.truth !== isAnd)) return boolValue(!isAnd, from);
  const unknown = sides.find((side) => side.kind === 'unknown');
  return unknown?.kind === 'unknown' ? unknownValue(boolType, unknown.why, from) : boolValue(isAnd, from);
}

/** @throws Failure for null and for what has no such type */
function asType(value: Value, type: Type): Value {
  const converted = convert(value, type);
  if (!converted || converted.kind === 'null') throw failure('an operand of another type');
  return converted;
}

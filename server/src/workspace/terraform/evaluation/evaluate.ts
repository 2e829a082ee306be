import type { Expression, LiteralExpression, ObjectExpression } from '../../../syntax/terraform/expressions/expression';
import { fromDecimal } from '../values/bigNumber';
import { convert } from '../values/convert';
import { boolValue, nullValue, numberValue, objectValue, tupleValue, unknownValue, withKeys } from '../values/make';
import { decidedBy } from '../values/sensitive';
import { anyType, stringType } from '../values/type';
import type { Value } from '../values/value';
import { callAt } from './call';
import { conditionalAt } from './conditional';
import { Failure, failure } from './failure';
import { forAt } from './loop';
import { binaryAt, unaryAt } from './operations';
import type { Scope } from './scope';
import { templateAt } from './template';
import { attributeAt, indexAt, splatAt, traversalOf } from './traversal';

/** What an expression gives. Never throws: where Terraform ends with an error the value is unknown, with that reason. */
export function evaluate(expression: Expression, scope: Scope): Value {
  try {
    return partAt(expression, scope);
  } catch (error) {
    if (error instanceof Failure) return unknownValue(anyType, error.reason);
    throw error;
  }
}

/** @throws Failure */
function partAt(expression: Expression, scope: Scope): Value {
  scope.budget.steps--;
  if (scope.budget.steps < 0) throw new Failure({ id: 'tooMuch', what: '' });
  switch (expression.kind) {
    case 'literal':
      return literalOf(expression, scope);
    case 'template':
      return templateAt(expression, scope, partAt);
    case 'tuple':
      return tupleValue(expression.items.map((item) => partAt(item, scope)));
    case 'object':
      return objectOf(expression, scope);
    case 'name':
      return traversalOf(expression.name, [], scope);
    case 'attribute':
      return attributeAt(expression, scope, partAt);
    case 'index':
      return indexAt(expression, scope, partAt);
    case 'splat':
      return splatAt(expression, scope, partAt);
    case 'call':
      return callAt(expression, scope, partAt);
    case 'unary':
      return unaryAt(expression, scope, partAt);
    case 'binary':
      return binaryAt(expression, scope, partAt);
    case 'conditional':
      return conditionalAt(expression, scope, partAt);
    case 'for':
      return forAt(expression, scope, partAt);
    case 'unread':
      return unknownValue(anyType, { id: 'unread', what: '' }, [scope.place(expression.range)]);
  }
}

function literalOf({ value, range }: LiteralExpression, scope: Scope): Value {
  const from = [scope.place(range)];
  if (value === null) return nullValue(anyType, from);
  if (typeof value === 'boolean') return boolValue(value, from);
  const number = fromDecimal(value.number);
  if (!number) throw failure('no number');
  return numberValue(number, from);
}

/** Of equal keys the last one counts. An object with a key that isn't known isn't known as a whole. */
function objectOf({ items }: ObjectExpression, scope: Scope): Value {
  const entries: [string, Value][] = [];
  const keys: Value[] = [];
  let unknown: Value | undefined;
  for (const item of items) {
    const key = convert(partAt(item.key, scope), stringType);
    const value = partAt(item.value, scope);
    if (key) keys.push(key);
    if (key?.kind === 'unknown') unknown = unknownValue(anyType, key.why, key.from);
    else if (key?.kind === 'string') entries.push([key.text, value]);
    else throw failure('a key is a text');
  }
  const origins = new Map(keys.flatMap((key) => (key.kind === 'string' ? [[key.text, key.from]] : [])));
  return decidedBy(unknown ?? withKeys(objectValue(entries), origins), ...keys);
}

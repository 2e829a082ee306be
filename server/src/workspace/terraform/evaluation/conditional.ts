import type { ConditionalExpression, Expression } from '../../../syntax/terraform/expressions/expression';
import type { Place } from '../../index/facts';
import { convert } from '../values/convert';
import { nullValue, unknownValue } from '../values/make';
import { decidedBy } from '../values/sensitive';
import { anyType, boolType, type Type } from '../values/type';
import { typeOf } from '../values/typeOf';
import { unify } from '../values/unify';
import type { Reason, Value } from '../values/value';
import { Failure, failure } from './failure';
import type { Evaluate, Scope } from './scope';

/** Whether a condition holds, or why that isn't known. @throws Failure */
export function conditionOf(
  value: Value,
): { readonly truth: boolean } | { readonly why: Reason; readonly from: readonly Place[] } {
  const truth = convert(value, boolType);
  if (truth?.kind === 'unknown') return { why: truth.why, from: truth.from };
  if (truth?.kind !== 'bool') throw failure('a condition is true or false');
  return { truth: truth.truth };
}

/** The branch that is chosen, in the type that both of them can have. */
export function conditionalAt({ condition, yes, no }: ConditionalExpression, scope: Scope, evaluate: Evaluate): Value {
  const left = branchOf(yes, scope, evaluate);
  const right = branchOf(no, scope, evaluate);
  const type = typeOfBoth(left, right);
  const asked = evaluate(condition, scope);
  const chosen = conditionOf(asked);
  if ('why' in chosen) {
    if (left instanceof Failure) throw left;
    if (right instanceof Failure) throw right;
    return left.kind === 'null' && right.kind === 'null' ? nullValue(type) : unknownValue(type, chosen.why, chosen.from);
  }
  const branch = chosen.truth ? left : right;
  if (branch instanceof Failure) throw branch;
  const converted = type.kind === 'any' ? branch : convert(branch, type);
  if (!converted) throw failure('the branches have no type in common');
  // Terraform shows neither branch where it doesn't show the other one.
  return decidedBy(converted, asked, ...[left, right].filter((one): one is Value => !(one instanceof Failure)));
}

/** The error of a branch counts if that is chosen. */
function branchOf(expression: Expression, scope: Scope, evaluate: Evaluate): Value | Failure {
  try {
    return evaluate(expression, scope);
  } catch (error) {
    if (error instanceof Failure && error.reason.id === 'error') return error;
    throw error;
  }
}

function typeOfBoth(left: Value | Failure, right: Value | Failure): Type {
  if (left instanceof Failure || right instanceof Failure) return anyType;
  const [a, b] = [typeOf(left), typeOf(right)];
  if (left.kind === 'null' && a.kind === 'any') return b;
  if (right.kind === 'null' && b.kind === 'any') return a;
  const type = unify([a, b]);
  // What isn't told here may be an error to Terraform, which has no type.
  if (!type && left.kind !== 'unknown' && right.kind !== 'unknown') throw failure('the branches have no type in common');
  return type ?? anyType;
}

import type { Expression } from '../../../syntax/terraform/expressions/expression';
import type { TextRange } from '../../../text/range';
import type { Place } from '../../index/facts';
import type { CallContext } from '../functions/definition';
import type { Value } from '../values/value';
import type { Budget } from './budget';

/** Where an expression stands: what its names mean, and where its text is. */
export interface Scope {
  /**
   * What a name stands for, with those of the attributes behind it that belong to the name: `local`, `["who", "email"]`. Undefined for
   * what is no name here.
   */
  lookUp(name: string, attributes: readonly string[]): Found | undefined;
  place(range: TextRange): Place;
  /** Of the loops around it. */
  readonly variables: ReadonlyMap<string, Value>;
  readonly budget: Budget;
  /** What functions may cost and ask. */
  readonly context: CallContext;
}

export interface Found {
  readonly value: Value;
  /** How many of the attributes belong to the name. */
  readonly attributes: number;
}

/** The scope with variables of a loop. */
export function withVariables(scope: Scope, variables: readonly (readonly [string | undefined, Value])[]): Scope {
  const own = new Map(scope.variables);
  for (const [name, value] of variables) if (name !== undefined) own.set(name, value);
  return { ...scope, variables: own };
}

/** Evaluates a part of an expression. @throws Failure */
export type Evaluate = (expression: Expression, scope: Scope) => Value;

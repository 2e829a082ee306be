import type { Reason } from '../values/value';

/** Terraform ends with an error where this is thrown: caught by `try`, `can`, conditionals, and by whoever evaluates as a whole. */
export class Failure extends Error {
  constructor(readonly reason: Reason) {
    super(reason.what);
  }
}

export function failure(what: string): Failure {
  return new Failure({ id: 'error', what });
}

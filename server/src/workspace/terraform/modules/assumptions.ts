/**
 * Whether what was worked out follows from something that may be another when Terraform runs: the default of a variable, a file of
 * variables. Passed on through everything that is made of it.
 */
export interface Assumptions {
  made: boolean;
}

/** What some work gives, and whether it assumed anything; what was assumed before stays so. */
export function noticing<T>(assumptions: Assumptions, work: () => T): { readonly result: T; readonly assumed: boolean } {
  const before = assumptions.made;
  assumptions.made = false;
  try {
    const result = work();
    return { result, assumed: assumptions.made };
  } finally {
    assumptions.made ||= before;
  }
}

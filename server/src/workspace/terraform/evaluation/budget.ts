/** How much work an evaluation may still do, counted, so that the same text always ends the same way. */
export interface Budget {
  steps: number;
}

/** For one expression with all that it leads to. */
export const mostSteps = 200_000;

/** What an expression may do, where all of them together may do no more than `whole`. */
export function budgetWithin(whole: Budget): Budget {
  let own = mostSteps;
  return {
    get steps() {
      return Math.min(own, whole.steps);
    },
    set steps(left) {
      const spent = this.steps - left;
      own -= spent;
      whole.steps -= spent;
    },
  };
}

/** How much work an evaluation may still do, counted, so that the same text always ends the same way. */
export interface Budget {
  steps: number;
}

/** For one expression with all that it leads to. */
export const mostSteps = 200_000;

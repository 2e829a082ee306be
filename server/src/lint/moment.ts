/** Whether what was found at the one time may be told at the other. Clocks are set back, too. */
export function isSameMoment(one: Date, other: Date): boolean {
  return Math.abs(one.getTime() - other.getTime()) < moment;
}

/** In milliseconds. Dates in policies and suppressions are days or seconds, and nobody waits for them in front of the screen. */
const moment = 60_000;

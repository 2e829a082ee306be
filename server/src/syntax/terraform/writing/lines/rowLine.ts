import type { ElementLine } from './elementLines';
import type { Row } from './rows';

/** A line of the container, as it is or as it will be. */
export interface RowLine extends ElementLine {
  /** Undefined for a line that is new. */
  readonly row?: Row | undefined;
  readonly isGone: boolean;
}

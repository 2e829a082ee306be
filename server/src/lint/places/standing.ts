import type { Root } from '../../syntax/format';
import type { TextRange } from '../../text/range';

/** A range of a piece of a file, and where the piece starts. */
export interface Standing {
  readonly root: Root;
  readonly range: TextRange;
  readonly offset: number;
}

import type { ContainerLayout } from './layout';
import type { Style } from './style';

/** Where a value comes to stand: behind a key or a dash in that column, among the items of a container or below them. */
export interface BlockPlace {
  readonly after: 'key' | 'dash';
  readonly column: number;
  readonly among: ContainerLayout | undefined;
}

/** The first line has no indentation, unless the text hangs: then it starts on the line below its key, indented like the others. */
export interface BlockText {
  readonly text: string;
  readonly hangs: boolean;
}

/** Where a value comes to stand inside of brackets: the column that its further lines are counted from. */
export interface FlowPlace {
  readonly column: number;
  readonly among: ContainerLayout | undefined;
  /** False on a line shared with others, where brackets can't have lines of their own. */
  readonly hasRoom: boolean;
}

/** The column for the further lines of a block scalar or of brackets. */
export function contentColumn(style: Style, { after, column }: BlockPlace): number {
  return column + (after === 'dash' ? style.dashWidth : style.indentation);
}

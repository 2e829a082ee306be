/** A line of the form `key = value` that may be aligned with the lines above and below. */
export interface Assignment {
  /** How many columns the key takes. */
  readonly keyWidth: number;
  /** How many blanks stand between the key and the `=`. */
  readonly padding: number;
}

/** A line as it will be: new when it has no `present`. */
export interface NewAssignment {
  readonly keyWidth: number;
  readonly present: Assignment | undefined;
}

/** Lines in their order; undefined for what ends a run: an empty line, a comment, a block, a value of several lines. */
export type Lines<Line> = readonly (Line | undefined)[];

/**
 * The blanks before each `=`: what is new looks like its neighbours. Where these are aligned as `terraform fmt` does it, they are
 * aligned anew once all is written.
 */
export function paddings(lines: Lines<NewAssignment>): ReadonlyMap<NewAssignment, number> {
  const result = new Map<NewAssignment, number>();
  for (const run of runsOf(lines)) {
    const present = run.map((line) => line.present).filter((line) => line !== undefined);
    for (const line of run) result.set(line, paddingAmong(present, line));
  }
  return result;
}

function runsOf<Line>(lines: Lines<Line>): readonly (readonly Line[])[] {
  const runs: Line[][] = [[]];
  for (const line of lines) {
    if (line) runs.at(-1)?.push(line);
    else runs.push([]);
  }
  return runs.filter((run) => run.length > 0);
}

function paddingAmong(present: readonly Assignment[], line: NewAssignment): number {
  const columns = new Set(present.map(({ keyWidth, padding }) => keyWidth + padding));
  const [column = 0] = columns;
  const isColumn = columns.size === 1 && column > line.keyWidth && present.length > 1;
  if (isColumn) return column - line.keyWidth;
  if (line.present) return line.present.padding;
  const usual = new Set(present.map(({ padding }) => padding));
  const [padding = 1] = usual;
  return usual.size === 1 && padding <= 1 ? padding : 1;
}

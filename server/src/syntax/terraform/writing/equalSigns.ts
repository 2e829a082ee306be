/** A line of the form `key = value` that may be aligned with the lines above and below. */
export interface Assignment {
  /** How many columns the key takes. */
  readonly keyWidth: number;
  /** How many blanks stand between the key and the `=`. */
  readonly padding: number;
  /** Whether more lines of the value follow, as after the first line of a heredoc. */
  readonly endsRun: boolean;
}

/** A line as it will be: new when it has no `present`. */
export interface NewAssignment {
  readonly keyWidth: number;
  readonly endsRun: boolean;
  readonly present: Assignment | undefined;
}

/** Lines in their order; undefined for what ends a run: an empty line, a comment, a block, a value of several lines. */
export type Lines<Line> = readonly (Line | undefined)[];

/**
 * The blanks before each `=`, by the rule of `terraform fmt`: within a run all stand in one column, one blank behind the longest
 * key. A run that its author did not align stays as it is, and what is new there looks like its neighbours.
 */
export function paddings(
  before: Lines<Assignment>,
  after: Lines<NewAssignment>,
  habit: boolean,
): ReadonlyMap<NewAssignment, number> {
  const runBefore = new Map(runsOf(before).flatMap((run) => run.map((line) => [line, run] as const)));
  const result = new Map<NewAssignment, number>();
  for (const run of runsOf(after)) {
    const present = run.map((line) => line.present).filter((line) => line !== undefined);
    const touched = [...new Set(present.map((line) => runBefore.get(line) ?? [line]))];
    const aligned = isAligned(touched) ?? habit;
    const widest = Math.max(...run.map((line) => line.keyWidth));
    for (const line of run) {
      const padding = aligned && !isUnchanged(run, touched) ? widest - line.keyWidth + 1 : paddingAmong(present, line);
      result.set(line, padding);
    }
  }
  return result;
}

/** Whether the runs are aligned as `terraform fmt` does it; undefined when they are too short to tell. */
export function isAligned(runs: readonly (readonly Assignment[])[]): boolean | undefined {
  const padded = runs.filter((run) => run.length > 0);
  if (padded.some((run) => !isAlignedRun(run))) return false;
  return padded.some((run) => new Set(run.map((line) => line.keyWidth)).size > 1) ? true : undefined;
}

export function runsOf<Line extends { readonly endsRun: boolean }>(lines: Lines<Line>): readonly (readonly Line[])[] {
  const runs: Line[][] = [[]];
  for (const line of lines) {
    if (line) runs.at(-1)?.push(line);
    if (!line || line.endsRun) runs.push([]);
  }
  return runs.filter((run) => run.length > 0);
}

function isAlignedRun(run: readonly Assignment[]): boolean {
  const widest = Math.max(...run.map((line) => line.keyWidth));
  return run.every((line) => line.padding === widest - line.keyWidth + 1);
}

function isUnchanged(run: readonly NewAssignment[], touched: readonly (readonly Assignment[])[]): boolean {
  const [only] = touched;
  return (
    touched.length === 1 &&
    only !== undefined &&
    only.length === run.length &&
    run.every((line, index) => line.present === only[index] && line.keyWidth === only[index]?.keyWidth)
  );
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

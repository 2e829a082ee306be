/** Lines of a table with a head, each with its end. */
export type Cells = readonly string[];

/** The widths of columns that hold all these. */
export function widthsOf(rows: Iterable<Cells>): readonly number[] {
  const widths: number[] = [];
  for (const row of rows) for (const [at, cell] of row.entries()) widths[at] = Math.max(widths[at] ?? 0, cell.length);
  return widths;
}

export function alignedLine(row: Cells, widths: readonly number[]): string {
  const cells = row.map((cell, at) => cell.padEnd(widths[at] ?? 0));
  return `${cells.join('  ').trimEnd()}\n`;
}

export function csvLine(cells: Cells): string {
  return `${cells.map(csvField).join(',')}\r\n`;
}

function csvField(text: string): string {
  // A sheet takes what begins like a formula for one.
  const safe = /^[=+@-]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export function* markdownLines([head = [], ...rows]: readonly Cells[]): Generator<string> {
  const line = (cells: Cells) => `| ${cells.map(markdownText).join(' | ')} |\n`;
  yield line(head);
  yield `|${' --- |'.repeat(head.length)}\n`;
  for (const row of rows) yield line(row);
}

export function markdownText(text: string): string {
  return text.replace(/[\\|`*_<>]/g, '\\$&').replace(/\s+/g, ' ');
}

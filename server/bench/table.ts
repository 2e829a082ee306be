import type { Figures, Row } from './row';

/** The head of a Markdown table, wide enough for these rows. */
export function tableTop(rows: readonly Row[]): string {
  const dashes = widths(rows).map((width) => '-'.repeat(width));
  return [
    line(rows, titles),
    `| ${dashes.map((dash, column) => (isFigure(column) ? `${dash.slice(1)}:` : dash)).join(' | ')} |`,
  ].join('\n');
}

export function tableLine(row: Row, figures: Figures, rows: readonly Row[]): string {
  const { name, budget, unit } = row;
  const { p50, p95, samples, remark = '' } = figures;
  const p50Cell = samples > 1 ? written(p50) : '';
  return line(rows, [name, `${budget} ${unit}`, p50Cell, written(p95), verdict(row, figures), remark]);
}

export function verdict({ budget }: Row, { p95 }: Figures): 'ok' | 'missed' | 'not measured' {
  if (Number.isNaN(p95)) return 'not measured';
  return p95 <= budget ? 'ok' : 'missed';
}

const titles = ['what', 'budget', 'p50', 'p95', 'verdict', 'remark'];

const isFigure = (column: number) => column >= 1 && column <= 3;

const widths = (rows: readonly Row[]) => [Math.max(...rows.map(({ name }) => name.length), titles.length), 14, 8, 8, 12, 6];

function line(rows: readonly Row[], cells: readonly string[]): string {
  const wide = widths(rows);
  return `| ${cells.map((cell, column) => (isFigure(column) ? cell.padStart(wide[column] ?? 0) : cell.padEnd(wide[column] ?? 0))).join(' | ')} |`;
}

function written(figure: number): string {
  if (Number.isNaN(figure)) return '';
  return figure >= 100 ? figure.toFixed(0) : figure.toFixed(figure >= 10 ? 1 : 2);
}

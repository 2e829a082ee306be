import type { Change, PageTable, PageWords } from './messages';
import type { Shown } from './rows';

/** What is shown, in the order of the table, as a spreadsheet takes it; what isn't known has a column of its own. */
export function csvOf({ grants, unknown }: PageTable, shown: Shown, words: PageWords): string {
  const isChange = [...grants, ...unknown].some(({ change }) => change);
  const changeCell = (change: Change | undefined) => (isChange ? [change ? words.changes[change] : ''] : []);
  const head = [
    ...(isChange ? [words.change] : []),
    ...[words.member, words.role, words.resource, words.condition, words.address, words.place],
    ...(unknown.length > 0 ? [words.unknown] : []),
  ];
  const rows = [
    ...shown.grants.flatMap((index) => {
      const row = grants[index];
      if (!row) return [];
      return [[...changeCell(row.change), row.member, row.role, row.resource, row.condition, row.address, row.place]];
    }),
    ...shown.unknown.flatMap((index) => {
      const row = unknown[index];
      return row ? [[...changeCell(row.change), '', '', '', '', row.address, row.place, `${row.what}: ${row.reason}`]] : [];
    }),
  ];
  return [head, ...rows].map((row) => `${head.map((_, column) => field(row[column] ?? '')).join(',')}\r\n`).join('');
}

function field(text: string): string {
  // A sheet takes what begins like a formula for one.
  const safe = /^[=+@\t\r-]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

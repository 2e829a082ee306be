import type { GrantRow } from '../../kinds/grantTable';

/** What `--by` takes. */
export const groupings = ['member', 'role', 'resource'] as const;

export type Grouping = (typeof groupings)[number];

export function isGrouping(text: unknown): text is Grouping {
  return groupings.some((grouping) => grouping === text);
}

/** Rows that have one text in common; undefined where none is known. */
export interface GrantGroup {
  readonly of: string | undefined;
  readonly rows: readonly GrantRow[];
}

/** In the order of the texts that they have in common, what isn't known last; each group's rows as they were. */
export function groupsOf(rows: readonly GrantRow[], by: Grouping): readonly GrantGroup[] {
  const groups = new Map<string | undefined, GrantRow[]>();
  for (const row of rows) {
    const group = groups.get(row[by]);
    if (group) group.push(row);
    else groups.set(row[by], [row]);
  }
  const inOrder = [...groups].sort(([a], [b]) => (b === undefined || (a !== undefined && a < b) ? -1 : 1));
  return inOrder.map(([of, own]) => ({ of, rows: own }));
}

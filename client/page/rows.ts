import type { PageGrant, PageTable, PageUnknown, PageWords, RowList } from './messages';

export const groupings = ['member', 'role', 'resource'] as const;
export type Grouping = (typeof groupings)[number];

/** What a person has chosen to see. */
export interface View {
  readonly grouping: Grouping;
  /** Words that a row must hold, all of them, in any case. */
  readonly filter: string;
  /** The groups whose rows are hidden. */
  readonly collapsed: ReadonlySet<string>;
}

/** One line of the list. */
export type Line =
  | {
      readonly kind: 'group';
      readonly key: string;
      readonly label: string;
      readonly size: number;
      readonly expanded: boolean;
    }
  | { readonly kind: 'row'; readonly list: RowList; readonly index: number };

/** The rows that the filter leaves, by their place in the table. */
export interface Shown {
  readonly grants: readonly number[];
  readonly unknown: readonly number[];
}

/** Makes the answers to filters of one table: what is looked through is put together once. */
export function filterOf({ grants, unknown }: PageTable): (filter: string) => Shown {
  const grantTexts = grants.map(({ member, role, resource, condition, expression, address, place }) =>
    [member, role, resource, condition, expression, address, place].join('\n').toLowerCase(),
  );
  const unknownTexts = unknown.map(({ what, reason, address, place }) => [what, reason, address, place].join('\n').toLowerCase());
  return (filter) => {
    const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
    const matching = (texts: readonly string[]) =>
      texts.flatMap((text, index) => (words.every((word) => text.includes(word)) ? [index] : []));
    return { grants: matching(grantTexts), unknown: matching(unknownTexts) };
  };
}

/** The lines of the list from top to bottom; what isn't known comes last. */
export function linesOf(
  { grants }: PageTable,
  shown: Shown,
  { grouping, collapsed }: Pick<View, 'grouping' | 'collapsed'>,
  words: Pick<PageWords, 'unknown' | 'notTold'>,
): readonly Line[] {
  const groups = new Map<string, number[]>();
  for (const index of shown.grants) {
    const name = grants[index]?.[grouping] ?? '';
    const group = groups.get(name);
    if (group) group.push(index);
    else groups.set(name, [index]);
  }
  const group = (key: string, label: string, list: RowList, indices: readonly number[]): readonly Line[] => {
    const expanded = !collapsed.has(key);
    const rows = expanded ? indices.map((index): Line => ({ kind: 'row', list, index })) : [];
    return [{ kind: 'group', key, label, size: indices.length, expanded }, ...rows];
  };
  return [
    ...[...groups]
      .sort(([a], [b]) => compare(a, b))
      .flatMap(([name, indices]) =>
        group(`${grouping} ${name}`, name === '' ? words.notTold : name, 'grants', inOrder(grants, indices, grouping)),
      ),
    ...(shown.unknown.length > 0 ? group('unknown', words.unknown, 'unknown', shown.unknown) : []),
  ];
}

/** What a row says besides its group: two of member, role and resource. */
export function columnsOf(grouping: Grouping): readonly [Grouping, Grouping] {
  const [first = 'member', second = 'role'] = groupings.filter((one) => one !== grouping);
  return [first, second];
}

function inOrder(grants: readonly PageGrant[], indices: readonly number[], grouping: Grouping): readonly number[] {
  const [first, second] = columnsOf(grouping);
  const keys = new Map(indices.map((index) => [index, `${grants[index]?.[first]}\n${grants[index]?.[second]}`]));
  return [...indices].sort((a, b) => compare(keys.get(a) ?? '', keys.get(b) ?? '') || a - b);
}

/** What is told of nothing comes last. */
function compare(a: string, b: string): number {
  if (a === b) return 0;
  if (a === '' || b === '') return a === '' ? 1 : -1;
  return a < b ? -1 : 1;
}

/** The row of the table that a line stands for. */
export function rowOf(table: PageTable, line: Line): PageGrant | PageUnknown | undefined {
  return line.kind === 'row' ? table[line.list][line.index] : undefined;
}

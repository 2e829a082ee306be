import type { PageGrant, PageTable, PageWords } from './messages';
import { columnsOf, type Grouping, type Line, rowOf } from './rows';

interface Surroundings {
  readonly table: PageTable;
  readonly grouping: Grouping;
  readonly words: PageWords;
}

/** A line of the list. */
export function lineElement(line: Line | undefined, { table, grouping, words }: Surroundings): HTMLElement {
  if (line?.kind === 'group') return groupElement(line);
  const row = line && rowOf(table, line);
  if (!row) return element('div', 'line');
  const isGrant = 'member' in row;
  const cells = isGrant
    ? [...columnsOf(grouping).map((column) => textCell(row[column], words)), conditionCell(row)]
    : [textCell(row.what, words), textCell(row.reason, words)];
  const found = element('div', isGrant ? 'line row' : 'line row unknown', [
    element('span', 'mark', [], row.change && changeMarks[row.change]),
    ...cells,
    element('span', 'cell address', [], row.address),
    placeCell(row.place),
  ]);
  found.setAttribute('role', 'row');
  found.setAttribute('aria-level', '2');
  if (row.change) {
    found.dataset.change = row.change;
    found.firstElementChild?.setAttribute('aria-label', words.changes[row.change]);
    found.firstElementChild?.setAttribute('title', words.changes[row.change]);
  }
  for (const child of found.children) child.setAttribute('role', 'gridcell');
  if (!isGrant) found.children[2]?.setAttribute('aria-colspan', '2');
  return found;
}

function textCell(text: string, words: PageWords): HTMLElement {
  return element('span', text ? 'cell' : 'cell dim', [], text || words.notTold);
}

function conditionCell({ condition, expression }: PageGrant): HTMLElement {
  const cell = element('span', 'cell condition', [], condition);
  cell.title = [...new Set([condition, expression])].join('\n');
  return cell;
}

/** The name comes first, since what doesn't fit is cut off at the end. */
function placeCell(place: string): HTMLElement {
  const name = place.lastIndexOf('/') + 1;
  const cell = element('span', 'cell place', [
    element('span', 'name', [], place.slice(name)),
    element('span', 'dim', [], place.slice(0, Math.max(0, name - 1))),
  ]);
  cell.title = place;
  return cell;
}

const changeMarks = {
  added: '+',
  removed: '−',
  condition: '~',
  perhaps: '?',
  perhapsAdded: '+?',
  perhapsRemoved: '−?',
} as const;

function groupElement({ label, size, expanded }: Line & { readonly kind: 'group' }): HTMLElement {
  const name = element('span', 'cell title', [
    element('span', 'chevron'),
    element('span', 'label', [], label),
    element('span', 'dim', [], size.toLocaleString()),
  ]);
  name.title = label;
  name.setAttribute('role', 'gridcell');
  const found = element('div', 'line group', [name]);
  found.setAttribute('role', 'row');
  found.setAttribute('aria-level', '1');
  found.setAttribute('aria-expanded', String(expanded));
  return found;
}

/** Texts come out of files, so they are never taken for anything but text. */
function element(tag: string, className: string, children: readonly HTMLElement[] = [], text?: string): HTMLElement {
  const made = document.createElement(tag);
  made.className = className;
  if (text) {
    made.textContent = text;
    made.title = text;
  }
  made.append(...children);
  return made;
}

// The page that shows who may do what: it groups, filters and copies what the extension has sent, and asks for nothing else.
import { csvOf } from './csv';
import { lineElement } from './lineElement';
import { createList } from './list';
import type { FromPage, PageTable, PageWords, ToPage } from './messages';
import { columnsOf, filterOf, groupings, type Line, linesOf, type Shown, type View } from './rows';

declare function acquireVsCodeApi(): {
  postMessage(message: FromPage): void;
  getState(): Saved | undefined;
  setState(state: Saved): void;
};

type Saved = Omit<View, 'collapsed'> & { readonly collapsed: readonly string[]; readonly active: number };

const vscode = acquireVsCodeApi();
const words: PageWords = JSON.parse(document.body.dataset.words ?? '{}');
const saved = vscode.getState();
let view: View = {
  grouping: saved?.grouping ?? 'member',
  filter: saved?.filter ?? '',
  collapsed: new Set(saved?.collapsed),
};
let table: PageTable = { about: '', grants: [], unknown: [] };
let match = filterOf(table);
let shown: Shown = { grants: [], unknown: [] };
let lines: readonly Line[] = [];
let isFirst = true;
let hasAction = false;

const byId = <E extends HTMLElement>(id: string) => document.getElementById(id) as E;
const filter = byId<HTMLInputElement>('filter');
const grid = byId('grid');
const columns = byId('columns');

const list = createList({
  element: grid,
  body: byId('lines'),
  render: (index) => lineElement(lines[index], { table, grouping: view.grouping, words }),
  moved: save,
  act: (index, by) => act(lines[index], by),
  fold(index, open) {
    const line = lines[index];
    if (line?.kind === 'group') return setExpanded(line.key, open);
    // From a row, the left arrow leads to its group.
    if (!open) list.activate(lines.findLastIndex(({ kind }, at) => at < index && kind === 'group'));
  },
});

function act(line: Line | undefined, by: 'key' | 'click'): void {
  if (line?.kind === 'group') setExpanded(line.key, !line.expanded);
  else if (line) vscode.postMessage({ type: 'open', list: line.list, index: line.index, keepFocus: by === 'click' });
}

function setExpanded(key: string, expanded: boolean): void {
  const collapsed = new Set(view.collapsed);
  if (expanded) collapsed.delete(key);
  else collapsed.add(key);
  view = { ...view, collapsed };
  draw(list.active());
}

/** Works the lines out anew and shows them. */
function draw(active: number): void {
  shown = match(view.filter);
  lines = linesOf(table, shown, view, words);
  for (const [place, column] of columnsOf(view.grouping).entries()) {
    const head = columns.children[place + 1];
    if (head) head.textContent = words[column];
  }
  list.show(lines.length, active);
  byId('nothing').hidden = lines.length > 0;
  const numbers = [shown.grants.length, table.grants.length, table.unknown.length].map((number) => number.toLocaleString());
  byId('status').textContent = `${words.shown.replace(/\{(\d)\}/g, (_, index) => numbers[index] ?? '')} ${table.about}`;
  byId('toUnknown').hidden = shown.unknown.length === 0;
  save();
}

function save(): void {
  vscode.setState({ ...view, collapsed: [...view.collapsed], active: list.active() });
}

function show(part: 'table' | 'message'): void {
  byId('table').hidden = part !== 'table';
  byId('message').hidden = part !== 'message';
}

filter.value = view.filter;
filter.addEventListener('input', () => {
  view = { ...view, filter: filter.value };
  draw(0);
});
filter.addEventListener('keydown', (event) => {
  if (event.key === 'ArrowDown') list.focus();
  else if (event.key === 'Escape') {
    filter.value = '';
    filter.dispatchEvent(new Event('input'));
  } else return;
  event.preventDefault();
});
document.addEventListener('keydown', (event) => {
  if (event.key !== 'f' || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  filter.select();
});
for (const grouping of groupings) {
  const choice = byId<HTMLInputElement>(`by-${grouping}`);
  choice.checked = grouping === view.grouping;
  choice.addEventListener('change', () => {
    view = { ...view, grouping };
    draw(0);
  });
}
byId('copy').addEventListener('click', () => {
  vscode.postMessage({ type: 'copy', text: csvOf(table, shown, words) });
});
for (const id of ['refresh', 'refreshOutdated'])
  byId(id).addEventListener('click', () => vscode.postMessage({ type: 'refresh' }));
byId('action').addEventListener('click', () => vscode.postMessage({ type: hasAction ? 'action' : 'refresh' }));
byId('toUnknown').addEventListener('click', () => {
  // As much of it as fits is in sight then.
  list.activate(lines.length - 1);
  list.activate(lines.findIndex((line) => line.kind === 'group' && line.key === 'unknown'));
  list.focus();
});

window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
  byId('outdated').hidden = data.type !== 'outdated';
  if (data.type === 'table') {
    table = data.table;
    match = filterOf(table);
    grid.classList.toggle(
      'withConditions',
      table.grants.some(({ condition }) => condition),
    );
    show('table');
    const active = isFirst ? (saved?.active ?? 0) : list.active();
    isFirst = false;
    draw(active);
    if (document.hasFocus() && document.activeElement === document.body) filter.focus();
  } else if (data.type === 'message') {
    const { text, action, waiting } = data.message;
    show('message');
    // Said again only when it is something else.
    if (byId('text').textContent !== text) byId('text').textContent = text;
    byId('busy').hidden = waiting === undefined;
    byId('waiting').textContent = waiting ?? '';
    byId('action').textContent = action ?? words.refresh;
    byId('action').hidden = waiting !== undefined;
    hasAction = action !== undefined;
  }
});
vscode.postMessage({ type: 'ready' });

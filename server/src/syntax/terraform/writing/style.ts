import type { SyntaxNode } from '../../tree';
import type { Assignment } from './lines/equalSigns';
import { type Element, indentAt, isBody, isDynamic, type Layout, layoutOf } from './lines/layout';
import { type Row, rowsOf } from './lines/rows';

/** How the author of a text writes. What the text doesn't show is as `terraform fmt` and most people have it. */
export interface TextStyle {
  readonly newline: string;
  /** One step of indentation. */
  readonly unit: string;
  /** Whether the last item of a tuple over several lines has a comma. */
  readonly commaAfterLastItem: boolean;
  readonly emptyLines: readonly BlockBoundary[];
}

/** A short block is one that stands on one line. */
export type Neighbour = 'attribute' | 'block' | 'shortBlock';

/** Two neighbours in a body, at least one of them a nested block, and whether an empty line stands between them. */
export interface BlockBoundary {
  readonly above: Neighbour;
  readonly below: Neighbour;
  readonly empty: boolean;
}

/** How the entries of an object are written. */
export interface ObjectStyle {
  readonly quotedKeys: boolean;
  readonly sign: '=' | ':';
  readonly before: string;
  readonly after: string;
  readonly commas: boolean;
}

export interface LaidOut {
  readonly layout: Layout;
  /** Undefined when elements share lines. */
  readonly rows: readonly Row[] | undefined;
}

/** Each laid out when somebody asks for it: an edit has to do with a few containers of a long block. */
export interface Layouts {
  /** Undefined for what is no container of its own, and where the text has more than the tree tells. */
  get(node: SyntaxNode): LaidOut | undefined;
}

export const usualObjectStyle: ObjectStyle = { quotedKeys: false, sign: '=', before: ' ', after: ' ', commas: false };

/** The node and all below it, also in the arguments of calls but not in `dynamic` blocks; outer ones first. */
export function editableNodes(root: SyntaxNode): ReadonlySet<SyntaxNode> {
  const nodes = new Set<SyntaxNode>();
  const visit = (node: SyntaxNode): void => {
    if (isDynamic(node)) return;
    nodes.add(node);
    childrenOf(node).forEach(visit);
  };
  visit(root);
  return nodes;
}

export function layoutsOf(text: string, nodes: ReadonlySet<SyntaxNode>): Layouts {
  const known = new Map<SyntaxNode, LaidOut | undefined>();
  const layOut = (node: SyntaxNode): LaidOut | undefined => {
    if ((node.kind !== 'mapping' && node.kind !== 'sequence') || !nodes.has(node)) return undefined;
    const layout = layoutOf(text, node);
    return layout && { layout, rows: rowsOf(layout) };
  };
  return {
    get(node) {
      if (known.has(node)) return known.get(node);
      const laidOut = layOut(node);
      known.set(node, laidOut);
      return laidOut;
    },
  };
}

/** How the nodes are written, outer ones first. What nobody asks for isn't looked up. */
export function styleOf(text: string, nodes: ReadonlySet<SyntaxNode>, layouts: Layouts): TextStyle {
  function* overLines(): Generator<LaidOut & { readonly node: SyntaxNode }> {
    for (const node of nodesOverLines(text, nodes)) {
      const laidOut = layouts.get(node);
      if (laidOut) yield { node, ...laidOut };
    }
  }
  const unit = whenAsked(() => unitOf(text, overLines()));
  const comma = whenAsked(() => hasCommaAfterLastItem(overLines()));
  const emptyLines = whenAsked(() =>
    [...nodes].filter((node) => isBody(text, node)).flatMap((body) => boundariesIn(text, layouts.get(body))),
  );
  return {
    newline: /\r?\n/.exec(text)?.[0] ?? '\n',
    get unit() {
      return unit();
    },
    get commaAfterLastItem() {
      return comma();
    },
    get emptyLines() {
      return emptyLines();
    },
  };
}

/** What stands on one line has no rows. */
function* nodesOverLines(text: string, nodes: Iterable<SyntaxNode>): Generator<SyntaxNode> {
  let searched = { start: 0, end: -1 };
  for (const node of nodes) {
    const { start, end } = node.range;
    if (start < searched.start || searched.end < start) {
      const lineEnd = text.indexOf('\n', start);
      searched = { start, end: lineEnd < 0 ? text.length : lineEnd };
    }
    if (searched.end < end) yield node;
  }
}

function whenAsked<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function hasCommaAfterLastItem(all: Iterable<LaidOut>): boolean {
  for (const { layout, rows } of all) {
    const last = layout.kind === 'tuple' && rows ? lastElementRow(rows) : undefined;
    if (last) return last.comma !== undefined;
  }
  return true;
}

function boundariesIn(text: string, laidOut: LaidOut | undefined): readonly BlockBoundary[] {
  return laidOut?.rows ? boundariesOf(text, laidOut.rows) : [];
}

/** Whether an empty line belongs there: as elsewhere in the same body, else as elsewhere in the text. */
export function wantsEmptyLine(own: readonly BlockBoundary[], style: TextStyle, above: Neighbour, below: Neighbour): boolean {
  if (above === 'attribute' && below === 'attribute') return false;
  const isSame = (one: BlockBoundary) => one.above === above && one.below === below;
  const same = own.findLast(isSame);
  if (same) return same.empty;
  const isShort = above === 'shortBlock' && below === 'shortBlock';
  const evidence = (isShort ? undefined : own.at(-1)) ?? style.emptyLines.findLast(isSame);
  return (evidence ?? (isShort ? noEmptyLine : style.emptyLines.at(-1)))?.empty ?? true;
}

const noEmptyLine = { empty: false };

export function boundariesOf(text: string, rows: readonly Row[]): readonly BlockBoundary[] {
  const boundaries: BlockBoundary[] = [];
  let above: Neighbour | undefined;
  let empty = false;
  for (const { kind, element } of rows) {
    if (kind === 'blank') empty = true;
    if (!element) continue;
    const below = element.isBlock ? blockKind(text.slice(element.range.start, element.range.end)) : 'attribute';
    if (above && (above !== 'attribute' || below !== 'attribute')) boundaries.push({ above, below, empty });
    above = below;
    empty = false;
  }
  return boundaries;
}

export function blockKind(block: string): Neighbour {
  return block.includes('\n') ? 'block' : 'shortBlock';
}

/** How `=` stands behind a key; undefined where there is none. */
export function assignmentOf(text: string, { entry, outer, isBlock }: Element): Assignment | undefined {
  if (!entry || isBlock) return undefined;
  const operator = operatorOf(text, entry.keyRange.end, outer.start);
  if (operator?.sign !== '=') return undefined;
  return { keyWidth: widthOf(text.slice(entry.keyRange.start, entry.keyRange.end)), padding: operator.before.length };
}

/** Whether a value ends on the line it starts on, or is a heredoc, of which only the lines after the first end a run. */
export function staysOnLine(value: string): boolean {
  const lineEnd = value.indexOf('\n');
  return lineEnd < 0 || /^<<-?[\p{L}\p{N}_-]+[ \t\r]*$/u.test(value.slice(0, lineEnd));
}

/** Columns as `terraform fmt` counts them. */
export function widthOf(text: string): number {
  return /^[ -~]*$/.test(text) ? text.length : [...letters.segment(text)].length;
}

const letters = new Intl.Segmenter();

/** How the object writes its entries; undefined for a body, and for an object that has none. */
export function objectStyleOf(text: string, { layout }: LaidOut): ObjectStyle | undefined {
  const entry = layout.kind === 'object' ? layout.elements.at(-1)?.entry : undefined;
  const element = layout.elements.at(-1);
  const operator = entry && element && operatorOf(text, entry.keyRange.end, element.outer.start);
  if (!operator) return undefined;
  const commas = layout.gaps.some((gap) => gap.some((token) => token.kind === 'comma'));
  const before = operator.sign === '=' && operator.before.length > 1 ? ' ' : operator.before;
  return { ...operator, before, quotedKeys: text.charAt(entry.keyRange.start) === '"', commas };
}

export function childrenOf(node: SyntaxNode): readonly SyntaxNode[] {
  if (node.kind === 'mapping') return node.entries.map((entry) => entry.value);
  if (node.kind === 'sequence') return node.items;
  if (node.kind === 'opaque') return node.call?.arguments ?? [];
  return [];
}

function operatorOf(
  text: string,
  keyEnd: number,
  valueStart: number,
): Pick<ObjectStyle, 'sign' | 'before' | 'after'> | undefined {
  const [, before = '', sign, after = ''] = /^( *)([=:])(\s*)$/.exec(text.slice(keyEnd, valueStart)) ?? [];
  return sign === '=' || sign === ':' ? { sign, before, after: after.includes('\n') ? ' ' : after } : undefined;
}

function lastElementRow(rows: readonly Row[]): Row | undefined {
  return rows.findLast((row) => row.element);
}

function unitOf(text: string, all: Iterable<LaidOut & { readonly node: SyntaxNode }>): string {
  for (const { node, layout, rows } of all) {
    const element = layout.bracketed ? rows?.find((row) => row.element)?.element : undefined;
    if (!element) continue;
    const outer = indentAt(text, node.range.start);
    const inner = indentAt(text, element.range.start);
    if (inner.startsWith(outer) && inner.length > outer.length) return inner.slice(outer.length);
  }
  return '  ';
}

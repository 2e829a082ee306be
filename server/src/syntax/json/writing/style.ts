import type { TextRange } from '../../../text/range';
import type { MappingNode, SequenceNode, SyntaxNode } from '../../tree';
import { lineIndentation, ownIndentation } from './indentation';

export type ContainerNode = MappingNode | SequenceNode;

/** How a JSON text is laid out, so that what is added looks as if it had always been there. */
export interface JsonStyle {
  readonly lineBreak: string;
  /** One level of indentation. */
  readonly indentation: string;
  /** The colon with the space around it. */
  readonly colon: string;
  /** What stands between a comma and the next value on the same line. */
  readonly afterComma: string;
  /** What stands inside the brackets of a container on one line. */
  readonly padding: Readonly<Record<ContainerNode['kind'], string>>;
  /** Whether most containers of this shape stand on one line here; false where there is none to look at. */
  isOneLine(shape: Shape): boolean;
}

/** `flat` holds scalars and empty containers only. */
export interface Shape {
  readonly kind: ContainerNode['kind'] | undefined;
  readonly flat: boolean;
}

/** Fixes are asked for in bursts, many for one text. */
const knownStyles = new WeakMap<SyntaxNode, JsonStyle>();

export function styleOf(text: string, root: SyntaxNode): JsonStyle {
  const known = knownStyles.get(root);
  if (known) return known;
  const style = readStyle(text, root);
  knownStyles.set(root, style);
  return style;
}

function readStyle(text: string, root: SyntaxNode): JsonStyle {
  const containers = someContainers(root).filter((container) => childRanges(container).length > 0);
  const oneLine = containers.filter((container) => !isBroken(text, container));
  const colon = first(containers, (container) => colonIn(text, container)) ?? ': ';
  const tight = colon.endsWith(':');
  const paddingOf = (kind: ContainerNode['kind'], otherwise: string) =>
    first(oneLine, (container) => (container.kind === kind ? paddingIn(text, container) : undefined)) ?? otherwise;
  return {
    lineBreak: /\r\n|\n|\r/.exec(text)?.[0] ?? '\n',
    indentation: first(containers, (container) => indentationIn(text, container)) ?? '  ',
    colon,
    afterComma: first(oneLine, (container) => afterCommaIn(text, container)) ?? (tight ? '' : ' '),
    padding: { mapping: paddingOf('mapping', tight || isFlowRoot(text, root) ? '' : ' '), sequence: paddingOf('sequence', '') },
    isOneLine: ({ kind, flat }) => {
      const alike = containers.filter((container) => container.kind === kind && isFlat(container) === flat);
      const onOneLine = alike.filter((container) => !isBroken(text, container)).length;
      return onOneLine * 2 > alike.length;
    },
  };
}

export function childRanges(container: ContainerNode): readonly TextRange[] {
  return container.kind === 'mapping' ? container.entries.map((entry) => entry.range) : container.items.map((item) => item.range);
}

export function childNodes(container: ContainerNode): readonly SyntaxNode[] {
  return container.kind === 'mapping' ? container.entries.map((entry) => entry.value) : container.items;
}

/** What stands between the brackets besides the children: one gap before each child and one before the closing bracket. */
export function gaps(container: ContainerNode): readonly TextRange[] {
  const children = childRanges(container);
  const starts = [container.range.start + 1, ...children.map((child) => child.end)];
  const ends = [...children.map((child) => child.start), container.range.end - 1];
  return starts.map((start, index) => ({ start, end: ends[index] ?? start }));
}

/** Whether a line ends between two of the container's own children or at its brackets. */
export function isBroken(text: string, container: ContainerNode): boolean {
  return gaps(container).some((gap) => hasLineBreak(text, gap));
}

export function hasLineBreak(text: string, { start, end }: TextRange): boolean {
  return /[\r\n]/.test(text.slice(start, end));
}

export function colonIn(text: string, container: ContainerNode): string | undefined {
  const last = container.kind === 'mapping' ? container.entries.at(-1) : undefined;
  const colon = last && text.slice(last.keyRange.end, last.value.range.start);
  return colon !== undefined && /^[ \t]*:[ \t]*$/.test(colon) ? colon : undefined;
}

export function afterCommaIn(text: string, container: ContainerNode): string | undefined {
  const between = gaps(container).slice(1, -1);
  return first(between, ({ start, end }) => /^[ \t]*,([ \t]*)$/.exec(text.slice(start, end))?.[1]);
}

function paddingIn(text: string, container: ContainerNode): string | undefined {
  const before = gaps(container)[0];
  const space = before && text.slice(before.start, before.end);
  return space !== undefined && /^[ \t]*$/.test(space) ? space : undefined;
}

function indentationIn(text: string, container: ContainerNode): string | undefined {
  const inner = first(childRanges(container), (child) => ownIndentation(text, child.start));
  if (inner === undefined) return undefined;
  const outer = lineIndentation(text, container.range.start);
  return inner.startsWith(outer) && inner.length > outer.length ? inner.slice(outer.length) : undefined;
}

/** Whether it holds scalars and empty containers only. */
export function isFlat(container: ContainerNode): boolean {
  return childNodes(container).every((child) => !isContainer(child) || childNodes(child).length === 0);
}

function isFlowRoot(text: string, root: SyntaxNode): boolean {
  return isContainer(root) && childNodes(root).length > 0 && !hasLineBreak(text, root.range);
}

export function isContainer(node: SyntaxNode): node is ContainerNode {
  return node.kind === 'mapping' || node.kind === 'sequence';
}

/** The outermost containers first, as many as tell the style: a large file is not read to its end for one new line. */
function someContainers(root: SyntaxNode): readonly ContainerNode[] {
  const found = isContainer(root) ? [root] : [];
  for (let index = 0; index < found.length && found.length < enough; index++) {
    const container = found[index];
    if (container) found.push(...childNodes(container).slice(0, enough).filter(isContainer));
  }
  return found;
}

const enough = 300;

function first<Item, Found>(items: readonly Item[], look: (item: Item) => Found | undefined): Found | undefined {
  for (const item of items) {
    const found = look(item);
    if (found !== undefined) return found;
  }
  return undefined;
}

import type { TextRange } from '../../../../text/range';
import type { Entry, MappingNode, SequenceNode, SyntaxNode } from '../../../tree';
import { scanToEnd } from '../../reading/scan';

/** What stands between two brackets, or in a file of attributes: the elements and the commas, comments and white space around them. */
export interface Layout {
  readonly kind: 'body' | 'object' | 'tuple';
  /** Between the brackets. */
  readonly inner: TextRange;
  /** False for the attributes of a file, which stand between no brackets. */
  readonly bracketed: boolean;
  /** In the order of the text. */
  readonly elements: readonly Element[];
  /** `gaps[i]` stands before element i, the last one after the last element. */
  readonly gaps: readonly (readonly GapToken[])[];
}

/** An attribute, an entry of an object, an item of a tuple or one nested block. */
export interface Element {
  /** Without comma and comment; a nested block from its first word to its `}`. */
  readonly range: TextRange;
  /** What an attribute's or object's key is given to, an item, or the body of a nested block. */
  readonly value: SyntaxNode;
  /** The value with the parentheses or the `toset(…)` around it, which the tree leaves out. */
  readonly outer: TextRange;
  readonly entry: Entry | undefined;
  readonly isBlock: boolean;
}

export interface GapToken {
  readonly kind: 'space' | 'newline' | 'comma' | 'comment';
  readonly range: TextRange;
}

/** Undefined for what is no container of its own, and where the text has more than the tree tells. */
export function layoutOf(text: string, node: MappingNode | SequenceNode): Layout | undefined {
  const found = node.kind === 'mapping' ? bracesOf(text, node) : bracketsOf(text, node);
  if (!found) return undefined;
  const { kind, inner, bracketed } = found;
  const elements = elementsOf(text, node, inner);
  const bounds = [inner.start, ...elements.flatMap(({ range }) => [range.start, range.end]), inner.end];
  if (bounds.some((bound, index) => bound < (bounds[index - 1] ?? 0))) return undefined;
  const gaps: (readonly GapToken[])[] = [];
  for (let index = 0; index <= elements.length; index++) {
    const gap = readGap(text, { start: bounds[index * 2] ?? 0, end: bounds[index * 2 + 1] ?? 0 });
    if (!gap || (kind === 'body' && gap.some((token) => token.kind === 'comma'))) return undefined;
    gaps.push(gap);
  }
  return { kind, inner, bracketed, elements, gaps };
}

/** The white space at the start of the line in which `offset` stands. */
export function indentAt(text: string, offset: number): string {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  return /^[ \t]*/.exec(text.slice(lineStart, offset))?.[0] ?? '';
}

/** Whether the body is what a `dynamic` block repeats. */
export function isDynamic(body: SyntaxNode): boolean {
  return body.kind === 'mapping' && body.header?.type === 'dynamic';
}

export function columnAt(text: string, offset: number): number {
  return offset - (text.lastIndexOf('\n', offset - 1) + 1);
}

export function hasComments(layout: Layout): boolean {
  return layout.gaps.some((gap) => gap.some((token) => token.kind === 'comment'));
}

export function isOneLine(layout: Layout): boolean {
  return !layout.gaps.some((gap) => gap.some((token) => token.kind === 'newline'));
}

function bracesOf(text: string, node: MappingNode): Pick<Layout, 'kind' | 'inner' | 'bracketed'> | undefined {
  const { start, end } = node.range;
  const hasBraces = text.charAt(start) === '{' && text.charAt(end - 1) === '}' && end - start >= 2;
  const kind = isBody(text, node) ? 'body' : 'object';
  if (hasBraces) return { kind, inner: { start: start + 1, end: end - 1 }, bracketed: true };
  const isFile = !node.header && kind === 'body';
  return isFile ? { kind, inner: { start: 0, end: text.length }, bracketed: false } : undefined;
}

/** Whether it holds attributes and blocks: a block, or the file of a mapping without braces. */
export function isBody(text: string, node: SyntaxNode): boolean {
  return node.kind === 'mapping' && (node.header !== undefined || text.charAt(node.range.start) !== '{');
}

function bracketsOf(text: string, node: SequenceNode): Pick<Layout, 'kind' | 'inner' | 'bracketed'> | undefined {
  const { start, end } = node.range;
  if (node.blockName !== undefined || text.charAt(start) !== '[' || text.charAt(end - 1) !== ']') return undefined;
  return { kind: 'tuple', inner: { start: start + 1, end: end - 1 }, bracketed: true };
}

function elementsOf(text: string, node: MappingNode | SequenceNode, inner: TextRange): readonly Element[] {
  if (node.kind === 'sequence') {
    return node.items.map((value) => {
      const outer = outerRange(text, value.range, inner);
      return { range: outer, value, outer, entry: undefined, isBlock: false };
    });
  }
  const elements = node.entries.flatMap((entry): Element[] => {
    const { value, keyRange } = entry;
    if (value.kind === 'sequence' && value.blockName !== undefined)
      return value.items.map((body) => blockElement(text, entry, body));
    const outer = outerRange(text, value.range, { start: keyRange.end, end: inner.end });
    return [{ range: { start: keyRange.start, end: outer.end }, value, outer, entry, isBlock: false }];
  });
  return elements.sort((a, b) => a.range.start - b.range.start);
}

function blockElement(text: string, entry: Entry, body: SyntaxNode): Element {
  const header = body.kind === 'mapping' ? body.header : undefined;
  const start = header?.range.start ?? body.range.start;
  // The tree has the `content` in the place of a `dynamic` block's own body.
  const brace = isDynamic(body) ? text.indexOf('{', header?.range.end) : -1;
  const end = brace < 0 ? body.range.end : scanToEnd(text, brace).end;
  return { range: { start, end }, value: body, outer: body.range, entry, isBlock: true };
}

function outerRange(text: string, inner: TextRange, limits: TextRange): TextRange {
  let { start } = inner;
  let depth = 0;
  for (let next = openerBefore(text, start); next !== undefined && next >= limits.start; next = openerBefore(text, start)) {
    start = next;
    depth++;
  }
  let { end } = inner;
  for (; depth > 0; depth--) {
    closer.lastIndex = end;
    if (!closer.test(text) || closer.lastIndex > limits.end) return inner;
    end = closer.lastIndex;
  }
  return { start, end };
}

function openerBefore(text: string, at: number): number | undefined {
  let start = at;
  while (/[ \t\r\n]/.test(text.charAt(start - 1))) start--;
  if (text.charAt(start - 1) !== '(') return undefined;
  start--;
  const end = start;
  while (/[\w-]/.test(text.charAt(start - 1))) start--;
  return start === end || transparentCalls.has(text.slice(start, end)) ? start : undefined;
}

const closer = /[ \t\r\n]*,?[ \t\r\n]*\)/y;
const transparentCalls: ReadonlySet<string> = new Set(['toset', 'tolist', 'set', 'tomap']);

function readGap(text: string, { start, end }: TextRange): readonly GapToken[] | undefined {
  const tokens: GapToken[] = [];
  for (let at = start; at < end; ) {
    gapToken.lastIndex = at;
    const groups = gapToken.exec(text)?.groups;
    const kind = gapKinds.find((candidate) => groups?.[candidate] !== undefined);
    if (!kind || gapToken.lastIndex > end) return undefined;
    tokens.push({ kind, range: { start: at, end: gapToken.lastIndex } });
    at = gapToken.lastIndex;
  }
  return tokens;
}

const gapToken =
  /(?<space>[ \t\uFEFF]+)|(?<newline>\r?\n)|(?<comma>,)|(?<comment>(?:#|\/\/)[^\n]*?(?=\r?\n|$)|\/\*[\s\S]*?\*\/)/y;
const gapKinds = ['space', 'newline', 'comma', 'comment'] as const;

import type { TextRange } from '../../../text/range';
import type { Entry, MappingNode, OpaqueNode, SequenceNode, SyntaxNode, TemplatePart } from '../../tree';
import { meaningOf, readString, type StringContent } from '../stringPieces';
import type { ConcreteNode } from './grammar';

/** What the expressions of one top-level block are read with. */
export interface Reading {
  /** As the user has it, without repairs. */
  readonly text: string;
  /** Whether the block has a syntax error, so that nothing in it is known to be complete. */
  readonly broken: boolean;
  /** By the offset of its opening quote: the end of a string that the text leaves open. */
  readonly openStrings: ReadonlyMap<number, number>;
  /** Told each call that encodes a document that is spelled out. */
  onEncoded(owner: OpaqueNode, argument: SyntaxNode): void;
  /** Told each string that is read whole. */
  onString(owner: SyntaxNode, content: StringContent, holes: readonly SyntaxNode[]): void;
  /** Told that the text breaks a rule that the grammar lets pass. */
  onFlaw(): void;
}

/** An `expression` of the grammar in our tree. What it can't be told to mean is opaque. */
export function convertExpression(reading: Reading, node: ConcreteNode): SyntaxNode {
  const parts = withoutComments(node);
  const [first, second, third] = parts;
  if (!first || parts.some(({ type }) => type === 'ERROR')) return opaque(node);
  if (first.type === '(' && second && third?.type === ')' && parts.length === 3) return convertExpression(reading, second);
  if (first.type === 'variable_expr') return convertTraversal(reading, node, parts);
  if (parts.length > 1) return opaque(node);
  switch (first.type) {
    case 'literal_value':
      return convertLiteral(reading, first);
    case 'template_expr':
      return convertTemplate(reading, first);
    case 'collection_value':
      return convertCollection(reading, first);
    case 'function_call':
      return convertCall(reading, first);
    case 'operation':
      return convertOperation(reading, first);
    default:
      return opaque(node);
  }
}

export function withoutComments(node: ConcreteNode): readonly ConcreteNode[] {
  return node.children.some(({ type }) => type === 'comment')
    ? node.children.filter(({ type }) => type !== 'comment')
    : node.children;
}

export function rangeOf({ start, end }: ConcreteNode): TextRange {
  return { start, end };
}

/** Whether no line ends between the two offsets. */
export function onOneRow(text: string, start: number, end: number): boolean {
  const lineBreak = text.indexOf('\n', start);
  return lineBreak < 0 || lineBreak >= end;
}

function opaque(node: ConcreteNode): OpaqueNode {
  return { kind: 'opaque', range: rangeOf(node) };
}

function convertTraversal(reading: Reading, node: ConcreteNode, parts: readonly ConcreteNode[]): SyntaxNode {
  const path = parts.map((part) => stepOf(reading, part));
  const known = path.filter((step) => step !== undefined);
  // `var.` at the end of a half-typed line takes the next line's key along.
  if (known.length < path.length || node.hasError || !onOneRow(reading.text, node.start, node.end)) return opaque(node);
  return { kind: 'reference', range: rangeOf(node), path: known };
}

function stepOf({ text }: Reading, part: ConcreteNode): string | number | undefined {
  if (part.type === 'variable_expr') return text.slice(part.start, part.end);
  const inner = withoutComments(part);
  if (part.type === 'get_attr') return inner[1] && text.slice(inner[1].start, inner[1].end);
  const index = part.type === 'index' ? inner[0] : undefined;
  if (!index) return undefined;
  // The digits behind the dot have no node.
  if (index.type === 'legacy_index') return Number(text.slice(index.start + 1, index.end));
  const key = withoutComments(index)[1];
  const literal = key ? withoutComments(key) : [];
  if (literal.length !== 1 || literal[0]?.type !== 'literal_value') return undefined;
  const value = scalarOf(text, literal[0]);
  return typeof value === 'string' || typeof value === 'number' ? value : undefined;
}

function convertLiteral(reading: Reading, node: ConcreteNode): SyntaxNode {
  const literal = node.children[0];
  if (literal?.type === 'string_lit') return convertString(reading, literal, []);
  const value = scalarOf(reading.text, node);
  return value === undefined ? opaque(node) : { kind: 'scalar', range: rangeOf(node), value };
}

/** Undefined for what is no literal of HCL. */
function scalarOf(text: string, node: ConcreteNode): string | number | boolean | null | undefined {
  const literal = node.children[0];
  const source = text.slice(node.start, node.end);
  switch (literal?.type) {
    case 'bool_lit':
      return source === 'true';
    case 'null_lit':
      return null;
    case 'numeric_lit':
      return /^0x/.test(source) ? undefined : Number(source);
    case 'string_lit': {
      const content = readString(text, rangeOf(literal));
      return content?.pieces.every(({ kind }) => kind !== 'hole')
        ? content.pieces.map((piece) => meaningOf(text, piece)).join('')
        : undefined;
    }
    default:
      return undefined;
  }
}

function convertTemplate(reading: Reading, node: ConcreteNode): SyntaxNode {
  const template = node.children[0];
  if (!template) return opaque(node);
  const interpolations = template.children.filter(({ type }) => type === 'template_interpolation');
  const [first] = interpolations;
  const isOnlyHole = first?.start === template.start + 1 && first.end === template.end - 1;
  // What is encoded into the middle of a string is no document by itself.
  const readingHoles = isOnlyHole ? reading : { ...reading, onEncoded: () => undefined };
  const holes = interpolations.map((interpolation) => {
    const inner = interpolation.children.find(({ type }) => type === 'expression');
    return { start: interpolation.start, node: inner ? convertExpression(readingHoles, inner) : opaque(interpolation) };
  });
  return convertString(reading, template, holes);
}

interface Hole {
  readonly start: number;
  readonly node: SyntaxNode;
}

function convertString(reading: Reading, node: ConcreteNode, holes: readonly Hole[]): SyntaxNode {
  const openEnd = reading.openStrings.get(node.start);
  if (openEnd !== undefined) return { kind: 'opaque', range: { start: node.start, end: openEnd } };
  const content = node.hasError ? undefined : readString(reading.text, rangeOf(node));
  if (!content) return opaque(node);
  const found = content.pieces.filter(({ kind }) => kind === 'hole');
  // The grammar misses holes in a heredoc's line that begins like its end.
  if (found.length !== holes.length || found.some(({ range }, index) => range.start !== holes[index]?.start)) return opaque(node);
  const holeNodes = holes.map((hole) => hole.node);
  const string: SyntaxNode =
    holes.length > 0
      ? { kind: 'template', range: rangeOf(node), parts: templateParts(reading.text, content, holeNodes) }
      : { kind: 'scalar', range: rangeOf(node), value: content.pieces.map((piece) => meaningOf(reading.text, piece)).join('') };
  reading.onString(string, content, holeNodes);
  return string;
}

/** `holes` are the expressions of the pieces that are holes, in their order. */
export function templateParts(text: string, { pieces }: StringContent, holes: readonly SyntaxNode[]): TemplatePart[] {
  const parts: TemplatePart[] = [];
  let nextHole = 0;
  for (const piece of pieces) {
    const last = parts.at(-1);
    const hole = piece.kind === 'hole' ? holes[nextHole++] : undefined;
    if (hole) parts.push({ hole });
    else if (last && 'literal' in last)
      parts[parts.length - 1] = {
        literal: last.literal + meaningOf(text, piece),
        range: { start: last.range.start, end: piece.range.end },
      };
    else parts.push({ literal: meaningOf(text, piece), range: piece.range });
  }
  return parts;
}

function convertCollection(reading: Reading, node: ConcreteNode): SyntaxNode {
  const collection = node.children[0];
  if (collection?.type === 'tuple') return convertTuple(reading, collection);
  return collection?.type === 'object' ? convertObject(reading, collection) : opaque(node);
}

function convertTuple(reading: Reading, node: ConcreteNode): SequenceNode {
  // Behind an error the items may be another attribute's.
  const error = node.children.findIndex(({ type }) => type === 'ERROR');
  const safe = error < 0 ? node.children : node.children.slice(0, error);
  const items = safe.filter(({ type }) => type === 'expression').map((item) => convertExpression(reading, item));
  return { kind: 'sequence', range: rangeOf(node), items, complete: !reading.broken, editable: true };
}

function convertObject(reading: Reading, node: ConcreteNode): MappingNode {
  const entries: Entry[] = [];
  let complete = !reading.broken;
  for (const element of node.children) {
    if (element.type !== 'object_elem') continue;
    const entry = convertElement(reading, element);
    if (entry) entries.push(entry);
    else complete = false;
  }
  return { kind: 'mapping', range: rangeOf(node), entries, complete, editable: true };
}

function convertElement(reading: Reading, element: ConcreteNode): Entry | undefined {
  const [key, sign, value] = withoutComments(element);
  if (key?.type !== 'expression' || !sign || value?.type !== 'expression') return undefined;
  if (!onOneRow(reading.text, key.end, value.start)) {
    reading.onFlaw();
    return undefined;
  }
  const name = keyOf(reading.text, key);
  if (name === undefined) return undefined;
  return {
    key: name,
    keyRange: rangeOf(key),
    value: convertExpression(reading, value),
    range: { start: key.start, end: value.end },
  };
}

function keyOf(text: string, key: ConcreteNode): string | undefined {
  const [only, ...others] = withoutComments(key);
  if (!only || others.length > 0 || only.hasError) return undefined;
  if (only.type === 'variable_expr') return text.slice(only.start, only.end);
  const value = only.type === 'literal_value' ? scalarOf(text, only) : undefined;
  return value === undefined ? undefined : String(value);
}

function convertOperation(reading: Reading, node: ConcreteNode): SyntaxNode {
  const operation = node.children[0];
  const [sign, operand] = operation?.type === 'unary_operation' ? withoutComments(operation) : [];
  const value = sign?.type === '-' && operand?.type === 'literal_value' ? scalarOf(reading.text, operand) : undefined;
  return typeof value === 'number' ? { kind: 'scalar', range: rangeOf(node), value: -value } : opaque(node);
}

function convertCall(reading: Reading, node: ConcreteNode): SyntaxNode {
  const parts = withoutComments(node);
  const list = parts.find(({ type }) => type === 'function_arguments');
  const name = parts[0] && reading.text.slice(parts[0].start, parts[0].end);
  if (!name || parts.some(({ type }) => type === 'ERROR') || list?.children.some(({ type }) => type === 'ERROR'))
    return opaque(node);
  const given = list?.children.filter(({ type }) => type === 'expression') ?? [];
  const args = given.map((argument) => convertExpression(reading, argument));
  const spread = list?.children.some(({ type }) => type === 'ellipsis') ?? false;
  const [only] = args;
  if (transparent.has(name) && only && args.length === 1 && !spread) return only;
  if (name === 'concat') return concatenation(reading, node, args, spread);
  if (name === 'merge') return merger(reading, node, args, spread);
  const call: OpaqueNode = { kind: 'opaque', range: rangeOf(node), call: { name, arguments: args } };
  const isDocument = only?.kind === 'mapping' || only?.kind === 'sequence';
  if (encoders.has(name) && isDocument && args.length === 1 && !spread) reading.onEncoded(call, only);
  return call;
}

const transparent: ReadonlySet<string> = new Set(['toset', 'tolist', 'set', 'tomap']);
const encoders: ReadonlySet<string> = new Set(['jsonencode', 'yamlencode']);

function concatenation(reading: Reading, node: ConcreteNode, lists: readonly SyntaxNode[], spread: boolean): SequenceNode {
  const known = spread ? lists.slice(0, -1) : lists;
  return {
    kind: 'sequence',
    range: rangeOf(node),
    items: known.flatMap((list) => (list.kind === 'sequence' ? list.items : [])),
    complete: !reading.broken && !spread && known.every((list) => list.kind === 'sequence' && list.complete),
    editable: false,
  };
}

function merger(reading: Reading, node: ConcreteNode, maps: readonly SyntaxNode[], spread: boolean): MappingNode {
  const isKnown = (map: SyntaxNode, index: number) =>
    map.kind === 'mapping' && map.complete && !(spread && index === maps.length - 1);
  // A map that isn't known may replace each entry before it.
  const lastUnknown = maps.findLastIndex((map, index) => !isKnown(map, index));
  const certain = maps.slice(Math.max(0, maps[lastUnknown]?.kind === 'mapping' ? lastUnknown : lastUnknown + 1));
  return {
    kind: 'mapping',
    range: rangeOf(node),
    entries: certain.flatMap((map) => (map.kind === 'mapping' ? map.entries : [])),
    complete: !reading.broken && lastUnknown < 0,
    editable: false,
  };
}

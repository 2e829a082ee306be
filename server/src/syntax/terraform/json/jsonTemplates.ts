import type { TextRange } from '../../../text/range';
import type { EmbeddedRoot } from '../../format';
import { endInText, type Segment, startInText } from '../../strings/segments';
import { type Entry, entryOf, type MappingNode, type ScalarNode, type SyntaxNode } from '../../tree';
import { embeddedJson } from '../embedded';
import { moved } from '../moved';
import { convertExpression, type Reading, templateParts } from '../reading/convert';
import { parseConcrete } from '../reading/grammar';
import { meaningOf, readTemplate, type StringContent, type StringPiece } from '../stringPieces';

export interface WithExpressions {
  readonly node: SyntaxNode;
  readonly embedded: readonly EmbeddedRoot[];
}

/** A JSON tree in which strings with `${…}` are templates, or, where they are nothing else, the expression itself. */
export function withExpressions(text: string, node: SyntaxNode): WithExpressions {
  const embedded: EmbeddedRoot[] = [];
  return { node: convertNode(text, node, (root) => embedded.push(root)), embedded };
}

/** A JSON string read as a template. */
export interface JsonString {
  /** With ranges in the JSON text. */
  readonly content: StringContent;
  /** For each hole, in their order, the expression with ranges in the JSON text. */
  readonly holes: readonly SyntaxNode[];
}

/** Undefined as for `readString`. */
export function jsonStringContent(text: string, { start, end }: TextRange): JsonString | undefined {
  const range = { start: start + 1, end: end - 1 };
  const units = jsonUnits(text, range);
  const decoded = units
    .map((unit) => (unit.kind === 'escape' ? decodedEscape(text, unit) : text.slice(unit.outer, unit.outerEnd)))
    .join('');
  const template = readTemplate(decoded);
  if (!template) return undefined;
  const place = ({ start: from, end: to }: TextRange): TextRange => {
    const outer = startInText(units, from) ?? range.start;
    return { start: outer, end: from === to ? outer : (endInText(units, to) ?? range.end) };
  };
  const holes = template.filter(({ kind }) => kind === 'hole').map((hole) => moved(readHole(decoded, hole.range), place));
  const pieces = template.flatMap((piece) =>
    piece.kind === 'text' ? splitAtEscapes(units, decoded, piece.range) : { ...piece, range: place(piece.range) },
  );
  return { content: { pieces, range, quoted: true, stripped: '' }, holes };
}

function convertNode(text: string, node: SyntaxNode, onEmbedded: (root: EmbeddedRoot) => void): SyntaxNode {
  switch (node.kind) {
    case 'mapping':
      return convertMapping(text, node, onEmbedded);
    case 'sequence':
      return { ...node, items: node.items.map((item) => convertNode(text, item, onEmbedded)) };
    case 'scalar':
      return typeof node.value === 'string' ? convertString(text, node, node.value, onEmbedded) : node;
    default:
      return node;
  }
}

function convertMapping(text: string, node: MappingNode, onEmbedded: (root: EmbeddedRoot) => void): MappingNode {
  const isComputed = ({ key }: Entry) => /[$%]\{/.test(key);
  const told = node.entries.filter((entry) => !isComputed(entry));
  const entries = told.map((entry) => ({ ...entry, value: convertNode(text, entry.value, onEmbedded) }));
  const complete = node.complete && told.length === node.entries.length;
  return { ...node, entries: entries.reduce(withBlocksOf, entries), complete };
}

/** Of a `dynamic` block what it repeats, as in HCL: under the name of the blocks, which may be none, or others besides. */
function withBlocksOf(entries: readonly Entry[], dynamic: Entry): Entry[] {
  const blocks = dynamic.key === 'dynamic' && dynamic.value.kind === 'mapping' ? dynamic.value.entries : [];
  if (blocks.length === 0 || !blocks.every(({ value }) => mappingsOf(value).every(isRepeated))) return [...entries];
  const present = new Map(entries.flatMap((entry) => (entry === dynamic ? [] : [[entry.key, entry] as const])));
  for (const block of blocks) {
    const own = present.get(block.key);
    const range = own?.value.range ?? block.value.range;
    const items = [...(own ? mappingsOf(own.value) : []), ...mappingsOf(block.value).flatMap(contentOf(block))];
    const value = { kind: 'sequence', range, items, complete: false, editable: false, blockName: block.key } as const;
    present.set(block.key, { ...(own ?? block), value });
  }
  return [...present.values()];
}

function mappingsOf(value: SyntaxNode): readonly MappingNode[] {
  if (value.kind === 'mapping') return [value];
  return value.kind === 'sequence' ? value.items.filter((item) => item.kind === 'mapping') : [];
}

function isRepeated(block: MappingNode): boolean {
  return entryOf(block, 'for_each') !== undefined && entryOf(block, 'content') !== undefined;
}

function contentOf({ key, keyRange }: Entry): (block: MappingNode) => readonly MappingNode[] {
  const header = { type: 'dynamic', labels: [key], range: keyRange, labelRanges: [keyRange] };
  return (block) => {
    const content = entryOf(block, 'content')?.value;
    return content ? mappingsOf(content).map((body) => ({ ...body, header })) : [];
  };
}

function convertString(text: string, node: ScalarNode, value: string, onEmbedded: (root: EmbeddedRoot) => void): SyntaxNode {
  if (!/[$%]\{|^\s*[[{]/.test(value)) return node;
  const string = jsonStringContent(text, node.range);
  if (!string) return { kind: 'opaque', range: node.range };
  const { content, holes } = string;
  const [only] = holes;
  if (only && content.pieces.length === 1) return { ...only, range: node.range };
  const converted: SyntaxNode =
    holes.length > 0
      ? { kind: 'template', range: node.range, parts: templateParts(text, content, holes) }
      : { ...node, value: content.pieces.map((piece) => meaningOf(text, piece)).join('') };
  const json = embeddedJson(text, converted, content, holes);
  if (json) onEmbedded(json);
  return converted;
}

/** The stretches of a JSON string with and without escapes; `inner` counts in what JSON makes of it. */
function jsonUnits(text: string, { start, end }: TextRange): readonly Segment[] {
  const units: Segment[] = [];
  let inner = 0;
  for (const { 0: source, index } of text.slice(start, end).matchAll(/\\u[0-9a-fA-F]{4}|\\.|[^\\]+/g)) {
    const kind = source.startsWith('\\') ? 'escape' : 'text';
    const length = kind === 'escape' ? 1 : source.length;
    units.push({ kind, inner, innerEnd: inner + length, outer: start + index, outerEnd: start + index + source.length });
    inner += length;
  }
  return units;
}

function decodedEscape(text: string, { outer, outerEnd }: Segment): string {
  const source = text.slice(outer, outerEnd);
  if (source.startsWith('\\u')) return String.fromCharCode(Number.parseInt(source.slice(2), 16));
  return simpleEscapes[source.charAt(1)] ?? source.charAt(1);
}

const simpleEscapes: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

function splitAtEscapes(units: readonly Segment[], decoded: string, { start, end }: TextRange): StringPiece[] {
  const within = units.filter(({ inner, innerEnd }) => inner < end && start < innerEnd);
  return within.map((unit) => {
    if (unit.kind === 'escape') {
      return {
        kind: 'escape',
        range: { start: unit.outer, end: unit.outerEnd },
        means: decoded.slice(unit.inner, unit.innerEnd),
      };
    }
    const from = Math.max(start, unit.inner) - unit.inner;
    const to = Math.min(end, unit.innerEnd) - unit.inner;
    return { kind: 'text', range: { start: unit.outer + from, end: unit.outer + to } };
  });
}

/** The expression between `${` and `}`, with ranges in `decoded`. */
function readHole(decoded: string, { start, end }: TextRange): SyntaxNode {
  const source = `${attributeStart}${decoded.slice(start + 2, end - 1)}`;
  const attribute = parseConcrete(`${source}\n`)?.children[0]?.children[0];
  const expression = attribute?.type === 'attribute' && !attribute.hasError ? attribute.children[2] : undefined;
  if (expression?.type !== 'expression') return { kind: 'opaque', range: { start, end } };
  const shift = start + 2 - attributeStart.length;
  const node = convertExpression(readingOf(source), expression);
  return moved(node, (range) => ({ start: range.start + shift, end: range.end + shift }));
}

const attributeStart = 'x=';

function readingOf(text: string): Reading {
  const ignore = () => undefined;
  return { text, broken: false, openStrings: new Map(), onEncoded: ignore, onString: ignore, onFlaw: ignore };
}

import type { TextRange } from '../../../text/range';
import type { Entry, MappingNode, SyntaxNode, TemplatePart } from '../../tree';

/** A place in a JSON text whose value a Terraform expression makes. */
export interface JsonHole {
  /** In the JSON text, with the quotes that were made up where the expression stands outside of a string. */
  readonly range: TextRange;
  /** With ranges in the JSON text. */
  readonly node: SyntaxNode;
}

/** The tree of a JSON text with placeholders, with the expressions in their place. `holes` are in the order of the text. */
export function withHoles(text: string, node: SyntaxNode, holes: readonly JsonHole[]): SyntaxNode {
  const within = holes.filter(({ range }) => node.range.start <= range.start && range.end <= node.range.end);
  if (within.length === 0) return node;
  switch (node.kind) {
    case 'mapping':
      return mappingWithHoles(text, node, within);
    case 'sequence':
      return { ...node, items: node.items.map((item) => withHoles(text, item, within)) };
    case 'scalar':
      return stringWithHoles(text, node.range, within);
    default:
      return node;
  }
}

/** A JSON string in which `holes` stand. */
function stringWithHoles(text: string, range: TextRange, holes: readonly JsonHole[]): SyntaxNode {
  const [only] = holes;
  if (only?.range.start === range.start) return unwrapped(only.node);
  const parts: TemplatePart[] = [];
  let at = range.start + 1;
  const literalUntil = (end: number) => {
    if (end > at) parts.push({ literal: meaningOfJson(text.slice(at, end)), range: { start: at, end } });
  };
  for (const hole of holes) {
    literalUntil(hole.range.start);
    parts.push({ hole: hole.node });
    at = hole.range.end;
  }
  literalUntil(range.end - 1);
  return { kind: 'template', range, parts };
}

/** In the place of a JSON value, `${jsonencode(x)}` is x. */
function unwrapped(node: SyntaxNode): SyntaxNode {
  const [only] = node.kind === 'opaque' && node.call?.name === 'jsonencode' ? node.call.arguments : [];
  return only ?? node;
}

function mappingWithHoles(text: string, node: MappingNode, holes: readonly JsonHole[]): MappingNode {
  const isComputed = ({ keyRange }: Entry) =>
    holes.some(({ range }) => keyRange.start <= range.start && range.end <= keyRange.end);
  const known = node.entries.filter((entry) => !isComputed(entry));
  return {
    ...node,
    entries: known.map((entry) => ({ ...entry, value: withHoles(text, entry.value, holes) })),
    complete: node.complete && known.length === node.entries.length,
  };
}

function meaningOfJson(source: string): string {
  try {
    return String(JSON.parse(`"${source}"`));
  } catch {
    return source;
  }
}

import type { Segment } from '../strings/segments';
import { holeUnit, isString, type StringNode, type SyntaxNode } from '../tree';

/** See `Format.segments`: where the stretches of a JSON string's meaning and its escapes stand in `text`. */
export function stringSegments(text: string, node: SyntaxNode): readonly Segment[] | undefined {
  if (!isString(node)) return undefined;
  const { start, end } = node.range;
  const segments: Segment[] = [];
  const add = (kind: Segment['kind'], outer: number, outerEnd: number, length: number) => {
    const inner = segments.at(-1)?.innerEnd ?? 0;
    segments.push({ kind, inner, innerEnd: inner + length, outer, outerEnd });
  };
  const addLiteral = (from: number, to: number) => {
    for (const { 0: source, index } of text.slice(from, to).matchAll(/\\u[0-9A-Fa-f]{4}|\\.|[^\\]+/g)) {
      const isEscape = source.startsWith('\\');
      add(isEscape ? 'escape' : 'text', from + index, from + index + source.length, isEscape ? 1 : source.length);
    }
  };
  if (node.kind === 'scalar') {
    addLiteral(start + 1, end - 1);
    return segments;
  }
  // Expressions that Terraform puts in take what is left between the literal parts, where several in a row can't be told apart.
  let at = start + 1;
  let holes = 0;
  const addHoles = (to: number) => {
    if (holes > 0) add('hole', at, to, holes * holeUnit.length);
    holes = 0;
  };
  for (const part of node.parts) {
    if ('hole' in part) holes++;
    else {
      addHoles(part.range.start);
      addLiteral(part.range.start, part.range.end);
      at = part.range.end;
    }
  }
  addHoles(end - 1);
  return segments;
}

/** What a whole string means once something in it has changed, holes as in `meaningOfString`; `before` is the string as it stands in `text`. */
export function changedMeaning(text: string, before: StringNode, written: string): string | undefined {
  const holes = (stringSegments(text, before) ?? []).filter(({ kind }) => kind === 'hole');
  let rest = readString(written);
  let meaning = '';
  for (const { inner, innerEnd, outer, outerEnd } of holes) {
    const hole = text.slice(outer, outerEnd);
    const at = rest?.indexOf(hole) ?? -1;
    if (rest === undefined || at < 0) return undefined;
    meaning += rest.slice(0, at) + holeUnit.repeat((innerEnd - inner) / holeUnit.length);
    rest = rest.slice(at + hole.length);
  }
  return rest === undefined ? undefined : meaning + rest;
}

function readString(written: string): string | undefined {
  try {
    const value: unknown = JSON.parse(written);
    return typeof value === 'string' ? value : undefined;
  } catch {
    return undefined;
  }
}

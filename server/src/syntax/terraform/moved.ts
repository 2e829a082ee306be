import type { TextRange } from '../../text/range';
import type { Entry, SyntaxNode, TemplatePart } from '../tree';

/** The node with its ranges in another text, where its own words don't stand, so that nothing in it can be edited. */
export function moved(node: SyntaxNode, place: (range: TextRange) => TextRange): SyntaxNode {
  const range = place(node.range);
  switch (node.kind) {
    case 'mapping':
      return { ...node, range, entries: node.entries.map((entry) => movedEntry(entry, place)), editable: false };
    case 'sequence':
      return { ...node, range, items: node.items.map((item) => moved(item, place)), editable: false };
    case 'template':
      return { ...node, range, parts: node.parts.map((part) => movedPart(part, place)) };
    case 'opaque': {
      const call = node.call && { ...node.call, arguments: node.call.arguments.map((argument) => moved(argument, place)) };
      return call ? { ...node, range, call } : { ...node, range };
    }
    default:
      return { ...node, range };
  }
}

function movedEntry(entry: Entry, place: (range: TextRange) => TextRange): Entry {
  return { ...entry, keyRange: place(entry.keyRange), value: moved(entry.value, place), range: place(entry.range) };
}

function movedPart(part: TemplatePart, place: (range: TextRange) => TextRange): TemplatePart {
  return 'hole' in part ? { hole: moved(part.hole, place) } : { ...part, range: place(part.range) };
}

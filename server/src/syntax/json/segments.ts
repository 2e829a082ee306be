import type { Segment } from '../format';
import type { SyntaxNode } from '../tree';

/** Where the stretches of a JSON string's meaning that need no escape stand in `text`; undefined for what is no string. */
export function stringSegments(text: string, node: SyntaxNode): readonly Segment[] | undefined {
  if (node.kind !== 'scalar' || typeof node.value !== 'string') return undefined;
  const written = text.slice(node.range.start + 1, node.range.end - 1);
  const segments: Segment[] = [];
  let inner = 0;
  for (let at = 0; at < written.length; ) {
    const backslash = written.indexOf('\\', at);
    const stop = backslash < 0 ? written.length : backslash;
    if (stop > at) segments.push({ inner, outer: node.range.start + 1 + at, length: stop - at });
    inner += stop - at + 1;
    at = stop + (written[stop + 1] === 'u' ? 6 : 2);
  }
  return segments;
}

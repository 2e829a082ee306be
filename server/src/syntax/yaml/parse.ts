import type { Format, PlacedRoot, Root } from '../format';
import { documentTexts } from './documents';
import { documentTree } from './documentTree';
import { readDocument } from './readDocument';

/** A root for each document that holds something. Documents whose text is among `previous` stay the same objects. */
export function parseStream(format: Format, text: string, previous: readonly PlacedRoot[] = []): readonly PlacedRoot[] {
  const reusable = new Map<string, Root[]>();
  for (const { root } of previous) {
    const alike = reusable.get(root.text);
    if (alike) alike.push(root);
    else reusable.set(root.text, [root]);
  }
  const start = text.startsWith(byteOrderMark) ? byteOrderMark.length : 0;
  return documentTexts(withLineFeeds(text), start).flatMap((document): PlacedRoot[] => {
    const own = text.slice(document.offset, document.offset + document.text.length);
    // Every earlier root is given away once: two documents with the same text are still two.
    const root = reusable.get(own)?.shift() ?? parseDocument(format, own, document.text);
    return root ? [{ root, offset: document.offset }] : [];
  });
}

function parseDocument(format: Format, text: string, readable: string): Root | undefined {
  const read = readDocument(readable);
  const range = { start: 0, end: text.length };
  if (read === 'tooDeep') {
    const unread = { reason: read, range: { start: 0, end: 1 } };
    return { format, text, node: { kind: 'opaque', range }, comments: [], broken: true, embedded: [], unread };
  }
  const node = read ? documentTree(read) : { kind: 'opaque' as const, range };
  if (!node) return undefined;
  const [tooDeep] = [...(read?.tooDeep ?? [])].map(({ offset }) => ({ start: offset, end: offset + 1 }));
  const unread = tooDeep && ({ reason: 'tooDeep', range: tooDeep } as const);
  return { format, text, node, comments: read?.comments ?? [], broken: read?.broken ?? true, embedded: [], unread };
}

/** To YAML a lone CR ends a line as well; the library knows LF and CRLF only. No offset changes. */
function withLineFeeds(text: string): string {
  return text.includes('\r') ? text.replace(/\r(?!\n)/g, '\n') : text;
}

const byteOrderMark = '\ufeff';

import { changeWithin } from '../../text/change';
import { ownText } from '../../text/ownText';
import type { Format, PlacedRoot, Previous, Root } from '../format';
import { type EarlierRoot, withItems } from '../list/listItems';
import { withChange } from '../list/nestedItem';
import { itemStretches, yamlList } from './list';
import { type DocumentText, documentTexts } from './reading/documents';
import { documentTree } from './reading/documentTree';
import { withLineFeeds } from './reading/lineFeeds';
import { readDocument } from './reading/readDocument';

/** A root for each document that holds something. Documents whose text is among those of `previous` stay the same objects. */
export function parseStream(format: Format, text: string, previous: Previous = nothingBefore): readonly PlacedRoot[] {
  const reusable = new Map<string, Root[]>();
  for (const { root } of previous.roots) {
    const alike = reusable.get(root.text);
    if (alike) alike.push(root);
    else reusable.set(root.text, [root]);
  }
  const start = text.startsWith(byteOrderMark) ? byteOrderMark.length : 0;
  const read = (own: string, { text: readable }: DocumentText, earlier: EarlierRoot | undefined) =>
    (earlier && withChange(earlier, own, yamlList)) ?? parseDocument(format, own, readable, earlier?.root);
  return documentTexts(withLineFeeds(text), start).flatMap((document): PlacedRoot[] => {
    const own = text.slice(document.offset, document.offset + document.text.length);
    // Every earlier root is given away once: two documents with the same text are still two.
    const root = reusable.get(own)?.shift() ?? read(ownText(own), document, documentAt(previous, document.offset, own.length));
    return root ? [{ root, offset: document.offset }] : [];
  });
}

/** Documents before the one that is edited stay where they are. */
function documentAt({ roots, change }: Previous, at: number, length: number): EarlierRoot | undefined {
  const root = roots.find(({ offset }) => offset === at)?.root;
  if (!root) return undefined;
  const within = changeWithin(change, at, root.text.length);
  // Otherwise it has taken in another document, or given one away.
  return { root, change: within && root.text.length + within.grown === length ? within : undefined };
}

const nothingBefore: Previous = { roots: [] };

function parseDocument(format: Format, text: string, readable: string, before: Root | undefined): Root | undefined {
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
  const root = { format, text, node, comments: read?.comments ?? [], broken: read?.broken ?? true, embedded: [], unread };
  return read ? withItems(root, itemStretches(read), yamlList, before) : root;
}

const byteOrderMark = '\ufeff';

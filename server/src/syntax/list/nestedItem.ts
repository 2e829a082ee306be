import type { Change } from '../../text/change';
import { ownText } from '../../text/ownText';
import { contains, type TextRange } from '../../text/range';
import type { Root } from '../format';
import type { SequenceNode, SyntaxNode } from '../tree';
import { type EarlierRoot, type ListFormat, withChangedItem } from './listItems';
import { withNode } from './replacedNode';
import { shiftNode, withComments } from './shiftNode';

/** How a format tells the items of all lists that a text holds. */
export interface NestedListFormat extends ListFormat {
  /** The text of the item with all that belongs to it alone, and where that may change; undefined where that can't be told. */
  stretchOf(root: Root, list: SequenceNode, index: number): ItemStretch | undefined;
}

export interface ItemStretch {
  readonly whole: TextRange;
  readonly changeable: TextRange;
}

/** The root for `text` when one item of a list is all that has to be read again; undefined otherwise. */
export function withChange({ root, change }: EarlierRoot, text: string, format: NestedListFormat): Root | undefined {
  if (!change) return undefined;
  return root.items ? withChangedItem(root, text, change, format) : withChangedNestedItem(root, text, change, format);
}

/**
 * The root for `text` when nothing but the inside of one item of a list has changed, and both texts are without error; undefined
 * otherwise. Of several lists in one another it is the outermost one's item that is read again.
 */
function withChangedNestedItem(
  root: Root,
  text: string,
  { start, end, grown }: Change,
  format: NestedListFormat,
): Root | undefined {
  if (root.broken || root.unread || root.embedded.length > 0) return undefined;
  const place = itemAt(root.node, { start, end });
  const stretch = place && format.stretchOf(root, place.list, place.index);
  if (!stretch || !contains(stretch.changeable, { start, end })) return undefined;
  const { whole } = stretch;
  const content = format.readItem(ownText(text.slice(whole.start, whole.end + grown)));
  if (!content || content.broken) return undefined;
  const item = shiftNode(content.item, whole.start);
  const node = withNode(root.node, place.list.items[place.index] as SyntaxNode, item, { ...whole, grown });
  return { ...root, text, node, comments: withComments(root.comments, content.comments, { ...whole, grown }) };
}

function itemAt(top: SyntaxNode, change: TextRange): { readonly list: SequenceNode; readonly index: number } | undefined {
  for (let node: SyntaxNode | undefined = top; node; ) {
    if (node.kind === 'sequence') {
      const index = node.items.findLastIndex(({ range }) => range.start <= change.start);
      return index < 0 ? undefined : { list: node, index };
    }
    node = node.kind === 'mapping' ? node.entries.findLast(({ range }) => range.start <= change.start)?.value : undefined;
  }
  return undefined;
}

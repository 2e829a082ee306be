import type { TextRange } from '../../text/range';
import type { Root } from '../format';
import { type EarlierRoot, withItems, withoutItems } from '../list/listItems';
import { type NestedListFormat, withChange } from '../list/nestedItem';
import { shiftComment, shiftNode } from '../list/shiftNode';
import type { SyntaxNode } from '../tree';
import { parseJson } from './parse';
import { ownIndentation } from './writing/indentation';

/** The root of a JSON text; of a list, with its items. */
export function readJson(
  text: string,
  earlier: EarlierRoot | undefined,
  parse: (text: string) => Root | undefined,
): Root | undefined {
  const changed = earlier && withChange(earlier, text, jsonList);
  if (changed) return changed;
  const before = earlier?.root;
  const root = parse(text);
  if (root?.node.kind !== 'sequence') return root;
  if (root.broken && !isTidy(text, root.node.items)) return withoutItems(root, before);
  const stretches = root.node.items.map(({ range: { start, end } }) => {
    // With the indentation, which tells how its lines are to be written.
    return { start: start - (ownIndentation(text, start)?.length ?? 0), end };
  });
  return withItems(root, stretches, jsonList, before);
}

/** Whether nothing is wrong between the items. */
function isTidy(text: string, items: readonly SyntaxNode[]): boolean {
  const ends = [0, ...items.map(({ range }) => range.end)];
  const starts = [...items.map(({ range }) => range.start), text.length];
  return ends.every((end, index) => {
    const gap = text.slice(end, starts[index]).replace(/\/\/.*|\/\*[\s\S]*?\*\/|\s/g, '');
    if (index === 0) return gap === '[';
    return index === items.length ? gap === ']' || gap === ',]' : gap === ',';
  });
}

const jsonList: NestedListFormat = {
  readItem(text) {
    // Between brackets and with another one behind it, an item shows whether it lacks something or has too much.
    const read = parseJson(`[${text},0]`);
    if (read?.node.kind !== 'sequence' || read.unread) return undefined;
    const [item, next, ...more] = read.node.items;
    const isWhole = item && item.range.end === text.length + 1 && next?.range.start === text.length + 2 && more.length === 0;
    if (!isWhole || text.slice(0, item.range.start - 1).trim() !== '' || read.node.range.end !== text.length + 4)
      return undefined;
    const node = shiftNode(item, -1);
    return { node, item: node, comments: read.comments.map((comment) => shiftComment(comment, -1)), broken: read.broken };
  },
  rootOf: (item) => item,
  changeable: ({ node }) => insideOf(node),
  stretchOf(_, list, index) {
    const item = list.items[index];
    return item && { whole: item.range, changeable: insideOf(item) };
  },
};

/** Within its brackets or quotes. */
function insideOf({ range }: SyntaxNode): TextRange {
  return { start: range.start + 1, end: range.end - 1 };
}

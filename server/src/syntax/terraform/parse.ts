import { type Change, changeWithin, composed, narrowed } from '../../text/change';
import { ownText } from '../../text/ownText';
import type { Format, PlacedRoot, Previous, Root, UnreadPart } from '../format';
import type { EarlierRoot } from '../list/listItems';
import type { MappingNode } from '../tree';
import { collectingReading, commentsIn } from './collectingReading';
import { withEditedPart } from './editedPart';
import { type Stretch, splitBlocks } from './reading/blocks';
import { convertBody, readHeader } from './reading/body';
import { type ConcreteNode, parseConcrete, reasonToRefuse } from './reading/grammar';
import { type OpenString, originalOffset, repair } from './reading/repair';

/**
 * One root per top-level block, and one for each run of attributes outside of blocks. Where the edit lies within one part of a block, that
 * part alone is read again.
 */
export function parseTerraform(
  format: Format,
  text: string,
  previous: Previous = nothingBefore,
  wants: (piece: string) => boolean = () => true,
): readonly PlacedRoot[] {
  const reusable = rootsByText(previous.roots);
  return splitBlocks(text).flatMap((stretch) => {
    if (!wants(text.slice(stretch.first, stretch.end))) return [];
    const source = text.slice(stretch.start, stretch.end);
    const known = reusable.get(keyOf(source, stretch.endsEarly))?.pop();
    const root = known ?? parseStretch(format, ownText(source), stretch, wholeBefore(previous, stretch, reusable));
    return root ? { root, offset: stretch.start } : [];
  });
}

const nothingBefore: Previous = { roots: [] };

interface TerraformRoot extends Root {
  /** The block's text doesn't tell whether it ended early, so the root says which of the two it was read as. */
  readonly endsEarly: boolean;
  /** Of a broken one: what it was before it broke. An error that is mended mostly leaves no more than one part edited. */
  readonly whole?: EditedRoot | undefined;
}

/** A root of an earlier text, and what has become of that text since. */
interface EditedRoot extends EarlierRoot {
  readonly root: TerraformRoot;
  readonly change: Change;
}

type Reusable = ReadonlyMap<string, TerraformRoot[]>;

/** The last root without an error of the same block, if no more than its inside has changed. */
function wholeBefore({ roots, change }: Previous, stretch: Stretch, reusable: Reusable): EditedRoot | undefined {
  const root = roots.find(({ offset }) => offset === stretch.start)?.root as TerraformRoot | undefined;
  const within = root && changeWithin(change, stretch.start, root.text.length);
  if (!within || root.text.length + within.grown !== stretch.end - stretch.start || !take(root, reusable)) return undefined;
  if (!root.broken) return { root, change: within };
  return root.whole && { root: root.whole.root, change: composed(root.whole.change, within) };
}

/** Every earlier root goes on as one at most: two blocks with the same text are still two. */
function take(root: TerraformRoot, reusable: Reusable): boolean {
  const alike = reusable.get(keyOf(root.text, root.endsEarly)) ?? [];
  const index = alike.indexOf(root);
  if (index >= 0) alike.splice(index, 1);
  return index >= 0;
}

/** The last of those with the same text comes first. */
function rootsByText(previous: readonly PlacedRoot[]): Reusable {
  const roots = new Map<string, TerraformRoot[]>();
  for (let index = previous.length - 1; index >= 0; index--) {
    const root = previous[index]?.root as TerraformRoot;
    const key = keyOf(root.text, root.endsEarly);
    const alike = roots.get(key);
    if (alike) alike.push(root);
    else roots.set(key, [root]);
  }
  return roots;
}

function keyOf(text: string, endsEarly: boolean): string {
  return endsEarly ? `\n${text}` : text;
}

function parseStretch(format: Format, text: string, stretch: Stretch, whole: EditedRoot | undefined): TerraformRoot | undefined {
  const { endsEarly } = stretch;
  if (whole?.root.text === text && !endsEarly) return whole.root;
  const root = readText(format, text, stretch, whole);
  return root && { ...root, endsEarly, whole: root.broken ? whole : undefined };
}

function readText(format: Format, text: string, stretch: Stretch, whole: EditedRoot | undefined): Root | undefined {
  const start = stretch.first - stretch.start;
  const brace = stretch.brace === undefined ? undefined : stretch.brace - stretch.start;
  const { text: repaired, openStrings, isRepaired } = repair(text, brace ?? start);
  // The grammar wants a line break behind a heredoc.
  const readable = `${repaired}\n`;
  if (whole && !isRepaired && !stretch.endsEarly && !reasonToRefuse(readable)) {
    const edited = withEditedPart(whole.root, text, narrowed(whole.root.text, text, whole.change));
    if (edited) return edited;
  }
  const tree = parseConcrete(readable, (offset) => Math.min(originalOffset(openStrings, offset), text.length));
  if (!tree) return unreadStretch(format, text, start, reasonToRefuse(repaired));
  const read = (broken: boolean) => readStretch(format, text, tree, { start, brace, broken, openStrings });
  const root = read(tree.hasError || isRepaired || stretch.endsEarly);
  return root.broken && root.node.kind === 'mapping' && root.node.complete ? read(true) : root;
}

/** Nothing where the grammar isn't there yet, or has given up. */
function unreadStretch(format: Format, text: string, start: number, reason: UnreadPart['reason'] | undefined): Root | undefined {
  if (!reason) return undefined;
  const node = { kind: 'opaque', range: { start, end: text.length } } as const;
  const unread = { reason, range: { start, end: start + 1 } };
  return { format, text, node, comments: [], broken: true, embedded: [], unread };
}

interface Circumstances {
  readonly start: number;
  readonly brace: number | undefined;
  readonly broken: boolean;
  readonly openStrings: readonly OpenString[];
}

function readStretch(
  format: Format,
  text: string,
  tree: ConcreteNode,
  { start, brace, broken, openStrings }: Circumstances,
): Root {
  const comments = commentsIn(text, tree);
  const { reading, embedded, isFlawed } = collectingReading(format, { text, comments, broken, openStrings });
  const header = brace === undefined ? undefined : readHeader(text, start, brace);
  const node = convertBody(reading, tree, brace === undefined ? start : brace + 1, header);
  return { format, text, node: header ? node : hugging(node), comments, broken: isFlawed(), embedded };
}

/** Attributes without a block reach from the first to the last. */
function hugging(node: MappingNode): MappingNode {
  const start = node.entries[0]?.range.start ?? node.range.start;
  return { ...node, range: { start, end: node.entries.at(-1)?.range.end ?? start } };
}

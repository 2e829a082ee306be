import { ownText } from '../../text/ownText';
import type { Format, PlacedRoot, Root, UnreadPart } from '../format';
import type { Comment, MappingNode } from '../tree';
import { embeddedCall, embeddedJson } from './embedded';
import { type Stretch, splitBlocks } from './reading/blocks';
import { convertBody, readHeader } from './reading/body';
import type { Reading } from './reading/convert';
import { type ConcreteNode, parseConcrete, reasonToRefuse } from './reading/grammar';
import { type OpenString, originalOffset, repair } from './reading/repair';

/** One root per top-level block, and one for each run of attributes outside of blocks. */
export function parseTerraform(
  format: Format,
  text: string,
  previous: readonly PlacedRoot[] = [],
  wants: (piece: string) => boolean = () => true,
): readonly PlacedRoot[] {
  const reusable = rootsByText(previous);
  return splitBlocks(text).flatMap((stretch) => {
    if (!wants(text.slice(stretch.first, stretch.end))) return [];
    const source = text.slice(stretch.start, stretch.end);
    const root = reusable.get(keyOf(source, stretch.endsEarly))?.pop() ?? parseStretch(format, ownText(source), stretch);
    return root ? { root, offset: stretch.start } : [];
  });
}

/** The block's text doesn't tell whether it ended early, so the root says which of the two it was read as. */
interface TerraformRoot extends Root {
  readonly endsEarly: boolean;
}

/** The last of those with the same text comes first. */
function rootsByText(previous: readonly PlacedRoot[]): ReadonlyMap<string, Root[]> {
  const roots = new Map<string, Root[]>();
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

function parseStretch(format: Format, text: string, stretch: Stretch): TerraformRoot | undefined {
  const root = readText(format, text, stretch);
  return root && { ...root, endsEarly: stretch.endsEarly };
}

function readText(format: Format, text: string, stretch: Stretch): Root | undefined {
  const start = stretch.first - stretch.start;
  const brace = stretch.brace === undefined ? undefined : stretch.brace - stretch.start;
  const { text: repaired, openStrings, isRepaired } = repair(text, brace ?? start);
  // The grammar wants a line break behind a heredoc.
  const tree = parseConcrete(`${repaired}\n`, (offset) => Math.min(originalOffset(openStrings, offset), text.length));
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
  let flawed = broken;
  const comments = commentsIn(text, tree);
  const embedded: Root['embedded'][number][] = [];
  const reading: Reading = {
    text,
    broken,
    openStrings: new Map(openStrings.map((open) => [open.start, open.end])),
    onEncoded: (owner, argument) =>
      embedded.push(embeddedCall({ format, text, node: argument, comments, broken, embedded: [] }, owner)),
    onString: (owner, content, holes) => {
      const json = embeddedJson(text, owner, content, holes);
      if (json) embedded.push(json);
    },
    onFlaw: () => {
      flawed = true;
    },
  };
  const header = brace === undefined ? undefined : readHeader(text, start, brace);
  const node = convertBody(reading, tree, brace === undefined ? start : brace + 1, header);
  return { format, text, node: header ? node : hugging(node), comments, broken: flawed, embedded };
}

/** Attributes without a block reach from the first to the last. */
function hugging(node: MappingNode): MappingNode {
  const start = node.entries[0]?.range.start ?? node.range.start;
  return { ...node, range: { start, end: node.entries.at(-1)?.range.end ?? start } };
}

function commentsIn(text: string, tree: ConcreteNode): readonly Comment[] {
  const comments: Comment[] = [];
  const waiting = [tree];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (node.type === 'comment') comments.push(commentOf(text, node));
    for (let index = node.children.length - 1; index >= 0; index--) waiting.push(node.children[index] as ConcreteNode);
  }
  return comments;
}

function commentOf(text: string, { start, end }: ConcreteNode): Comment {
  const source = text.slice(start, end).trimEnd();
  const words = source.startsWith('/*') ? source.slice(2, -2) : source.replace(/^(?:#|\/\/)/, '');
  return { range: { start, end: start + source.length }, text: words.trim() };
}

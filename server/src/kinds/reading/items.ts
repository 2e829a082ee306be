import type { SyntaxNode } from '../../syntax/tree';
import { cachedBy } from '../../text/cachedBy';
import { ownText } from '../../text/ownText';
import type { ItemText, ItemTexts, PolicyItems } from '../kind';
import type { Policy, PolicyPlace } from '../policy';

/** See {@link Kind.items}. */
export function policyItems<P extends Policy, I>(items: Omit<PolicyItems<P, I>, 'texts'>): PolicyItems<P, I> {
  return { ...items, texts: cachedBy((policy: P) => itemTexts(policy.place, items.nodes(policy))) };
}

/**
 * Undefined where the items are few, where they don't follow each other in the text, as with aliases, where one text stands for several
 * policies, as with `for_each` and in a module that is called, and where the text is the meaning of another one, which may be written in several ways.
 */
function itemTexts(place: PolicyPlace, nodes: readonly SyntaxNode[]): ItemTexts | undefined {
  const { root, outer, uri } = place;
  const [first] = nodes;
  const last = nodes.at(-1);
  if (!first || !last || nodes.length < fewest || isOneOfSeveral(place) || root.text !== outer.text) return undefined;
  if (nodes.some((node) => node.kind === 'mapping' && node.header?.type === 'dynamic')) return undefined;
  const starts = nodes.map(startOf);
  if (starts.some((start, index) => index > 0 && start < (nodes[index - 1]?.range.end ?? 0))) return undefined;
  const isBroken = root.broken || outer.broken;
  const columns = nodes.map((_, index) => (root.format.name === 'yaml' ? columnOf(root.text, starts[index] ?? 0) : 0));
  const [usual] = columns;
  const around = [uri, isBroken, usual, root.text.slice(0, startOf(first)), root.text.slice(last.range.end)].join('\0');
  const cut = nodes.map((node, index): ItemText => {
    const start = starts[index] ?? 0;
    const text = root.text.slice(start, starts[index + 1] ?? node.range.end);
    const displaced = isBroken ? displacedIn(node) : '';
    const column = columns[index];
    return { node, start, text: displaced === '' && column === usual ? text : `${text}\0${column}${displaced}` };
  });
  const pieces = withFormerTexts(cut, former.get(around) ?? []);
  remember(former, around, pieces);
  return { around, pieces };
}

function isOneOfSeveral({ resource, instances = [] }: PolicyPlace): boolean {
  return resource !== undefined && (resource.repeated || instances.some((instance) => instance !== resource.address));
}

/** The pieces of the policies that were cut last, by what stands around them. */
const former = new Map<string, readonly ItemText[]>();

/** The same pieces; those that were there before, seen from either end, with the very text: it is found again without being read. */
function withFormerTexts(pieces: readonly ItemText[], before: readonly ItemText[]): readonly ItemText[] {
  const isSame = (index: number, earlier: number) => pieces[index]?.text === before[earlier]?.text;
  const grown = pieces.length - before.length;
  const fewer = Math.min(pieces.length, before.length);
  let kept = 0;
  while (kept < fewer && isSame(kept, kept)) kept++;
  let behind = pieces.length;
  while (behind > kept && behind - grown > kept && isSame(behind - 1, behind - 1 - grown)) behind--;
  return pieces.map((piece, index) => {
    const same = index < kept ? before[index] : index >= behind ? before[index - grown] : undefined;
    return { ...piece, text: same?.text ?? ownText(piece.text) };
  });
}

/** A text is compared faster than a few bindings are looked at. */
const fewest = 4;

/** A block's header tells what the block is. */
function startOf(node: SyntaxNode): number {
  return node.kind === 'mapping' && node.header ? node.header.range.start : node.range.start;
}

/** In YAML the lines of a text that goes on are measured from it. Farther than this stands nothing that goes on. */
function columnOf(text: string, start: number): number {
  for (let column = 0; column < farthest; column++) if (text.charCodeAt(start - column - 1) === lineFeed) return column;
  return 0;
}

const farthest = 200;
const lineFeed = 10;

/** Which of the nodes aren't known to be whole, in their order; nothing where all are. */
function displacedIn(node: SyntaxNode): string {
  let displaced = '';
  let count = 0;
  for (const inner of nodesIn(node)) {
    if ((inner.kind === 'mapping' || inner.kind === 'sequence') && !inner.complete) displaced += `,${count}`;
    else if (inner.kind === 'opaque') displaced += `?${count}`;
    count++;
  }
  return displaced;
}

/** Whether all of a value stands where it does, and nothing of it elsewhere. */
function standsWhole(item: SyntaxNode): boolean {
  for (const { range } of nodesIn(item)) if (range.start < item.range.start || range.end > item.range.end) return false;
  return true;
}

function* nodesIn(top: SyntaxNode): Generator<SyntaxNode> {
  const waiting = [top];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    yield node;
    if (node.kind === 'mapping') for (const { value } of node.entries) waiting.push(value);
    if (node.kind === 'sequence') for (const inner of node.items) waiting.push(inner);
  }
}

/** What follows from an item alone, wherever it has come to stand, for the policies that were asked about last. */
export interface ItemCache<T> {
  /** `owner` tells apart who asks of the same text. */
  of(texts: ItemTexts, owner?: string): ItemsOfPolicy<T>;
}

export interface ItemsOfPolicy<T> {
  /** Undefined where nothing is known of the item yet. */
  get(piece: ItemText): T | undefined;
  /** An item that holds nodes from elsewhere, such as what an alias stands for, is not kept. */
  set(piece: ItemText, value: T): void;
}

export function createItemCache<T>(): ItemCache<T> {
  const policies = new Map<string, Map<string, T>>();
  return {
    of(texts, owner = '') {
      const key = `${owner}\0${texts.around}`;
      const known = policies.get(key) ?? new Map<string, T>();
      remember(policies, key, known);
      if (known.size > texts.pieces.length * 2 + mostFormer) forgetFormer(known, texts);
      return {
        get: ({ text }) => known.get(text),
        set({ node, text }, value) {
          if (standsWhole(node)) known.set(text, value);
        },
      };
    },
  };
}

/** Forgets what has been asked for longest. */
function remember<T>(policies: Map<string, T>, key: string, value: T): void {
  policies.delete(key);
  policies.set(key, value);
  const [oldest] = policies.keys();
  if (policies.size > mostPolicies && oldest !== undefined) policies.delete(oldest);
}

/** Somebody who edits several files goes from one to the other. */
const mostPolicies = 8;

/** What was typed and is no more; a few are kept for whoever takes back what they did. */
function forgetFormer(known: Map<string, unknown>, { pieces }: ItemTexts): void {
  const present = new Set(pieces.map(({ text }) => text));
  for (const text of known.keys()) if (!present.has(text)) known.delete(text);
}

const mostFormer = 200;

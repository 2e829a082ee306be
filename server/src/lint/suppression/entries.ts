import { ownNode } from '../../syntax/list/listItems';
import type { SyntaxNode } from '../../syntax/tree';
import { withoutKeyText } from '../../text/keyText';
import { type PlacedFinding, resourceAround, standingOf } from '../places/placedFinding';
import { routeTo } from '../places/route';
import type { Standing } from '../places/standing';
import type { IgnoreEntry } from '../settings/values';

/**
 * Whether the finding stands where the entry says, at the literal or at its use, and marks what the entry says. The rule and the file are
 * compared elsewhere.
 */
export function isHiddenByEntry(finding: PlacedFinding, entry: IgnoreEntry): boolean {
  const { cause, index } = finding;
  const isAddress = entry.at === resourceAround(finding)?.address;
  return isSaid(markedNode(finding, index), entry, isAddress) || (cause !== undefined && isSaid(markedNode(cause), entry, false));
}

function isSaid({ pointer, node }: MarkedNode, { at, value }: IgnoreEntry, isAddress: boolean): boolean {
  if (at !== pointer && !isAddress) return false;
  if (value === undefined) return true;
  const marked = briefJson(node);
  return value === marked || briefJsonOfValue(value) === marked;
}

/** `at` and `value` of an ignore entry for the finding; without a value where that would begin with a part of a private key. */
export function ignorePlace(finding: PlacedFinding): {
  readonly at: string;
  readonly value?: string | number | boolean | null;
} {
  const { pointer, node } = markedNode(standingOf(finding), finding.cause ? undefined : finding.index);
  // What is around the marked part of a plan may be what must not be shown.
  if (finding.policy.place.isOutput && node.kind !== 'scalar') return { at: pointer };
  const brief = briefJson(node);
  if (/private.?key/i.test(brief) || withoutKeyText(brief) !== brief) return { at: pointer };
  return { at: pointer, value: node.kind === 'scalar' && JSON.stringify(node.value) === brief ? node.value : brief };
}

interface MarkedNode {
  readonly pointer: string;
  readonly node: SyntaxNode;
}

/** `index`: of the item that the root is in a list. */
function markedNode({ root, range }: Standing, index?: number): MarkedNode {
  const top = ownNode(root);
  const route = routeTo(top, range);
  const keys = [...(index === undefined ? [] : [index]), ...route.map(({ key }) => key)];
  return { pointer: keys.map((key) => `/${escapeKey(String(key))}`).join(''), node: route.at(-1)?.node ?? top };
}

/**
 * The beginning of a value's JSON: enough to see that another one has taken its place. Of a string, no more than its first line,
 * for the text of a key must not get around.
 */
function briefJson(node: SyntaxNode): string {
  return shorten(beginningOf(node, longestBrief + 1));
}

function beginningOf(node: SyntaxNode, most: number): string {
  if (most <= 0) return '';
  if (node.kind === 'scalar') return briefScalar(node.value);
  if (node.kind === 'mapping') {
    return listed('{', node.entries, '}', most, ({ key, value }, left) => `${JSON.stringify(key)}:${beginningOf(value, left)}`);
  }
  if (node.kind === 'sequence') return listed('[', node.items, ']', most, beginningOf);
  return 'null';
}

/** Stops early, because a YAML file can say in a few lines what is gigabytes when written out. */
function listed<T>(
  open: string,
  parts: readonly T[],
  close: string,
  most: number,
  text: (part: T, left: number) => string,
): string {
  let written = open;
  for (const part of parts) {
    if (written.length > most) return written;
    written += (written === open ? '' : ',') + text(part, most - written.length);
  }
  return written + close;
}

function briefJsonOfValue(value: unknown): string {
  try {
    return shorten(JSON.stringify(value, (_key, inner) => (typeof inner === 'string' ? firstLine(inner) : inner)) ?? '');
  } catch {
    // Nested too deep to be anything that was found.
    return '';
  }
}

function briefScalar(value: string | number | boolean | null): string {
  return JSON.stringify(typeof value === 'string' ? firstLine(value) : value);
}

function firstLine(text: string): string {
  const [line = ''] = text.split(/[\r\n]/, 1);
  return line === text ? text : `${line}${cut}`;
}

function shorten(json: string): string {
  return json.length <= longestBrief ? json : `${json.slice(0, longestBrief)}${cut}`;
}

const longestBrief = 100;
const cut = '…';

function escapeKey(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}

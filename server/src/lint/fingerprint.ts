import { kinds } from '../kinds/index.generated';
import type { Finding } from '../rules/rule';
import type { Root } from '../syntax/format';
import { isItem, ownNode } from '../syntax/list/listItems';
import type { MappingNode, SyntaxNode } from '../syntax/tree';
import { digestOf } from '../text/digest';
import { contains, type TextRange } from '../text/range';
import { layersAround } from './places/embedding';
import { type PlacedFinding, resourceAround } from './places/placedFinding';
import { routeTo, type Step } from './places/route';

/**
 * The identity of a finding: what it says, and where. While all findings of a root are at hand, where is a range ({@link identityIn}); for
 * whoever comes back later, where is told by names ({@link fingerprintsOf}). An entry of `.leastwise.json` goes the same way down the tree
 * (`route.ts`) and counts the items, for a person wrote it; what it says of the value guards it where they have shifted.
 */

/** The same for two findings of one root that say the same of one place: two ways lead there, such as two aliases of one anchor. */
export function identityIn(finding: Pick<Finding, 'rule' | 'message' | 'arguments' | 'range'>): string {
  const { range, message, arguments: args } = finding;
  return JSON.stringify([finding.rule.id, message, args, range.start, range.end]);
}

/**
 * The fingerprint of each of the findings of a file, given in the order of the text: a digest and, behind a colon, which of several equal
 * ones it is. It stays the same when lines, keys or other objects are inserted or put in another order, in another style and under a new id
 * of the rule. The file's name is no part of it: a Terraform resource may move.
 */
export function fingerprintsOf(findings: readonly PlacedFinding[]): readonly string[] {
  const counts = new Map<string, number>();
  return findings.map((finding) => {
    const digest = digestOf(JSON.stringify([...saidBy(finding), ...whereabouts(finding)]));
    const count = (counts.get(digest) ?? 0) + 1;
    counts.set(digest, count);
    return `${digest}:${count}`;
  });
}

function saidBy({ rule, message, arguments: args }: Finding): readonly unknown[] {
  const written = Object.entries(args).map(([name, value]) => [name, brief(value)] as const);
  return [rule.renamedFrom?.at(0) ?? rule.id, message, Object.fromEntries(written.sort(([a], [b]) => (a < b ? -1 : 1)))];
}

/** The keys and names on the way from the top of the file's piece to what is marked, through the strings that hold documents. */
function whereabouts(finding: Finding): readonly string[] {
  const { rule, policy, inner } = finding;
  const { kind } = rule;
  const { place, dialect } = policy;
  const resource = resourceAround(finding);
  const layers = layersAround(place).toReversed();
  const stretches: readonly (readonly [Root, TextRange])[] = [
    ...layers.map(({ owner }, depth) => [layers[depth - 1]?.root ?? place.merged?.root ?? place.outer, owner.range] as const),
    [place.root, inner],
  ];
  const namesIn: NamesIn = (object) => {
    // The address says it.
    if (object === resource?.body) return [];
    // What is looked for in any kind of policy is called as its kind calls it.
    const [names = []] = (kind.namesOf ? [kind] : kinds).map((one) => one.namesOf?.(object, dialect)).filter(isNamed);
    return names;
  };
  return stretches.flatMap(([root, range]) => [...namesOnTheWay(root, range, namesIn)]);
}

function isNamed(values: Names | undefined): values is Names {
  return values?.some((value) => value !== undefined) ?? false;
}

type Names = readonly (SyntaxNode | undefined)[];
type NamesIn = (object: MappingNode) => Names;

/** Keys begin with `.`, names of objects and items with `=`. What has neither, such as an object of a list, is passed over. */
function* namesOnTheWay(root: Root, range: TextRange, namesIn: NamesIn): Generator<string> {
  const top = ownNode(root);
  // A block inside of another one is called by its key.
  if (top.kind === 'mapping' && top.header) yield `.${top.header.type}`;
  yield* namesOf(top, isItem(root), namesIn);
  for (const { entry, node } of toMarked(top, range)) {
    if (entry) yield `.${entry.key}`;
    yield* namesOf(node, entry === undefined, namesIn);
  }
}

/** A mapping may begin and end with its only entry, and the header of a repeated block stands before its body. */
function toMarked(top: SyntaxNode, range: TextRange): readonly Step[] {
  if (isSame(top.range, range)) return [];
  const way = routeTo(top, range);
  const marked = way.findIndex(({ node }) => isSame(node.range, range));
  const route = marked < 0 ? way : way.slice(0, marked + 1);
  const list = route.at(-1)?.node;
  if (list?.kind !== 'sequence' || list.blockName === undefined) return route;
  const key = list.items.findIndex((item) => item.kind === 'mapping' && item.header && contains(item.header.range, range));
  const node = list.items[key];
  return node ? [...route, { key, entry: undefined, node }] : route;
}

function isSame(a: TextRange, b: TextRange): boolean {
  return a.start === b.start && a.end === b.end;
}

function* namesOf(node: SyntaxNode, isItem: boolean, namesIn: NamesIn): Generator<string> {
  if (node.kind === 'mapping') {
    for (const label of node.header?.labels ?? []) yield `.${label}`;
    for (const value of namesIn(node)) {
      const text = value && textOf(value);
      if (text !== undefined) yield `=${brief(text)}`;
    }
  } else if (isItem) {
    const text = textOf(node);
    if (text !== undefined) yield `=${brief(text)}`;
  }
}

/** A value as it is written, in whichever format: `var.role` is `"${var.role}"` in JSON. */
function textOf(node: SyntaxNode): string | undefined {
  if (node.kind === 'scalar') return String(node.value);
  if (node.kind === 'reference') return node.path.join('.');
  if (node.kind !== 'template') return undefined;
  return node.parts.map((part) => ('literal' in part ? part.literal : (textOf(part.hole) ?? ''))).join('');
}

/** Somebody's name may be a page long. Lines end as they do elsewhere in the file. */
function brief(text: string): string {
  const line = text.slice(0, longestName).replaceAll('\r\n', '\n');
  return text.length > longestName ? `${line}…` : line;
}

const longestName = 1000;

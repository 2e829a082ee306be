import {
  type CST,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  type Scalar,
  visit,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import type { TextRange } from '../../../text/range';
import type { Entry, MappingNode, OpaqueNode, ScalarNode, SequenceNode, SyntaxNode } from '../../tree';
import { blockScalarEnd, isContentItem, propertiesIn, trimmedEnd } from './positions';
import type { ReadDocument } from './readDocument';
import { deepest } from './tokens';

/** The document's value; undefined when it has none. */
export function documentTree(read: ReadDocument): SyntaxNode | undefined {
  const { contents } = read.document;
  if (!contents || (isScalar(contents) && contents.srcToken === undefined)) return undefined;
  return treeBuilder(read).build(contents, read.token.start, { depth: 1, editable: true }).node;
}

/** A finished node and what its text says beyond it. */
interface Built {
  readonly node: SyntaxNode;
  /** Where its own text ends, which for an alias is not where the node ends. */
  readonly end: number;
  /** How many collections stand in one another here, aliases followed. */
  readonly height: number;
}

/** What surrounds a value. */
interface Surroundings {
  readonly depth: number;
  readonly editable: boolean;
}

function treeBuilder({ text, document, meetsError, holdsError, hasAliases, tooDeep }: ReadDocument) {
  const aliased = hasAliases ? aliasedNodes(document.contents) : new Set<Node>();
  const anchors = new Map<string, Built | undefined>();
  return { build };

  /** `before` has the value's anchor and tag, after the indicator that asks for the value. */
  function build(value: Node, before: readonly CST.SourceToken[], around: Surroundings): Built {
    if (isAlias(value)) {
      const range = { start: value.range?.[0] ?? 0, end: value.range?.[1] ?? 0 };
      const target = anchors.get(value.source);
      if (!target || around.depth + target.height > deepest) return opaque(range);
      return { node: target.node, end: range.end, height: target.height };
    }
    // While a node is being built, an alias to it is recursive and finds nothing.
    if (value.anchor) anchors.set(value.anchor, undefined);
    const built = buildOwn(value, before, aliased.has(value) ? { ...around, editable: false } : around);
    if (value.anchor) anchors.set(value.anchor, built);
    return built;
  }

  function buildOwn(value: Node, before: readonly CST.SourceToken[], around: Surroundings): Built {
    const range = rangeOf(value, before);
    const isRead = !(isScalar(value) && value.srcToken !== undefined && tooDeep.has(value.srcToken));
    if (isRead && isMap(value) && isPlainTag(value, 'map')) return mapping(value, range, around);
    if (isRead && isSeq(value) && isPlainTag(value, 'seq')) return sequence(value, range, around);
    // What a syntax error runs through means something else than it seems, and its end may be far behind its line.
    const node = isRead && isScalar(value) && isSound(range) ? scalarOf(value, range) : undefined;
    return node
      ? { node, end: range.end, height: 0 }
      : opaque({ start: propertiesIn(before).start ?? range.start, end: range.end });
  }

  function isSound(range: TextRange): boolean {
    const quote = text.charAt(range.start);
    const isOpen = (quote === '"' || quote === "'") && (range.end - range.start < 2 || text.charAt(range.end - 1) !== quote);
    return !isOpen && !holdsError(range);
  }

  function mapping(map: YAMLMap, own: TextRange, around: Surroundings): Built {
    const entries: Entry[] = [];
    const inner = { depth: around.depth + 1, editable: around.editable };
    let { start, end } = own;
    let tellsAll = true;
    let height = 0;
    for (const pair of map.items as Pair<Node, Node | null>[]) {
      const { key, sep = [], start: before = [] } = (pair.srcToken ?? {}) as Partial<CST.CollectionItem>;
      const keyRange = rangeOf(pair.key, before);
      const name = keyText(pair.key, keyRange, before, inner);
      const value = pair.value
        ? build(pair.value, sep, inner)
        : {
            node: { kind: 'scalar', range: { start: keyRange.end, end: keyRange.end }, value: null } as const,
            end: keyRange.end,
            height: 0,
          };
      height = Math.max(height, value.height);
      if (!isFlow(map)) {
        if (pair === map.items[0]) start = propertiesIn(before).first ?? key?.offset ?? keyRange.start;
        end = value.end;
      }
      if (name === undefined) tellsAll = false;
      else entries.push({ key: name, keyRange, value: value.node, range: { start: keyRange.start, end: value.end } });
    }
    const node: MappingNode = {
      kind: 'mapping',
      range: { start, end },
      entries,
      complete: tellsAll && isClosed(map) && !meetsError({ start, end }),
      // `[a: b]` has a mapping without brackets of its own, to which nothing can be added.
      editable: around.editable && map.srcToken !== undefined,
    };
    return { node, end, height: height + 1 };
  }

  function sequence(seq: YAMLSeq, range: TextRange, around: Surroundings): Built {
    const inner = { depth: around.depth + 1, editable: around.editable };
    const tokens = ((seq.srcToken as CST.BlockSequence | CST.FlowCollection).items as CST.CollectionItem[]).filter(isContentItem);
    const items = seq.items.map((item, index) => build(item as Node, tokens[index]?.start ?? [], inner));
    const end = isFlow(seq) ? range.end : (items.at(-1)?.end ?? range.end);
    const node: SequenceNode = {
      kind: 'sequence',
      range: { start: range.start, end },
      items: items.map((item) => item.node),
      complete: isClosed(seq) && !meetsError({ start: range.start, end }),
      editable: around.editable,
    };
    return { node, end, height: items.reduce((highest, item) => Math.max(highest, item.height), 0) + 1 };
  }

  /** Undefined for what adds entries of its own (`<<`) and for what is no text. */
  function keyText(key: Node, range: TextRange, before: readonly CST.SourceToken[], around: Surroundings): string | undefined {
    if (isScalar(key) && key.value === '<<' && key.type === 'PLAIN') return undefined;
    const { node } = build(key, before, around);
    if (node.kind !== 'scalar') return undefined;
    return node.value === null && range.start === range.end ? 'null' : String(node.value);
  }

  /** A missing value stands right after what asks for it. */
  function rangeOf(node: Node, before: readonly CST.SourceToken[]): TextRange {
    const [start = 0, end = start] = node.range ?? [];
    if (!isScalar(node)) return { start, end: trimmedEnd(text, start, end) };
    if (start === end) {
      const at = propertiesIn(before).end ?? start;
      return { start: at, end: at };
    }
    const isBlock = node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED';
    return { start, end: isBlock ? blockScalarEnd(text, end) : end };
  }
}

function opaque(range: TextRange): Built {
  const node: OpaqueNode = { kind: 'opaque', range };
  return { node, end: range.end, height: 0 };
}

/** Undefined when a tag makes something else of it than the text of a string, a number, a boolean or null. */
function scalarOf(scalar: Scalar, range: TextRange): ScalarNode | undefined {
  const { value } = scalar;
  const kind = value === null ? 'null' : typeof value;
  if (kind !== 'null' && kind !== 'string' && kind !== 'number' && kind !== 'boolean') return undefined;
  if (scalar.tag && scalar.tag !== '!' && !tagsOfKind[kind].some((tag) => scalar.tag === `${coreTagPrefix}${tag}`))
    return undefined;
  return { kind: 'scalar', range, value: value as ScalarNode['value'] };
}

function isPlainTag({ tag }: Node, name: 'map' | 'seq'): boolean {
  return !tag || tag === '!' || tag === `${coreTagPrefix}${name}`;
}

function isFlow(collection: YAMLMap | YAMLSeq): boolean {
  return collection.flow === true;
}

/** The error of a bracket that is missing may lie beyond the collection's last item. */
function isClosed({ srcToken }: YAMLMap | YAMLSeq): boolean {
  if (srcToken?.type !== 'flow-collection') return true;
  return srcToken.end[0]?.source === (srcToken.start.source === '{' ? '}' : ']');
}

/** The nodes that an alias stands for, so that what is below them is not edited. */
function aliasedNodes(contents: unknown): ReadonlySet<Node> {
  const aliased = new Set<Node>();
  const anchors = new Map<string, Node>();
  if (!isNode(contents)) return aliased;
  visit(contents, {
    Node(_, node) {
      if (isAlias(node)) {
        const target = anchors.get(node.source);
        if (target) aliased.add(target);
      } else if (node.anchor) {
        anchors.set(node.anchor, node);
      }
    },
  });
  return aliased;
}

const coreTagPrefix = 'tag:yaml.org,2002:';
const tagsOfKind = { string: ['str'], number: ['int', 'float'], boolean: ['bool'], null: ['null'] };

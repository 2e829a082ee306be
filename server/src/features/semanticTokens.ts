import { inCamelCase } from '../kinds/dialect';
import type { Ends, Kind, PolicyWord } from '../kinds/kind';
import type { Policy } from '../kinds/policy';
import { fieldOf, shapedObjects } from '../kinds/shapedObjects';
import type { FileReading, Reading } from '../lint/readings';
import type { Root } from '../syntax/format';
import { type Segment, stretchInText } from '../syntax/strings/segments';
import type { SyntaxNode, TemplateNode } from '../syntax/tree';
import { shift, type TextRange } from '../text/range';

export const tokenTypes = ['type', 'keyword', 'variable', 'class', 'enumMember', 'property', 'string'] as const;

export type TokenType = (typeof tokenTypes)[number];

export interface SemanticToken {
  readonly range: TextRange;
  readonly type: TokenType;
}

/**
 * What a grammar can't tell apart: roles, members, names of access levels and enum values in policies, and the JSON inside strings.
 * In the order of the text, no two overlapping, each within one line.
 */
export function semanticTokens(reading: FileReading): readonly SemanticToken[] {
  const { text } = reading.file;
  return reading.pieces.flatMap((piece) =>
    tokensOf(piece.root, reading.of(piece), reading.kinds)
      .map(({ range, type }) => ({ range: shift(range, piece.offset), type }))
      .filter(({ range }) => isWithinLine(text, range)),
  );
}

function isWithinLine(text: string, { start, end }: TextRange): boolean {
  const lineEnd = text.indexOf('\n', start);
  return lineEnd < 0 || lineEnd >= end;
}

const cache = new WeakMap<Reading, readonly SemanticToken[]>();

/** Cached by the reading, which tells whether there is a policy and of which kinds. */
function tokensOf(root: Root, reading: Reading, kinds: readonly Kind[]): readonly SemanticToken[] {
  const before = cache.get(reading);
  if (before) return before;
  const tokens =
    reading.policies.length > 0 ? inOrder([...tokensIn(root, meaningsIn(reading, kinds), (range) => range, false)]) : [];
  cache.set(reading, tokens);
  return tokens;
}

/** What the kinds that are there mean by the strings of the root. */
interface Meanings {
  /** The values that are words of a choice. */
  readonly choices: ReadonlySet<SyntaxNode>;
  isChoice(key: string, text: string): boolean;
  wordsOf(text: string, ends?: Ends): readonly PolicyWord[];
}

function meaningsIn(reading: Reading, kinds: readonly Kind[]): Meanings {
  const present = kinds.filter((kind) => reading.of(kind).length > 0);
  const choices = new Set(present.flatMap((kind) => reading.of(kind).flatMap((policy) => choicesOf(kind, policy))));
  const readers = [...new Set(present.flatMap(({ wordsOf }) => wordsOf ?? []))];
  return {
    choices,
    isChoice: (key, text) => present.some((kind) => kind.choices?.get(inCamelCase(key))?.has(text)),
    wordsOf(text, ends = { first: true, last: true }) {
      for (const wordsOf of readers) {
        const words = wordsOf(text, ends);
        if (words.length > 0) return words;
      }
      return [];
    },
  };
}

function choicesOf(kind: Kind, policy: Policy): readonly SyntaxNode[] {
  return shapedObjects(kind, policy).flatMap(({ node, shape }) =>
    node.entries.flatMap(({ key, value }) => {
      const choices = fieldOf(shape, key)?.choices;
      const written = value.kind === 'sequence' ? value.items : [value];
      return choices ? written.filter((item) => item.kind === 'scalar' && choices.includes(String(item.value))) : [];
    }),
  );
}

type ToOuter = (range: TextRange) => TextRange | undefined;

function* tokensIn(root: Root, meanings: Meanings, toOuter: ToOuter, insideString: boolean): Generator<SemanticToken> {
  for (const { range, type } of tokensBelow(root, meanings, insideString)) {
    const outer = toOuter(range);
    if (outer && outer.end > outer.start) yield { range: outer, type };
  }
  for (const embedded of root.embedded) {
    const outward = (range: TextRange) => {
      const outer = embedded.toOuter(range);
      return outer && toOuter(outer);
    };
    yield* tokensIn(embedded.root, meanings, outward, embedded.root.format.name === 'json');
  }
}

interface Visit {
  readonly node: SyntaxNode;
  /** The key that the value, or the list that it is in, belongs to. */
  readonly key: string;
}

function* tokensBelow(root: Root, meanings: Meanings, insideString: boolean): Generator<SemanticToken> {
  const seen = new Set<SyntaxNode>();
  const waiting: Visit[] = [{ node: root.node, key: '' }];
  for (let visit = waiting.pop(); visit; visit = waiting.pop()) {
    const { node, key } = visit;
    if (seen.has(node)) continue;
    seen.add(node);
    if (node.kind === 'sequence') for (const item of node.items) waiting.push({ node: item, key });
    if (node.kind === 'opaque') for (const argument of node.call?.arguments ?? []) waiting.push({ node: argument, key });
    if (node.kind === 'mapping') {
      for (const entry of node.entries) {
        if (insideString) yield { range: entry.keyRange, type: 'property' };
        waiting.push({ node: entry.value, key: entry.key });
      }
    }
    if (node.kind === 'template') yield* tokensOfTemplate(node, meanings);
    if (node.kind === 'scalar' && typeof node.value === 'string') {
      if (insideString) yield { range: node.range, type: 'string' };
      yield* tokensOfString(root, node, node.value, key, meanings);
    }
  }
}

function* tokensOfString(root: Root, node: SyntaxNode, text: string, key: string, meanings: Meanings): Generator<SemanticToken> {
  const isChoice = meanings.choices.has(node) || meanings.isChoice(key, text);
  const words = isChoice ? [{ start: 0, end: text.length, type: 'enumMember' as const }] : meanings.wordsOf(text);
  if (words.length === 0) return;
  const segments = standsAsItIs(root, node, text) ?? root.format.segments(root, node) ?? [];
  for (const { start, end, type } of words) {
    const range = stretchInText(segments, { start, end });
    if (range) yield { range, type };
  }
}

/** Most strings have neither escapes nor folds, and asking the format costs more than looking. */
function standsAsItIs({ text }: Root, { range }: SyntaxNode, value: string): readonly Segment[] | undefined {
  const quotes = range.end - range.start === value.length ? 0 : 1;
  if (range.end - range.start !== value.length + 2 * quotes || !text.startsWith(value, range.start + quotes)) return undefined;
  const outer = range.start + quotes;
  return [{ kind: 'text', inner: 0, innerEnd: value.length, outer, outerEnd: outer + value.length }];
}

/** Only what is written out; a part with escapes stands differently in the text and is left alone. */
function* tokensOfTemplate({ parts }: TemplateNode, meanings: Meanings): Generator<SemanticToken> {
  for (const [index, part] of parts.entries()) {
    if (!('literal' in part) || part.range.end - part.range.start !== part.literal.length) continue;
    for (const { start, end, type } of meanings.wordsOf(part.literal, { first: index === 0, last: index === parts.length - 1 }))
      yield { range: shift({ start, end }, part.range.start), type };
  }
}

/** A string is cut where something better is known of a part of it. */
function inOrder(tokens: readonly SemanticToken[]): readonly SemanticToken[] {
  const byStart = (a: SemanticToken, b: SemanticToken) => a.range.start - b.range.start;
  const known: SemanticToken[] = [];
  for (const token of tokens.filter(({ type }) => type !== 'string').sort(byStart)) {
    if (token.range.start >= (known.at(-1)?.range.end ?? 0)) known.push(token);
  }
  const strings = tokens.filter(({ type }) => type === 'string').sort(byStart);
  const all: SemanticToken[] = [];
  let next = 0;
  for (const { range, type } of strings) {
    while (next < known.length && (known[next] as SemanticToken).range.end <= range.start)
      all.push(known[next++] as SemanticToken);
    let start = range.start;
    for (let token = known[next]; token && token.range.start < range.end; token = known[++next]) {
      if (token.range.start > start) all.push({ range: { start, end: token.range.start }, type });
      all.push(token);
      start = token.range.end;
    }
    if (start < range.end) all.push({ range: { start, end: range.end }, type });
  }
  return [...all, ...known.slice(next)];
}

import type { TextRange } from '../../../text/range';
import type { BlockHeader, Entry, MappingNode, SequenceNode } from '../../tree';
import { meaningOf, readString } from '../stringPieces';
import { convertExpression, onOneRow, type Reading, rangeOf, withoutComments } from './convert';
import type { ConcreteNode } from './grammar';

/** The body of a block of which the header is known and whose `{`, if any, ends at `from`. */
export function convertBody(reading: Reading, tree: ConcreteNode, from: number, header: BlockHeader | undefined): MappingNode {
  const block = readMembers(reading, tree, from, header);
  return mappingOf(reading, block);
}

/** The header that stands before the `{` at `brace`. */
export function readHeader(text: string, start: number, brace: number): BlockHeader | undefined {
  const words = [...text.slice(start, brace).matchAll(/"[^"\n]*"|[^\s"]+/g)].map(({ 0: word, index }) => ({
    start: start + index,
    end: start + index + word.length,
  }));
  return headerOf(text, words);
}

interface OpenBlock {
  readonly header: BlockHeader | undefined;
  readonly start: number;
  end: number;
  readonly members: (ConcreteNode | OpenBlock)[];
}

function headerOf(text: string, words: readonly TextRange[]): BlockHeader | undefined {
  const [type, ...labelRanges] = words;
  if (!type || text.charAt(type.start) === '"') return undefined;
  return {
    type: text.slice(type.start, type.end),
    labels: labelRanges.map((range) => labelOf(text, range)),
    range: { start: type.start, end: (labelRanges.at(-1) ?? type).end },
    labelRanges,
  };
}

function labelOf(text: string, range: TextRange): string {
  if (text.charAt(range.start) !== '"') return text.slice(range.start, range.end);
  const pieces = readString(text, range)?.pieces ?? [];
  return pieces.map((piece) => meaningOf(text, piece)).join('');
}

/**
 * Reads attributes and blocks from the tokens in the order of the text, whatever nodes the parser put them into: so a block whose
 * `}` is missing still has its attributes.
 */
function readMembers(reading: Reading, tree: ConcreteNode, from: number, header: BlockHeader | undefined): OpenBlock {
  const { text } = reading;
  const body: OpenBlock = { header, start: header ? from - 1 : from, end: text.length, members: [] };
  const open = [body];
  let words: TextRange[] = [];
  const dropWords = () => {
    if (words.length > 0) reading.onFlaw();
    words = [];
  };
  const token = (node: ConcreteNode): boolean => {
    const current = open.at(-1);
    if (!current) return false;
    if (node.type === 'identifier' || node.type === 'string_lit') {
      if (!onOneRow(text, words.at(-1)?.end ?? node.start, node.start)) dropWords();
      words.push(rangeOf(node));
      return true;
    }
    if (node.type === 'block_start' || node.type === '{') {
      const isOneRow = onOneRow(text, words[0]?.start ?? node.start, node.start);
      const nested = { header: isOneRow ? headerOf(text, words) : undefined, start: node.start, end: text.length, members: [] };
      current.members.push(nested);
      open.push(nested);
      words = [];
      return true;
    }
    dropWords();
    if (node.type === 'attribute') current.members.push(node);
    if (node.type !== 'block_end' && node.type !== '}') return true;
    current.end = node.end;
    open.pop();
    return open.length > 0;
  };
  eachToken(tree, from, token);
  return body;
}

function eachToken(tree: ConcreteNode, from: number, token: (node: ConcreteNode) => boolean): void {
  const waiting = [tree];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (node.end <= from || node.type === 'comment') continue;
    if (containers.has(node.type)) {
      for (let index = node.children.length - 1; index >= 0; index--) waiting.push(node.children[index] as ConcreteNode);
      continue;
    }
    if (node.start >= from && !token(node)) return;
  }
}

const containers: ReadonlySet<string> = new Set(['config_file', 'body', 'block', 'ERROR']);

function mappingOf(reading: Reading, block: OpenBlock): MappingNode {
  const entries: Entry[] = [];
  const groups = new Map<string, { at: number; blocks: OpenBlock[] }>();
  let lastEnd: number | undefined;
  for (const member of block.members) {
    if ('members' in member) {
      const name = blockName(member);
      if (name === undefined) {
        reading.onFlaw();
        continue;
      }
      const group = groups.get(name);
      if (group) group.blocks.push(member);
      else groups.set(name, { at: entries.length, blocks: [member] });
      continue;
    }
    const entry = convertAttribute(reading, member, lastEnd);
    lastEnd = member.end;
    if (entry) entries.push(entry);
    else reading.onFlaw();
  }
  const added = [...groups].map(([name, { at, blocks }]) => ({ at, entry: blocksEntry(reading, name, blocks) }));
  for (const { at, entry } of added.reverse()) entries.splice(at, 0, entry);
  const range = { start: block.start, end: block.end };
  const mapping: MappingNode = { kind: 'mapping', range, entries, complete: !reading.broken, editable: true };
  return block.header ? { ...mapping, header: block.header } : mapping;
}

function convertAttribute(reading: Reading, attribute: ConcreteNode, previousEnd: number | undefined): Entry | undefined {
  const [name, sign, value, more] = withoutComments(attribute);
  if (name?.type !== 'identifier' || sign?.type !== '=' || value?.type !== 'expression' || more) return undefined;
  // The grammar takes line breaks for blanks: `foo =` would take the next line's key for its value.
  if (!onOneRow(reading.text, name.start, value.start)) return undefined;
  if (previousEnd !== undefined && onOneRow(reading.text, previousEnd, name.start)) return undefined;
  const key = reading.text.slice(name.start, name.end);
  return { key, keyRange: rangeOf(name), value: convertExpression(reading, value), range: { start: name.start, end: value.end } };
}

function blockName({ header }: OpenBlock): string | undefined {
  return header?.type === 'dynamic' ? header.labels[0] : header?.type;
}

function blocksEntry(reading: Reading, name: string, blocks: readonly OpenBlock[]): Entry {
  const bodies = blocks.flatMap((block) => (isDynamic(block) ? contentOf(block) : block));
  const first = blocks[0]?.header;
  const range = { start: first?.range.start ?? 0, end: blocks.at(-1)?.end ?? 0 };
  const value: SequenceNode = {
    kind: 'sequence',
    range,
    items: bodies.map((body) => mappingOf(reading, body)),
    complete: !reading.broken && !blocks.some(isDynamic),
    editable: true,
    blockName: name,
  };
  const keyRange = first?.type === 'dynamic' ? first.labelRanges[0] : { start: range.start, end: range.start + name.length };
  return { key: name, keyRange: keyRange ?? range, value, range };
}

function isDynamic({ header }: OpenBlock): boolean {
  return header?.type === 'dynamic';
}

/** The body that a `dynamic` block repeats, under the header of the `dynamic` block. */
function contentOf({ header, members }: OpenBlock): OpenBlock[] {
  const content = members.filter((member): member is OpenBlock => 'members' in member && member.header?.type === 'content');
  return content.map((body) => ({ ...body, header }));
}

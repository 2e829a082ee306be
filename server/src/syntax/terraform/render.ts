import { overlap, type TextEdit } from '../../text/edit';
import { contains } from '../../text/range';
import { type GroupedEdits, writeGrouped } from '../edits/containerEdits';
import { renderStringEdits, type StringText } from '../edits/stringEdits';
import type { Root } from '../format';
import type { Entry, SyntaxNode } from '../tree';
import type { TreeEdit } from '../treeEdit';
import { keepFormatted } from './aligned/keepFormatted';
import { meaningOfContent, segmentsOf } from './segments';
import { readString } from './stringPieces';
import { movedText } from './writing/copyText';
import { editContainers } from './writing/editContainers';
import { everyOne } from './writing/everyOne';
import { indentAt } from './writing/lines/layout';
import { editableNodes, type Layouts, layoutsOf, styleOf, type TextStyle, usualObjectStyle } from './writing/style';
import { writeBody } from './writing/values/writeBody';
import { inHeredoc, isIdentifier, quoted } from './writing/values/writeString';

/** Undefined when some edit can't be written here, or when what it would come to mean isn't sure. */
export function renderTerraform(root: Root, edits: readonly TreeEdit[]): readonly TextEdit[] | undefined {
  const written = writeGrouped(root, edits, (grouped) => write(root, grouped));
  return written && keepFormatted(root, written);
}

function write(root: Root, grouped: GroupedEdits): readonly TextEdit[] | undefined {
  const { text, node } = root;
  const survey = surveyOf(root);
  if (!canBeReached(grouped, survey)) return undefined;
  const { layouts, style } = survey;
  const added = addedBlocks(root, grouped, style);
  if (added === undefined) return undefined;
  if (grouped.removesBlock) return removedBlock(root, grouped, added, style);
  const inner = editContainers({ text, style, layouts, grouped, touches: touching(grouped) }, node, {
    indent: indentAt(text, node.range.start),
    objects: usualObjectStyle,
  });
  const inStrings = renderStringEdits(grouped, stringsOf(root));
  if (!inner || !inStrings) return undefined;
  const end = { start: text.length, end: text.length };
  const all = [...inner, ...inStrings, ...added.map((block) => ({ range: end, newText: style.newline.repeat(2) + block }))];
  return overlap(all) ? undefined : all;
}

function stringsOf(root: Root): StringText {
  const { text } = root;
  return {
    text,
    segments: (node) => segmentsOf(root, node),
    write: ({ range }, meaning) => (text.charAt(range.start) === '"' ? quoted(meaning)?.slice(1, -1) : inHeredoc(meaning)),
    read: (written) => {
      const content = readString(written, { start: 0, end: written.length });
      return content && meaningOfContent(written, content);
    },
  };
}

/** All there is to know of a root before something in it changes. */
interface Survey {
  readonly nodes: ReadonlySet<SyntaxNode>;
  readonly layouts: Layouts;
  readonly style: TextStyle;
}

/** Fixes are asked for in bursts, many for one text. By the node, of which an encoded document has its own. */
const surveys = new WeakMap<SyntaxNode, Survey>();

function surveyOf({ text, node }: Root): Survey {
  const known = surveys.get(node);
  if (known) return known;
  const nodes = editableNodes(node);
  const layouts = layoutsOf(text, nodes);
  const survey = { nodes, layouts, style: styleOf(text, nodes, layouts) };
  surveys.set(node, survey);
  return survey;
}

/** Whether each edit speaks of a place that is in the tree and can be told in the text. */
function canBeReached({ mappings, sequences, replaced, renamed, strings }: GroupedEdits, { nodes, layouts }: Survey): boolean {
  const isKnownEntry = (is: (entry: Entry) => boolean) =>
    [...nodes].some((node) => node.kind === 'mapping' && node.entries.some(is) && layouts.get(node) !== undefined);
  const isKnownRow = (node: SyntaxNode) => isBlockRow(node) && isKnownEntry(({ value }) => value === node);
  const isReached = (node: SyntaxNode) => layouts.get(node) !== undefined || isKnownRow(node);
  const isNoLostRow = (node: SyntaxNode) => !isBlockRow(node) || isKnownRow(node);
  return (
    [...strings.keys()].every((node) => nodes.has(node)) &&
    [...mappings.keys(), ...sequences.keys()].every(isReached) &&
    [...replaced].every(([node, { in: holder }]) => nodes.has(node) && isNoLostRow(node) && isNoLostRow(holder)) &&
    [...renamed.keys()].every((entry) => isKnownEntry((one) => one === entry))
  );
}

/** Whether something changes in a node or below it. */
function touching({ mappings, sequences, replaced, renamed }: GroupedEdits): (node: SyntaxNode) => boolean {
  const places = [...mappings.keys(), ...sequences.keys(), ...replaced.keys()].map(({ range }) => range);
  places.push(...[...renamed.keys()].map(({ range }) => range));
  return ({ range }) => places.some((place) => contains(range, place));
}

function isBlockRow(node: SyntaxNode): boolean {
  return node.kind === 'sequence' && node.blockName !== undefined;
}

function addedBlocks(
  { text, node }: Root,
  { addedBlocks: blocks }: GroupedEdits,
  style: TextStyle,
): readonly string[] | undefined {
  if (blocks.length === 0) return [];
  const isBlock = node.kind === 'mapping' && node.header !== undefined;
  if (!isBlock) return undefined;
  return everyOne(blocks, ({ type, labels, body }) => {
    const names = everyOne(labels, quoted);
    const place = { text, style, indent: '', column: 0, objects: usualObjectStyle, compact: false };
    const written = names && isIdentifier(type) ? writeBody(body, place) : undefined;
    return names && written && `${[type, ...names].join(' ')} ${written}`;
  });
}

/** What is said above the block and inside of it stays. */
function removedBlock(
  { text, node }: Root,
  { comments }: GroupedEdits,
  added: readonly string[],
  { newline }: TextStyle,
): readonly TextEdit[] | undefined {
  if (node.kind !== 'mapping' || !node.header) return undefined;
  const range = { start: 0, end: text.length };
  const left = comments.stayingIn(range).map(({ range: { start, end } }) => movedText(text, start, end, ''));
  const [first, ...others] = added;
  const head = [...left, ...(first === undefined ? [] : [first])].join(newline);
  return [{ range, newText: [head, ...others].join(newline.repeat(2)) }];
}

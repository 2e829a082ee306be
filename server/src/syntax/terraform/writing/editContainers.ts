import { applyEdits, type TextEdit } from '../../../text/edit';
import { shift } from '../../../text/range';
import type { GroupedEdits } from '../../edits/containerEdits';
import type { SyntaxNode } from '../../tree';
import { copiedNode, type Value } from '../../treeEdit';
import { endOfLine } from '../reading/scan';
import { type Changes, changesOf } from './changes';
import { endsWithHeredoc } from './copyText';
import { editInline } from './editInline';
import { editRows } from './editRows';
import { everyOne } from './everyOne';
import { expand, needsLines } from './expand';
import { columnAt, type Element, hasComments, indentAt, isDynamic, type Layout } from './lines/layout';
import { childrenOf, type Layouts, type ObjectStyle, objectStyleOf, type TextStyle } from './style';
import { behindLastElement, isOnOneLine, writeAdditions } from './values/writeAdditions';
import { writeBody } from './values/writeBody';
import { isCopy, type Place, writeExpression } from './values/writeExpression';
import { isIdentifier, writtenKey } from './values/writeString';

/** What is known of the whole root while it is edited. */
export interface Editing {
  readonly text: string;
  readonly style: TextStyle;
  readonly layouts: Layouts;
  readonly grouped: GroupedEdits;
  /** Whether something changes in a node or below it. */
  touches(node: SyntaxNode): boolean;
}

export interface Surroundings {
  /** The white space before the line on which the node starts. */
  readonly indent: string;
  /** How the objects nearby are written. */
  readonly objects: ObjectStyle;
}

/** The edits of the node and all below it; undefined when one of them can't be done. */
export function editContainers(editing: Editing, node: SyntaxNode, around: Surroundings): readonly TextEdit[] | undefined {
  if (!editing.touches(node)) return [];
  const laidOut = editing.layouts.get(node);
  if (!laidOut || (node.kind !== 'mapping' && node.kind !== 'sequence')) return editBelow(editing, node, around);
  const { text, style, grouped } = editing;
  const { layout, rows } = laidOut;
  const changes = changesOf(node, layout, grouped);
  const objects = objectStyleNear(editing, node) ?? around.objects;
  const keys = changes && newKeys(text, changes, layout);
  if (!changes || !keys) return undefined;

  const outside: Place = { text, style, objects, indent: around.indent, column: around.indent.length, compact: false };
  const inline = rows ? undefined : writeAdditions(changes, layout, () => behindLastElement(layout, outside));
  if (!rows && !inline) return undefined;
  const isExpanded = inline !== undefined && needsLines(text, layout, changes, inline);
  if (isExpanded && hasComments(layout)) return undefined;
  const last = rows?.findLast((row) => row.element)?.element;
  const innerIndent = last ? indentAt(text, last.range.start) : around.indent + (layout.bracketed ? style.unit : '');
  const place: Place = { ...outside, indent: innerIndent, column: innerIndent.length };
  const added = inline && !isExpanded ? inline : writeAdditions(changes, layout, () => place);

  const firstBreak = text.indexOf('\n', layout.inner.start);
  const inner = editElements(editing, layout, changes, (element) => {
    const isBehindBracket = layout.bracketed && (firstBreak < 0 || firstBreak > element.range.start);
    const indent = isBehindBracket ? around.indent : indentAt(text, element.range.start);
    return { ...place, indent: isExpanded ? innerIndent : indent };
  });
  if (!added || !inner) return undefined;
  const { removed } = changes;
  const { values } = inner;
  const own = { text, style, objects, layout, removed, added, keys, values, outerIndent: around.indent, innerIndent };
  const edit = { ...own, replaced: changes.replaced, comments: grouped.comments };
  const edits = rows ? editRows(edit, rows) : isExpanded ? expand(edit) : editInline(edit);
  return edits && [...edits, ...inner.edits];
}

/** What is no container of its own: calls, and brackets in which the text has more than the tree tells. */
function editBelow(editing: Editing, node: SyntaxNode, { objects }: Surroundings): readonly TextEdit[] | undefined {
  const { text, style, grouped } = editing;
  const edits = everyOne(childrenOf(node), (child) => {
    const indent = indentAt(text, child.range.start);
    const replacement = grouped.replaced.get(child);
    if (!replacement) return editContainers(editing, child, { indent, objects });
    const place: Place = { text, style, objects, indent, column: columnAt(text, child.range.start), compact: true };
    const newText = writeExpression(replacement.by, place);
    return newText === undefined || endsWithHeredoc(newText) ? undefined : [{ range: child.range, newText }];
  });
  return edits?.flat();
}

function objectStyleNear(editing: Editing, node: SyntaxNode): ObjectStyle | undefined {
  const laidOut = editing.layouts.get(node);
  const own = laidOut && objectStyleOf(editing.text, laidOut);
  if (own || (laidOut?.layout.kind === 'body' && laidOut.layout.elements.some((element) => element.isBlock))) return own;
  for (const child of childrenOf(node)) {
    const found = objectStyleNear(editing, child);
    if (found) return found;
  }
  return undefined;
}

function newKeys(text: string, { renamed }: Changes, layout: Layout): ReadonlyMap<Element, string> | undefined {
  const keys = everyOne([...renamed], ([element, to]) => {
    const isQuoted = text.charAt(element.range.start) === '"';
    const name = layout.kind === 'object' ? writtenKey(to, isQuoted) : isIdentifier(to) ? to : undefined;
    return name === undefined || isDynamic(element.value) ? undefined : ([element, name] as const);
  });
  return keys && new Map(keys);
}

interface ElementEdits {
  readonly edits: readonly TextEdit[];
  /** The new texts of the values that change. */
  readonly values: ReadonlyMap<Element, string>;
}

/** What changes in the values of the elements that stay. */
function editElements(
  editing: Editing,
  layout: Layout,
  { removed, replaced }: Changes,
  placeOf: (element: Element) => Place,
): ElementEdits | undefined {
  const { text } = editing;
  const edits: TextEdit[] = [];
  const values = new Map<Element, string>();
  for (const element of layout.elements) {
    if (removed.has(element) || (isDynamic(element.value) && !replaced.has(element))) continue;
    const to = replaced.get(element);
    if (to === undefined && !editing.touches(element.value)) continue;
    const place = placeOf(element);
    const own = to === undefined ? editContainers(editing, element.value, place) : replaceValue(text, layout, element, to, place);
    if (!own) return undefined;
    if (own.length === 0) continue;
    edits.push(...own);
    const { start, end } = element.outer;
    values.set(
      element,
      applyEdits(
        text.slice(start, end),
        own.map((edit) => ({ ...edit, range: shift(edit.range, -start) })),
      ),
    );
  }
  return { edits, values };
}

function replaceValue(text: string, layout: Layout, element: Element, to: Value, around: Place): readonly TextEdit[] | undefined {
  const { value, outer } = element;
  const place = { ...around, column: columnAt(text, outer.start) };
  const { range } = value;
  if (isDynamic(value)) return undefined;
  const compact = isOnOneLine(text, element);
  if (element.isBlock) return edited(writeBody(to, { ...place, compact }));
  // What `toset(…)` is given has to stay a list.
  const isCall = /\w/.test(text.slice(outer.start, range.start));
  if (isCall && isScalar(to)) return undefined;
  const newText = writeExpression(to, { ...place, compact: compact && value.kind === 'mapping' && value.entries.length > 0 });
  if (newText === undefined || !endsWithHeredoc(newText)) return edited(newText);
  // Nothing may follow the end of a heredoc on its line.
  if (/^[ \t]*(?:\r?\n|$)/.test(text.slice(range.end, endOfLine(text, range.end) + 2))) return edited(newText);
  return layout.kind === 'tuple' ? edited(`${newText}${place.style.newline}${place.indent}`) : undefined;

  function edited(newText: string | undefined): readonly TextEdit[] | undefined {
    return newText === undefined ? undefined : [{ range, newText }];
  }
}

function isScalar(value: Value): boolean {
  if (!isCopy(value)) return typeof value !== 'object' || value === null;
  return value[copiedNode].kind === 'scalar' || value[copiedNode].kind === 'template';
}

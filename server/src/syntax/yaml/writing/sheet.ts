import type { Root } from '../../format';
import type { Comment, SyntaxNode } from '../../tree';
import { columnOf, startsLine } from '../lines';
import { type ContainerLayout, type Layout, layoutOf } from './layout';
import { hasLines, type Style, styleOf } from './style';
import type { FlowPlace } from './valuePlace';

/** What there is to know about a document that is being edited. */
export interface Sheet {
  readonly text: string;
  readonly layout: Layout;
  readonly style: Style;
  readonly comments: readonly Comment[];
  /** Nodes and comments whose text is written elsewhere by the same edits. */
  readonly copied: readonly Pick<SyntaxNode, 'range'>[];
}

export function sheetOf(root: Root, copied: Sheet['copied']): Sheet | undefined {
  const survey = surveys.get(root) ?? surveyOf(root);
  if (!survey) return undefined;
  surveys.set(root, survey);
  const { text, comments } = root;
  const { layout } = survey;
  return {
    text,
    layout,
    comments,
    copied,
    // Who takes something away asks for no style, and telling it costs as much as the layout.
    get style() {
      survey.style ??= styleOf(text, layout);
      return survey.style;
    },
  };
}

interface Survey {
  readonly layout: Layout;
  style?: Style;
}

function surveyOf(root: Root): Survey | undefined {
  const layout = layoutOf(root);
  return layout && { layout };
}

/** Fixes are asked for in bursts, several for one text. */
const surveys = new WeakMap<Root, Survey>();

/** The comments on lines of their own between two offsets, which stay when the text around them goes. */
export function stayingComments({ text, comments, copied }: Sheet, start: number, end: number): readonly Comment[] {
  return comments.filter(({ range }) => {
    if (range.start < start || range.end > end || !startsLine(text, range.start)) return false;
    return !copied.some((node) => node.range.start <= range.start && range.end <= node.range.end);
  });
}

export function hasComments({ comments }: Sheet, start: number, end: number): boolean {
  return comments.some(({ range }) => start <= range.start && range.end <= end);
}

export function containerOf(sheet: Sheet, node: SyntaxNode | undefined): ContainerLayout | undefined {
  return node && (node.kind === 'mapping' || node.kind === 'sequence') ? sheet.layout.containers.get(node) : undefined;
}

export function flowPlace(sheet: Sheet, container: ContainerLayout): FlowPlace {
  return { column: itemColumn(sheet, container), among: container, hasRoom: hasLines(sheet.text, container) };
}

/** The column that the lines of a flow collection's items start at, or would start at. */
export function itemColumn(sheet: Sheet, { slots, slot }: ContainerLayout): number {
  const first = slots.find(({ start }) => startsLine(sheet.text, start));
  if (first) return columnOf(sheet.text, first.start);
  const parent = containerOf(sheet, slot?.in);
  if (!slot || !parent) return 0;
  if (slot.isInFlow) return itemColumn(sheet, parent);
  return slot.column + (slot.in.kind === 'mapping' ? sheet.style.indentation : sheet.style.dashWidth);
}

import type { TextEdit } from '../../../text/edit';
import type { ContainerEdit } from './containerEdit';
import { endsWithHeredoc } from './copyText';
import { keyEdits, textOf } from './lines/elementLines';
import { type Element, type GapToken, isOneLine, type Layout } from './lines/layout';

/** Changes a container of which elements share lines: `["a", "b"]`, `[{ … }, { … }]`. Undefined where heredocs come in the way. */
export function editInline(edit: ContainerEdit): readonly TextEdit[] | undefined {
  const { text, layout, removed, added, objects } = edit;
  if (removed.size === 0 && added.length === 0) return keyEdits(edit);
  // What is in the way of new lines is in that of comments and of attributes too, of which a line holds one.
  if (added.some(({ comments }) => comments.length > 0)) return undefined;
  if (layout.kind === 'body' && added.length > 0 && !isOneLine(layout)) return undefined;
  const fresh = added.map(({ slot, written }) => ({
    slot,
    text: textOf(edit, written, layout.kind === 'body' ? 1 : objects.before.length),
  }));
  const contents = [
    ...fresh.map((addition) => addition.text),
    ...layout.elements.map(({ range }) => text.slice(range.start, range.end)),
  ];
  if (contents.some(endsWithHeredoc)) return undefined;
  const edits = stretchesOf(layout, removed).map((stretch): TextEdit => {
    const own = fresh.filter(({ slot }) => slot >= stretch.from && slot <= stretch.to).map((addition) => addition.text);
    const range = { start: stretch.start, end: stretch.end };
    return { range, newText: writeStretch(edit, stretch, own) };
  });
  return [...edits.filter(({ range, newText }) => newText !== text.slice(range.start, range.end)), ...keyEdits(edit)];
}

/** From one element that stays, or a bracket, to the next. */
interface Stretch {
  readonly start: number;
  readonly end: number;
  /** The slots in it. */
  readonly from: number;
  readonly to: number;
  readonly tokens: readonly StretchToken[];
  readonly hasElementBefore: boolean;
  readonly hasElementAfter: boolean;
}

interface StretchToken {
  readonly kind: GapToken['kind'] | 'removed';
  readonly start: number;
  readonly end: number;
}

function stretchesOf({ elements, gaps, inner }: Layout, removed: ReadonlySet<Element>): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let tokens: StretchToken[] = [];
  let from = 0;
  let start = inner.start;
  gaps.forEach((gap, slot) => {
    tokens.push(...gap.map(({ kind, range }) => ({ kind, start: range.start, end: range.end })));
    const element = elements[slot];
    if (element && removed.has(element)) {
      tokens.push({ kind: 'removed', start: element.range.start, end: element.range.end });
      return;
    }
    const end = element?.range.start ?? inner.end;
    const hasElementBefore = start > inner.start;
    stretches.push({ start, end, from, to: slot, tokens, hasElementBefore, hasElementAfter: element !== undefined });
    tokens = [];
    from = slot + 1;
    start = element?.range.end ?? end;
  });
  return stretches;
}

function writeStretch({ text, layout }: ContainerEdit, stretch: Stretch, added: readonly string[]): string {
  const { tokens, hasElementBefore, hasElementAfter } = stretch;
  const fresh = added.join(', ');
  const first = tokens.findIndex((token) => token.kind === 'removed');
  if (first >= 0) return withoutRemoved(text, stretch, fresh);
  const present = text.slice(stretch.start, stretch.end);
  if (fresh === '') return present;
  if (hasElementBefore) return `, ${fresh}${present}`;
  if (hasElementAfter) return `${present}${fresh}, `;
  if (present.trim() !== '') return `${fresh}${present}`;
  return layout.kind === 'tuple' ? fresh : ` ${fresh} `;
}

/** The new elements take the place of the first removed one. */
function withoutRemoved(text: string, stretch: Stretch, fresh: string): string {
  const { tokens, hasElementBefore, hasElementAfter } = stretch;
  const first = tokens.findIndex((token) => token.kind === 'removed');
  const isKept = (index: number) => index === first && fresh !== '';
  const gone = new Set<number>();
  tokens.forEach((token, index) => {
    if (token.kind !== 'removed' || isKept(index)) return;
    gone.add(index);
    const after = tokens.findIndex((other, at) => at > index && (other.kind === 'comma' || other.kind === 'removed'));
    const before = tokens.findLastIndex((other, at) => at < index && !gone.has(at) && (other.kind === 'comma' || isKept(at)));
    const comma = [after, before].find((at) => tokens[at]?.kind === 'comma');
    if (comma !== undefined) gone.add(comma);
  });
  const isAllGone = !hasElementBefore && !hasElementAfter && fresh === '' && !tokens.some((token) => token.kind === 'comment');
  if (isAllGone) return '';
  return joined(text, tokens, gone, { hasElementBefore, hasElementAfter }, (index) => (isKept(index) ? fresh : undefined));
}

/** The tokens that stay; of the white space on both sides of what goes, one stays: at an end of the container that end's own, else the one with a line break. */
function joined(
  text: string,
  tokens: readonly StretchToken[],
  gone: ReadonlySet<number>,
  { hasElementBefore, hasElementAfter }: Pick<Stretch, 'hasElementBefore' | 'hasElementAfter'>,
  replaced: (index: number) => string | undefined,
): string {
  let result = '';
  let blanks: string[] = [''];
  let isAtStart = !hasElementBefore;
  let isAfterLineComment = false;
  const flush = (isAtEnd: boolean) => {
    const own = isAtEnd ? blanks.at(-1) : isAtStart ? blanks[0] : blanks.find((blank) => blank.includes('\n'));
    const chosen = own ?? blanks.at(-1) ?? '';
    result += isAfterLineComment && !chosen.includes('\n') ? (blanks.find((blank) => blank.includes('\n')) ?? chosen) : chosen;
    blanks = [''];
  };
  tokens.forEach((token, index) => {
    if (gone.has(index)) {
      blanks.push('');
      return;
    }
    const content = replaced(index) ?? text.slice(token.start, token.end);
    if (token.kind === 'space' || token.kind === 'newline') {
      blanks[blanks.length - 1] += content;
      return;
    }
    flush(false);
    isAtStart = false;
    isAfterLineComment = token.kind === 'comment' && !content.startsWith('/*');
    result += content;
  });
  flush(!hasElementAfter);
  return result;
}

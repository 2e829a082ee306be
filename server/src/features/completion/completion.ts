import { type Candidate, literal, word } from '../../kinds/candidates';
import { kinds as allKinds } from '../../kinds/index.generated';
import type { Kind } from '../../kinds/kind';
import type { Shape } from '../../kinds/shape';
import type { Locale } from '../../kinds/speech';
import { speechOf } from '../../l10n/localize';
import type { SourceFile } from '../../syntax/sourceFile';
import type { TextRange } from '../../text/range';
import { contains, shift } from '../../text/range';
import type { Workspace } from '../../workspace/index/workspace';
import { type Expectation, expectationAt, isInForeign, mayBeKnown } from './expectation';
import { type CompletionPlace, placesOf } from './place';
import { itemOf, type Slot } from './slot';
import { type Typed, typedAt } from './typed';
import { type Writing, type Written, writeContent, writeField } from './write';

export interface CompletionItem {
  readonly label: string;
  readonly kind: Candidate['kind'] | 'field';
  readonly detail: string | undefined;
  /** All of the key or value that is being typed, quotes included. In offsets of the file. */
  readonly range: TextRange;
  readonly newText: string;
  /** Where the person goes on typing, as an offset in `newText`; at its end when undefined. */
  readonly cursor: number | undefined;
  /** What the text from the start of `range` to the cursor is compared with. */
  readonly filterText: string;
  readonly sortText: string;
}

export interface Completion {
  readonly items: readonly CompletionItem[];
  /** Whether typing on may bring more. */
  readonly cut: boolean;
}

export interface CompletionOptions {
  readonly locale: Locale;
  readonly accountPrefixes?: readonly string[];
  /** All that are known; those of the product unless told otherwise. */
  readonly kinds?: readonly Kind[];
}

/** What may stand at `offset`, also where text is half-typed. Never throws. */
export function complete(file: SourceFile, offset: number, workspace: Workspace, options: CompletionOptions): Completion {
  const { kinds = allKinds } = options;
  const isOutside = !mayBeKnown(file.text, file.format, kinds) || isInComment(file, offset);
  const typed = isOutside ? undefined : typedAt(file.text, offset, file.format);
  if (!typed) return nothing;
  const asked: Asked = { file, workspace, options, typed, written: file.text.slice(typed.range.start, offset) };
  for (const place of placesOf(file, typed)) {
    const expected = expectationAt(place, kinds);
    // Without the key that is being typed it may seem to be nobody's.
    if (!expected && isInForeign(place)) return nothing;
    const completion = expected ? completeAt(place, expected, asked) : nothing;
    if (completion.items.length > 0) return completion;
  }
  return nothing;
}

const nothing: Completion = { items: [], cut: false };

function isInComment(file: SourceFile, offset: number): boolean {
  return file.roots.some(
    ({ root, offset: start }) =>
      start < offset &&
      offset < start + root.text.length &&
      root.comments.some(
        ({ range }) => contains(shift(range, start), { start: offset, end: offset }) && range.start + start < offset,
      ),
  );
}

interface Asked {
  readonly file: SourceFile;
  readonly workspace: Workspace;
  readonly options: CompletionOptions;
  readonly typed: Typed;
  /** What of it stands before the cursor. */
  readonly written: string;
}

function completeAt(place: CompletionPlace, expected: Expectation, asked: Asked): Completion {
  const { file, typed } = asked;
  const writing: Writing = {
    syntax: place.syntax,
    quote: typed.quote,
    inBlock: expected.inBlock,
    dashes: /^\s*((?:- +)*)/.exec(typed.before)?.[1]?.replace(/-/g, ' ') ?? '',
  };
  const { slot } = expected;
  if (slot.takes === 'object') return slot.inside ? completeField(slot.inside, expected, place, writing, asked) : nothing;
  // In YAML the first item of a list is typed where a value could be, too.
  const item = place.syntax === 'yaml' ? (itemOf(slot) ?? slot) : slot;
  if (item.takes === 'object' || item.takes === 'objects' || item.takes === 'texts' || item.takes === 'map') return nothing;
  const isFirstItem = item !== slot;
  const ahead = place.behindColon ? `${file.text.slice(typed.range.start, typed.range.end)} ` : isFirstItem ? '- ' : '';
  if (isFirstItem && !/^\s*$/.test(typed.before)) return nothing;
  const write = ({ content }: Candidate) => prefixed(ahead, followed(writeContent(content, writing), place, typed));
  return choose(candidatesFor(item, expected, asked), write, asked);
}

/** The words of a choice, save that which stands for none; else what the kind offers. */
function candidatesFor({ takes, choices, offers }: Slot, { resource }: Expectation, asked: Asked): readonly Candidate[] {
  const isBare = takes === 'boolean' || takes === 'number';
  if (choices) return choices.filter((text) => !text.endsWith('_UNSPECIFIED')).map(isBare ? literal : word);
  const { file, workspace, options } = asked;
  const { locale, accountPrefixes = [] } = options;
  return offers?.({ file, workspace, resource, speech: speechOf(locale), accountPrefixes }) ?? [];
}

function completeField(known: Shape, expected: Expectation, place: CompletionPlace, writing: Writing, asked: Asked): Completion {
  const { holder, inBlock } = expected;
  const { typed } = asked;
  // A mapping may begin here only where no bracket has to be put around it.
  if (!holder && place.syntax !== 'yaml') return nothing;
  const present = new Set(holder?.entries.flatMap(({ key }) => (key === place.typedKey ? [] : key)));
  const isNamed = { json: /^\s*:/, hcl: /^[ \t]*(=(?!=)|\{)/, yaml: /^[ \t]*:/ }[place.syntax].test(typed.behind);
  const missing = [...known.fields]
    .filter(([key, { unoffered, takes }]) => !unoffered && (!present.has(key) || (inBlock && takes === 'objects')))
    .map(([label, field]) => ({ kind: 'field', label, field }) as const);
  const write = ({ label, field }: (typeof missing)[number]) => {
    const written = writeField(label, field, isNamed, writing);
    return isNamed ? written : followed(written, place, typed);
  };
  return choose(missing, write, asked);
}

/** With a comma where the next item or key comes right behind. */
function followed(written: Written, place: CompletionPlace, typed: Typed): Written {
  const inList = typeof place.at.steps.at(-1)?.key === 'number';
  if (place.syntax === 'yaml' || (place.syntax === 'hcl' && !inList)) return written;
  return /^\s*["{[]/.test(typed.behind) ? { ...written, text: `${written.text},` } : written;
}

function prefixed(before: string, { text, cursor }: Written): Written {
  return { text: before + text, cursor: cursor === undefined ? undefined : cursor + before.length };
}

/** What may be chosen: thousands of roles, which are written only where they are shown. */
interface Choice {
  readonly kind: CompletionItem['kind'];
  readonly label: string;
  readonly detail?: string;
  readonly typedAs?: string;
}

function choose<One extends Choice>(all: readonly One[], write: (one: One) => Written, { typed, written }: Asked): Completion {
  const wanted = written.slice(typed.quote.length).toLowerCase();
  const fitting = all.filter((one) => holdsInOrder(namesOf(one).toLowerCase(), wanted));
  // Where nothing fits, the editor sees that itself, and what is replaced may be something else altogether.
  const shown = fitting.length > 0 ? fitting : all;
  const items = shown.slice(0, mostItems).map((one, index): CompletionItem => {
    const { text, cursor } = write(one);
    return {
      label: one.label,
      kind: one.kind,
      detail: one.detail || undefined,
      range: typed.range,
      newText: text,
      cursor,
      filterText: typed.quote + namesOf(one),
      sortText: String(index).padStart(4, '0'),
    };
  });
  return { items, cut: shown.length > mostItems };
}

/** What people may type to get at it. */
function namesOf({ kind, label, detail = '', typedAs = '' }: Choice): string {
  const others = kind === 'region' ? detail : typedAs;
  return others ? `${label} ${others}` : label;
}

const mostItems = 300;

function holdsInOrder(text: string, letters: string): boolean {
  let at = 0;
  for (const letter of letters) {
    at = text.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

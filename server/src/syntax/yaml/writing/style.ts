import { columnOf, indentationOf, startsLine } from '../lines';
import type { ContainerLayout, ContainerNode, Layout, Slot } from './layout';
import type { QuoteStyle } from './scalarText';

/** How a document is written. Where it shows nothing, as the vendors' own tools write. */
export interface Style {
  /** From a key to the keys below it. */
  readonly indentation: number;
  /** From a key to the dashes below it. */
  readonly dashIndentation: number;
  /** From a dash to what stands behind it. */
  readonly dashWidth: number;
  readonly quotesIfNeeded: 'single' | 'double';
  /** How keys and values are written, in the whole document and by kind of container. */
  readonly quotes: ReadonlyMap<string, QuoteStyle>;
  /** Lists of scalars are written in brackets. */
  readonly hasFlowLists: boolean;
  readonly flow: FlowStyle;
}

export interface FlowStyle {
  /** Between a brace and what it holds. */
  readonly mappingPadding: string;
  readonly sequencePadding: string;
  readonly afterColon: string;
  readonly afterComma: string;
  /** From the line of an opening bracket to the items on lines of their own; undefined when all stand on one line. */
  readonly indentation: number | undefined;
  readonly hasMappingLines: boolean;
  readonly hasSequenceLines: boolean;
  /** The same for lists of nothing but scalars. */
  readonly hasScalarLines: boolean;
}

export function styleOf(text: string, layout: Layout): Style {
  const all = [...layout.containers.values()];
  const block = all.filter((container) => !container.isFlow);
  const hanging = block.filter(({ slot }) => slot && !slot.isInFlow && slot.in.kind === 'mapping');
  const stepsTo = (kind: ContainerNode['kind']) =>
    hanging.filter(({ node }) => node.kind === kind).map(({ column, slot }) => column - (slot?.column ?? 0));
  const dashWidths = block.flatMap(({ node, slots }) =>
    node.kind === 'sequence' ? slots.flatMap((slot) => dashWidth(text, slot)) : [],
  );
  const dashSteps = stepsTo('sequence');
  const listsOfScalars = all.filter(isListOfScalars);
  return {
    indentation:
      mostFrequent(stepsTo('mapping').filter((step) => step > 0)) ?? mostFrequent(dashSteps.filter((step) => step > 0)) ?? 2,
    // In a broken text a list may seem to stand to the left of its key.
    dashIndentation: mostFrequent(dashSteps.filter((step) => step >= 0)) ?? 0,
    dashWidth: mostFrequent(dashWidths) ?? 2,
    quotesIfNeeded: mostFrequent(quoteMarks(text, all)) ?? 'double',
    quotes: documentQuotes(text, all),
    hasFlowLists: listsOfScalars.length > 0 && listsOfScalars.every(({ isFlow }) => isFlow),
    flow: flowStyleOf(text, all),
  };
}

/** The column that a value on the dash's own line starts at, counted from the dash. */
function dashWidth(text: string, { start, valueStart, end }: Slot): readonly number[] {
  const width = valueStart - start;
  return valueStart < end && width > 1 && !text.slice(start, valueStart).includes('\n') ? [width] : [];
}

function flowStyleOf(text: string, all: readonly ContainerLayout[]): FlowStyle {
  const filled = all.filter(({ isFlow, slots }) => isFlow && slots.length > 0);
  const onOneLine = filled.filter((container) => !hasLines(text, container));
  const paddingOf = (kind: ContainerNode['kind']) =>
    mostFrequent(
      onOneLine
        .filter(({ node }) => node.kind === kind)
        .map(({ node, slots }) => text.slice(node.range.start + 1, slots[0]?.start)),
    );
  const slots = filled.flatMap((container) => container.slots);
  const afterColons = slots.flatMap(({ entry, head, valueStart, end }) =>
    entry && head !== undefined && valueStart < end ? [text.slice(head, valueStart)] : [],
  );
  const afterCommas = onOneLine.flatMap((container) =>
    container.slots.flatMap(({ comma }, index) => {
      const next = container.slots[index + 1];
      return comma === undefined || !next ? [] : [text.slice(comma + 1, next.start)];
    }),
  );
  const haveLines = (of: (container: ContainerLayout) => boolean) =>
    mostFrequent(filled.filter(of).map((container) => hasLines(text, container)));
  const haveMappingLines = haveLines(({ node }) => node.kind === 'mapping');
  const haveSequenceLines = haveLines(({ node }) => node.kind === 'sequence') ?? haveMappingLines;
  return {
    mappingPadding: blankOr(paddingOf('mapping'), ''),
    sequencePadding: blankOr(paddingOf('sequence'), ''),
    afterColon: blankOr(mostFrequent(afterColons), ' '),
    afterComma: blankOr(mostFrequent(afterCommas), ' '),
    indentation: mostFrequent(filled.flatMap((container) => flowStep(text, container) ?? []).filter((step) => step > 0)),
    hasMappingLines: haveMappingLines ?? false,
    hasSequenceLines: haveSequenceLines ?? false,
    hasScalarLines: haveLines(isListOfScalars) ?? haveSequenceLines ?? false,
  };
}

function isListOfScalars({ node }: ContainerLayout): boolean {
  return node.kind === 'sequence' && node.items.length > 0 && node.items.every(({ kind }) => kind === 'scalar');
}

/** Whether a flow collection gives its items lines of their own. */
export function hasLines(text: string, { slots }: ContainerLayout): boolean {
  return slots.some(({ start }) => startsLine(text, start));
}

/** From the line of the opening bracket to the items on lines of their own. */
function flowStep(text: string, { node, slots }: ContainerLayout): number | undefined {
  const first = slots.find(({ start }) => startsLine(text, start));
  return first && columnOf(text, first.start) - indentationOf(text, node.range.start);
}

/** How the nearest comparable scalars are written: those of the container, else those of the document; values also as keys. */
export function quotesAround(
  text: string,
  style: Style,
  container: ContainerLayout | undefined,
  of: 'keys' | 'values',
): QuoteStyle {
  const near = container && mostFrequent(quotesIn(text, container, of));
  const alike = container && style.quotes.get(groupOf(container, of));
  return near ?? alike ?? style.quotes.get(of) ?? style.quotes.get('keys') ?? 'plain';
}

function documentQuotes(text: string, all: readonly ContainerLayout[]): ReadonlyMap<string, QuoteStyle> {
  const samples = new Map<string, QuoteStyle[]>();
  for (const container of all) {
    for (const of of ['keys', 'values'] as const) {
      const quotes = quotesIn(text, container, of);
      for (const group of [of, groupOf(container, of)]) {
        const others = samples.get(group) ?? [];
        samples.set(group, others);
        for (const quote of quotes) others.push(quote);
      }
    }
  }
  const most = new Map<string, QuoteStyle>();
  for (const [group, quotes] of samples) {
    const style = mostFrequent(quotes);
    if (style) most.set(group, style);
  }
  return most;
}

function groupOf({ node, isFlow }: ContainerLayout, of: 'keys' | 'values'): string {
  return `${of} of ${isFlow ? 'flow' : 'block'} ${node.kind}`;
}

function quotesIn(text: string, { slots }: ContainerLayout, of: 'keys' | 'values'): readonly QuoteStyle[] {
  return slots.flatMap((slot) => quoteStyle(text, slot, of));
}

/** Nothing for what had no choice: a number, a block scalar, a string that must be quoted. */
function quoteStyle(text: string, { entry, value }: Slot, of: 'keys' | 'values'): readonly QuoteStyle[] {
  if (of === 'values' && (value?.kind !== 'scalar' || typeof value.value !== 'string')) return [];
  const range = of === 'keys' ? entry?.keyRange : value?.range;
  if (!range) return [];
  const written = text.slice(range.start, range.end);
  const first = written.charAt(0);
  if (first !== '"' && first !== "'") return /^[|>*]/.test(written) || written === '' ? [] : ['plain'];
  if (!/^[\p{L}_][^:#,[\]{}\n\\]*(:[^\s#,[\]{}\n\\]+)?$/u.test(written.slice(1, -1))) return [];
  return first === '"' ? ['double'] : ['single'];
}

function quoteMarks(text: string, all: readonly ContainerLayout[]): readonly ('single' | 'double')[] {
  return all.flatMap(({ slots }) =>
    slots.flatMap(({ value }): ('single' | 'double')[] => {
      if (value?.kind !== 'scalar') return [];
      const first = text.charAt(value.range.start);
      return first === '"' ? ['double'] : first === "'" ? ['single'] : [];
    }),
  );
}

function blankOr(sample: string | undefined, otherwise: string): string {
  return sample !== undefined && /^ {0,2}$/.test(sample) ? sample : otherwise;
}

/** The first of the most frequent ones. */
function mostFrequent<Sample>(samples: readonly Sample[]): Sample | undefined {
  const counts = new Map<Sample, number>();
  for (const sample of samples) counts.set(sample, (counts.get(sample) ?? 0) + 1);
  let best: Sample | undefined;
  for (const [sample, count] of counts) if (best === undefined || count > (counts.get(best) ?? 0)) best = sample;
  return best;
}

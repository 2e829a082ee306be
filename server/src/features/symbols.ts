import type { Kind } from '../kinds/kind';
import type { OutlineItem } from '../kinds/outline';
import type { Policy } from '../kinds/policy';
import type { Locale, Speech } from '../kinds/speech';
import { speechOf } from '../l10n/localize';
import { isSaidHere, rangeInOuter } from '../lint/places/embedding';
import type { FileReading, Reading } from '../lint/readings';
import { contains, shift } from '../text/range';

/** A part of a file that an outline shows. In offsets of the file; the selection lies inside the range. */
export type DocumentSymbol = OutlineItem;

/** What the kinds show of their policies; what stands in a Terraform resource is shown below it. */
export function documentSymbols(file: FileReading, locale: Locale): readonly DocumentSymbol[] {
  return file.pieces
    .flatMap((piece) => symbolsIn(file.of(piece), file.kinds, locale).map((found) => moved(found, piece.offset)))
    .sort((a, b) => a.range.start - b.range.start);
}

const cache = new WeakMap<Reading, Map<Locale, readonly DocumentSymbol[]>>();

/** In offsets of the piece. Cached by the reading and the language. */
function symbolsIn(reading: Reading, kinds: readonly Kind[], locale: Locale): readonly DocumentSymbol[] {
  const before = cache.get(reading)?.get(locale);
  if (before) return before;
  const speech = speechOf(locale);
  const shown = kinds.flatMap((kind) =>
    onceEach(reading.of(kind)).map((policy) => ({ policy, items: itemsOf(kind, policy, speech) })),
  );
  const resources = shown.filter(({ policy, items }) => isWhole(policy) && items.length === 1 && items[0]?.icon === 'class');
  const symbols = [
    ...shown.filter(({ policy }) => !policy.place.resource).flatMap(({ items }) => items),
    ...resources.flatMap(({ policy: { place }, items }) => {
      const held = shown.filter(
        (other) => !resources.includes(other) && other.policy.place.resource?.address === place.resource?.address,
      );
      return items.map((item) => ({ ...item, children: held.flatMap((other) => other.items) }));
    }),
  ];
  cache.set(reading, new Map(cache.get(reading)).set(locale, symbols));
  return symbols;
}

function isWhole({ node, place }: Policy): boolean {
  return node === place.resource?.body;
}

function itemsOf(kind: Kind, policy: Policy, speech: Speech): readonly OutlineItem[] {
  return kind.outline?.(policy, speech).map((item) => inOuter(item, policy)) ?? [];
}

function inOuter({ name, detail, icon, range, selection, children }: OutlineItem, policy: Policy): OutlineItem {
  const outer = rangeInOuter(policy.place, range);
  const selected = rangeInOuter(policy.place, selection);
  return {
    name,
    detail,
    icon,
    range: outer,
    // An editor refuses all symbols when one selection lies outside of its range.
    selection: contains(outer, selected) ? selected : outer,
    children: children.filter((child) => isSaidHere(policy.place, child.range)).map((child) => inOuter(child, policy)),
  };
}

/** A resource with `for_each` is read once for each instance, but stands in the text once. */
function onceEach(policies: readonly Policy[]): readonly Policy[] {
  const seen = new Set<unknown>();
  return policies.filter(({ node }) => !seen.has(node) && seen.add(node));
}

function moved({ name, detail, icon, range, selection, children }: DocumentSymbol, by: number): DocumentSymbol {
  return {
    name,
    detail,
    icon,
    range: shift(range, by),
    selection: shift(selection, by),
    children: children.map((child) => moved(child, by)),
  };
}

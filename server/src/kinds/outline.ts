import { withoutKeyText } from '../text/keyText';
import { contains, type TextRange } from '../text/range';

/** A part of a policy that an outline shows, in offsets of the outermost root. */
export interface OutlineItem {
  readonly name: string;
  readonly detail: string;
  readonly icon: 'class' | 'object' | 'key' | 'interface' | 'property';
  readonly range: TextRange;
  /** Inside of `range`. */
  readonly selection: TextRange;
  readonly children: readonly OutlineItem[];
}

/** `wished` is the selection where it lies inside: an editor refuses all items when one does not. */
export function outlineItem(
  icon: OutlineItem['icon'],
  name: string,
  detail: string,
  range: TextRange,
  wished: TextRange,
  children: readonly OutlineItem[] = [],
): OutlineItem {
  return { name: withoutKeyText(name), detail, icon, range, selection: contains(range, wished) ? wished : range, children };
}

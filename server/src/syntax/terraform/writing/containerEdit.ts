import type { GroupedEdits } from '../../edits/containerEdits';
import type { Value } from '../../treeEdit';
import type { Addition } from './changes';
import type { Element, Layout } from './lines/layout';
import type { ObjectStyle, TextStyle } from './style';

/** The changes of one container with all new text written, ready to be put between the elements that stay. */
export interface ContainerEdit {
  readonly text: string;
  readonly style: TextStyle;
  readonly objects: ObjectStyle;
  readonly layout: Layout;
  readonly removed: ReadonlySet<Element>;
  /** In the order in which they are to stand. */
  readonly added: readonly WrittenAddition[];
  /** New keys, quoted where they are to be. */
  readonly keys: ReadonlyMap<Element, string>;
  /** The texts of the values that change. */
  readonly values: ReadonlyMap<Element, string>;
  /** What comes in the place of values that give way as a whole. */
  readonly replaced: ReadonlyMap<Element, Value>;
  /** The white space before the line of the closing bracket. */
  readonly outerIndent: string;
  /** The white space before an element that starts a line. */
  readonly innerIndent: string;
  readonly comments: GroupedEdits['comments'];
}

export interface WrittenAddition {
  readonly slot: number;
  readonly side: Addition['side'];
  readonly written: Written;
  /** The texts of the comments that come along, each for a line above. */
  readonly comments: readonly string[];
}

export type Written =
  | { readonly kind: 'entry'; readonly key: string; readonly value: string }
  | { readonly kind: 'item' | 'block'; readonly text: string };

import type { Change } from '../text/change';
import type { TextEdit } from '../text/edit';
import type { TextRange } from '../text/range';
import type { Segment } from './strings/segments';
import type { Comment, SyntaxNode } from './tree';
import type { TreeEdit } from './treeEdit';

/** All that tells one file format from another. */
export interface Format {
  readonly name: FormatName;
  /**
   * Never throws: broken text gives a partial tree. `previous` is of an earlier text of the same file; roots whose
   * text did not change are taken over as the same objects. With `wants`, pieces that can be told without parsing, the blocks of
   * Terraform, are left out where it says so of their text.
   */
  parse(text: string, previous?: Previous, wants?: (piece: string) => boolean): readonly PlacedRoot[];
  /** The text edits, in offsets of `root.text`, that make all `edits` true together; undefined when this text can't take one of them. */
  render(root: Root, edits: readonly TreeEdit[]): readonly TextEdit[] | undefined;
  /** Edits of the root's text with what they move besides, where the format has columns that its users keep. */
  keepFormatted(root: Root, edits: readonly TextEdit[]): readonly TextEdit[];
  /**
   * Where each stretch of a string's meaning (`meaningOfString`) stands in the root's text, in their order. Undefined for what is not a
   * string, and where that isn't sure.
   */
  segments(root: Root, node: SyntaxNode): readonly Segment[] | undefined;
  /** Of a broken root, where a reader that takes no faulty text would give up: one code unit of its text. Only of formats that files have. */
  firstError?(root: Root): TextRange;
}

/** What an earlier text was read as, and what has become of it since; without `change`, more than has changed may be read. */
export interface Previous {
  readonly roots: readonly PlacedRoot[];
  readonly change?: Change | undefined;
}

export type FormatName = 'json' | 'yaml' | 'terraform' | 'terraformJson';

/**
 * A piece of text that is parsed by itself: a JSON file, a YAML document, a Terraform top-level block, the JSON inside a heredoc.
 * Immutable, and the same object as long as its text stays the same, so whatever is derived from it alone may be cached by it.
 */
export interface Root {
  readonly format: Format;
  /** What the node's ranges count in. */
  readonly text: string;
  readonly node: SyntaxNode;
  readonly comments: readonly Comment[];
  /** Whether the text has a syntax error. What the error may have displaced is marked incomplete in the tree. */
  readonly broken: boolean;
  readonly embedded: readonly EmbeddedRoot[];
  /** Set when a part of the text, or all of it, is too much to be read. */
  readonly unread?: UnreadPart | undefined;
  /** Set where expressions of an outer text stand in this one: a stretch of it with them. Ask `writtenAt`. */
  readonly withExpressions?: ((range: TextRange) => string) | undefined;
  /** Where the text is one list: its items as roots too, each the same object as long as its own text stays the same. */
  readonly items?: readonly PlacedRoot[] | undefined;
  /** The items of an earlier text, while an error keeps those of this one from being told: most will be there again. */
  readonly formerItems?: readonly PlacedRoot[] | undefined;
  /** Set on what is put together of texts that stand elsewhere: each of them, in this one's offsets. */
  readonly texts?: readonly Root[] | undefined;
  /** Set on such an item: its own node. That of the root is in YAML a list with this one item, since the dash belongs to the text. */
  readonly item?: SyntaxNode | undefined;
}

export interface UnreadPart {
  readonly reason: 'tooDeep' | 'tooLong';
  /** Where it begins: one code unit, or none where the text isn't kept. */
  readonly range: TextRange;
}

/** A root and where its text starts in the file. */
export interface PlacedRoot {
  readonly root: Root;
  readonly offset: number;
}

/** A document inside a value: `jsonencode({…})`, a heredoc or quoted string that holds JSON, `yamlencode({…})`. */
export interface EmbeddedRoot {
  /** The value in the outer root whose meaning is the inner document. */
  readonly owner: SyntaxNode;
  readonly root: Root;
  /** From the inner root's text to the outer root's; undefined when the range, or a gap in it, has no place there. */
  toOuter(range: TextRange): TextRange | undefined;
  /** The same for an edit: the new text gets the outer text's escapes and indentation. */
  editOuter(edit: TextEdit): TextEdit | undefined;
}

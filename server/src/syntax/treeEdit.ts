import type { TextEdit } from '../text/edit';
import type { TextRange } from '../text/range';
import type { Comment, Entry, MappingNode, SequenceNode, StringNode, SyntaxNode } from './tree';

/**
 * A wished-for change to one tree, free of any format. All edits of a list speak of the tree as it is before any of them,
 * and take effect together. The format writes them in the style of the text around: its indentation, quotes, commas, flow or
 * block style, `=` alignment and line endings; every comment stays, but for the one at the end of a removed line.
 */
export type TreeEdit =
  /** Gives `key` the value `to`: replaces the present value, else adds an entry after the last one. */
  | { readonly kind: 'set'; readonly in: MappingNode; readonly key: string; readonly to: Value }
  /** Puts values before the item that stands at index `at` now (`items.length` appends). */
  | { readonly kind: 'insert'; readonly into: SequenceNode; readonly at: number; readonly values: readonly Value[] }
  | { readonly kind: 'remove'; readonly from: MappingNode; readonly entry: Entry }
  | { readonly kind: 'remove'; readonly from: SequenceNode; readonly item: SyntaxNode }
  /** Changes the key and leaves the value. */
  | { readonly kind: 'rename'; readonly entry: Entry; readonly to: string }
  /** Puts a new value in the place of `node`, which is an item or an entry's value of the tree. */
  | { readonly kind: 'replace'; readonly node: SyntaxNode; readonly by: Value }
  /**
   * Changes a string where it stands: `edits` are offsets of its meaning (`meaningOfString`), the rest of its text stays as it is, in quotes,
   * over lines or around expressions. Refused where a place isn't written by itself: in the middle of a fold,
   * between two expressions, over lines that would become one.
   */
  | { readonly kind: 'editString'; readonly node: StringNode; readonly edits: readonly TextEdit[] }
  /** Terraform: a new top-level block, after the root's own block and an empty line. */
  | {
      readonly kind: 'addBlock';
      readonly type: string;
      readonly labels: readonly string[];
      readonly body: { readonly [key: string]: Value };
    }
  /** Terraform: takes the root's own block away. The comments on it and inside of it stay, on lines of their own. */
  | { readonly kind: 'removeBlock' };

/** A wished-for change to a comment, which is no part of a tree: takes `part` of its text away, or all of it with the line it had for itself. */
export interface CommentEdit {
  readonly kind: 'removeComment';
  readonly comment: TextRange;
  readonly part: TextRange | undefined;
}

/** A value to be written. In a Terraform block's body a mapping, or a list of mappings, becomes nested blocks. */
export type Value = string | number | boolean | null | readonly Value[] | { readonly [key: string]: Value } | Expression | Copy;

/** A Terraform expression written as it stands: `google_service_account.app.member`. Other formats can't write it. */
export interface Expression {
  readonly [expressionText]: string;
}

/** The text of a node of the edited root as it stands, comments inside and all, moved to the new indentation. */
export interface Copy {
  readonly [copiedNode]: SyntaxNode;
  /** Comments that move along with an item: they come before it, each on a line of its own. */
  readonly [copiedComments]?: readonly Comment[];
}

export const expressionText: unique symbol = Symbol('expression');
export const copiedNode: unique symbol = Symbol('copy');
export const copiedComments: unique symbol = Symbol('comments');

export function expression(text: string): Expression {
  return { [expressionText]: text };
}

export function copyOf(node: SyntaxNode): Copy {
  return { [copiedNode]: node };
}

/** An item of a list that moves to another one, where it needs a line of its own if it has comments. */
export function movedItem(node: SyntaxNode, comments: readonly Comment[]): Copy {
  return comments.length === 0 ? copyOf(node) : { [copiedNode]: node, [copiedComments]: comments };
}

/** The comments that a value brings along. */
export function commentsWith(value: Value): readonly Comment[] {
  return typeof value === 'object' && value !== null && copiedComments in value ? ((value as Copy)[copiedComments] ?? []) : [];
}

/** The values that an edit writes. */
export function valuesOf(edit: TreeEdit): readonly Value[] {
  if (edit.kind === 'set') return [edit.to];
  if (edit.kind === 'insert') return edit.values;
  if (edit.kind === 'replace') return [edit.by];
  return edit.kind === 'addBlock' ? [edit.body] : [];
}

/** What of a value is copied from the text, in the order in which it is written. */
export function copiesIn(value: Value): readonly Copy[] {
  if (typeof value !== 'object' || value === null || expressionText in value) return [];
  if (copiedNode in value) return [value as Copy];
  return Object.values(value).flatMap(copiesIn);
}

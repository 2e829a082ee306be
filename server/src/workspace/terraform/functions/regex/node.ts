/**
 * A regular expression as RE2 reads it.
 *
 * @see https://github.com/google/re2/wiki/Syntax
 */
export type RegexNode =
  | { readonly kind: 'empty' }
  | { readonly kind: 'letter'; readonly takes: LetterTest }
  | { readonly kind: 'assertion'; readonly holds: Assertion }
  | { readonly kind: 'capture'; readonly index: number; readonly of: RegexNode }
  | { readonly kind: 'sequence'; readonly of: readonly RegexNode[] }
  /** An earlier one is preferred. */
  | { readonly kind: 'choice'; readonly of: readonly RegexNode[] }
  | { readonly kind: 'repeat'; readonly of: RegexNode; readonly least: number; readonly most: number; readonly isLazy: boolean };

/** Of one code point. */
export type LetterTest = (code: number) => boolean;

export type Assertion = 'textStart' | 'textEnd' | 'lineStart' | 'lineEnd' | 'wordBoundary' | 'noWordBoundary';

export interface Regex {
  readonly root: RegexNode;
  /** Of each capture, in the order of their parentheses; undefined for one without. */
  readonly names: readonly (string | undefined)[];
}

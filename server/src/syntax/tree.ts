import type { TextRange } from '../text/range';

/**
 * One tree for JSON, YAML and Terraform. Ranges are offsets into the text of the {@link Root} that holds the node. No node
 * knows its parent, and one node object may stand at several places (a YAML anchor and its aliases): who descends keeps
 * count of what it has seen.
 */
export type SyntaxNode = MappingNode | SequenceNode | ScalarNode | TemplateNode | ReferenceNode | OpaqueNode;

export interface MappingNode {
  readonly kind: 'mapping';
  /** With the brackets where there are any; a Terraform block from `{` to `}`; block YAML from the first key to the end of the last value. */
  readonly range: TextRange;
  /** In the order of the text, keys as the text spells them. The same key may occur twice. */
  readonly entries: readonly Entry[];
  /** False when the text may add entries that can't be told: merge keys, computed keys, a syntax error inside. */
  readonly complete: boolean;
  /** False when changing it here would change other places too or can't be written: an anchor that is aliased, `merge(…)`. */
  readonly editable: boolean;
  /** Set on the body of a Terraform block. */
  readonly header?: BlockHeader;
}

/** What stands before the `{` of a Terraform block: `resource "google_project_iam_member" "app"`. */
export interface BlockHeader {
  readonly type: string;
  readonly labels: readonly string[];
  /** From the block's first word to the end of its last label. */
  readonly range: TextRange;
  /** Each label with its quotes, if any. */
  readonly labelRanges: readonly TextRange[];
}

export interface Entry {
  readonly key: string;
  /** The key as written, quotes included; for repeated Terraform blocks the first block's first word. */
  readonly keyRange: TextRange;
  readonly value: SyntaxNode;
  /** From the start of the key to the end of the value, without comma or comment. */
  readonly range: TextRange;
}

export interface SequenceNode {
  readonly kind: 'sequence';
  /** With the brackets; block YAML from the first `-` to the end of the last item; repeated Terraform blocks from the first word of the first to the `}` of the last. */
  readonly range: TextRange;
  readonly items: readonly SyntaxNode[];
  /** False when the text may add items that can't be told: `concat(var.a, […])`, `dynamic`, `for`, a syntax error inside. */
  readonly complete: boolean;
  readonly editable: boolean;
  /** Set when the items are the bodies of repeated Terraform blocks of this name, also when there is only one. */
  readonly blockName?: string;
}

export interface ScalarNode {
  readonly kind: 'scalar';
  /** With the quotes. */
  readonly range: TextRange;
  /** What the text means: escapes read, folds folded. */
  readonly value: string | number | boolean | null;
}

/** A string with holes: `"serviceAccount:${google_service_account.app.email}"`. */
export interface TemplateNode {
  readonly kind: 'template';
  /** With the quotes. */
  readonly range: TextRange;
  readonly parts: readonly TemplatePart[];
}

export type TemplatePart = { readonly literal: string; readonly range: TextRange } | { readonly hole: SyntaxNode };

/** A node whose value is a text, known whole or but for its holes. */
export type StringNode = (ScalarNode & { readonly value: string }) | TemplateNode;

export function isString(node: SyntaxNode): node is StringNode {
  return node.kind === 'template' || (node.kind === 'scalar' && typeof node.value === 'string');
}

/** What a string means, each hole of a template being one unit. Offsets into strings count in this. */
export function meaningOfString(node: StringNode): string {
  if (node.kind === 'scalar') return node.value;
  return node.parts.map((part) => ('literal' in part ? part.literal : holeUnit)).join('');
}

/** Unicode's own sign for something that stands in a text and is none. */
export const holeUnit = '\ufffc';

/** A Terraform traversal: `var.members`, `google_service_account.app[0].email`, `each.value`. */
export interface ReferenceNode {
  readonly kind: 'reference';
  readonly range: TextRange;
  /** `['google_service_account', 'app', 0, 'email']`; a splat or a computed index makes the node opaque instead. */
  readonly path: readonly (string | number)[];
}

/** A value the text does not spell out: a conditional, a call, half-typed text. */
export interface OpaqueNode {
  readonly kind: 'opaque';
  readonly range: TextRange;
  /** Set for a function call, so that `file("x.json")` or `format("…", …)` can be looked into. */
  readonly call?: { readonly name: string; readonly arguments: readonly SyntaxNode[] };
}

/** A comment without its marks (`#`, `//`, `/*`), trimmed. `range` has the marks. */
export interface Comment {
  readonly range: TextRange;
  readonly text: string;
}

/** The entry that counts for `key`: the last one, as JSON readers have it. */
export function entryOf(mapping: MappingNode, key: string): Entry | undefined {
  for (let index = mapping.entries.length - 1; index >= 0; index--) {
    const entry = mapping.entries[index];
    if (entry?.key === key) return entry;
  }
  return undefined;
}

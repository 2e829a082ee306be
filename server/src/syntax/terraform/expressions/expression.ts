import type { TextRange } from '../../../text/range';

/**
 * An expression of HCL as Terraform reads it, whole, unlike a {@link SyntaxNode}, which holds only what stands for itself. Ranges are
 * offsets in the text that was read.
 *
 * @see https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md
 */
export type Expression =
  | LiteralExpression
  | TemplateExpression
  | TupleExpression
  | ObjectExpression
  | NameExpression
  | AttributeExpression
  | IndexExpression
  | SplatExpression
  | CallExpression
  | UnaryExpression
  | BinaryExpression
  | ConditionalExpression
  | ForExpression
  | UnreadExpression;

interface At {
  readonly range: TextRange;
}

/** A number keeps its digits: Terraform's numbers hold more of them than JavaScript's. */
export interface LiteralExpression extends At {
  readonly kind: 'literal';
  readonly value: { readonly number: string } | boolean | null;
}

/** A quoted string or a heredoc. One that is nothing but an interpolation is the value itself, whatever its type. */
export interface TemplateExpression extends At {
  readonly kind: 'template';
  readonly parts: readonly TemplatePart[];
}

export type TemplatePart =
  /** What it means: escapes read, indentation and what `~` trims taken away. `range` is what stands for it in the text. */
  | { readonly kind: 'text'; readonly text: string; readonly range: TextRange }
  | { readonly kind: 'interpolation'; readonly expression: Expression; readonly range: TextRange }
  | {
      readonly kind: 'if';
      readonly condition: Expression;
      readonly yes: readonly TemplatePart[];
      readonly no: readonly TemplatePart[];
      readonly range: TextRange;
    }
  | {
      readonly kind: 'for';
      readonly key: string | undefined;
      readonly value: string;
      readonly collection: Expression;
      readonly body: readonly TemplatePart[];
      readonly range: TextRange;
    };

export interface TupleExpression extends At {
  readonly kind: 'tuple';
  readonly items: readonly Expression[];
}

/** A key that is a bare name is a text; in parentheses it is an expression. */
export interface ObjectExpression extends At {
  readonly kind: 'object';
  readonly items: readonly { readonly key: Expression; readonly value: Expression }[];
}

/** The first word of a traversal: `var`, `local`, `each`, a loop's variable, a type of resources. */
export interface NameExpression extends At {
  readonly kind: 'name';
  readonly name: string;
}

/** `.name`, and `.0` as of old. */
export interface AttributeExpression extends At {
  readonly kind: 'attribute';
  readonly of: Expression;
  readonly name: string;
}

export interface IndexExpression extends At {
  readonly kind: 'index';
  readonly of: Expression;
  readonly key: Expression;
}

/** `of[*]…` and `of.*…`. In `each`, a name that can't be written stands for the item: {@link splatItem}. */
export interface SplatExpression extends At {
  readonly kind: 'splat';
  readonly of: Expression;
  readonly each: Expression;
}

export const splatItem = '*';

export interface CallExpression extends At {
  readonly kind: 'call';
  readonly name: string;
  readonly arguments: readonly Expression[];
  /** With `...` behind the last argument. */
  readonly spread: boolean;
}

export interface UnaryExpression extends At {
  readonly kind: 'unary';
  readonly operator: '-' | '!';
  readonly operand: Expression;
}

export type BinaryOperator = '||' | '&&' | '==' | '!=' | '<' | '>' | '<=' | '>=' | '+' | '-' | '*' | '/' | '%';

export interface BinaryExpression extends At {
  readonly kind: 'binary';
  readonly operator: BinaryOperator;
  readonly left: Expression;
  readonly right: Expression;
}

export interface ConditionalExpression extends At {
  readonly kind: 'conditional';
  readonly condition: Expression;
  readonly yes: Expression;
  readonly no: Expression;
}

/** `[for …]` without, `{for …}` with `keyed`. */
export interface ForExpression extends At {
  readonly kind: 'for';
  readonly key: string | undefined;
  readonly value: string;
  readonly collection: Expression;
  readonly keyed: Expression | undefined;
  readonly result: Expression;
  /** With `...` behind the result. */
  readonly grouped: boolean;
  readonly condition: Expression | undefined;
}

/** What has an error, or is too much for the parser. */
export interface UnreadExpression extends At {
  readonly kind: 'unread';
}

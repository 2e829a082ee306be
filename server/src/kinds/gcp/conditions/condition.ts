import { type CelNode, parseCel } from '../../../syntax/cel/expression';
import { partOf, type StringPart } from '../../../syntax/strings/stringPart';
import { isString, type MappingNode, meaningOfString, type SyntaxNode } from '../../../syntax/tree';
import type { TreeEdit } from '../../../syntax/treeEdit';
import type { TextRange } from '../../../text/range';
import type { Scope } from '../../../workspace/terraform/names/scope';
import type { TextValue } from '../../../workspace/terraform/names/text';
import type { Field, PolicyPlace } from '../../policy';
import { textField } from '../../reading/values';

/** `google.type.Expr`: the condition of a binding, the expression of a custom access level. */
export interface Condition {
  readonly node: MappingNode;
  readonly title: Field<TextValue>;
  readonly description: Field<TextValue>;
  readonly expression: Field<TextValue>;
}

export function readCondition(node: MappingNode, scope: Scope): Condition {
  return {
    node,
    title: textField(node, 'title', scope),
    description: textField(node, 'description', scope),
    expression: textField(node, 'expression', scope),
  };
}

/** An expression that was parsed, with ways back to where its parts are written. */
export interface ParsedExpression {
  readonly tree: CelNode;
  /** What is marked for a stretch of it: itself, or the whole value where that is written elsewhere. */
  at(stretch: TextRange): SyntaxNode | StringPart;
  /** The edits that write something in the place of a stretch of it, or why they aren't safe. The reasons are those of `rules/refusals.ts`. */
  replace(
    stretch: TextRange,
    by: string,
  ): { readonly edits: readonly TreeEdit[] } | { readonly refused: 'notLiteral' | 'repeated' };
}

/**
 * Undefined where the text doesn't tell the expression, or it doesn't parse. Terraform's expressions inside of it are known to be somewhere
 * in a string or comment of it then.
 */
export function parseExpression(
  { node, shown, text, literal }: TextValue,
  { resource }: PolicyPlace,
): ParsedExpression | undefined {
  const written = literal && isString(node) ? node : undefined;
  const expression = written ? meaningOfString(written) : text;
  const tree = expression === undefined ? undefined : parseCel(expression);
  return (
    tree && {
      tree,
      at: (stretch) => (written ? partOf(written, stretch) : shown),
      replace(stretch, by) {
        if (!written) return { refused: 'notLiteral' };
        if (resource?.repeated) return { refused: 'repeated' };
        return { edits: [{ kind: 'editString', node: written, edits: [{ range: stretch, newText: by }] }] };
      },
    }
  );
}

import { expressionOf } from '../../../syntax/terraform/expressions/written';
import type { SyntaxNode } from '../../../syntax/tree';
import type { Place } from '../../index/facts';
import type { ResourceReference } from '../values/value';
import { laidOut, valueBehind } from './layout';
import type { Scope } from './scope';

/** What a node stands for once it is worked out as far as the text tells. */
export interface Resolved {
  /** What its value would look like here; where nothing is known of it, what is written. */
  readonly node: SyntaxNode;
  /** Whether it is written out here. */
  readonly literal: boolean;
  /** False for a variable's default or assignment: enough to accuse a value, never to prove that something is absent. */
  readonly certain: boolean;
  /** Where the value is written, when that is somewhere else. */
  readonly source: Place | undefined;
  /** What it is taken from, where that is all that is known. */
  readonly reference?: ResourceReference | undefined;
}

/** Works out names, calls, loops and conditionals. Never throws. */
export function resolve(node: SyntaxNode, scope: Scope): Resolved {
  const behind = valueBehind(node);
  if (behind) return { node, literal: false, certain: !behind.assumed, source: behind.origins[0] };
  const expression = expressionIn(node);
  const itself = { node: expression, literal: true, certain: true, source: undefined };
  if (!isExpression(expression, scope)) return itself;
  const told = scope.names.evaluate(expressionOf(scope.root, expression));
  const { value } = told;
  const isPart = expression.kind === 'sequence' || expression.kind === 'mapping';
  if (value.kind === 'unknown' && (isPart || !(value.surely || value.reference || value.ends)))
    return { ...itself, certain: isPart || !told.assumed };
  const written = expression.kind === 'sequence' ? expression.items : [];
  const laid = laidOut(told, { root: scope.root, at: node.range, written });
  if (laid.kind === 'reference' && isSamePath(laid.path, expression))
    return { ...itself, certain: !told.assumed, reference: value.kind === 'unknown' ? value.reference : undefined };
  return { node: laid, literal: false, certain: !told.assumed, source: valueBehind(laid)?.origins[0] };
}

/** What the JSON comes to that a node means, as far as the text tells all of it. */
export function decoded(node: SyntaxNode, scope: Scope): SyntaxNode | undefined {
  const expression = expressionOf(scope.root, expressionIn(node));
  const { range } = expression;
  const told = scope.names.evaluate({ kind: 'call', name: 'jsondecode', arguments: [expression], spread: false, range });
  return told.value.kind === 'unknown' ? undefined : laidOut(told, { root: scope.root, at: node.range });
}

/** A string that is one expression is that expression, as in `.tf.json` and older Terraform. */
function expressionIn(node: SyntaxNode): SyntaxNode {
  const [part, ...more] = node.kind === 'template' ? node.parts : [];
  return part && 'hole' in part && more.length === 0 ? part.hole : node;
}

/** Lists and objects that are put together count as expressions, blocks and what has a syntax error don't. */
function isExpression(node: SyntaxNode, { root }: Scope): boolean {
  if (node.kind === 'reference' || node.kind === 'opaque') return true;
  if (node.kind === 'sequence') return !node.complete && node.blockName === undefined && isWhole(root);
  return node.kind === 'mapping' && !node.complete && !node.header && isWhole(root);
}

function isWhole({ broken, format }: Scope['root']): boolean {
  return !broken && format.name === 'terraform';
}

function isSamePath(path: readonly (string | number)[], node: SyntaxNode): boolean {
  return node.kind === 'reference' && path.join('.') === node.path.join('.');
}

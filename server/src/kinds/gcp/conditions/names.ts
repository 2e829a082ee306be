import { type CelCall, type CelNode, celChildren } from '../../../syntax/cel/expression';
import { nearestWord } from '../../../text/nearestWord';
import type { TextRange } from '../../../text/range';
import { apiAttributes, attributesOf, functions, methods } from './attributes';

/** A name in the condition of a binding that IAM doesn't have there. */
export interface WrongName {
  /** `misspelt`: it is near to one that IAM has. The others exist, but in conditions of another kind. */
  readonly fault: 'misspelt' | 'ofPolicyBindings' | 'ofAccessBoundaries';
  readonly kind: 'attribute' | 'function';
  /** Where the wrong word stands in the expression, and what it is. */
  readonly range: TextRange;
  readonly written: string;
  readonly meant: string | undefined;
}

/** In the order of the text. */
export function wrongNames(expression: CelNode): readonly WrongName[] {
  const found: WrongName[] = [];
  const waiting: Visit[] = [{ node: expression, bound: new Set() }];
  for (let visit = waiting.pop(); visit; visit = waiting.pop()) {
    const { node, bound } = visit;
    found.push(...wrongIn(visit));
    const inside = node.kind === 'call' ? new Set([...bound, ...namesGiven(node)]) : bound;
    waiting.push(...celChildren(node).map((child) => ({ node: child, bound: inside })));
  }
  return found.sort((a, b) => a.range.start - b.range.start);
}

interface Visit {
  readonly node: CelNode;
  /** What macros give names to. */
  readonly bound: ReadonlySet<string>;
}

function wrongIn({ node, bound }: Visit): readonly WrongName[] {
  if (node.kind === 'name') return bound.has(node.name) ? [] : misspelt('attribute', node.range, node.name, attributesOf.get(''));
  if (node.kind === 'field') {
    const { name, nameRange: range } = node;
    const path = pathOf(node.of, bound);
    if (path === 'principal' && ofPrincipals.has(name))
      return [{ fault: 'ofPolicyBindings', kind: 'attribute', range, written: name, meant: undefined }];
    return path === undefined ? [] : misspelt('attribute', range, name, attributesOf.get(path));
  }
  return node.kind === 'call' ? [...wrongFunction(node, bound), ...wrongApiAttribute(node)] : [];
}

/** Policy bindings of principal access boundaries alone tell principals apart. */
const ofPrincipals: ReadonlySet<string> = new Set(['type', 'subject']);

function wrongFunction({ of, name, nameRange }: CelCall, bound: ReadonlySet<string>): readonly WrongName[] {
  if (!of) return misspelt('function', nameRange, name, functions);
  const path = pathOf(of, bound);
  const own = path === undefined ? [] : (attributesOf.get(path) ?? []);
  return misspelt('function', nameRange, name, [...own, ...methods]);
}

function wrongApiAttribute({ name, arguments: [attribute] }: CelCall): readonly WrongName[] {
  if (name !== 'getAttribute' || attribute?.kind !== 'literal' || typeof attribute.value !== 'string') return [];
  const { value, range } = attribute;
  // What is escaped or in other quotes stands somewhere else in them.
  if (range.end - range.start !== value.length + 2) return [];
  const inside = { start: range.start + 1, end: range.end - 1 };
  if (value === ofAccessBoundaries)
    return [{ fault: 'ofAccessBoundaries', kind: 'attribute', range: inside, written: value, meant: undefined }];
  return misspelt('attribute', inside, value, apiAttributes);
}

/** Credential Access Boundaries alone have it; a binding with it grants nothing. */
const ofAccessBoundaries = 'storage.googleapis.com/objectListPrefix';

function misspelt(
  kind: WrongName['kind'],
  range: TextRange,
  written: string,
  known: readonly string[] | undefined,
): readonly WrongName[] {
  const meant = known?.includes(written) ? undefined : nearestWord(written, known ?? []);
  return meant === undefined ? [] : [{ fault: 'misspelt', kind, range, written, meant }];
}

/** `request.auth`; undefined for what is no path of names. */
function pathOf(node: CelNode, bound: ReadonlySet<string>): string | undefined {
  const names: string[] = [];
  let at = node;
  for (; at.kind === 'field'; at = at.of) names.push(at.name);
  return at.kind === 'name' && !bound.has(at.name) ? [at.name, ...names.reverse()].join('.') : undefined;
}

/** `x` in `list.exists(x, …)`. */
function namesGiven({ of, arguments: [first, ...more] }: CelCall): readonly string[] {
  return of && first?.kind === 'name' && more.length > 0 ? [first.name] : [];
}

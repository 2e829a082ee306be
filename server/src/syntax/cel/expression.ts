import { type ASTNode, parse } from '@marcbachmann/cel-js';
import type { TextRange } from '../../text/range';
import { firstWord } from './tokens';

/** An expression of CEL. Ranges are offsets of the expression's text; brackets around an operand belong to none. */
export type CelNode = CelLiteral | CelName | CelField | CelIndex | CelCall | CelList | CelMap | CelOperation;

export interface CelLiteral {
  readonly kind: 'literal';
  /** With the quotes. */
  readonly range: TextRange;
  /** What is no string, number, truth value or null isn't told. */
  readonly value: string | number | bigint | boolean | null | undefined;
}

export interface CelName {
  readonly kind: 'name';
  readonly range: TextRange;
  readonly name: string;
}

/** `of.name` */
export interface CelField {
  readonly kind: 'field';
  readonly range: TextRange;
  readonly of: CelNode;
  readonly name: string;
  readonly nameRange: TextRange;
}

/** `of[at]` */
export interface CelIndex {
  readonly kind: 'index';
  readonly range: TextRange;
  readonly of: CelNode;
  readonly at: CelNode;
}

/** `name(…)` or `of.name(…)`, macros such as `has` and `exists` among them. */
export interface CelCall {
  readonly kind: 'call';
  readonly range: TextRange;
  readonly of: CelNode | undefined;
  readonly name: string;
  readonly nameRange: TextRange;
  readonly arguments: readonly CelNode[];
}

export interface CelList {
  readonly kind: 'list';
  readonly range: TextRange;
  readonly items: readonly CelNode[];
}

export interface CelMap {
  readonly kind: 'map';
  readonly range: TextRange;
  readonly entries: readonly (readonly [key: CelNode, value: CelNode])[];
}

/** `!a`, `-a`, `a == b`, `a ? b : c` (`?:`); `&&` and `||` with all that they join. */
export interface CelOperation {
  readonly kind: 'operation';
  readonly range: TextRange;
  readonly operator: string;
  readonly operands: readonly CelNode[];
}

/** Undefined for what doesn't parse. Never throws. */
export function parseCel(expression: string): CelNode | undefined {
  try {
    return converted(parse(expression).ast);
  } catch {
    // A syntax error, or nesting beyond the parser's limits.
    return undefined;
  }
}

/** All nodes of an expression, outer before inner, in the order of the text. */
export function* celNodesIn(top: CelNode): Generator<CelNode> {
  const waiting = [top];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    yield node;
    waiting.push(...celChildren(node).toReversed());
  }
}

export function celChildren(node: CelNode): readonly CelNode[] {
  switch (node.kind) {
    case 'field':
      return [node.of];
    case 'index':
      return [node.of, node.at];
    case 'call':
      return node.of ? [node.of, ...node.arguments] : node.arguments;
    case 'list':
      return node.items;
    case 'map':
      return node.entries.flat();
    case 'operation':
      return node.operands;
    default:
      return [];
  }
}

function converted(node: ASTNode): CelNode {
  const range = { start: node.start, end: node.end };
  switch (node.op) {
    case 'value':
      return { kind: 'literal', range, value: isTold(node.args) ? node.args : undefined };
    case 'id':
      return { kind: 'name', range, name: node.args };
    case '.':
    case '.?': {
      const [of, name] = node.args;
      return { kind: 'field', range, of: converted(of), name, nameRange: { start: node.pos, end: node.end } };
    }
    case '[]':
    case '[?]': {
      const [of, at] = node.args;
      return { kind: 'index', range, of: converted(of), at: converted(at) };
    }
    case 'call': {
      const [name, args] = node.args;
      const nameRange = { start: range.start, end: range.start + name.length };
      return { kind: 'call', range, of: undefined, name, nameRange, arguments: args.map(converted) };
    }
    case 'rcall': {
      const [name, of, args] = node.args;
      // The parser doesn't tell where the name stands: behind what may be brackets, comments and a dot.
      const nameRange = firstWord(node.input, of.end);
      return { kind: 'call', range, of: converted(of), name, nameRange, arguments: args.map(converted) };
    }
    case 'list':
      return { kind: 'list', range, items: node.args.map(converted) };
    case 'map':
      return { kind: 'map', range, entries: node.args.map(([key, value]) => [converted(key), converted(value)] as const) };
    case '!_':
    case '-_':
      return { kind: 'operation', range, operator: node.op.charAt(0), operands: [converted(node.args)] };
    case '?:':
      return { kind: 'operation', range, operator: node.op, operands: node.args.map(converted) };
    default:
      return { kind: 'operation', range, operator: node.op, operands: operandsOf(node, node.op).map(converted) };
  }
}

/** In `a || b || c` all three; a chain may be longer than calls may be nested. */
function operandsOf(node: ASTNode, operator: string): readonly ASTNode[] {
  const found: ASTNode[] = [];
  let first = node;
  while (first.op === operator && (first === node || operator === '||' || operator === '&&')) {
    const [left, right] = first.args as readonly [ASTNode, ASTNode];
    found.push(right);
    first = left;
  }
  return [first, ...found.reverse()];
}

function isTold(value: unknown): value is Exclude<CelLiteral['value'], undefined> {
  return value === null || ['string', 'number', 'bigint', 'boolean'].includes(typeof value);
}

import type { TextRange } from '../../../text/range';
import { isNestedTooDeep } from '../reading/grammar';
import { type Cursor, expect, NotAnExpression, sees, skip, skipLines, take, takes, unlessRefused, within } from './cursor';
import type { BinaryOperator, Expression, ForExpression, ObjectExpression } from './expression';
import { splatItem } from './expression';
import { readHeredoc, readQuoted, readTemplateText } from './readTemplate';

/**
 * The expression that a part of a text is, with all that Terraform knows of it: the grammar that the tree is read with keeps no blanks of
 * templates and cuts numbers. Unread where HCL wouldn't take it. Never throws.
 */
export function readExpression(text: string, range: TextRange = { start: 0, end: text.length }): Expression {
  if (isNestedTooDeep(text.slice(range.start, range.end))) return { kind: 'unread', range };
  const cursor: Cursor = { text, at: range.start, end: range.end, isLineEndBlank: true };
  const expression = unlessRefused(() => {
    const found = expressionAt(cursor);
    skip(cursor);
    return cursor.at < range.end ? undefined : found;
  });
  return expression ?? { kind: 'unread', range };
}

/** The template that a text is as a whole, such as a file's. Unread where HCL wouldn't take it. Never throws. */
export function readTemplate(text: string): Expression {
  const range = { start: 0, end: text.length };
  const parts = unlessRefused(() => readTemplateText(text, expressionAt));
  return parts ? { kind: 'template', parts, range } : { kind: 'unread', range };
}

/** @throws NotAnExpression */
export function expressionAt(cursor: Cursor): Expression {
  const condition = binaryAt(cursor, 0);
  if (!takes(cursor, '?')) return condition;
  skipLines(cursor);
  const yes = expressionAt(cursor);
  skipLines(cursor);
  expect(cursor, ':');
  skipLines(cursor);
  const no = expressionAt(cursor);
  return { kind: 'conditional', condition, yes, no, range: { start: condition.range.start, end: no.range.end } };
}

/** From those that bind least. */
const operators: readonly RegExp[] = [/\|\|/y, /&&/y, /[=!]=/y, /[<>]=?/y, /[+-]/y, /[*/%]/y];

function binaryAt(cursor: Cursor, level: number): Expression {
  const pattern = operators[level];
  if (!pattern) return unaryAt(cursor);
  let left = binaryAt(cursor, level + 1);
  for (;;) {
    const operator = take(cursor, pattern) as BinaryOperator | undefined;
    if (operator === undefined) return left;
    const right = binaryAt(cursor, level + 1);
    left = { kind: 'binary', operator, left, right, range: { start: left.range.start, end: right.range.end } };
  }
}

function unaryAt(cursor: Cursor): Expression {
  const start = startOf(cursor);
  const operator = take(cursor, /[-!]/y) as '-' | '!' | undefined;
  if (operator === undefined) return traversalAt(cursor, termAt(cursor));
  const operand = unaryAt(cursor);
  return { kind: 'unary', operator, operand, range: { start, end: operand.range.end } };
}

function startOf(cursor: Cursor): number {
  skip(cursor);
  return cursor.at;
}

const identifier = /[\p{ID_Start}_][\p{ID_Continue}-]*/uy;

function termAt(cursor: Cursor): Expression {
  const start = startOf(cursor);
  const here = (): TextRange => ({ start, end: cursor.at });
  if (takes(cursor, '(')) {
    const inner = within(cursor, true, () => {
      const expression = expressionAt(cursor);
      expect(cursor, ')');
      return expression;
    });
    return { ...inner, range: here() };
  }
  const number = take(cursor, /\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y);
  if (number !== undefined) return { kind: 'literal', value: { number }, range: here() };
  if (sees(cursor, '"')) return readQuoted(cursor, expressionAt);
  if (sees(cursor, '<<')) return readHeredoc(cursor, expressionAt);
  if (takes(cursor, '[')) return tupleAt(cursor, start);
  if (takes(cursor, '{')) return objectAt(cursor, start);
  const name = take(cursor, identifier);
  if (name === undefined) throw new NotAnExpression(`a value expected at ${cursor.at}`);
  if (sees(cursor, '(') || sees(cursor, '::')) return callAt(cursor, name, start);
  if (name === 'true' || name === 'false') return { kind: 'literal', value: name === 'true', range: here() };
  return name === 'null' ? { kind: 'literal', value: null, range: here() } : { kind: 'name', name, range: here() };
}

function callAt(cursor: Cursor, first: string, start: number): Expression {
  let name = first;
  while (takes(cursor, '::')) name += `::${named(cursor)}`;
  expect(cursor, '(');
  return within(cursor, true, () => {
    const given: Expression[] = [];
    let spread = false;
    while (!sees(cursor, ')')) {
      given.push(expressionAt(cursor));
      spread = takes(cursor, '...');
      if (!takes(cursor, ',') || spread) break;
    }
    expect(cursor, ')');
    return { kind: 'call', name, arguments: given, spread, range: { start, end: cursor.at } };
  });
}

/** @throws NotAnExpression */
function named(cursor: Cursor): string {
  const name = take(cursor, identifier);
  if (name === undefined) throw new NotAnExpression(`a name expected at ${cursor.at}`);
  return name;
}

function tupleAt(cursor: Cursor, start: number): Expression {
  return within(cursor, true, () => {
    if (isFor(cursor)) return forAt(cursor, start, ']');
    const items: Expression[] = [];
    while (!sees(cursor, ']')) {
      items.push(expressionAt(cursor));
      if (!takes(cursor, ',')) break;
    }
    expect(cursor, ']');
    return { kind: 'tuple', items, range: { start, end: cursor.at } };
  });
}

function isFor(cursor: Cursor): boolean {
  skipLines(cursor);
  return /for(?![\p{ID_Continue}-]|\s*[=:])/uy.test(cursor.text.slice(cursor.at, cursor.at + farthestSign));
}

/** A key may be called `for`, with blanks behind it. */
const farthestSign = 200;

function objectAt(cursor: Cursor, start: number): Expression {
  if (isFor(cursor)) return within(cursor, true, () => forAt(cursor, start, '}'));
  const items: ObjectExpression['items'][number][] = [];
  within(cursor, false, () => {
    for (skipLines(cursor); !sees(cursor, '}'); skipLines(cursor)) {
      items.push(itemAt(cursor));
      const isSeparated = takes(cursor, ',') || take(cursor, /(?:#[^\n]*|\/\/[^\n]*)?\r?\n/y) !== undefined;
      if (!isSeparated) break;
    }
    skipLines(cursor);
    expect(cursor, '}');
  });
  return { kind: 'object', items, range: { start, end: cursor.at } };
}

function itemAt(cursor: Cursor): ObjectExpression['items'][number] {
  const isExpression = sees(cursor, '(');
  const key = expressionAt(cursor);
  if (!takes(cursor, '=') && !takes(cursor, ':')) throw new NotAnExpression(`= expected at ${cursor.at}`);
  skipLines(cursor);
  const value = expressionAt(cursor);
  return { key: isExpression ? key : keyOf(key), value };
}

/** A bare word is a text, whatever it means elsewhere. */
function keyOf(key: Expression): Expression {
  const { range } = key;
  const word =
    key.kind === 'name' ? key.name : key.kind === 'literal' && typeof key.value !== 'object' ? String(key.value) : undefined;
  if (key.kind === 'literal' && key.value === null) return wordAs('null', range);
  return word === undefined ? key : wordAs(word, range);
}

function wordAs(text: string, range: TextRange): Expression {
  return { kind: 'template', parts: [{ kind: 'text', text, range }], range };
}

function forAt(cursor: Cursor, start: number, close: ']' | '}'): ForExpression {
  expect(cursor, 'for');
  const first = named(cursor);
  const second = takes(cursor, ',') ? named(cursor) : undefined;
  if (named(cursor) !== 'in') throw new NotAnExpression(`in expected at ${cursor.at}`);
  const collection = expressionAt(cursor);
  expect(cursor, ':');
  const head = expressionAt(cursor);
  const isKeyed = close === '}';
  if (isKeyed) expect(cursor, '=>');
  const result = isKeyed ? expressionAt(cursor) : head;
  const grouped = isKeyed && takes(cursor, '...');
  const condition = take(cursor, /if(?![\p{ID_Continue}-])/uy) === undefined ? undefined : expressionAt(cursor);
  expect(cursor, close);
  return {
    kind: 'for',
    key: second === undefined ? undefined : first,
    value: second ?? first,
    collection,
    keyed: isKeyed ? head : undefined,
    result,
    grouped,
    condition,
    range: { start, end: cursor.at },
  };
}

/** What follows a term: attributes, indexes and splats. */
function traversalAt(cursor: Cursor, term: Expression): Expression {
  let of = term;
  for (;;) {
    const next = stepAt(cursor, of);
    if (!next) return of;
    of = next;
  }
}

function stepAt(cursor: Cursor, of: Expression): Expression | undefined {
  const { start } = of.range;
  const here = (): TextRange => ({ start, end: cursor.at });
  if (takes(cursor, '.*')) {
    const each = attributesAt(cursor, { kind: 'name', name: splatItem, range: here() });
    return { kind: 'splat', of, each, range: here() };
  }
  if (takes(cursor, '[*]')) {
    const each = traversalAt(cursor, { kind: 'name', name: splatItem, range: here() });
    return { kind: 'splat', of, each, range: here() };
  }
  if (takes(cursor, '[')) {
    const key = within(cursor, true, () => {
      const expression = expressionAt(cursor);
      expect(cursor, ']');
      return expression;
    });
    return { kind: 'index', of, key, range: here() };
  }
  return attributeAt(cursor, of);
}

/** Behind `.*` the brackets belong to the whole list. */
function attributesAt(cursor: Cursor, item: Expression): Expression {
  let of = item;
  for (let next = attributeAt(cursor, of); next; next = attributeAt(cursor, of)) of = next;
  return of;
}

function attributeAt(cursor: Cursor, of: Expression): Expression | undefined {
  if (sees(cursor, '...') || !takes(cursor, '.')) return undefined;
  const number = take(cursor, /\d+/y);
  const name = number ?? named(cursor);
  return { kind: 'attribute', of, name, range: { start: of.range.start, end: cursor.at } };
}

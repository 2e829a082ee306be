import type { TextRange } from '../../../text/range';
import { type Cursor, expect, NotAnExpression, sees, skipLines, take, takes, unlessRefused, within } from './cursor';
import type { Expression, TemplateExpression } from './expression';
import { expressionAt } from './readExpression';
import { readQuoted } from './readTemplate';

/** What stands between the braces of a block, or in a file. */
export interface Body {
  readonly attributes: readonly Attribute[];
  readonly blocks: readonly Block[];
}

export interface Attribute {
  readonly name: string;
  readonly nameRange: TextRange;
  readonly expression: Expression;
}

export interface Block {
  readonly type: string;
  readonly labels: readonly string[];
  readonly body: Body;
  /** From its first word to the end of its last label. */
  readonly header: TextRange;
  readonly range: TextRange;
}

/** All that a text of HCL holds; undefined where Terraform wouldn't take it. Never throws. */
export function readBody(text: string): Body | undefined {
  const cursor: Cursor = { text, at: 0, end: text.length, isLineEndBlank: false };
  return unlessRefused(() => {
    const body = bodyUntil(cursor, () => cursor.at >= cursor.end);
    return cursor.at < cursor.end ? undefined : body;
  });
}

function bodyUntil(cursor: Cursor, isEnd: () => boolean): Body {
  const attributes: Attribute[] = [];
  const blocks: Block[] = [];
  for (skipLines(cursor); !isEnd(); skipLines(cursor)) {
    const start = cursor.at;
    const name = wordAt(cursor);
    const nameRange = { start, end: cursor.at };
    if (sees(cursor, '=') && !sees(cursor, '==')) {
      expect(cursor, '=');
      attributes.push({ name, nameRange, expression: expressionAt(cursor) });
    } else blocks.push(blockAt(cursor, name, start));
    if (!isEnd() && !endsLine(cursor)) throw new NotAnExpression(`the end of a line expected at ${cursor.at}`);
  }
  return { attributes, blocks };
}

function blockAt(cursor: Cursor, type: string, start: number): Block {
  const labels: string[] = [];
  let header = { start, end: cursor.at };
  while (!sees(cursor, '{')) {
    labels.push(sees(cursor, '"') ? literalOf(readQuoted(cursor, expressionAt)) : wordAt(cursor));
    header = { start, end: cursor.at };
  }
  expect(cursor, '{');
  const body = within(cursor, false, () => bodyUntil(cursor, () => sees(cursor, '}')));
  expect(cursor, '}');
  return { type, labels, body, header, range: { start, end: cursor.at } };
}

function wordAt(cursor: Cursor): string {
  const word = take(cursor, /[\p{ID_Start}_][\p{ID_Continue}-]*/uy);
  if (word === undefined) throw new NotAnExpression(`a name expected at ${cursor.at}`);
  return word;
}

function literalOf({ parts }: TemplateExpression): string {
  return parts
    .map((part) => {
      if (part.kind !== 'text') throw new NotAnExpression('a label that isn’t a text');
      return part.text;
    })
    .join('');
}

/** A heredoc has taken its line end already. */
function endsLine(cursor: Cursor): boolean {
  return (
    takes(cursor, '\n') ||
    take(cursor, /(?:#|\/\/)[^\n]*|\r\n/y) !== undefined ||
    cursor.at >= cursor.end ||
    cursor.text.charAt(cursor.at - 1) === '\n'
  );
}

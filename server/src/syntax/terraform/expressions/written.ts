import { contains, type TextRange } from '../../../text/range';
import type { Root } from '../../format';
import { jsonFormat } from '../../json/format';
import type { MappingNode, SyntaxNode } from '../../tree';
import { writtenAt } from '../../writtenAt';
import type { Expression } from './expression';
import { type Block, type Body, readBody } from './readBody';
import { readExpression, readTemplate } from './readExpression';
import { placedAt, readJsonMapping, readJsonValue } from './readJsonBody';

/**
 * What Terraform reads where a node of a root stands, with ranges in the root's text; of the JSON of another text, all parts stand at the
 * node. Unread where Terraform wouldn't take it. Never throws.
 */
export function expressionOf(root: Root, node: SyntaxNode): Expression {
  const before = expressions.get(node);
  if (before) return before;
  const expression = readAt(partAt(root, node.range), node.range);
  expressions.set(node, expression);
  return expression;
}

const expressions = new WeakMap<SyntaxNode, Expression>();

function readAt(root: Root, range: TextRange): Expression {
  if (root.format.name === 'terraform') return readExpression(root.text, range);
  const raw = root.format.name === 'terraformJson' ? rawNode(root, range) : undefined;
  if (raw) return readJsonValue(raw);
  const written = writtenAt(root, range);
  return placedAt(/^[$%]\{/.test(written) ? readTemplate(written) : readExpression(unescaped(written)), range);
}

/** Of an expression in a JSON string; what can't be read by itself stays. */
function unescaped(text: string): string {
  if (!text.includes('\\')) return text;
  try {
    return String(JSON.parse(`"${text}"`));
  } catch {
    return text;
  }
}

/** What a block says, where its body is a node of the root: whole, or, behind a syntax error, its arguments alone. */
export function bodyOf(root: Root, node: MappingNode): Body {
  const before = bodies.get(node);
  if (before) return before;
  const part = partAt(root, node.range);
  const body = bodyAt(part, node) ?? argumentsOf(part, node);
  bodies.set(node, body);
  return body;
}

const bodies = new WeakMap<MappingNode, Body>();

/** Tells what a block says that is put together of several. */
export function tellBody(node: MappingNode, body: Body): void {
  bodies.set(node, body);
}

/** Of a root that is put together, the text that stands there. */
function partAt(root: Root, range: TextRange): Root {
  return root.texts?.find(({ node }) => contains(node.range, range)) ?? root;
}

function bodyAt(root: Root, node: MappingNode): Body | undefined {
  if (root.format.name === 'terraformJson') {
    const raw = rawNode(root, node.range);
    return raw?.kind === 'mapping' ? readJsonMapping(raw) : undefined;
  }
  return node.header && blockAt(wholeOf(root)?.blocks ?? [], node.range)?.body;
}

/** The block whose braces are there. */
function blockAt(blocks: readonly Block[], { start, end }: TextRange): Block | undefined {
  const around = blocks.find(({ range }) => range.start <= start && range.end >= end);
  if (!around || around.range.end === end) return around;
  return blockAt(around.body.blocks, { start, end });
}

function argumentsOf(root: Root, { entries }: MappingNode): Body {
  const isArgument = ({ kind, ...node }: SyntaxNode) => !(kind === 'sequence' && 'blockName' in node && node.blockName);
  return {
    attributes: entries
      .filter(({ value }) => isArgument(value))
      .map(({ key, keyRange, value }) => ({ name: key, nameRange: keyRange, expression: expressionOf(root, value) })),
    blocks: [],
  };
}

function wholeOf(root: Root): Body | undefined {
  if (!wholes.has(root)) wholes.set(root, readBody(root.text));
  return wholes.get(root);
}

const wholes = new WeakMap<Root, Body | undefined>();

/** The value of a JSON text that stands at a range, as JSON has it. */
function rawNode(root: Root, { start, end }: TextRange): SyntaxNode | undefined {
  if (!raws.has(root)) raws.set(root, jsonFormat.parse(root.text)[0]?.root.node);
  let node = raws.get(root);
  while (node && (node.range.start !== start || node.range.end !== end)) {
    const inside: readonly SyntaxNode[] =
      node.kind === 'mapping' ? node.entries.map(({ value }) => value) : node.kind === 'sequence' ? node.items : [];
    node = inside.find(({ range }) => range.start <= start && range.end >= end);
  }
  return node;
}

const raws = new WeakMap<Root, SyntaxNode | undefined>();

import type { TextRange } from '../../../text/range';
import { jsonFormat } from '../../json/format';
import type { MappingNode, SyntaxNode } from '../../tree';
import { unlessRefused } from './cursor';
import type { Expression, TemplatePart } from './expression';
import type { Body } from './readBody';
import { expressionAt } from './readExpression';
import { readTemplateText } from './readTemplate';

/**
 * All that a text of Terraform in JSON holds; undefined where Terraform wouldn't take it. Nothing tells arguments from blocks but who
 * takes them, so what may be either is both. In a file of variables (`plain`) texts mean themselves.
 *
 * @see https://developer.hashicorp.com/terraform/language/syntax/json
 */
export function readJsonBody(text: string, plain = false): Body | undefined {
  const roots = jsonFormat.parse(text);
  const [first] = roots;
  if (roots.length !== 1 || first?.root.broken || first?.root.node.kind !== 'mapping') return undefined;
  const { node } = first.root;
  return unlessRefused(() => (plain ? bodyOf(node, literalText) : topOf(node)));
}

/** What Terraform reads in a value of a `.tf.json` file. Unread where it wouldn't take it. Never throws. */
export function readJsonValue(node: SyntaxNode): Expression {
  return unlessRefused(() => expressionOf(node, templateText)) ?? { kind: 'unread', range: node.range };
}

/** The same of an object that stands for a block; undefined where Terraform wouldn't take it. */
export function readJsonMapping(node: MappingNode): Body | undefined {
  return unlessRefused(() => bodyOf(node, templateText));
}

type ReadText = (text: string, range: TextRange) => Expression;

/** How many names stand between the word of a block and its body. */
const labelsOf: ReadonlyMap<string, number> = new Map([
  ['resource', 2],
  ['data', 2],
  ['ephemeral', 2],
  ['module', 1],
  ['variable', 1],
  ['output', 1],
  ['provider', 1],
  ['locals', 0],
]);

function topOf(node: MappingNode): Body {
  const blocks = node.entries.flatMap(({ key, keyRange, value }) => {
    const depth = labelsOf.get(key);
    return depth === undefined ? [] : blocksIn(value, key, [], depth, keyRange);
  });
  return { attributes: [], blocks };
}

/** At every level an object may be a list of objects. */
function blocksIn(value: SyntaxNode, type: string, labels: readonly string[], depth: number, header: TextRange): Body['blocks'] {
  return mappingsIn(value).flatMap((mapping) => {
    if (depth > 0)
      return mapping.entries.flatMap((entry) => blocksIn(entry.value, type, [...labels, entry.key], depth - 1, entry.keyRange));
    return { type, labels, header, range: { start: header.start, end: mapping.range.end }, body: bodyOf(mapping, templateText) };
  });
}

function mappingsIn(value: SyntaxNode): readonly MappingNode[] {
  if (value.kind === 'mapping') return [value];
  return value.kind === 'sequence' ? value.items.flatMap(mappingsIn) : [];
}

function bodyOf({ entries }: MappingNode, read: ReadText): Body {
  // A key for notes.
  const told = entries.filter(({ key }) => key !== '//');
  return {
    attributes: told.map(({ key, keyRange, value }) => ({
      name: key,
      nameRange: keyRange,
      expression: expressionOf(value, read),
    })),
    blocks: told.flatMap(({ key, keyRange, value }) =>
      key === 'dynamic' ? blocksIn(value, key, [], 1, keyRange) : blocksIn(value, key, [], 0, keyRange),
    ),
  };
}

function expressionOf(node: SyntaxNode, read: ReadText): Expression {
  const { range } = node;
  switch (node.kind) {
    case 'scalar':
      if (typeof node.value === 'string') return read(node.value, range);
      return { kind: 'literal', value: typeof node.value === 'number' ? { number: String(node.value) } : node.value, range };
    case 'sequence':
      return { kind: 'tuple', items: node.items.map((item) => expressionOf(item, read)), range };
    case 'mapping':
      return {
        kind: 'object',
        items: node.entries.map(({ key, keyRange, value }) => ({ key: read(key, keyRange), value: expressionOf(value, read) })),
        range,
      };
    default:
      return { kind: 'unread', range };
  }
}

function literalText(text: string, range: TextRange): Expression {
  return { kind: 'template', parts: [{ kind: 'text', text, range }], range };
}

function templateText(text: string, range: TextRange): Expression {
  const parts: readonly TemplatePart[] = placedAt(readTemplateText(text, expressionAt), range);
  return { kind: 'template', parts, range };
}

/** All parts at one range: where something stands in a string isn't told, for escapes lie between. */
export function placedAt<T>(part: T, range: TextRange): T {
  if (Array.isArray(part)) return part.map((item) => placedAt(item, range)) as T;
  if (typeof part !== 'object' || part === null) return part;
  return Object.fromEntries(
    Object.entries(part).map(([name, value]) => [name, name === 'range' ? range : placedAt(value, range)]),
  ) as T;
}

import type { Expression } from '../../../syntax/terraform/expressions/expression';
import { type Block, type Body, readBody } from '../../../syntax/terraform/expressions/readBody';
import { bodyOf } from '../../../syntax/terraform/expressions/written';
import { contains, type TextRange } from '../../../text/range';
import { eachOf } from '../evaluation/loop';
import { referencesIn } from '../evaluation/references';
import { dynamicBlock, iteratorValue } from '../modules/blocks';
import { argumentOf } from '../modules/configuration';
import { keyText } from '../modules/instances';
import { toDecimal } from '../values/bigNumber';
import { isWhollyKnown } from '../values/typeOf';
import type { StringValue, Value } from '../values/value';
import type { Evaluated, Names, Scope } from './scope';

/** Which arguments of a block are looked at: those that name one of these or hold the literal. */
export interface Concerned {
  readonly locals: ReadonlySet<string>;
  /** A literal of the block itself. */
  readonly literal: TextRange | undefined;
}

/** What a block stands for: all that its instances say in the arguments that are looked at, in an order that is the same for the same. */
export interface InstanceTexts {
  readonly keys: readonly string[];
  readonly said: readonly string[];
}

/**
 * The instances of a block in one module. `write` spells a text of an argument whose expression stands at the range. Undefined where any of
 * it isn't surely known.
 */
export function instanceTexts(scope: Scope, concerned: Concerned, write: Write): InstanceTexts | undefined {
  const { node } = scope.root;
  // Where Terraform wouldn't take it, parts of it are left out.
  if (node.kind !== 'mapping' || !readBody(scope.root.text)) return undefined;
  const body = bodyOf(scope.root, node);
  const forEach = argumentOf(body, 'for_each') ?? argumentOf(body, 'count');
  const isConcerned = forEach !== undefined && concerns(forEach, concerned, noNames);
  const told = scope.names.instancesOf(body);
  const isSure = 'all' in told.result && !told.assumed;
  if (isConcerned && !isSure) return undefined;
  const bound = new Set(isConcerned ? ['each', 'count'] : []);
  const instances =
    'all' in told.result && isSure ? told.result.all.map((one) => ({ key: one.key, names: scope.names.at(one, false) })) : [];
  const whole = instances.length > 0 || isSure ? instances : [{ key: undefined, names: scope.names }];
  try {
    const once = { ...body, attributes: body.attributes.filter(({ name }) => name !== 'count' && name !== 'for_each') };
    const said = whole.map(({ names }) => bodyText(once, { names, bound, concerned, write }));
    return { keys: whole.map(({ key }) => keyText(key)).sort(), said: said.sort() };
  } catch (error) {
    if (error === unsure) return undefined;
    throw error;
  }
}

type Write = (text: StringValue, at: TextRange) => string;

interface Standpoint {
  readonly names: Names;
  /** Names of loops that go through what is concerned. */
  readonly bound: ReadonlySet<string>;
  readonly concerned: Concerned;
  readonly write: Write;
}

const noNames: ReadonlySet<string> = new Set();
const unsure = new Error('not surely known');

/** @throws unsure */
function bodyText(body: Body, standpoint: Standpoint): string {
  const { concerned, bound, names, write } = standpoint;
  const said: string[] = [];
  for (const { name, expression } of body.attributes) {
    if (!concerns(expression, concerned, bound)) continue;
    const value = sure(names.evaluate(expression));
    said.push(`${name}=${valueText(value, (text) => write(text, expression.range))}`);
  }
  for (const block of body.blocks) said.push(`${block.type} ${blockText(block, standpoint)}`);
  return JSON.stringify(said);
}

/** @throws unsure */
function blockText(block: Block, standpoint: Standpoint): string {
  const dynamic = dynamicBlock(block, block.labels[0] ?? '');
  const forEach = dynamic && argumentOf(dynamic.body, 'for_each');
  if (!dynamic || !forEach) return bodyText(block.body, standpoint);
  const { names, concerned, bound } = standpoint;
  const isConcerned = concerns(forEach, concerned, bound);
  const told = names.evaluate(forEach);
  const value = isConcerned ? sure(told) : told.value;
  const each = 'items' in value || 'entries' in value ? eachOf(value) : undefined;
  const inner = isConcerned ? new Set([...bound, dynamic.iterator]) : bound;
  const among =
    each && 'items' in each
      ? each.items.map((item) => names.with(new Map([[dynamic.iterator, iteratorValue(item)]]), told.assumed))
      : [names];
  const said = among.flatMap((one) =>
    dynamic.contents.map(({ body }) => bodyText(body, { ...standpoint, names: one, bound: inner })),
  );
  return JSON.stringify(said.sort());
}

/** @throws unsure */
function sure({ value, assumed }: Evaluated): Value {
  if (assumed || !isWhollyKnown(value)) throw unsure;
  return value;
}

function concerns(expression: Expression, { locals, literal }: Concerned, bound: ReadonlySet<string>): boolean {
  if (literal && contains(expression.range, literal)) return true;
  for (const { name, attributes } of referencesIn(expression))
    if (bound.has(name) || (name === 'local' && locals.has(attributes[0] ?? ''))) return true;
  return false;
}

function valueText(value: Value, write: (text: StringValue) => string): string {
  switch (value.kind) {
    case 'string':
      return JSON.stringify(write(value));
    case 'number':
      return toDecimal(value.number);
    case 'bool':
      return String(value.truth);
    case 'list':
    case 'tuple':
      return `[${value.items.map((item) => valueText(item, write)).join()}]`;
    case 'set':
      return `{${value.items
        .map((item) => valueText(item, write))
        .sort()
        .join()}}`;
    case 'map':
    case 'object':
      return `{${[...value.entries].map(([key, item]) => `${JSON.stringify(key)}:${valueText(item, write)}`).join()}}`;
    default:
      return value.kind;
  }
}

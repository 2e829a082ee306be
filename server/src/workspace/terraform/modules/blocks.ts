import type { Expression } from '../../../syntax/terraform/expressions/expression';
import type { Block, Body } from '../../../syntax/terraform/expressions/readBody';
import { evaluate } from '../evaluation/evaluate';
import { Failure } from '../evaluation/failure';
import { eachOf } from '../evaluation/loop';
import { type Scope, withVariables } from '../evaluation/scope';
import { convert } from '../values/convert';
import { listValue, nullValue, objectValue, setValue, tupleValue, unknownValue } from '../values/make';
import { anyType, type Type } from '../values/type';
import { unknownIn } from '../values/typeOf';
import type { Reason, UnknownValue, Value } from '../values/value';
import { argumentOf } from './configuration';

/** A block as often as it stands for one, and where its arguments are to be read. */
export interface MadeBlock {
  readonly body: Body;
  readonly scope: Scope;
}

/** The blocks of a type in a body, those that `dynamic` repeats among them, or why it isn't known which there are. */
export function blocksOf(
  body: Body,
  type: string,
  scope: Scope,
): { readonly all: readonly MadeBlock[] } | { readonly why: Reason } {
  const all: MadeBlock[] = [];
  for (const block of body.blocks) {
    if (block.type === type) all.push({ body: block.body, scope });
    const dynamic = dynamicBlock(block, type);
    if (!dynamic) continue;
    const made = repeated(dynamic, scope);
    if ('why' in made) return made;
    for (const one of made.all) all.push(one);
  }
  return { all };
}

function repeated(
  { body, iterator, contents }: DynamicBlock,
  scope: Scope,
): { readonly all: readonly MadeBlock[] } | { readonly why: Reason } {
  const forEach = argumentOf(body, 'for_each');
  const each = forEach && eachOf(evaluate(forEach, scope));
  if (!each) return { why: { id: 'error', what: 'dynamic' } };
  if ('why' in each) return each;
  return {
    all: each.items.flatMap((item) => {
      const inside = withVariables(scope, [[iterator, iteratorValue(item)]]);
      return contents.map((content) => ({ body: content.body, scope: inside }));
    }),
  };
}

/** What a `dynamic` block repeats, and the name by which its contents know what they are repeated for. */
export interface DynamicBlock {
  readonly body: Body;
  readonly iterator: string;
  readonly contents: readonly Block[];
}

/** The block as one that repeats blocks of a type; undefined for every other. */
export function dynamicBlock({ type, labels, body }: Block, repeats: string): DynamicBlock | undefined {
  if (type !== 'dynamic' || labels[0] !== repeats) return undefined;
  const iterator = wordOf(argumentOf(body, 'iterator')) ?? repeats;
  return { body, iterator, contents: body.blocks.filter((block) => block.type === 'content') };
}

/** What the iterator of a `dynamic` block is for one item. */
export function iteratorValue([key, value]: readonly [Value, Value]): Value {
  return objectValue([
    ['key', key],
    ['value', value],
  ]);
}

/** A bare word, which JSON has in a string. */
function wordOf(expression: Expression | undefined): string | undefined {
  if (expression?.kind === 'name') return expression.name;
  const [part] = expression?.kind === 'template' ? expression.parts : [];
  return part?.kind === 'text' ? part.text : undefined;
}

/** What is said of whatever isn't known of a body. */
type Unknown = Pick<UnknownValue, 'why' | 'reference'>;

type ObjectType = Extract<Type, { readonly kind: 'object' }>;

/**
 * What a body is as a value: of its attributes and blocks those that are known, in the types that `type` says, others being computed. Without
 * a type nobody knows whether several things are a list or a set. What `told` gives comes first.
 */
export function bodyValue(
  block: MadeBlock,
  unknown: Unknown,
  type: Type | undefined,
  told: (name: string) => Value | undefined = () => undefined,
): Value {
  const asked = new Set<string>();
  const get = (name: string) => {
    // A resource that is made of itself is none to Terraform.
    if (asked.has(name)) throw new Failure({ id: 'circle', what: name });
    asked.add(name);
    try {
      const value =
        told(name) ?? (type?.kind === 'object' ? typedPart(block, name, type, unknown) : untypedArgument(block, name));
      return value?.kind === 'null' ? undefined : value;
    } finally {
      asked.delete(name);
    }
  };
  return { ...unknownValue(anyType, unknown.why), ...unknown, known: { get }, notNull: true };
}

function untypedArgument(block: MadeBlock, name: string): Value | undefined {
  const value = argumentIn(block, name);
  return value && ('items' in value || 'entries' in value) ? undefined : value;
}

function typedPart(block: MadeBlock, name: string, { of }: ObjectType, unknown: Unknown): Value | undefined {
  const type = of.get(name);
  if (!type) return undefined;
  const items = blockType(type);
  const isWritten = block.body.blocks.some((one) => one.type === name || dynamicBlock(one, name));
  if (items && (isWritten || !argumentOf(block.body, name)))
    return type.kind === 'set' ? setOfBlocks(block, name, items) : listOfBlocks(block, name, items, unknown);
  const value = argumentIn(block, name);
  return value && (convert(value, type) ?? unknownValue(type, { id: 'error', what: name }));
}

/** What each of the blocks is, where it takes blocks. */
function blockType(type: Type): ObjectType | undefined {
  return (type.kind === 'list' || type.kind === 'set') && type.of.kind === 'object' ? type.of : undefined;
}

function listOfBlocks({ body, scope }: MadeBlock, name: string, type: ObjectType, unknown: Unknown): Value | undefined {
  const blocks = blocksOf(body, name, scope);
  if ('why' in blocks) return undefined;
  const { why, reference } = unknown;
  return tupleValue(
    blocks.all.map((block, index) => {
      const path = [reference?.attribute, name, index].filter((step) => step !== undefined && step !== '').join('.');
      return bodyValue(block, { why, ...(reference && { reference: { ...reference, attribute: path } }) }, type);
    }),
  );
}

/** Sets tell their items apart, so all of them is known or nothing. */
function setOfBlocks({ body, scope }: MadeBlock, name: string, type: ObjectType): Value {
  const unknownSet = (why: Reason) => unknownValue({ kind: 'set', of: type }, why);
  const blocks = blocksOf(body, name, scope);
  if ('why' in blocks) return unknownSet(blocks.why);
  const items = blocks.all.map((block) => wholeBlock(block, type));
  const unknown = items.map(unknownIn).find((one) => one !== undefined);
  if (unknown) return unknownSet(unknown.why);
  return setValue(items, type) ?? unknownSet({ id: 'error', what: name });
}

/** All that a block may have, null where it hasn't. */
function wholeBlock(block: MadeBlock, type: ObjectType): Value {
  return objectValue(
    [...type.of].map(([name, of]) => {
      const items = blockType(of);
      if (items && of.kind === 'set') return [name, setOfBlocks(block, name, items)];
      if (items) return [name, wholeList(block, name, items)];
      const value = argumentIn(block, name);
      const typed = value ? convert(value, of) : nullValue(of);
      return [name, typed ?? unknownValue(of, { id: 'error', what: name })];
    }),
  );
}

function wholeList({ body, scope }: MadeBlock, name: string, type: ObjectType): Value {
  const blocks = blocksOf(body, name, scope);
  if ('why' in blocks) return unknownValue({ kind: 'list', of: type }, blocks.why);
  const items = blocks.all.map((block) => wholeBlock(block, type));
  return listValue(items, type) ?? unknownValue({ kind: 'list', of: type }, { id: 'error', what: name });
}

/** The value of an argument of a block; undefined where it has none. */
export function argumentIn({ body, scope }: MadeBlock, name: string): Value | undefined {
  const expression = argumentOf(body, name);
  return expression && evaluate(expression, scope);
}

import type { Expression } from '../../../syntax/terraform/expressions/expression';
import type { Block, Body } from '../../../syntax/terraform/expressions/readBody';
import { evaluate } from '../evaluation/evaluate';
import { eachOf } from '../evaluation/loop';
import { type Scope, withVariables } from '../evaluation/scope';
import { objectValue, tupleValue, unknownValue } from '../values/make';
import { anyType } from '../values/type';
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

/**
 * What a body is as a value: of its attributes those that it says are known, of its blocks lists of the same. What `told` gives comes first.
 */
export function bodyValue(
  block: MadeBlock,
  unknown: Pick<UnknownValue, 'why' | 'reference'>,
  told: (name: string) => Value | undefined = () => undefined,
): Value {
  const get = (name: string) => {
    const value = told(name) ?? argumentIn(block, name) ?? nestedBlocks(block, name, unknown);
    return value?.kind === 'null' ? undefined : value;
  };
  return { ...unknownValue(anyType, unknown.why), ...unknown, known: { get }, notNull: true };
}

function nestedBlocks(
  { body, scope }: MadeBlock,
  name: string,
  { why, reference }: Pick<UnknownValue, 'why' | 'reference'>,
): Value | undefined {
  const blocks = blocksOf(body, name, scope);
  if ('why' in blocks || blocks.all.length === 0) return undefined;
  return tupleValue(
    blocks.all.map((block, index) => {
      const path = [reference?.attribute, name, index].filter((step) => step !== undefined && step !== '').join('.');
      return bodyValue(block, { why, ...(reference && { reference: { ...reference, attribute: path } }) });
    }),
  );
}

/** The value of an argument of a block; undefined where it has none. */
export function argumentIn({ body, scope }: MadeBlock, name: string): Value | undefined {
  const expression = argumentOf(body, name);
  return expression && evaluate(expression, scope);
}

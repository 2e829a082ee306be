import type { Expression } from '../../../syntax/terraform/expressions/expression';
import type { Block, Body } from '../../../syntax/terraform/expressions/readBody';
import { evaluate } from '../evaluation/evaluate';
import { eachOf } from '../evaluation/loop';
import { type Scope, withVariables } from '../evaluation/scope';
import { objectValue } from '../values/make';
import type { Reason, Value } from '../values/value';
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

/** The value of an argument of a block; undefined where it has none. */
export function argumentIn({ body, scope }: MadeBlock, name: string): Value | undefined {
  const expression = argumentOf(body, name);
  return expression && evaluate(expression, scope);
}

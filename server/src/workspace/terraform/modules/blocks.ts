import type { Expression } from '../../../syntax/terraform/expressions/expression';
import type { Body } from '../../../syntax/terraform/expressions/readBody';
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
    if (block.type !== 'dynamic' || block.labels[0] !== type) continue;
    const made = repeated(block.body, type, scope);
    if ('why' in made) return made;
    for (const one of made.all) all.push(one);
  }
  return { all };
}

function repeated(body: Body, type: string, scope: Scope): { readonly all: readonly MadeBlock[] } | { readonly why: Reason } {
  const forEach = argumentOf(body, 'for_each');
  const each = forEach && eachOf(evaluate(forEach, scope));
  if (!each) return { why: { id: 'error', what: 'dynamic' } };
  if ('why' in each) return each;
  const name = wordOf(argumentOf(body, 'iterator')) ?? type;
  const contents = body.blocks.filter((block) => block.type === 'content');
  return {
    all: each.items.flatMap(([key, value]) => {
      const item = objectValue([
        ['key', key],
        ['value', value],
      ]);
      return contents.map((content) => ({ body: content.body, scope: withVariables(scope, [[name, item]]) }));
    }),
  };
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

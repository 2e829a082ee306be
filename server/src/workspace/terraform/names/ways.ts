import type { Root } from '../../../syntax/format';
import type { Expression } from '../../../syntax/terraform/expressions/expression';
import type { Block, Body } from '../../../syntax/terraform/expressions/readBody';
import { bodyOf } from '../../../syntax/terraform/expressions/written';
import { contains, type TextRange } from '../../../text/range';
import type { Place } from '../../index/facts';
import type { Workspace } from '../../index/workspace';
import { referencesIn } from '../evaluation/references';
import { dynamicBlock } from '../modules/blocks';
import { askAgain, type IndexedModule, modulesIn } from '../modules/indexed';
import { keyText } from '../modules/instances';
import { folderOf, resourceAt } from '../resources';

/** What a value goes through on its way from the literal to its use. */
export type Way =
  /** An argument of a call of the module: `call` is `module.network`. */
  | { readonly kind: 'call'; readonly at: Place; readonly call: string; readonly argument: string }
  /** What `count` or `for_each` goes through; `key` is that of the instance as in its address, empty in a `dynamic` block. */
  | { readonly kind: 'loop'; readonly at: Place; readonly key: string };

/** Where a value is used. */
export interface Use {
  readonly root: Root;
  readonly uri: string;
  readonly range: TextRange;
  /** Terraform's, with the path of the module and the key of the instance. */
  readonly address: string;
}

/** The loops and calls that the value of an expression comes through, from its use on. */
export function waysTo({ root, uri, range, address }: Use, workspace: Workspace): readonly Way[] {
  const resource = resourceAt(root, uri, range);
  const at = resource ? address.indexOf(resource.address) : -1;
  if (!resource || at < 0) return [];
  const prefix = address.slice(0, at);
  const modules = modulesIn(folderOf(uri), workspace).flatMap(({ all }) => all);
  const module = modules.find((one) => one.prefix === prefix);
  if (!module) return [];
  const body = bodyOf(root, resource.body);
  const within = { root, start: 0, fact: undefined };
  const place = (of: TextRange): Place => ({ uri, range: of, within });
  const ways: Way[] = [];
  const { asked } = module.noticing(() => {
    const used = [...expressionsAt(body, range, place, ways)];
    const key = address.slice(at + resource.address.length);
    follow(used, { module, body, key, place }, ways, 0);
  });
  askAgain(asked, workspace);
  return ways.slice(0, mostWays);
}

/** Nobody follows more of them. */
const mostWays = 10;
const deepest = 20;

interface Standpoint {
  readonly module: IndexedModule;
  /** The block that the expressions stand in. */
  readonly body: Body;
  readonly key: string;
  place(range: TextRange): Place;
}

/** What is written at a range, with what the `dynamic` blocks around it go through. */
function* expressionsAt(body: Body, range: TextRange, place: Standpoint['place'], ways: Way[]): Generator<Expression> {
  for (const { expression } of body.attributes) if (contains(expression.range, range)) yield expression;
  const block = body.blocks.find((one) => contains(one.range, range));
  if (!block) return;
  const inside = [...expressionsAt(block.body, range, place, ways)];
  yield* inside;
  const loop = loopOf(block);
  if (!loop || !inside.some((expression) => [...referencesIn(expression)].some(({ name }) => name === loop.iterator))) return;
  ways.push({ kind: 'loop', at: place(loop.range), key: '' });
  yield loop.expression;
}

function loopOf(block: Block) {
  const dynamic = dynamicBlock(block, block.labels[0] ?? '');
  const forEach = dynamic?.body.attributes.findLast(({ name }) => name === 'for_each');
  return dynamic && forEach && { iterator: dynamic.iterator, ...writtenLoop(forEach) };
}

function writtenLoop({ nameRange, expression }: Body['attributes'][number]) {
  return { expression, range: { start: nameRange.start, end: expression.range.end } };
}

/** Goes from names to what they mean: in the block, in the module, in the call of the module. */
function follow(expressions: readonly Expression[], { module, body, key, place }: Standpoint, ways: Way[], depth: number): void {
  const counted = body.attributes.findLast(({ name }) => name === 'for_each' || name === 'count');
  const locals = new Set<string>();
  const variables = new Set<string>();
  const pending = [...expressions];
  let isLooped = false;
  for (let one = pending.pop(); one; one = pending.pop()) {
    for (const { name, attributes } of referencesIn(one)) {
      const [first = ''] = attributes;
      if (counted && !isLooped && (name === 'each' || name === 'count')) {
        isLooped = true;
        pending.push(counted.expression);
      }
      if (name === 'var') variables.add(first);
      if (name !== 'local' || locals.has(first)) continue;
      locals.add(first);
      const local = module.configuration.locals.get(first);
      if (local) pending.push(local.it);
    }
  }
  if (counted && isLooped) ways.push({ kind: 'loop', at: place(writtenLoop(counted).range), key });
  for (const variable of variables) {
    const input = module.inputs?.written(variable);
    if (!input || ways.length > mostWays || depth > deepest) continue;
    const { at, call, expression, block, caller } = input;
    ways.push({ kind: 'call', at, call: `${call}${keyText(input.key)}`, argument: variable });
    const standpoint = { module: caller, body: block.it, key: keyText(input.key), place: caller.scopeIn(block).place };
    follow([expression], standpoint, ways, depth + 1);
  }
}

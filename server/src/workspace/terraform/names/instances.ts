import { bodyOf } from '../../../syntax/terraform/expressions/written';
import type { MappingNode } from '../../../syntax/tree';
import { eachOf } from '../evaluation/loop';
import { dynamicBlock, iteratorValue } from '../modules/blocks';
import { argumentOf } from '../modules/configuration';
import { blocksOf, instancesAreCounted } from '../resources';
import type { Value } from '../values/value';
import type { Scope } from './scope';

/** A block of a body, and where it is to be read. */
export interface ScopedBlock {
  readonly node: MappingNode;
  readonly scope: Scope;
}

/**
 * The scopes of the resources that a body with `count` or `for_each` stands for; the scope itself for a body without. Where the text doesn't
 * tell them there is one scope in which `each` is unknown.
 */
export function instancesOf(body: MappingNode, scope: Scope): readonly Scope[] {
  const { instances, open } = toldInstances(body, scope);
  if (!instances || (open && instances.length === 0)) return [scope];
  return instances;
}

/** The same where the text tells how many there are and what each of them is; undefined where there may be none, or others. */
export function knownInstancesOf(body: MappingNode, scope: Scope): readonly Scope[] | undefined {
  const { instances, assumed } = toldInstances(body, scope);
  return assumed ? undefined : instances;
}

interface Told {
  readonly instances: readonly Scope[] | undefined;
  readonly assumed: boolean;
  readonly open: boolean;
}

function toldInstances(body: MappingNode, scope: Scope): Told {
  if (!instancesAreCounted(body)) return { instances: [scope], assumed: false, open: false };
  const { result, assumed, open } = scope.names.instancesOf(bodyOf(scope.root, body));
  if ('why' in result || result.all.length > mostInstances) return { instances: undefined, assumed, open };
  const instances = result.all.map((instance) => ({ ...scope, names: scope.names.at(instance, assumed) }));
  return { instances, assumed, open };
}

function isCollection(value: Value): boolean {
  return 'items' in value || 'entries' in value;
}

/** Nobody reads as many findings of one line. */
const mostInstances = 200;

/** The blocks of one name in a body; what a `dynamic` block repeats, as often as the text tells, else once without its names. */
export function scopedBlocks(body: MappingNode, name: string, scope: Scope): readonly ScopedBlock[] {
  return blocksOf(body, name).flatMap((node) =>
    node.header?.type === 'dynamic' ? repeated(node, body, name, scope) : [{ node, scope }],
  );
}

function repeated(content: MappingNode, body: MappingNode, name: string, scope: Scope): readonly ScopedBlock[] {
  const block = bodyOf(scope.root, body)
    .blocks.flatMap((one) => dynamicBlock(one, name) ?? [])
    .find(({ contents }) => contents.some(({ range }) => range.end === content.range.end));
  const forEach = block && argumentOf(block.body, 'for_each');
  const told = forEach && scope.names.evaluate(forEach);
  const each = told && isCollection(told.value) ? eachOf(told.value) : undefined;
  if (!block || !told || !each || 'why' in each || each.items.length > mostInstances) return [{ node: content, scope }];
  return each.items.map((item) => {
    const variables = new Map([[block.iterator, iteratorValue(item)]]);
    return { node: content, scope: { ...scope, names: scope.names.with(variables, told.assumed) } };
  });
}

import type { Root } from '../../../syntax/format';
import { entryOf, type MappingNode, type SyntaxNode } from '../../../syntax/tree';
import { cachedBy } from '../../../text/cachedBy';
import type { TextRange } from '../../../text/range';
import type { Reason } from '../values/value';
import { type ReadableArguments, readable } from './readable';

/**
 * What `terraform show -json` writes of a plan or a state.
 *
 * @see https://developer.hashicorp.com/terraform/internals/json-format
 */
export interface Plan {
  /** What will be there when it is applied, or is there: each managed resource once, in the order of the text. */
  readonly resources: readonly PlannedResource[];
  /** Those that it looks at, as they are and as they will be; undefined for a state, which changes nothing. */
  readonly changes: { readonly before: readonly PlannedResource[]; readonly after: readonly PlannedResource[] } | undefined;
  /** Why there may be more than it tells. */
  readonly incomplete: Reason | undefined;
}

export interface PlannedResource extends ReadableArguments {
  /** With the path of the module and the key of the instance. */
  readonly address: string;
  readonly type: string;
  readonly name: string;
  /** The address in the text. */
  readonly anchor: TextRange;
}

/** Undefined for any other document. */
export const planOf = cachedBy(({ format, node, broken }: Root): Plan | undefined => {
  if (format.name !== 'json' || node.kind !== 'mapping' || !isPlan(node)) return undefined;
  const changes = itemsOf(node, 'resource_changes').filter(isManaged);
  const byAddress = new Map(changes.filter((change) => !entryOf(change, 'deposed')).map((one) => [textOf(one, 'address'), one]));
  const isState = entryOf(node, 'planned_values') === undefined && entryOf(node, 'resource_changes') === undefined;
  const values = mappingOf(node, isState ? 'values' : 'planned_values');
  const listed = [...resourcesBelow(mappingOf(values, 'root_module'))].map((resource) => {
    const change = mappingOf(byAddress.get(textOf(resource, 'address')), 'change');
    return described(resource, valueAt(resource, 'values'), {
      unknown: valueAt(change, 'after_unknown'),
      sensitive: [valueAt(resource, 'sensitive_values'), valueAt(change, 'after_sensitive')],
    });
  });
  const known = new Set(listed.map(({ address }) => address));
  const after = changes.flatMap(afterOf);
  return {
    resources: [...listed, ...after.filter(({ address }) => !known.has(address))],
    changes: isState ? undefined : { before: changes.flatMap(beforeOf), after },
    incomplete: broken ? { id: 'unread', what: '' } : incompleteness(node),
  };
});

function incompleteness(node: MappingNode): Reason | undefined {
  if (isTrue(valueAt(node, 'errored'))) return { id: 'error', what: 'errored' };
  return itemsOf(node, 'deferred_changes').length > 0 ? { id: 'attribute', what: 'deferred_changes' } : undefined;
}

/** Its own words, which nothing else has together. */
function isPlan(node: MappingNode): boolean {
  const parts = ['planned_values', 'resource_changes', 'values'];
  return (
    textOf(node, 'format_version') !== '' &&
    parts.some((key) => entryOf(node, key)) &&
    entryOf(node, 'terraform_version') !== undefined
  );
}

function beforeOf(resource: MappingNode): readonly PlannedResource[] {
  const change = mappingOf(resource, 'change');
  const before = valueAt(change, 'before');
  if (before?.kind !== 'mapping') return [];
  return [described(resource, before, { unknown: undefined, sensitive: [valueAt(change, 'before_sensitive')] })];
}

/** What Terraform merely forgets stays as it was. */
function afterOf(resource: MappingNode): readonly PlannedResource[] {
  const change = mappingOf(resource, 'change');
  const actions = valueAt(change, 'actions');
  const isForgotten =
    actions?.kind === 'sequence' && actions.items.some((item) => item.kind === 'scalar' && item.value === 'forget');
  if (isForgotten) return beforeOf(resource);
  const after = valueAt(change, 'after');
  if (after?.kind !== 'mapping') return [];
  const sensitive = [valueAt(change, 'after_sensitive')];
  return [described(resource, after, { unknown: valueAt(change, 'after_unknown'), sensitive })];
}

function described(
  resource: MappingNode,
  values: SyntaxNode | undefined,
  marks: { readonly unknown: SyntaxNode | undefined; readonly sensitive: readonly (SyntaxNode | undefined)[] },
): PlannedResource {
  const address = textOf(resource, 'address');
  const anchor = (valueAt(resource, 'address') ?? resource).range;
  const told = readable(values ?? { kind: 'opaque', range: anchor }, { ...marks, address, anchor });
  return { address, type: textOf(resource, 'type'), name: textOf(resource, 'name'), anchor, ...told };
}

function* resourcesBelow(module: MappingNode | undefined): Generator<MappingNode> {
  const waiting = module ? [module] : [];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    yield* itemsOf(next, 'resources').filter(isManaged);
    waiting.push(...itemsOf(next, 'child_modules').toReversed());
  }
}

function isManaged(resource: MappingNode): boolean {
  return textOf(resource, 'mode') === 'managed';
}

function valueAt(node: MappingNode | undefined, key: string): SyntaxNode | undefined {
  return node && entryOf(node, key)?.value;
}

function mappingOf(node: MappingNode | undefined, key: string): MappingNode | undefined {
  const value = valueAt(node, key);
  return value?.kind === 'mapping' ? value : undefined;
}

function itemsOf(node: MappingNode, key: string): readonly MappingNode[] {
  const value = valueAt(node, key);
  return value?.kind === 'sequence' ? value.items.filter((item) => item.kind === 'mapping') : [];
}

function textOf(node: MappingNode, key: string): string {
  const value = valueAt(node, key);
  return value?.kind === 'scalar' && typeof value.value === 'string' ? value.value : '';
}

function isTrue(node: SyntaxNode | undefined): boolean {
  return node?.kind === 'scalar' && node.value === true;
}

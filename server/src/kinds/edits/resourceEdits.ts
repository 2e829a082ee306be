import type { Entry, MappingNode } from '../../syntax/tree';
import { copyOf, type TreeEdit, type Value } from '../../syntax/treeEdit';
import { objectsIn, type TerraformResource } from '../../workspace/terraform/resources';

/**
 * Adds a resource like `resource` beside it, under another name and with some arguments of its own. What Terraform is told about the
 * resource is told about the new one too (`depends_on`, `lifecycle`, `provider`), save what is to be run once. Undefined where a part
 * of it isn't written out.
 */
export function addResourceLike(
  resource: TerraformResource,
  name: string,
  own: { readonly [argument: string]: Value },
): readonly TreeEdit[] | undefined {
  const copied = resource.body.entries.filter(({ key }) => !Object.hasOwn(own, key) && !ranOnce.has(key));
  if (!resource.body.complete || resource.repeated || !copied.every(isWrittenOut)) return undefined;
  const inOrder = resource.body.entries.filter((entry) => copied.includes(entry) || Object.hasOwn(own, entry.key));
  const body = Object.fromEntries(inOrder.map(({ key, value }) => [key, copyOf(value)]));
  return addResource(resource, name, { ...body, ...own });
}

/** Adds a resource of the same type beside `resource`, through the same provider. */
export function addResource(
  resource: TerraformResource,
  name: string,
  body: { readonly [argument: string]: Value },
): readonly TreeEdit[] {
  const to = Object.hasOwn(body, 'provider') ? body : { ...providerOf(resource), ...body };
  if (resource.siblings) return [{ kind: 'set', in: resource.siblings, key: name, to }];
  return [{ kind: 'addBlock', type: resource.mode, labels: [resource.type, name], body: to }];
}

/** Takes the resource's entry out of those of its type in `.tf.json`; undefined where more than this one would go. */
export function removeEntryOf({ name, body }: TerraformResource, siblings: MappingNode): TreeEdit | undefined {
  const [entry, ...more] = siblings.entries.filter(({ key }) => key === name);
  const isAlone = entry && more.length === 0 && (entry.value === body || objectsIn(entry.value).length === 1);
  return isAlone ? { kind: 'remove', from: siblings, entry } : undefined;
}

/** The argument that names the provider, for a resource that is made beside this one. */
export function providerOf({ body }: TerraformResource): { readonly [argument: string]: Value } {
  const provider = body.entries.find(({ key }) => key === 'provider');
  return provider ? { provider: copyOf(provider.value) } : {};
}

/** A `dynamic` block stands for blocks that can't be told. */
function isWrittenOut({ value }: Entry): boolean {
  return value.kind !== 'sequence' || value.blockName === undefined || value.complete;
}

const ranOnce: ReadonlySet<string> = new Set(['provisioner', 'connection']);

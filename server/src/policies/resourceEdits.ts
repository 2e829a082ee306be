import { copyOf, type TreeEdit, type Value } from '../syntax/treeEdit';
import type { TerraformResource } from '../workspace/terraformResources';

/** Adds a resource like `resource` beside it, under another name and with some arguments of its own. */
export function addResourceLike(
  resource: TerraformResource,
  name: string,
  own: { readonly [argument: string]: Value },
): readonly TreeEdit[] {
  const copied = Object.fromEntries(
    resource.body.entries.map(({ key, value }) => [key, (Object.hasOwn(own, key) ? own[key] : undefined) ?? copyOf(value)]),
  );
  return addResource(resource, name, { ...copied, ...own });
}

/** Adds a resource of the same type beside `resource`. */
export function addResource(
  resource: TerraformResource,
  name: string,
  body: { readonly [argument: string]: Value },
): readonly TreeEdit[] {
  if (resource.siblings) return [{ kind: 'set', in: resource.siblings, key: name, to: body }];
  return [{ kind: 'addBlock', type: resource.mode, labels: [resource.type, name], body }];
}

import type { MappingNode } from '../../../syntax/tree';
import { moduleScope } from '../../../workspace/terraform/names/scope';
import { folderOf } from '../../../workspace/terraform/resources';
import type { FoundPolicy, Kind } from '../../kind';
import { isOverriddenUnread } from '../../reading/roots';
import type { Shape } from '../../shape';
import { shapedObjects } from '../../shapedObjects';
import type { ArgumentSlips } from './policy';
import { slipsIn } from './slips';

/** The arguments and blocks of Terraform's resources and data sources whose provider has published what they take. */
const providerArguments: Kind<ArgumentSlips> = {
  id: 'terraform.arguments',
  derive(root, { uri, workspace }, others) {
    // Once for all resources of a root, and only where there is one: `.tf.json` may hold thousands.
    let told: ReadonlyMap<MappingNode, Shape> | undefined;
    return others.flatMap(({ kind, policy }): ArgumentSlips[] => {
      const { resource } = policy.place;
      const published =
        resource && policy.node === resource.body ? kind.resourceSchema?.(resource.mode, resource.type) : undefined;
      if (!resource || !published) return [];
      told ??= closedShapes(others);
      const judge = {
        scope: moduleScope(folderOf(uri), workspace, policy.place.merged?.root ?? root, uri),
        told,
        isJson: [root, ...(policy.place.merged?.root.texts ?? [])].some(({ format }) => format.name !== 'terraform'),
        isOverridden: isOverriddenUnread(policy.place, workspace),
      };
      const block = { body: resource.body, type: resource.type, path: [] };
      const slips = [...slipsIn(block, resource.anchor, published.schema, judge)];
      const { node, place, dialect } = policy;
      return slips.length > 0 ? [{ kind: 'terraform.arguments', node, place, dialect, slips, asOf: published.asOf }] : [];
    });
  },
};

/** Objects of which other rules tell what they don't take. */
function closedShapes(others: readonly FoundPolicy[]): ReadonlyMap<MappingNode, Shape> {
  const objects = others.flatMap(({ kind, policy }) => (kind.tellsUnknownFields ? shapedObjects(kind, policy) : []));
  return new Map(objects.flatMap(({ node, shape }) => (shape.others === 'none' ? [[node, shape]] : [])));
}

export default providerArguments;

import { terraformResources } from '../../../workspace/terraform/resources';
import { terraform } from '../../dialect';
import type { Kind } from '../../kind';
import type { Policy } from '../../policy';
import { ownPlace } from '../../reading/roots';
import { entryResourceOf, entryResources } from './families';
import { entryShape } from './shape';
import { words } from './words';

/** Terraform's resources with access lists of BigQuery or Cloud Storage. What they grant is told by allow policies. */
export interface AccessEntries extends Policy {
  readonly kind: 'gcp.accessEntries';
}

const accessEntries: Kind<AccessEntries> = {
  id: 'gcp.accessEntries',
  words,
  name: () => 'it',
  // Where a resource has two texts, one of them overrides the other.
  facts: [{ types: [...entryResources.keys()] }],
  block(mode, type) {
    const resource = mode === 'resource' ? entryResources.get(type) : undefined;
    return resource && entryShape(resource);
  },
  objects({ node, place: { resource } }) {
    const found = resource && entryResourceOf(resource);
    return found && node.kind === 'mapping' ? [{ node, shape: entryShape(found) }] : [];
  },
  read: (root, { uri }) =>
    terraformResources(root, uri)
      .filter((resource) => entryResourceOf(resource))
      .map((resource) => ({
        kind: 'gcp.accessEntries',
        node: resource.body,
        place: ownPlace(root, uri, resource),
        dialect: terraform,
      })),
};

export default accessEntries;

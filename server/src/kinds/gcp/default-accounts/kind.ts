import { instancesOf } from '../../../workspace/terraform/names/instances';
import { moduleScope } from '../../../workspace/terraform/names/scope';
import type { TextValue } from '../../../workspace/terraform/names/text';
import { folderOf, terraformResources } from '../../../workspace/terraform/resources';
import { terraform } from '../../dialect';
import type { Kind } from '../../kind';
import type { Field, Policy } from '../../policy';
import { ownPlace } from '../../reading/roots';
import { textField } from '../../reading/values';
import { defaultAccountsResource } from './shape';
import { words } from './words';

/** What Terraform does with the default service accounts of a project. */
export interface DefaultAccounts extends Policy {
  readonly kind: 'gcp.defaultAccounts';
  /** DEPRIVILEGE, DELETE or DISABLE. */
  readonly action: Field<TextValue>;
}

const resourceType = 'google_project_default_service_accounts';

const defaultAccounts: Kind<DefaultAccounts> = {
  id: 'gcp.defaultAccounts',
  words,
  name: () => 'it',
  // Where a resource has two texts, one of them overrides the other.
  facts: [{ types: [resourceType] }],
  block: (mode, type) => (mode === 'resource' && type === resourceType ? defaultAccountsResource : undefined),
  objects: ({ node }) => (node.kind === 'mapping' ? [{ node, shape: defaultAccountsResource }] : []),
  parts: ({ action }) => [{ field: 'action', value: action }],
  read(root, { uri, workspace }) {
    return terraformResources(root, uri).flatMap((resource) => {
      if (resource.mode !== 'resource' || resource.type !== resourceType) return [];
      const [scope] = instancesOf(resource.body, moduleScope(folderOf(uri), workspace, root, uri));
      if (!scope) return [];
      const action = textField(resource.body, 'action', scope);
      const place = ownPlace(root, uri, resource);
      return [{ kind: 'gcp.defaultAccounts', node: resource.body, place, dialect: terraform, action }];
    });
  },
};

export default defaultAccounts;

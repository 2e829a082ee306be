import { terraformResources } from '../../../workspace/terraform/resources';
import { terraform } from '../../dialect';
import type { Policy, PolicyReader } from '../../kind';
import { ownPlace } from '../../roots';

/** A block of Google's Terraform provider, whatever it makes: in it, names and values of this cloud are meant. */
export interface ProviderResource extends Policy {
  readonly kind: 'gcp.providerResource';
}

export const providerResourceReader: PolicyReader<ProviderResource> = {
  kind: 'gcp.providerResource',
  read: (root, { uri }) =>
    terraformResources(root, uri)
      .filter(({ type }) => type.startsWith('google'))
      .map((resource) => ({
        kind: 'gcp.providerResource',
        node: resource.body,
        place: ownPlace(root, uri, resource),
        dialect: terraform,
      })),
};

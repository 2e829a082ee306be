import { resourceSchema } from '../../../catalog/google/terraform/resourceSchemas';
import { schemasAsOf } from '../../../catalog/google/terraform/resourceSchemas.data';
import { terraformResources } from '../../../workspace/terraform/resources';
import { terraform } from '../../dialect';
import type { Kind } from '../../kind';
import { outlineItem } from '../../outline';
import type { Policy } from '../../policy';
import { ownPlace } from '../../reading/roots';
import { shapesOf, spelledIn, text, truth } from '../../shape';
import { accountIds } from '../candidates';
import { accountFacts } from '../members/accounts';
import { wordsOfText } from '../members/policyWords';
import { choices } from './choices';
import { namedLevelFacts, namedResourceFacts } from './named';
import { words } from './words';

/** A block of Google's Terraform provider, whatever it makes: in it, names and values of this cloud are meant. */
export interface ProviderResource extends Policy {
  readonly kind: 'gcp.providerResource';
}

const { shape } = shapesOf(words);

const serviceAccount = spelledIn(
  terraform,
  shape(
    'serviceAccount',
    {
      accountId: text({ offers: accountIds }),
      displayName: text(),
      description: text(),
      project: text(),
      disabled: truth(),
      createIgnoreAlreadyExists: truth(),
    },
    { others: 'any' },
  ),
);

const providerResource: Kind<ProviderResource> = {
  id: 'gcp.providerResource',
  words,
  provider: 'google',
  block: (mode, type) => (mode === 'resource' && type === 'google_service_account' ? serviceAccount : undefined),
  resourceSchema(mode, type) {
    const schema = resourceSchema(mode, type);
    return schema && { schema, asOf: schemasAsOf };
  },
  objects: ({ node, place: { resource } }) =>
    resource?.type === 'google_service_account' && resource.mode === 'resource' && node.kind === 'mapping'
      ? [{ node, shape: serviceAccount }]
      : [],
  facts: [accountFacts, namedResourceFacts, namedLevelFacts],
  choices,
  outline: ({ node, place: { resource } }) =>
    resource
      ? [outlineItem('class', resource.address, '', { start: resource.anchor.start, end: node.range.end }, resource.anchor)]
      : [],
  wordsOf: wordsOfText,
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

export default providerResource;

import { object, objects, shapesOf, text, texts, truth } from '../../shape';
import { levels, roles } from '../candidates';
import { words } from './words';

const { shape } = shapesOf(words);

// Access Context Manager's discovery document of 2026-10-27, and the Google provider's schema of 2026-08-21.

const identityType = text({
  choices: ['ANY_IDENTITY', 'ANY_USER_ACCOUNT', 'ANY_SERVICE_ACCOUNT', 'IDENTITY_TYPE_UNSPECIFIED'],
  says: 'from.identityType',
});
const identities = texts({ says: 'from.identities' });

const endpoint = shape('endpoint', { forwardingRule: text() });
const source = shape('source', { accessLevel: text({ offers: levels }), resource: text(), pscEndpoint: object(endpoint) });

const method = shape('method', { method: text(), permission: text() });
const operation = shape('operation', { serviceName: text(), methodSelectors: objects(method) });
const operations = objects(operation, { says: 'to.operations' });
const reachedRoles = texts({ offers: roles, says: 'to.roles' });

const ingress = shape('ingress', {
  title: text({ says: 'rule.title' }),
  ingressFrom: object(shape('ingressFrom', { identityType, identities, sources: objects(source) })),
  ingressTo: object(shape('ingressTo', { resources: texts(), operations, roles: reachedRoles })),
});

const egress = shape('egress', {
  title: text({ says: 'rule.title' }),
  egressFrom: object(
    shape('egressFrom', {
      identityType,
      identities,
      sources: objects(source),
      sourceRestriction: text({
        choices: ['SOURCE_RESTRICTION_ENABLED', 'SOURCE_RESTRICTION_DISABLED', 'SOURCE_RESTRICTION_UNSPECIFIED'],
      }),
    }),
  ),
  egressTo: object(shape('egressTo', { resources: texts(), externalResources: texts(), operations, roles: reachedRoles })),
});

const header = shape('header', { key: text(), value: text() });
const servicePattern = shape('servicePattern', {
  service: text(),
  pattern: text(),
  modifiers: objects(shape('modifier', { addRequestHeader: object(header) })),
});

const vpcAccessibleServices = shape('vpcAccessibleServices', {
  enableRestriction: truth(),
  allowedServices: texts(),
  allowedServicePatterns: objects(servicePattern),
  servicePatternsEnforcementScopes: texts({
    choices: ['GOOGLE_APIS_VIA_PRIVATE_PATH', 'SERVICE_PATTERNS_ENFORCEMENT_SCOPE_UNSPECIFIED'],
  }),
});

const config = shape('config', {
  resources: texts(),
  accessLevels: texts({ offers: levels }),
  restrictedServices: texts(),
  vpcAccessibleServices: object(vpcAccessibleServices),
  ingressPolicies: objects(ingress),
  egressPolicies: objects(egress),
});

/** A service perimeter as the API has it. */
export const perimeter = shape(
  'perimeter',
  {
    name: text(),
    title: text(),
    description: text(),
    perimeterType: text({ choices: ['PERIMETER_TYPE_REGULAR', 'PERIMETER_TYPE_BRIDGE'] }),
    status: object(config),
    spec: object(config),
    useExplicitDryRunSpec: truth(),
    etag: text({ unoffered: true }),
  },
  // Told by older versions of the API, and taken without being used.
  { besides: ['createTime', 'updateTime'] },
);

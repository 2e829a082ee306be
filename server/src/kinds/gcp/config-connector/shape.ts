import { fieldsOf, map, object, objects, type Shape, shapesOf, spelledIn, text, truth } from '../../shape';
import { basic, condition, level } from '../access-level/shape';
import type { PolicyHeader } from '../allow-policy/policy';
import { auditBlock, bindingBlock } from '../allow-policy/shape';
import { grantMembers, levelMembers } from '../candidates';
import { connectorLevels } from './dialect';
import { words } from './words';

const { shape, reshaped } = shapesOf(words);

// Config Connector's resource reference, read in its published custom resource definitions.

export type ConnectorKind =
  | 'IAMPolicy'
  | 'IAMPartialPolicy'
  | 'IAMPolicyMember'
  | 'IAMServiceAccount'
  | 'IAMServiceAccountKey'
  | 'AccessContextManagerAccessLevel';

const reference = shape('reference', { name: text(), namespace: text(), external: text() });

/** What a policy hangs on may be of any kind. */
const target = shape('target', { kind: text(), ...fieldsOf(reference, 'name', 'namespace', 'external'), apiVersion: text() });

const account = { says: 'memberFrom.account' } as const;
const memberFrom = shape(
  'memberFrom',
  {
    serviceAccountRef: object(reference, account),
    serviceIdentityRef: object(reference, account),
    logSinkRef: object(reference, account),
    sqlInstanceRef: object(reference, account),
    bigQueryConnectionConnectionRef: object(target, account),
  },
  { others: 'any' },
);

const member = {
  member: text({ offers: grantMembers, says: 'member.member' }),
  memberFrom: object(memberFrom, { says: 'member.memberFrom' }),
};

const partialBinding = reshaped(bindingBlock, {
  fields: { members: objects(shape('member', member), { says: 'binding.members' }) },
});
const auditConfig = reshaped(auditBlock, { takesSnakeCase: false });

const resourceRef = object(target);

const levelMember = shape('levelMember', {
  user: text({ offers: levelMembers }),
  serviceAccountRef: object(reference, { says: 'memberFrom.account' }),
});

const levelCondition = reshaped(condition, {
  fields: {
    members: objects(levelMember, { says: 'condition.members' }),
    requiredAccessLevels: objects(reference, { says: 'condition.requiredAccessLevels' }),
  },
});

const levelSpec = spelledIn(
  connectorLevels,
  shape('level', {
    accessPolicyRef: object(reference),
    ...fieldsOf(level, 'title', 'description'),
    basic: object(reshaped(basic, { fields: { conditions: objects(levelCondition, { says: 'level.conditions' }) } })),
    ...fieldsOf(level, 'custom'),
    resourceID: text(),
  }),
);

const specs: Readonly<Record<ConnectorKind, Shape>> = {
  IAMPolicy: shape('spec', {
    resourceRef,
    bindings: objects(bindingBlock, { says: 'policy.bindings' }),
    auditConfigs: objects(auditConfig, { says: 'policy.auditConfigs' }),
  }),
  IAMPartialPolicy: shape('spec', { resourceRef, bindings: objects(partialBinding, { says: 'partialPolicy.bindings' }) }),
  IAMPolicyMember: shape('spec', {
    resourceRef,
    ...fieldsOf(bindingBlock, 'role'),
    ...member,
    ...fieldsOf(bindingBlock, 'condition'),
  }),
  IAMServiceAccount: shape(
    'account',
    { displayName: text(), description: text(), disabled: truth(), resourceID: text() },
    { others: 'any' },
  ),
  AccessContextManagerAccessLevel: levelSpec,
  IAMServiceAccountKey: shape(
    'key',
    {
      serviceAccountRef: object(reference),
      keyAlgorithm: text(),
      privateKeyType: text(),
      publicKeyType: text(),
      publicKeyData: text({ unoffered: true }),
    },
    { others: 'any' },
  ),
};

const metadata = shape('metadata', { name: text(), namespace: text(), annotations: map(), labels: map() }, { others: 'any' });

/** By the kind of the object. What else Kubernetes and its tools write beside the fields is theirs. */
export const connectorShapes: ReadonlyMap<ConnectorKind, Shape> = new Map(
  (Object.keys(specs) as ConnectorKind[]).map((kind) => [
    kind,
    shape(
      'resource',
      { apiVersion: text(), kind: text(), metadata: object(metadata), spec: object(specs[kind]) },
      { others: 'any' },
    ),
  ]),
);

/** A binding of any policy, or all that grants one role to one member. */
export function bindingShape(form: PolicyHeader['form']): Shape {
  return form === 'member' ? specs.IAMPolicyMember : partialBinding;
}

/** `List`: nothing in it is anybody's but what its items are. */
export const list = shape('list', {}, { others: 'any' });

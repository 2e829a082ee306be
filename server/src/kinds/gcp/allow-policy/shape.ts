import { terraform } from '../../dialect';
import { number, object, objects, shapesOf, spelledIn, text, texts } from '../../shape';
import { auditServices, grantMembers, roles } from '../candidates';
import { words } from './words';

const { shape, reshaped } = shapesOf(words);

// IAM's REST reference of Policy, and the Google provider's documentation, read on 2026-08-22.

/** Google's parsers take the names of protocol buffers besides. */
const asTheApiReads = { takesSnakeCase: true } as const;

export const condition = shape('condition', {
  title: text({ required: true }),
  description: text(),
  expression: text({ required: true }),
  location: text({ unoffered: true }),
});

export const binding = shape(
  'binding',
  { role: text({ offers: roles, required: true }), members: texts({ offers: grantMembers }), condition: object(condition) },
  { besides: ['bindingId'] },
);

const auditLogConfig = shape(
  'auditLogConfig',
  {
    logType: text({ choices: ['ADMIN_READ', 'DATA_READ', 'DATA_WRITE', 'LOG_TYPE_UNSPECIFIED'] }),
    exemptedMembers: texts({ offers: grantMembers }),
  },
  { ...asTheApiReads, besides: ['ignoreChildExemptions', 'ignore_child_exemptions'] },
);

export const auditConfig = shape(
  'auditConfig',
  { service: text({ offers: auditServices }), auditLogConfigs: objects(auditLogConfig) },
  { ...asTheApiReads, besides: ['exemptedMembers', 'exempted_members'] },
);

/** A whole policy, in the spelling of the API, with what it ignores or keeps for old clients. */
export const policy = shape(
  'policy',
  {
    version: number({ choices: ['3', '1'] }),
    bindings: objects(binding),
    auditConfigs: objects(auditConfig),
    etag: text(),
    kind: text({ unoffered: true }),
    resourceId: text({ unoffered: true }),
  },
  { ...asTheApiReads, besides: ['rules', 'iamOwned', 'iam_owned', '$schema'] },
);

/** The body of a request that sets a policy. */
export const request = shape('request', { policy: object(policy), updateMask: text() });

export const dataSourceType = 'google_iam_policy';

/** A condition, a binding and an audit configuration as blocks of Terraform. */
export const conditionBlock = reshaped(condition, { without: ['location'] });
export const bindingBlock = reshaped(binding, { fields: { condition: object(conditionBlock) }, besides: [] });
export const auditBlock = reshaped(auditConfig, {
  fields: { auditLogConfigs: objects(reshaped(auditLogConfig, { besides: [] })) },
  besides: [],
});

/** `data "google_iam_policy"`: what the API has in lists stands in blocks with names of their own. */
export const dataSource = spelledIn(
  terraform,
  shape(
    'dataSource',
    {
      binding: objects(bindingBlock, { says: 'dataSource.bindings' }),
      auditConfig: objects(auditBlock, { says: 'policy.auditConfigs' }),
    },
    { besides: ['provider', 'depends_on', 'lifecycle'] },
  ),
);

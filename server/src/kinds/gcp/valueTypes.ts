import { parentArguments } from '../../catalog/google/iamFamilies';
import type { ValueTypeOf } from '../../workspace/terraform/modules/configuration';
import { boolType, stringType, type Type } from '../../workspace/terraform/values/type';
import { iamFamilyOf } from './iam-resource/family';

/**
 * What arguments and blocks of Google's resources are to those who refer to them. Those that the provider computes or writes otherwise than
 * the text are left out, and so are resources that nobody refers to.
 *
 * @see https://registry.terraform.io/providers/hashicorp/google/latest/docs
 */
export const googleValueTypes: ValueTypeOf = (mode, type) => {
  if (mode === 'ephemeral') return undefined;
  const own = types.get(mode === 'data' ? `data.${type}` : type);
  return own ?? (mode === 'resource' ? iamType(type) : undefined);
};

function iamType(type: string): Type | undefined {
  const iam = iamFamilyOf(type);
  if (!iam) return undefined;
  const { required, optional } = parentArguments(iam.family) ?? { required: [], optional: [] };
  const parents = Object.fromEntries([...required, ...optional].map((name) => [name, stringType]));
  if (iam.ending === 'policy') return object(parents);
  const who = iam.ending === 'member' ? { member: stringType } : { members: set(stringType) };
  return object({ ...parents, role: stringType, ...who, condition });
}

function object(attributes: Readonly<Record<string, Type>>): Type {
  return { kind: 'object', of: new Map(Object.entries(attributes)), optional: new Set(Object.keys(attributes)) };
}

function list(of: Type): Type {
  return { kind: 'list', of };
}

function set(of: Type): Type {
  return { kind: 'set', of };
}

function texts(...names: readonly string[]): Readonly<Record<string, Type>> {
  return Object.fromEntries(names.map((name) => [name, stringType]));
}

const condition = list(object(texts('title', 'description', 'expression')));
const groupKey = list(object(texts('id', 'namespace')));
const account = object({ ...texts('account_id', 'project', 'display_name', 'description'), disabled: boolType });

const types: ReadonlyMap<string, Type> = new Map([
  [
    'data.google_iam_policy',
    object({
      binding: set(object({ role: stringType, members: set(stringType), condition })),
      audit_config: set(
        object({
          service: stringType,
          audit_log_configs: set(object({ log_type: stringType, exempted_members: set(stringType) })),
        }),
      ),
    }),
  ],
  ['google_service_account', account],
  ['data.google_service_account', object(texts('account_id', 'project'))],
  ['google_cloud_identity_group', object({ ...texts('parent', 'display_name', 'description'), group_key: groupKey })],
  [
    'google_cloud_identity_group_membership',
    object({
      group: stringType,
      preferred_member_key: groupKey,
      roles: set(object({ name: stringType, expiry_detail: list(object(texts('expire_time'))) })),
    }),
  ],
  [
    'google_access_context_manager_access_level',
    object({
      ...texts('name', 'parent', 'title', 'description'),
      basic: list(
        object({
          combining_function: stringType,
          conditions: list(
            object({
              ...Object.fromEntries(
                ['ip_subnetworks', 'members', 'regions', 'required_access_levels'].map((name) => [name, list(stringType)]),
              ),
              negate: boolType,
            }),
          ),
        }),
      ),
      custom: list(object({ expr: list(object(texts('title', 'description', 'expression', 'location'))) })),
    }),
  ],
]);

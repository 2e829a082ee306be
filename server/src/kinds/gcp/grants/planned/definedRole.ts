import type { ResourceInstance } from '../../../../workspace/terraform/modules/moduleInstance';
import type { UnknownValue, Value } from '../../../../workspace/terraform/values/value';
import type { DefinedRole } from '../../../grantTable';
import { customRoleTypes } from '../../allow-policy/roles/customRoles';
import { asText } from './lack';

export function isCustomRole(type: string): boolean {
  return customRoleTypes.has(type);
}

/** The custom role that a resource makes. */
export function definedRole(instance: ResourceInstance, source: string): DefinedRole {
  const given = instance.argument('permissions');
  const listed = given && 'items' in given ? given.items.map(asText) : [];
  const permissions = listed.flatMap((item) => (item?.kind === 'string' ? item.text : []));
  return {
    source,
    address: instance.address,
    name: nameOf(instance),
    permissions: new Set(permissions),
    complete: given !== undefined && 'items' in given && permissions.length === listed.length,
  };
}

/** `projects/p/roles/r`, `organizations/1/roles/r`. */
function nameOf(instance: ResourceInstance): string | undefined {
  const text = (value: Value | undefined) => {
    const told = asText(value);
    return told?.kind === 'string' ? told.text : undefined;
  };
  const id = text(instance.argument('role_id'));
  const isOfProject = instance.resource.type === 'google_project_iam_custom_role';
  const argument = isOfProject ? 'project' : 'org_id';
  const own = instance.argument(argument);
  const parent = text(own && own.kind !== 'null' ? own : instance.providerArgument(argument));
  if (id === undefined || parent === undefined) return undefined;
  return `${isOfProject ? 'projects' : 'organizations'}/${parent.split('/').at(-1)}/roles/${id}`;
}

/** The address of the custom role that an unknown value is the name of; undefined for any other. */
export function roleReferredTo({ why, reference, ends }: UnknownValue): string | undefined {
  if (why.id !== 'attribute' || !reference || !isCustomRole(reference.type)) return undefined;
  const isWhole = !ends || (ends.prefix === '' && ends.suffix === '');
  return isWhole ? /^(.*)\.(?:id|name)$/s.exec(why.what)?.[1] : undefined;
}

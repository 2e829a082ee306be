import { entryOf, type MappingNode } from '../../../syntax/tree';
import { literalString } from '../../../workspace/terraform/names/text';
import { type FieldDefinition, text } from '../../shape';
import { grantMembers, roles } from '../candidates';
import { isRole } from './factories';
import type { GrantForm } from './grantForms';
import { moduleName } from './source';
import { fabricForms, grantingInputs } from './table';

type Path = readonly (string | number)[];

/** What may stand at the end of a path that leads into a call of a published module. */
export function offeredInCall(call: MappingNode, [input, ...path]: Path): FieldDefinition | undefined {
  const source = literalString(entryOf(call, 'source')?.value);
  const found = typeof input === 'string' && source !== undefined && grantingInputs(moduleName(source) ?? '').get(input);
  return found ? offeredBelow(found.form, path) : undefined;
}

/** The same in a file of a factory's. Others have an `iam`, too: below it a role must lead the way. */
export function offeredInFactory(path: Path): FieldDefinition | undefined {
  const at = path.findLastIndex((key) => typeof key === 'string' && fabricForms.has(key));
  const form = fabricForms.get(String(path[at]));
  if (!form || (path[at] === 'iam' && !isRole(String(path[at + 1])))) return undefined;
  return offeredBelow(form, path.slice(at + 1));
}

function offeredBelow(form: GrantForm, path: Path): FieldDefinition | undefined {
  const way = path.map((key) => (typeof key === 'number' ? '#' : key)).join(' ');
  const isItem = /^(?:[^#\s]+ )?#$/.test(way);
  switch (form) {
    case 'membersByRole':
      return path.length === 2 && isItem ? member : undefined;
    case 'rolesByMember':
    case 'rolesByName':
      return path.length === 2 && isItem ? role : undefined;
    case 'bindings':
      if (path.length === 2 && path[1] === 'role') return role;
      return /^\S+ (?:member|members #)$/.test(way) ? member : undefined;
    case 'rolesOfAccount':
      return way === '#' ? role : undefined;
    case 'role':
      return path.length === 0 ? role : undefined;
    default:
      return typeof form === 'object' && way === '#' ? member : undefined;
  }
}

const role = text({ offers: roles });
const member = text({ offers: grantMembers });

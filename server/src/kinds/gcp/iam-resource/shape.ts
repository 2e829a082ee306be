import { parentArguments } from '../../../catalog/google/iamFamilies';
import { terraform } from '../../dialect';
import { fieldsOf, type Shape, shapesOf, spelledIn, text, texts } from '../../shape';
import type { Speech } from '../../speech';
import { levelOfFamily } from '../allow-policy/attachment';
import { auditBlock, bindingBlock } from '../allow-policy/shape';
import { words as policyWords } from '../allow-policy/words';
import { auditServices, grantMembers } from '../candidates';
import { auditConfigFamilyOf, iamFamilyOf } from './family';
import { words } from './words';

const { shape, reshaped } = shapesOf(words);

/** What a Terraform resource of an IAM family takes; undefined for other types. */
export function resourceShape(type: string): Shape | undefined {
  const known = byType.get(type);
  if (known) return known;
  const iam = iamFamilyOf(type);
  const family = iam?.family ?? auditConfigFamilyOf(type);
  if (family === undefined) return undefined;
  const made = spelledIn(terraform, withParents(grants[iam?.ending ?? 'audit_config'], family));
  byType.set(type, made);
  return made;
}

const byType = new Map<string, Shape>();

/** What Terraform takes besides is told by Terraform. */
const asTerraformTells = { others: 'any', besides: [] } as const;

/** By the ending of the type; in the names of the API, but for blocks that the provider names by itself. */
const grants = {
  binding: reshaped(bindingBlock, {
    name: 'resource',
    fields: { members: texts({ offers: grantMembers, says: 'resource.members' }) },
    ...asTerraformTells,
  }),
  member: shape(
    'resource',
    {
      ...fieldsOf(bindingBlock, 'role'),
      member: text({ offers: grantMembers, says: 'resource.member' }),
      ...fieldsOf(bindingBlock, 'condition'),
    },
    asTerraformTells,
  ),
  policy: shape('resource', { policyData: text() }, asTerraformTells),
  audit_config: reshaped(auditBlock, {
    name: 'resource',
    // The resource calls a block what the data source calls by the API's name.
    fields: {
      service: text({ offers: auditServices, says: 'resource.service' }),
      auditLogConfig: { ...auditBlock.fields.get('auditLogConfigs'), takes: 'objects' },
    },
    without: ['auditLogConfigs'],
    ...asTerraformTells,
  }),
};

/** With the arguments that say what the policy hangs on. Where none is required, the optional ones say it. */
function withParents(grant: Shape, family: string): Shape {
  const { required = [], optional = [] } = parentArguments(family) ?? {};
  const naming = required.length > 0 ? required : optional;
  const named = (speech: Speech) => ({ what: nameOfFamily(family, speech) });
  const parents = [...required, ...optional].map((argument) => {
    const says = naming.includes(argument) ? 'parent' : argument === 'project' ? 'parentProject' : 'parentLocation';
    return [argument, text({ says, named })] as const;
  });
  const own = shape('resource', Object.fromEntries(parents), asTerraformTells);
  return { ...own, fields: new Map([...own.fields, ...grant.fields]) };
}

function nameOfFamily(family: string, speech: Speech): string {
  const level = levelOfFamily(family);
  return level === 'other' ? family : speech.words(policyWords).attachments[level];
}

import { entryOf, type MappingNode, type SyntaxNode } from '../../../syntax/tree';
import type { FactReader } from '../../../workspace/index/factReader';
import type { FactCollector } from '../../../workspace/index/facts';
import { callsLocally, moduleCalls } from '../../../workspace/index/moduleFacts';
import { literalString } from '../../../workspace/terraform/names/text';
import { addressFrom, type TerraformResource } from '../../../workspace/terraform/resources';
import { iamResourceOf } from '../iam-resource/family';
import type { GrantForm } from './grantForms';
import { moduleName } from './source';
import { grantingInputs } from './table';

/** What a module grants by a variable, or the variable of another module that it hands it to. */
export type VariableUse =
  | { readonly form: GrantForm; readonly family: string }
  | { readonly folder: string; readonly variable: string };

declare module '../../../workspace/index/facts' {
  interface FactKinds {
    /** What becomes of a variable: name `<folder>#<variable>`. */
    readonly variableUse: VariableUse;
  }
}

/** Where a module uses a variable as it stands for a role or for members, so that its values tell something by themselves. */
export const variableUses: FactReader = {
  types: ['google_*_iam_member', 'google_*_iam_binding'],
  resource: usesInResource,
  words: /\bmodule\b/,
  formats: ['terraform', 'terraformJson'],
  root: usesInCalls,
};

function usesInResource(resource: TerraformResource, collector: FactCollector): void {
  const family = iamResourceOf(resource)?.family;
  if (family === undefined) return;
  const { body } = resource;
  const [role, member, members, forEach] = ['role', 'member', 'members', 'for_each'].map((key) => entryOf(body, key)?.value);
  const tell = (node: SyntaxNode | undefined, form: GrantForm) => {
    const variable = variableIn(node);
    if (variable !== undefined) collector.add('variableUse', `${collector.folder}#${variable}`, { form, family }, body);
  };
  tell(role, 'role');
  for (const node of [member, members, ...(members?.kind === 'sequence' ? members.items : [])]) tell(node, 'members');
  const form = eachForm(eachPath(role), eachPath(member ?? members));
  if (form) tell(forEach, form);
}

/** What the items are that `for_each` goes through, by what of them is the role and who has it. */
function eachForm(role: string | undefined, members: string | undefined): GrantForm | undefined {
  if (role === 'key' && members === 'value') return 'membersByRole';
  if (role === 'value.role' && /^value\.members?$/.test(members ?? '')) return 'bindings';
  if (role === 'value' && members === undefined) return 'roles';
  return role === undefined && members === 'value' ? 'members' : undefined;
}

function eachPath(node: SyntaxNode | undefined): string | undefined {
  return node?.kind === 'reference' && node.path[0] === 'each' ? node.path.slice(1).join('.') : undefined;
}

function usesInCalls(collector: FactCollector): void {
  for (const call of moduleCalls(collector.root)) {
    const source = literalString(entryOf(call, 'source')?.value);
    if (source === undefined) continue;
    const folder = callsLocally(call) ? addressFrom(collector.folder, source) : undefined;
    for (const use of usesIn(call, folder, moduleName(source) ?? ''))
      collector.add('variableUse', `${collector.folder}#${use.variable}`, use.value, call);
  }
}

function usesIn(call: MappingNode, folder: string | undefined, module: string) {
  const inputs = grantingInputs(module);
  return call.entries.flatMap(({ key, value: node }): { readonly variable: string; readonly value: VariableUse }[] => {
    const variable = variableIn(node);
    if (variable === undefined) return [];
    if (folder !== undefined) return [{ variable, value: { folder, variable: key } }];
    const input = inputs.get(key);
    return input && input.needs === undefined ? [{ variable, value: { form: input.form, family: input.family } }] : [];
  });
}

/** The variable that a value is, as a set or not. */
function variableIn(node: SyntaxNode | undefined): string | undefined {
  if (node?.kind === 'opaque' && node.call?.name === 'toset') return variableIn(node.call.arguments[0]);
  if (node?.kind === 'template' && node.parts.length === 1) {
    const [part] = node.parts;
    return part && 'hole' in part ? variableIn(part.hole) : undefined;
  }
  const [first, name, ...more] = node?.kind === 'reference' ? node.path : [];
  return first === 'var' && typeof name === 'string' && more.length === 0 ? name : undefined;
}

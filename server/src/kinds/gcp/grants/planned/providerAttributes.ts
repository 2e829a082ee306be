import { argumentIn, blocksOf, type MadeBlock } from '../../../../workspace/terraform/modules/blocks';
import type { ResourceInstance } from '../../../../workspace/terraform/modules/moduleInstance';
import { stringValue, unknownValue } from '../../../../workspace/terraform/values/make';
import { originsOf } from '../../../../workspace/terraform/values/origins';
import { stringType } from '../../../../workspace/terraform/values/type';
import type { Reason, Value } from '../../../../workspace/terraform/values/value';

/**
 * What Google's provider tells of a resource before anything is made: the address of a service account, and the document that a data
 * source puts together.
 *
 * @see https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/google_service_account
 */
export function providerAttribute(instance: ResourceInstance, name: string): Value | undefined {
  const { mode, type } = instance.resource;
  if (type === 'google_service_account' && mode !== 'ephemeral') return accountAttribute(instance, name);
  return mode === 'data' && type === 'google_iam_policy' && name === 'policy_data' ? policyData(instance) : undefined;
}

function accountAttribute(instance: ResourceInstance, name: string): Value | undefined {
  if (name !== 'email' && name !== 'member') return undefined;
  const [id, project] = [instance.argument('account_id'), instance.argument('project')];
  const unknown = [id, project].find((value) => value?.kind === 'unknown');
  if (unknown?.kind === 'unknown') return unknownValue(stringType, unknown.why, unknown.from);
  if (id?.kind !== 'string' || project?.kind !== 'string') return undefined;
  // A data source may be told the whole address.
  const email = id.text.includes('@') ? id.text : `${id.text}@${project.text}.iam.gserviceaccount.com`;
  return stringValue(name === 'member' ? `serviceAccount:${email}` : email, originsOf([id, project]));
}

/** With one part of it unknown, all of it is: the data source is then read when everything is applied. */
function policyData({ resource, scope }: ResourceInstance): Value {
  const blocks = blocksOf(resource.it, 'binding', scope);
  if ('why' in blocks) return unknownValue(stringType, blocks.why);
  const values: Value[] = [];
  const bindings: object[] = [];
  for (const block of blocks.all) {
    const binding = bindingOf(block, values);
    if ('why' in binding) return unknownValue(stringType, binding.why);
    bindings.push(binding.made);
  }
  return stringValue(JSON.stringify({ bindings }), originsOf(values));
}

function bindingOf(block: MadeBlock, values: Value[]): { readonly made: object } | { readonly why: Reason } {
  const role = textOf(argumentIn(block, 'role'), values);
  if ('why' in role) return role;
  const members = argumentIn(block, 'members');
  if (members?.kind === 'unknown') return members;
  const texts: string[] = [];
  for (const item of members && 'items' in members ? members.items : []) {
    const text = textOf(item, values);
    if ('why' in text) return text;
    texts.push(text.text);
  }
  const conditions = blocksOf(block.body, 'condition', block.scope);
  if ('why' in conditions) return conditions;
  const [condition] = conditions.all;
  const made: Record<string, unknown> = { role: role.text, members: [...new Set(texts)].sort() };
  if (!condition) return { made };
  const fields: Record<string, string> = {};
  for (const name of ['title', 'description', 'expression']) {
    const value = argumentIn(condition, name);
    if (!value || value.kind === 'null') continue;
    const text = textOf(value, values);
    if ('why' in text) return text;
    fields[name] = text.text;
  }
  return { made: { ...made, condition: fields } };
}

function textOf(value: Value | undefined, values: Value[]): { readonly text: string } | { readonly why: Reason } {
  if (value?.kind === 'unknown') return { why: value.why };
  if (value?.kind !== 'string') return { why: { id: 'error', what: 'binding' } };
  values.push(value);
  return { text: value.text };
}

import { entryOf } from '../../../syntax/tree';
import { resolve } from '../../../workspace/terraform/names/resolve';
import type { Scope } from '../../../workspace/terraform/names/scope';
import { textOf } from '../../../workspace/terraform/names/text';
import type { TerraformResource } from '../../../workspace/terraform/resources';
import { textField } from '../../reading/values';
import { type Entry, roleIn, roleNamed } from './entry';
import { type EntryFamily, storedObject } from './families';
import { memberOfEntity } from './member';

/** The entity of a resource that is one entry. */
export function controlEntry({ body, anchor }: TerraformResource, family: EntryFamily, scope: Scope): readonly Entry[] {
  const entity = textField(body, 'entity', scope);
  if (entity.state !== 'known') return [];
  const member = memberOfEntity(entity.value, entity.value.text);
  const role = roleIn(textField(body, 'role', scope), family);
  return [{ node: body, anchor, scope, member, role, removal: 'resource' }];
}

/** `role_entity = ["READER:allUsers"]`. */
export function listedEntries({ body, anchor }: TerraformResource, family: EntryFamily, scope: Scope): readonly Entry[] {
  const value = entryOf(body, 'role_entity')?.value;
  const found = value && resolve(value, scope);
  const list = found?.node.kind === 'sequence' ? found.node : undefined;
  return (list?.items ?? []).flatMap((item) => {
    const text = textOf(item, scope);
    const [, word, entity] = /^([^:]*):(.*)$/s.exec(text?.text ?? '') ?? [];
    if (!list || !text || word === undefined) return [];
    const removal = found?.literal && list.editable ? { from: list, item } : ({ refused: 'notLiteral' } as const);
    return [{ node: body, anchor, scope, member: memberOfEntity(text, entity), role: roleNamed(word, text, family), removal }];
  });
}

/** `predefined_acl = "publicRead"`: a word for a list in which everybody stands. */
export function predefinedEntries({ body, anchor }: TerraformResource, family: EntryFamily, scope: Scope): readonly Entry[] {
  const lists = [
    ['predefined_acl', family],
    ['default_acl', storedObject],
  ] as const;
  return lists.flatMap(([key, of]) => {
    const field = textField(body, key, scope);
    const opens = field.state === 'known' ? predefined.get(field.value.text ?? '') : undefined;
    if (field.state !== 'known' || !opens) return [];
    const { value } = field;
    // Whoever owns the thing keeps it.
    const removal = { replace: value.node, by: 'private' };
    return [
      { node: body, anchor, scope, member: memberOfEntity(value, opens.member), role: roleNamed(opens.word, value, of), removal },
    ];
  });
}

const predefined: ReadonlyMap<string, { readonly member: string; readonly word: string }> = new Map([
  ['publicRead', { member: 'allUsers', word: 'READER' }],
  ['publicReadWrite', { member: 'allUsers', word: 'WRITER' }],
  ['authenticatedRead', { member: 'allAuthenticatedUsers', word: 'READER' }],
]);

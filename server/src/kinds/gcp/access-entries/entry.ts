import type { MappingNode } from '../../../syntax/tree';
import type { TextRange } from '../../../text/range';
import type { Scope } from '../../../workspace/terraform/names/scope';
import type { TextValue } from '../../../workspace/terraform/names/text';
import type { Field } from '../../policy';
import type { EntryRemoval } from '../allow-policy/policy';
import type { Member } from '../members/member';
import type { EntryFamily } from './families';

/** One member with one role. */
export interface Entry {
  /** The block, or the resource that holds the list. */
  readonly node: MappingNode;
  readonly anchor: TextRange;
  readonly scope: Scope;
  readonly member: Member;
  readonly role: Field<TextValue>;
  readonly removal: EntryRemoval;
}

/** The role that a word stands for; words that stand for none are told by the provider. */
export function roleNamed(word: string | undefined, value: TextValue, { roles }: EntryFamily): Field<TextValue> {
  const text = word?.includes('/') ? word : roles.get(word ?? '');
  if (text === undefined) return { state: 'unknown', node: value.node };
  return { state: 'known', value: { ...value, text, prefix: text, suffix: text } };
}

export function roleIn(field: Field<TextValue>, family: EntryFamily): Field<TextValue> {
  return field.state === 'known' ? roleNamed(field.value.text, field.value, family) : field;
}

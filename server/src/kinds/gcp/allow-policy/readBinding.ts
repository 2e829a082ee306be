import { entryOf, type MappingNode } from '../../../syntax/tree';
import type { TextRange } from '../../../text/range';
import { emptyWorkspace } from '../../../workspace/index/workspace';
import { scopedBlocks } from '../../../workspace/terraform/names/instances';
import { resolve } from '../../../workspace/terraform/names/resolve';
import type { Scope } from '../../../workspace/terraform/names/scope';
import type { Field, ListValue } from '../../policy';
import { certainText, isNull, listField, missing, textField } from '../../reading/values';
import { readCondition } from '../conditions/condition';
import { type Member, readMember } from '../members/member';
import type { Binding } from './policy';

/** How the members of a binding are written: in a list, or one by itself. */
export type MembersReader = (node: MappingNode, scope: Scope) => Field<ListValue<Member>>;

function readNow(node: MappingNode, anchor: TextRange, scope: Scope, readMembers: MembersReader): Binding {
  const role = textField(node, 'role', scope);
  const condition = conditionOf(node, scope);
  return {
    node,
    anchor,
    role,
    members: readMembers(node, scope),
    condition,
    identity: identityOf(role, condition),
  };
}

/** A binding whose parts stand apart from each other. */
export function bindingOf(parts: Omit<Binding, 'identity'>): Binding {
  return { ...parts, identity: identityOf(parts.role, parts.condition) };
}

/** What is asked of a workspace is told while it is lent. Of the rest, a long policy is mostly looked at where somebody types. */
export function readBinding(node: MappingNode, anchor: TextRange, scope: Scope, readMembers: MembersReader = membersOf): Binding {
  return isAlone(scope) ? new LaterBinding(node, anchor, scope, readMembers) : readNow(node, anchor, scope, readMembers);
}

/** Whether nothing but the text is asked. */
export function isAlone({ workspace }: Scope): boolean {
  return workspace === emptyWorkspace;
}

/** Thousands are made at every keystroke, and few are asked. */
class LaterBinding implements Binding {
  #read: Binding | undefined;

  constructor(
    readonly node: MappingNode,
    readonly anchor: TextRange,
    private readonly scope: Scope,
    private readonly readMembers: MembersReader,
  ) {}

  get role() {
    return this.#whole.role;
  }

  get members() {
    return this.#whole.members;
  }

  get condition() {
    return this.#whole.condition;
  }

  get identity() {
    return this.#whole.identity;
  }

  get #whole(): Binding {
    this.#read ??= readNow(this.node, this.anchor, this.scope, this.readMembers);
    return this.#read;
  }
}

function identityOf(role: Binding['role'], condition: Binding['condition']): string | undefined {
  const name = certainText(role);
  if (!name || condition.state === 'unknown') return undefined;
  if (condition.state === 'absent') return JSON.stringify([name]);
  const { title, description, expression } = condition.value;
  // The API makes no difference between a text that is absent and an empty one.
  const texts = [title, description, expression].map((field) => (field.state === 'absent' ? '' : certainText(field)));
  return texts.includes(undefined) ? undefined : JSON.stringify([name, ...texts]);
}

function membersOf(node: MappingNode, scope: Scope): Field<ListValue<Member>> {
  return entryOf(node, 'member') && !entryOf(node, 'members')
    ? singleMember(node, scope)
    : listField(node, 'members', scope, readMember);
}

function singleMember(node: MappingNode, scope: Scope): Field<ListValue<Member>> {
  const value = entryOf(node, 'member')?.value;
  if (!value) return missing(node);
  const { certain } = resolve(value, scope);
  return { state: 'known', value: { node: value, literal: undefined, items: [readMember(value, scope)], complete: certain } };
}

/** The condition of a grant. */
export function conditionOf(node: MappingNode, scope: Scope): Binding['condition'] {
  const value = entryOf(node, 'condition')?.value;
  if (!value) return missing(node);
  if (isNull(value)) return { state: 'absent' };
  const [block] = scopedBlocks(node, 'condition', scope);
  if (value.kind === 'sequence' && !value.complete) return { state: 'unknown', node: value };
  return block ? { state: 'known', value: readCondition(block.node, block.scope) } : { state: 'unknown', node: value };
}

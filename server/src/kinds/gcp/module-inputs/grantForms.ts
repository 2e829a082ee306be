import { type Entry, entryOf, type MappingNode, type SyntaxNode } from '../../../syntax/tree';
import type { TextRange } from '../../../text/range';
import { resolve } from '../../../workspace/terraform/names/resolve';
import type { Scope } from '../../../workspace/terraform/names/scope';
import { noText, type TextValue, textOf } from '../../../workspace/terraform/names/text';
import { toldText } from '../../../workspace/terraform/values/toldText';
import type { ListValue } from '../../policy';
import { listOf } from '../../reading/values';
import type { Binding, RoleText } from '../allow-policy/policy';
import { bindingOf, readBinding } from '../allow-policy/readBinding';
import { readCondition } from '../conditions/condition';
import { type Member, readMember } from '../members/member';

/** How a value that is handed to a module says who gets which role. */
export type GrantForm =
  /** `{ "roles/viewer" = ["user:kim@example.org"] }` */
  | 'membersByRole'
  /** `{ "user:kim@example.org" = ["roles/viewer"] }` */
  | 'rolesByMember'
  /** `{ p = ["roles/viewer"] }`, all of an account that the module makes */
  | 'rolesByName'
  /** A list, or values by any key, of `{ role, members, condition }`, of `{ role, member }`, or with the condition's fields beside the role. */
  | 'bindings'
  /** Roles of the account that `service_account_address` names. */
  | 'rolesOfAccount'
  /** `["p=>roles/viewer"]`, all of accounts that the module makes */
  | 'rolesInProjects'
  /** Roles of somebody whom the module names, in a list or by any key. */
  | 'roles'
  /** Somebody who has a role that the module names, in a list or alone. */
  | 'members'
  /** One role of somebody whom the module names. */
  | 'role'
  /** Members of one role, by their list. */
  | { readonly role: string };

/** What a value grants; `call` has what is given beside it. Never throws. */
export function grantsIn({ key, keyRange, value }: Entry, form: GrantForm, scope: Scope, call: MappingNode): readonly Binding[] {
  if (typeof form === 'object') return membersOfRole(value, keyRange, form.role, scope);
  switch (form) {
    case 'membersByRole':
      return entriesOf(value, scope).flatMap((entry) => {
        const members = listOf(entry.value, scope, readMember);
        return granted(entry, keyText(entry), members);
      });
    case 'rolesByMember':
      return entriesOf(value, scope).flatMap((entry) => {
        const node = keyNode(entry);
        const member: Member = { ...readMember(node, scope), literal: false, certain: entry.certain };
        const members = { node, literal: undefined, items: [member], complete: entry.certain };
        return rolesIn(entry.value, scope).flatMap((role) => granted(entry, role, members));
      });
    case 'rolesByName':
      return entriesOf(value, scope).flatMap((entry) =>
        rolesIn(entry.value, scope).flatMap((role) => granted(entry, role, undefined)),
      );
    case 'bindings':
      return objectsOf(value, scope).map((node) => bindingIn(node, scope));
    case 'rolesOfAccount':
      return rolesIn(value, scope).flatMap((role) => granted(atItem(role), role, accountOf(call, scope)));
    case 'rolesInProjects':
      return rolesIn(value, scope).flatMap((role) => granted(atItem(role), behindArrow(role), undefined));
    case 'roles':
      return valuesOf(value, scope).flatMap((node) => {
        const role = textOf(node, scope) ?? noText(node);
        return granted(atItem(role), role, undefined);
      });
    case 'members': {
      const list = listOf(value, scope, readMember);
      const members = list ?? { node: value, literal: undefined, items: [readMember(value, scope)], complete: true };
      return granted({ key, keyRange, value, range: value.range }, undefined, members);
    }
    case 'role': {
      const role = textOf(value, scope);
      return role ? granted({ key, keyRange, value, range: value.range }, role, undefined) : [];
    }
  }
}

interface ToldEntry extends Entry {
  readonly certain: boolean;
  /** The entry where it is written and may be edited. */
  readonly written: Entry | undefined;
}

function entriesOf(value: SyntaxNode, scope: Scope): readonly ToldEntry[] {
  const { node, certain, literal } = resolve(value, scope);
  if (node.kind !== 'mapping') return [];
  const isWritten = literal && node.editable;
  return node.entries.map((entry) => ({ ...entry, certain, written: isWritten ? entry : undefined }));
}

function valuesOf(value: SyntaxNode, scope: Scope): readonly SyntaxNode[] {
  const { node } = resolve(value, scope);
  return node.kind === 'sequence' ? node.items : node.kind === 'mapping' ? node.entries.map((entry) => entry.value) : [];
}

function objectsOf(value: SyntaxNode, scope: Scope): readonly MappingNode[] {
  return valuesOf(value, scope).flatMap((item) => {
    const found = resolve(item, scope).node;
    return found.kind === 'mapping' ? found : [];
  });
}

function bindingIn(node: MappingNode, scope: Scope): Binding {
  const binding = readBinding(node, node.range, scope);
  if (!entryOf(node, 'expression')) return binding;
  return bindingOf({ ...partsOf(binding), condition: { state: 'known', value: readCondition(node, scope) } });
}

function partsOf({ node, anchor, role, members, condition }: Binding): Omit<Binding, 'identity'> {
  return { node, anchor, role, members, condition };
}

function rolesIn(value: SyntaxNode, scope: Scope): readonly TextValue[] {
  return listOf(value, scope, (item) => textOf(item, scope) ?? noText(item))?.items ?? [];
}

/** Nobody stands for members whom the text doesn't tell. */
function granted(
  { range, keyRange }: Entry,
  role: TextValue | undefined,
  members: ListValue<Member> | undefined,
): readonly Binding[] {
  return [
    bindingOf({
      node: { kind: 'mapping', range, entries: [], complete: false, editable: false },
      anchor: keyRange,
      role: role ? { state: 'known', value: role } : { state: 'unknown', node: undefined },
      members: members ? { state: 'known', value: members } : { state: 'unknown', node: undefined },
      condition: { state: 'absent' },
    }),
  ];
}

function keyText(entry: ToldEntry): RoleText {
  const node = keyNode(entry);
  const { certain, written } = entry;
  return {
    ...toldText(entry.key),
    reference: undefined,
    node,
    shown: node,
    literal: false,
    certain,
    source: undefined,
    keyOf: written,
  };
}

function keyNode({ key, keyRange }: Entry): SyntaxNode {
  return { kind: 'scalar', range: keyRange, value: key };
}

function atItem({ node }: TextValue): Entry {
  return { key: '', keyRange: node.range, value: node, range: node.range };
}

/** Such lists hold several members in one text, too, which can't be told apart by their places. */
function membersOfRole(value: SyntaxNode, keyRange: TextRange, text: string, scope: Scope): readonly Binding[] {
  const readOne = (node: SyntaxNode) => {
    const member = readMember(node, scope);
    return member.text?.includes(',')
      ? { ...member, ...noText(node), kind: 'unknown' as const, id: undefined, written: undefined }
      : member;
  };
  const members = listOf(value, scope, readOne);
  if (!members) return [];
  const node: SyntaxNode = { kind: 'scalar', range: keyRange, value: text };
  const role: TextValue = {
    ...toldText(text),
    reference: undefined,
    node,
    shown: node,
    literal: false,
    certain: true,
    source: undefined,
  };
  return granted({ key: '', keyRange, value, range: value.range }, role, members);
}

function accountOf(call: MappingNode, scope: Scope): ListValue<Member> | undefined {
  const address = entryOf(call, 'service_account_address')?.value;
  if (!address || entryOf(call, 'prefix')) return undefined;
  const { range } = address;
  const node: SyntaxNode = { kind: 'template', range, parts: [{ literal: 'serviceAccount:', range }, { hole: address }] };
  const member: Member = { ...readMember(node, scope), literal: false };
  return { node: address, literal: undefined, items: [member], complete: member.certain };
}

/** The role of `p=>roles/viewer`. */
function behindArrow(role: TextValue): TextValue {
  const [, name] = /=>(.*)$/s.exec(role.text ?? '') ?? [];
  return name === undefined ? noText(role.node) : { ...role, ...toldText(name), literal: false };
}

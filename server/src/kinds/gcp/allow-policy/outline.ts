import { fill } from '../../../text/fill';
import { firstLine } from '../../explaining/named';
import { type OutlineItem, outlineItem } from '../../outline';
import type { Speech } from '../../speech';
import { connector } from '../config-connector/dialect';
import { objectName } from '../config-connector/target';
import type { AllowPolicy, Binding } from './policy';
import { words } from './words';

/** A policy with its roles; of what a resource holds, the roles. */
export function outlineOf(policy: AllowPolicy, speech: Speech): readonly OutlineItem[] {
  const { outline } = speech.words(words);
  const roles = policy.bindings.map((binding) => roleItem(policy, binding, speech));
  if (policy.place.resource || policy.form === 'input') return roles;
  const count = fill(roles.length === 1 ? outline.oneRole : outline.manyRoles, { count: String(roles.length) });
  const name = policy.dialect === connector ? objectName(policy.node) : outline.policy;
  return [outlineItem('object', name, count, policy.node.range, policy.node.range, roles)];
}

function roleItem(policy: AllowPolicy, binding: Binding, speech: Speech): OutlineItem {
  const { role, node, anchor } = binding;
  const at = role.state === 'known' ? role.value.node : role.state === 'unknown' ? role.node : undefined;
  const name = firstLine(role, policy, speech.words(words).outline.noRole);
  return outlineItem('key', name, membersCount(binding, speech), node.range, at?.range ?? anchor);
}

function membersCount({ members }: Binding, speech: Speech): string {
  if (members.state === 'unknown') return '';
  const { oneMember, manyMembers } = speech.words(words).outline;
  const { items, complete } = members.state === 'known' ? members.value : { items: [], complete: true };
  if (items.length === 1 && complete) return oneMember;
  return fill(manyMembers, { count: `${items.length}${complete ? '' : '+'}` });
}

import { shift } from '../../../../text/range';
import type { GrantRow, GrantTable, UnknownGrant } from '../../../grantTable';
import { certainText } from '../../../reading/values';
import type { AllowPolicy, Binding } from '../../allow-policy/policy';

/** What a policy in a JSON or YAML file grants. In offsets of the policy's root, which `offset` places in the file. */
export function grantsOfDocument({ place, bindings }: AllowPolicy, offset: number): GrantTable {
  const grants: GrantRow[] = [];
  const unknown: UnknownGrant[] = [];
  if (place.resource) return { grants, unknown };
  for (const binding of bindings) {
    const at = { uri: place.uri, range: shift(place.toOuter(binding.anchor) ?? binding.anchor, offset) };
    const told = (what: UnknownGrant['what']) => unknown.push({ address: undefined, what, why: 'unread', because: '', at });
    const role = certainText(binding.role);
    if (role === undefined) told('role');
    const members = binding.members.state === 'known' ? binding.members.value : undefined;
    if (!members?.complete) told('members');
    const condition = conditionOf(binding);
    if (condition === 'unknown') told('condition');
    for (const { text } of members?.items ?? []) {
      if (text === undefined || role === undefined) continue;
      const known = condition === 'unknown' ? undefined : condition;
      grants.push({
        address: undefined,
        kind: 'policy',
        role,
        member: text,
        resource: undefined,
        condition: known,
        at,
        from: [at],
      });
    }
  }
  return { grants, unknown };
}

function conditionOf({ condition }: Binding): GrantRow['condition'] | 'unknown' {
  if (condition.state === 'absent') return undefined;
  if (condition.state === 'unknown') return 'unknown';
  const [title, expression] = [certainText(condition.value.title), certainText(condition.value.expression)];
  return expression === undefined ? 'unknown' : { title: title ?? '', expression };
}

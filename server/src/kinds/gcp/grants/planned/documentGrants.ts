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
    const role = certainText(binding.role);
    const members = binding.members.state === 'known' ? binding.members.value : undefined;
    const texts = (members?.items ?? []).flatMap(({ text }) => text ?? []);
    const common = { address: undefined, at, from: [at], source: place.uri };
    const told = (what: UnknownGrant['what'], known: UnknownGrant['known']) =>
      unknown.push({ ...common, what, why: 'unread', because: '', known: { target, ...known } });
    if (role === undefined) told('role', members?.complete ? { members: texts } : {});
    const ofRole = role === undefined ? {} : { role };
    if (!members?.complete) told('members', ofRole);
    const condition = conditionOf(binding);
    if (condition === 'unknown') told('condition', ofRole);
    if (role === undefined) continue;
    for (const member of texts) {
      grants.push({
        ...common,
        kind: 'policy',
        role,
        member,
        resource: undefined,
        condition: condition === 'unknown' ? undefined : condition,
        target,
        ...(condition === 'unknown' && { unknownCondition: { why: { id: 'unread', what: '' }, from: [at] } }),
      });
    }
  }
  return { grants, unknown };
}

/** What a document hangs on is told by whoever sets it. */
const target: GrantRow['target'] = { kind: 'policy', parts: [undefined] };

function conditionOf({ condition }: Binding): GrantRow['condition'] | 'unknown' {
  if (condition.state === 'absent') return undefined;
  if (condition.state === 'unknown') return 'unknown';
  const [title, expression] = [certainText(condition.value.title), certainText(condition.value.expression)];
  return expression === undefined ? 'unknown' : { title: title ?? '', expression };
}

import type { Part } from '../../kind';
import type { AccessLevel } from './policy';

/** What of a level may be known or not. */
export function* levelParts({ dialect, form, name, title, parent, extended, definition }: AccessLevel): Generator<Part> {
  // A file of a factory has its name from the factory, and a part of a level has none.
  const isNamed = dialect.name !== 'fabric' && form === 'level';
  const names = isNamed ? { name, title, parent } : { accessLevel: extended };
  for (const [field, value] of Object.entries(names)) if (value.state !== 'unknown' || value.node) yield { field, value };
  if (definition.state !== 'known') {
    yield { field: 'basic', value: definition };
    return;
  }
  const level = definition.value;
  if (level.kind === 'custom') {
    yield { field: 'expression', value: level.expr.expression };
    return;
  }
  yield { field: 'conditions', value: level.conditions };
  if (level.combiningFunction === 'unknown')
    yield { field: 'combiningFunction', value: { state: 'unknown', node: level.combiningEntry?.value } };
  for (const { members, negate, regions, ipSubnetworks, requiredAccessLevels, vpcIpSubnetworks } of level.conditions.items) {
    const fields = { members, negate, regions, ipSubnetworks, requiredAccessLevels };
    for (const [field, value] of Object.entries(fields)) yield { field, value };
    for (const value of vpcIpSubnetworks) yield { field: 'vpcIpSubnetworks', value };
  }
}

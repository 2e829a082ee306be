import { objectsBelow, type ShapedObject } from '../../shapedObjects';
import { resourceShape } from '../iam-resource/shape';
import type { AllowPolicy } from './policy';
import { dataSource, policy as policyShape } from './shape';

/** The policy as an object, or the resource that makes the grant. */
export function outermost({ node, form, dialect, place }: AllowPolicy): readonly ShapedObject[] {
  if (node.kind !== 'mapping') return [];
  if (form === 'document') return [{ node, shape: dialect.name === 'rest' ? policyShape : dataSource }];
  const shape = place.resource && resourceShape(place.resource.type);
  return shape ? [{ node, shape }] : [];
}

/** All objects of the policy, outer before inner. */
export function objectsOf(policy: AllowPolicy): readonly ShapedObject[] {
  return outermost(policy).flatMap(({ node, shape }) => [...objectsBelow(node, shape)]);
}

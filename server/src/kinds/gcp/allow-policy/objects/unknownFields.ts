import { cachedBy } from '../../../../text/cachedBy';
import { type ShapedObject, shapedObjects, type UnknownField, unknownFieldsIn } from '../../../shapedObjects';
import type { AllowPolicy } from '../policy';
import { request } from '../shape';
import { outermost } from './objects';

/** Of a document; Terraform itself tells what a resource doesn't take. */
export const unknownFields = cachedBy((policy: AllowPolicy): readonly UnknownField[] => {
  if (policy.form !== 'document' || policy.dialect.name !== 'rest') return [];
  const objects = shapedObjects({ objects: outermost }, policy);
  // What else stands in a request is not the policy's.
  const [whole, ...inside] = objects.filter(({ shape }) => shape !== request);
  if (!whole) return [];
  const { broken } = policy.place.root;
  const own = unknownIn(whole, broken);
  return isSomethingElse(whole, own) ? [] : [...own, ...inside.flatMap((object) => unknownIn(object, broken))];
});

/** A syntax error may have moved keys to where they don't belong. */
function unknownIn(object: ShapedObject, broken: boolean): readonly UnknownField[] {
  return broken && !object.node.complete ? [] : unknownFieldsIn(object);
}

/** Other tools keep a list of bindings among settings of their own. */
function isSomethingElse({ node: { entries } }: ShapedObject, unknown: readonly UnknownField[]): boolean {
  const strange = unknown.filter(({ meant }) => meant === undefined).length;
  return strange > 1 && entries.length === unknown.length + 1;
}

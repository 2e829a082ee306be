import type { FormatName } from '../../../../syntax/format';
import type { Entry } from '../../../../syntax/tree';
import { cachedBy } from '../../../../text/cachedBy';
import { rest } from '../../../dialect';
import { type ShapedObject, shapedObjects, type UnknownField, unknownFieldsIn } from '../../../shapedObjects';
import { connector } from '../../config-connector/dialect';
import type { AllowPolicy } from '../policy';
import { request } from '../shape';
import { outermost } from './objects';

/** Of a document; Terraform itself tells what a resource doesn't take. */
export const unknownFields = cachedBy((policy: AllowPolicy): readonly UnknownField[] => {
  const isApis = policy.form === 'document' && policy.dialect === rest;
  if (!isApis && policy.dialect !== connector) return [];
  const objects = shapedObjects({ objects: outermost }, policy);
  // What else stands in a request is not the policy's.
  const [whole, ...inside] = objects.filter(({ shape }) => shape !== request);
  if (!whole) return [];
  const { broken } = policy.place.root;
  const own = unknownIn(whole, broken);
  return isSomethingElse(whole, own) ? [] : [...own, ...inside.flatMap((object) => unknownIn(object, broken))];
});

/**
 * Whether what stands under an unknown key is without force today and would get it under its right name: Terraform's provider drops such
 * keys and takes those that differ in case alone, where the API refuses the whole policy.
 */
export function isDropped({ place, dialect }: AllowPolicy, { key }: Entry, meant: string): boolean {
  // Kubernetes drops what a definition doesn't have, unless it is told to be strict.
  if (dialect === connector) return true;
  return isOfTerraform(place.outer.format.name) && key.toLowerCase() !== meant.toLowerCase();
}

function isOfTerraform(format: FormatName): boolean {
  return format === 'terraform' || format === 'terraformJson';
}

/** A syntax error may have moved keys to where they don't belong. */
function unknownIn(object: ShapedObject, broken: boolean): readonly UnknownField[] {
  return broken && !object.node.complete ? [] : unknownFieldsIn(object);
}

/** Other tools keep a list of bindings among settings of their own. */
function isSomethingElse({ node: { entries } }: ShapedObject, unknown: readonly UnknownField[]): boolean {
  const strange = unknown.filter(({ meant }) => meant === undefined).length;
  return strange > 1 && entries.length === unknown.length + 1;
}

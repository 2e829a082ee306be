import type { FoundPolicy } from '../kind';
import type { Policy } from '../policy';
import { isEmbedded } from '../reading/roots';
import { type ShapedObject, shapedObjects } from '../shapedObjects';

/** Each policy of a document, once, with its objects; what Terraform takes as arguments of a resource is none. */
export function documentsAmong(others: readonly FoundPolicy[]): readonly FoundDocument[] {
  const seen = new Set<unknown>();
  return others.flatMap((found): FoundDocument[] => {
    const { policy, kind } = found;
    if (isArgument(policy) || seen.has(policy.node)) return [];
    seen.add(policy.node);
    const objects = shapedObjects(kind, policy);
    return objects.length > 0 ? [{ found, objects }] : [];
  });
}

export interface FoundDocument {
  readonly found: FoundPolicy;
  readonly objects: readonly ShapedObject[];
}

function isArgument({ place }: Policy): boolean {
  return place.resource !== undefined && !isEmbedded(place);
}

import type { FoundPolicy, Kind } from '../../kind';
import type { Policy } from '../../policy';
import { type Misshapen, misshapenIn, shapedObjects } from '../../shapedObjects';

/** The values in a policy that can't be what their fields take. What Terraform takes as arguments is told by Terraform. */
export interface MisshapenValues extends Policy {
  readonly kind: 'misshapen';
  readonly values: readonly Misshapen[];
  readonly found: FoundPolicy;
}

const misshapen: Kind<MisshapenValues> = {
  id: 'misshapen',
  derive(_root, _surroundings, others) {
    const seen = new Set<unknown>();
    return others.flatMap((found): MisshapenValues[] => {
      const { policy, kind } = found;
      const isArgument = policy.place.resource !== undefined && policy.place.root === policy.place.outer;
      if (isArgument || seen.has(policy.node)) return [];
      seen.add(policy.node);
      const values = shapedObjects(kind, policy).flatMap(misshapenIn);
      return values.length > 0 ? [{ ...policy, kind: 'misshapen', values, found }] : [];
    });
  },
  objects: ({ found: { kind, policy } }) => kind.objects?.(policy) ?? [],
  // Some of those who take policies do, and which one takes this isn't told by the text.
  unknownKeysAreDropped: true,
};

export default misshapen;

import type { FoundPolicy, Kind } from '../../kind';
import type { Policy } from '../../policy';
import { type Misshapen, misshapenIn } from '../../shapedObjects';
import { documentsAmong } from '../documents';

/** The values in a policy that can't be what their fields take. What Terraform takes as arguments is told by Terraform. */
export interface MisshapenValues extends Policy {
  readonly kind: 'misshapen';
  readonly values: readonly Misshapen[];
  readonly found: FoundPolicy;
}

const misshapen: Kind<MisshapenValues> = {
  id: 'misshapen',
  derive(_root, _surroundings, others) {
    return documentsAmong(others).flatMap(({ found, objects }): MisshapenValues[] => {
      const values = objects.flatMap(misshapenIn);
      return values.length > 0 ? [{ ...found.policy, kind: 'misshapen', values, found }] : [];
    });
  },
  objects: ({ found: { kind, policy } }) => kind.objects?.(policy) ?? [],
  // Some of those who take policies do, and which one takes this isn't told by the text.
  unknownKeysAreDropped: true,
};

export default misshapen;

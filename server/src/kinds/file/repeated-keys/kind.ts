import type { Entry } from '../../../syntax/tree';
import type { Kind } from '../../kind';
import type { Policy } from '../../policy';
import { fieldOf, isBlank, type ShapedObject } from '../../shapedObjects';
import { documentsAmong } from '../documents';

/** The keys of a policy's objects that stand there once more: readers take the last one, or refuse the text. */
export interface RepeatedKeys extends Policy {
  readonly kind: 'repeatedKeys';
  readonly entries: readonly Entry[];
}

const repeatedKeys: Kind<RepeatedKeys> = {
  id: 'repeatedKeys',
  derive(_root, _surroundings, others) {
    return documentsAmong(others).flatMap(({ found: { policy }, objects }): RepeatedKeys[] => {
      const entries = objects.flatMap(repeatedIn);
      return entries.length > 0 ? [{ ...policy, kind: 'repeatedKeys', entries }] : [];
    });
  },
};

/** `auditConfigs` and `audit_configs` are one key where both are taken. */
function repeatedIn({ node, shape }: ShapedObject): readonly Entry[] {
  const { entries } = node;
  // Mostly there are a few, of which none is like another.
  if (entries.length < fewEntries && !shape.takesSnakeCase && isEachOnce(entries)) return none;
  const seen = new Set<string>();
  return entries.filter(({ key }) => {
    const name = fieldOf(shape, key)?.name ?? key;
    if (isBlank(key) || !seen.has(name)) {
      seen.add(name);
      return false;
    }
    return true;
  });
}

const fewEntries = 8;
const none: readonly Entry[] = [];

function isEachOnce(entries: readonly Entry[]): boolean {
  return entries.every(({ key }, index) => entries.findIndex((other) => other.key === key) === index);
}

export default repeatedKeys;

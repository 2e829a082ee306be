import { cachedBy } from '../../../text/cachedBy';
import type { TextRange } from '../../../text/range';
import type { Kind } from '../../kind';
import type { Policy } from '../../policy';
import type { Shape } from '../../shape';
import { fieldOf, isBlank, type ShapedObject, unknownFieldsIn } from '../../shapedObjects';
import { documentsAmong } from '../documents';

/** The fields that objects of a policy lack and without which the API refuses them. */
export interface MissingFields extends Policy {
  readonly kind: 'missingFields';
  readonly objects: readonly LackingObject[];
}

export interface LackingObject {
  readonly names: readonly string[];
  /** The object's first key. */
  readonly at: TextRange;
}

const missingFields: Kind<MissingFields> = {
  id: 'missingFields',
  derive(_root, _surroundings, others) {
    return documentsAmong(others).flatMap(({ found: { policy }, objects }): MissingFields[] => {
      const lacking = policy.place.isOutput ? [] : objects.flatMap(lackingIn);
      return lacking.length > 0 ? [{ ...policy, kind: 'missingFields', objects: lacking }] : [];
    });
  },
};

/** An object that a template or a person completes, or whose key may be a misspelt one, tells nothing. */
function lackingIn(object: ShapedObject): readonly LackingObject[] {
  const { node, shape } = object;
  const [first] = node.entries;
  const isThere = (name: string) => node.entries.some(({ key }) => fieldOf(shape, key)?.name === name);
  // Mostly nothing is missing.
  const missing = requiredIn(shape).filter(({ name }) => !isThere(name));
  if (missing.length === 0 || !first || !node.complete) return [];
  if (node.entries.some(({ key }) => isBlank(key)) || unknownFieldsIn(object).length > 0) return [];
  return [{ names: missing.map(({ key }) => key), at: first.keyRange }];
}

const requiredIn = cachedBy(({ fields }: Shape): readonly { readonly key: string; readonly name: string }[] =>
  [...fields].flatMap(([key, { name, required }]) => (required ? [{ key, name }] : [])),
);

export default missingFields;

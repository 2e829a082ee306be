import type { TextRange } from '../../../text/range';
import type { Kind } from '../../kind';
import type { Policy } from '../../policy';
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
  if (!first || !node.complete || node.entries.some(({ key }) => isBlank(key))) return [];
  const required = [...shape.fields].filter(([, { required }]) => required === true);
  if (required.length === 0 || unknownFieldsIn(object).length > 0) return [];
  const has = new Set(node.entries.map(({ key }) => fieldOf(shape, key)?.name));
  const names = required.flatMap(([key, { name }]) => (has.has(name) ? [] : [key]));
  return names.length > 0 ? [{ names, at: first.keyRange }] : [];
}

export default missingFields;

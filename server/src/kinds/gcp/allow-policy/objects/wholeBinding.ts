import { entryOf, type MappingNode } from '../../../../syntax/tree';
import { isWhole } from '../../../edits/wholeObject';
import { fieldOf, knownKeys, objectsBelow } from '../../../shapedObjects';
import { connector } from '../../config-connector/dialect';
import { bindingShape } from '../../config-connector/shape';
import { resourceShape } from '../../iam-resource/shape';
import type { Binding, PolicyHeader } from '../policy';
import { dataSource, binding as ofPolicy } from '../shape';

/**
 * Whether a binding, its condition included, says nothing but what is read of it. A key that isn't known may be a condition, misspelt or
 * yet to be typed, so that the binding grants less than it seems to: it is no repetition of another one, and nobody surely has the role by it.
 */
export function isWholeBinding({ node }: Pick<Binding, 'node'>, header: PolicyHeader): boolean {
  const shape = shapeOfBinding(header);
  if (!shape || hasOpenCondition(node)) return false;
  return objectsBelow(node, shape).every((object) => isWhole(object.node, knownKeys(object)));
}

function shapeOfBinding({ form, dialect, place }: PolicyHeader) {
  if (dialect === connector) return bindingShape(form);
  if (form !== 'document') return place.resource && resourceShape(place.resource.type);
  return dialect.name === 'rest' ? ofPolicy : fieldOf(dataSource, 'binding')?.inside;
}

/** A `condition:` with nothing behind it is about to become one; `null` says that there is none. */
function hasOpenCondition(node: MappingNode): boolean {
  const value = entryOf(node, 'condition')?.value;
  return value?.kind === 'scalar' && value.value === null && value.range.start === value.range.end;
}

import type { Entry } from '../../../../syntax/tree';
import { resolve } from '../../../../workspace/terraform/names/resolve';
import type { Scope } from '../../../../workspace/terraform/names/scope';
import { type TextValue, textOf } from '../../../../workspace/terraform/names/text';
import { fieldOf, objectsBelow, type ShapedObject } from '../../../shapedObjects';
import type { Choice } from '../policy';

/** What stands in the fields that take words of a choice, names followed. */
export function choicesIn(objects: readonly ShapedObject[], scope: Scope): readonly Choice[] {
  return objects
    .flatMap(({ node, shape }) => objectsBelow(node, shape))
    .flatMap((object) =>
      object.node.entries.flatMap((entry) => {
        const field = fieldOf(object.shape, entry.key);
        const isChoice = field?.choices !== undefined && field.takes !== 'boolean';
        return isChoice ? [{ object, entry, field, texts: textsOf(entry, scope) }] : [];
      }),
    );
}

function textsOf({ value }: Entry, scope: Scope): readonly TextValue[] {
  const { node } = resolve(value, scope);
  if (node.kind !== 'sequence') return [textOf(value, scope)].filter((text) => text !== undefined);
  return node.items.flatMap((item) => textOf(item, scope) ?? []);
}

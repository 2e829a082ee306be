import type { FieldDefinition, Shape } from '../../kinds/shape';
import { fieldOf } from '../../kinds/shapedObjects';

/** What may stand at a place of a document: all of a field, or an item of its list. */
export type Slot = Pick<FieldDefinition, 'takes' | 'choices' | 'offers'> & { readonly inside?: Shape | undefined };

/** The slot below `slot` on a path of keys and indexes; where one object may stand for a list of one, an index makes no difference. */
export function slotBelow(slot: Slot, path: readonly (string | number)[]): Slot | undefined {
  let at: Slot | undefined = slot;
  for (const key of path) {
    if (typeof key === 'number') {
      at = itemOf(at) ?? (at.takes === 'object' ? at : undefined);
    } else {
      const holder: Slot = at.takes === 'objects' ? { ...at, takes: 'object' } : at;
      at = holder.takes === 'object' && holder.inside ? fieldOf(holder.inside, key) : undefined;
    }
    if (!at) return undefined;
  }
  return at;
}

/** What each item of a list is; undefined for what is no list. */
export function itemOf(slot: Slot): Slot | undefined {
  if (slot.takes === 'objects') return { ...slot, takes: 'object' };
  return slot.takes === 'texts' ? { ...slot, takes: 'text' } : undefined;
}

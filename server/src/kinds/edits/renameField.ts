import type { Entry } from '../../syntax/tree';
import type { TreeEdit } from '../../syntax/treeEdit';
import type { Takes } from '../shape';
import { reshapeValue } from './reshapeValue';

/**
 * Gives an entry the key that was meant. A single value in the place of a list is put into one, and a list of one gives its item, so
 * that the field says what its author wrote. Undefined for a value that the field can't take, which under the right key would only be
 * a fault that is harder to see.
 */
export function renameTo(entry: Entry, to: string, takes: Takes): readonly TreeEdit[] | undefined {
  const edits = reshapeValue(entry.value, takes);
  return edits && [{ kind: 'rename', entry, to }, ...edits];
}

import type { Entry, SyntaxNode } from '../../../syntax/tree';
import { nearestWord } from '../../../text/nearestWord';
import { isBlank } from '../../shapedObjects';

/** Whether a key is a field's, so like one that nothing else can be meant, or yet to be typed to its end. */
export function isFieldKey({ key, value }: Entry, fields: readonly string[]): boolean {
  if (isBlank(key) || nearestWord(key, fields) !== undefined) return true;
  return isUnwritten(value) && fields.some((field) => field.startsWith(key));
}

/** Whether a value is yet to be typed. */
export function isUnwritten(value: SyntaxNode): boolean {
  if (value.kind === 'opaque') return value.call === undefined;
  return value.kind === 'scalar' && (value.value === null || value.value === '');
}

/**
 * Whether items of a list of objects that are none may be objects one day: a person types one at a time, and as long as it has no
 * colon it is nothing, or a word.
 */
export function mayBeHalfTyped(items: readonly SyntaxNode[]): boolean {
  const [item, ...more] = items;
  if (!item) return true;
  if (more.length > 0) return false;
  return isUnwritten(item) || (item.kind === 'scalar' && typeof item.value === 'string' && /^\w+$/.test(item.value));
}

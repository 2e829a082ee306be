import { type CallContext, excess } from '../definition';
import { replaceMatches } from '../regex/replace';

/**
 * All parts of a text by another; a part between slashes is a regular expression. Undefined where that is none.
 *
 * @see https://developer.hashicorp.com/terraform/language/functions/replace
 */
export function replaced(text: string, part: string, by: string, { limits }: CallContext): string | typeof excess | undefined {
  if (part.length > 1 && part.startsWith('/') && part.endsWith('/'))
    return replaceMatches(part.slice(1, -1), text, by, limits.units);
  // Nothing stands before each letter and at the end.
  const pieces = part === '' ? ['', ...text, ''] : text.split(part);
  return text.length + pieces.length * by.length > limits.units ? excess : pieces.join(by);
}

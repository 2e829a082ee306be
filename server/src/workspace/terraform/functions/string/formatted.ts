import type { Value } from '../../values/value';
import { excess } from '../definition';
import { type Verb, writeVerb } from './verb';

const verbPattern = /%(?:(%)|([0#\-+ ]*)([1-9]\d*)?(?:\.(\d*))?(?:\[([1-9]\d*)\])?([A-Za-z]))/y;

/**
 * A text with values in the places of its verbs. Undefined for a verb that isn't one, without its value or with one that it doesn't take, and
 * for values that no verb takes.
 *
 * @see https://developer.hashicorp.com/terraform/language/functions/format
 */
export function formatted(template: string, values: readonly Value[], limit: number): string | typeof excess | undefined {
  let [result, at, next, highest] = ['', 0, 0, 0];
  while (at < template.length) {
    const start = template.indexOf('%', at);
    if (start < 0) break;
    verbPattern.lastIndex = start;
    const [all, percent, flags = '', width, places, index, letter = ''] = verbPattern.exec(template) ?? [];
    if (all === undefined) return undefined;
    result += template.slice(at, start);
    at = start + all.length;
    if (percent !== undefined) {
      result += '%';
      continue;
    }
    const taken = index === undefined ? next : Number(index) - 1;
    const value = values[taken];
    const verb: Verb = { letter, flags: new Set(flags), width: numberOf(width), places: places === '' ? 0 : numberOf(places) };
    const written = value && writeVerb(verb, value, limit);
    if (typeof written !== 'string') return written;
    result += written;
    if (result.length > limit) return excess;
    next = taken + 1;
    highest = Math.max(highest, next);
  }
  return highest < values.length ? undefined : result + template.slice(at);
}

function numberOf(digits: string | undefined): number | undefined {
  return digits === undefined ? undefined : Number(digits);
}

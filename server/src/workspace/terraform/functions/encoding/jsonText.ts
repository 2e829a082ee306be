import { isFar, toDecimal } from '../../values/bigNumber';
import type { Value } from '../../values/value';
import { excess } from '../definition';

/**
 * A known value as JSON, with what HTML reads as its own escaped. Undefined for a text of more units than the limit.
 *
 * @see https://developer.hashicorp.com/terraform/language/functions/jsonencode
 */
export function jsonText(value: Value, limit: number): string | typeof excess {
  const parts: string[] = [];
  let units = 0;
  const write = (part: string) => {
    units += part.length;
    if (units <= limit) parts.push(part);
  };
  writeJson(value, write, () => units > limit);
  return units > limit ? excess : parts.join('');
}

function writeJson(value: Value, write: (part: string) => void, isFull: () => boolean): void {
  if (isFull()) return;
  if ('items' in value) {
    write('[');
    for (const [i, item] of value.items.entries()) {
      if (isFull()) return;
      if (i > 0) write(',');
      writeJson(item, write, isFull);
    }
    write(']');
  } else if ('entries' in value) {
    write('{');
    let isFirst = true;
    for (const [key, entry] of value.entries) {
      if (isFull()) return;
      write(`${isFirst ? '' : ','}${jsonString(key)}:`);
      isFirst = false;
      writeJson(entry, write, isFull);
    }
    write('}');
  } else write(scalarText(value));
}

function scalarText(value: Value): string {
  if (value.kind === 'string') return jsonString(value.text);
  if (value.kind === 'number') return isFar(value.number) ? '' : toDecimal(value.number);
  return value.kind === 'bool' ? String(value.truth) : 'null';
}

/** As Go writes it. */
export function jsonString(text: string): string {
  return JSON.stringify(text).replace(
    /[<>&\u2028\u2029]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

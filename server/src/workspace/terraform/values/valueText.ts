import { toDecimal } from './bigNumber';
import { quotedText } from './quotedText';
import type { Value } from './value';

/** What isn't known stands in a value's text as this. */
export const unknownMark = '(?)';

/** A value as somebody would write it, in one line; what is longer than `longest` UTF-16 code units ends with `…`. */
export function valueText(value: Value, longest: number): string {
  let text = '';
  const write = (part: Value): void => {
    if (text.length > longest) return;
    switch (part.kind) {
      case 'unknown':
        text += unknownMark;
        return;
      case 'null':
        text += 'null';
        return;
      case 'string':
        text += quotedText(part.text);
        return;
      case 'number':
        text += toDecimal(part.number);
        return;
      case 'bool':
        text += String(part.truth);
        return;
      case 'list':
      case 'set':
      case 'tuple':
        between('[', part.items, write, ']');
        return;
      case 'map':
      case 'object':
        between(
          '{ ',
          [...part.entries],
          ([key, entry]) => {
            text += `${/^[\p{ID_Start}_][\p{ID_Continue}-]*$/u.test(key) ? key : quotedText(key)} = `;
            write(entry);
          },
          ' }',
        );
    }
  };
  function between<T>(open: string, parts: readonly T[], each: (part: T) => void, close: string): void {
    text += open;
    for (const [index, part] of parts.entries()) {
      if (text.length > longest) break;
      if (index > 0) text += ', ';
      each(part);
    }
    text += close;
  }
  write(value);
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

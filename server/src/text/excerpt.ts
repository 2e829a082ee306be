import { withoutKeyText } from './keyText';

/** A value as it stands in a sentence: its beginning, with `…` where it goes on, and no text of a key. */
export function excerpt(text: string): string {
  const shown = withoutKeyText(text);
  if (shown.length <= longest) return shown;
  // Never a half of a letter that takes two units.
  return `${shown.slice(0, longest).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** In UTF-16 code units. */
const longest = 120;

import { type LetterSet, perlSets, unicodeSet } from './letters';

/** Something that was read, and where what follows it begins. */
export interface Read<What> {
  readonly what: What;
  readonly end: number;
}

/** The code point that the escape at a backslash stands for; undefined for none. */
export function escapedCode(pattern: string, at: number): Read<number> | undefined {
  const rest = pattern.slice(at + 1, at + 1 + longestEscape);
  const octal = /^(?:0[0-7]{0,2}|[1-7][0-7]{1,2})/.exec(rest)?.[0];
  if (octal !== undefined) return { what: Number.parseInt(octal, 8), end: at + 1 + octal.length };
  const [hex, braced, plain] = /^x(?:\{([0-9A-Fa-f]+)\}|([0-9A-Fa-f]{2}))/.exec(rest) ?? [];
  if (hex !== undefined) {
    const code = Number.parseInt(braced ?? plain ?? '', 16);
    return code <= 0x10ffff ? { what: code, end: at + 1 + hex.length } : undefined;
  }
  const letter = rest[0];
  if (letter === undefined) return undefined;
  const control = 'afntrv'.includes(letter) ? '\u0007\f\n\t\r\v'['afntrv'.indexOf(letter)] : undefined;
  if (control !== undefined) return { what: control.charCodeAt(0), end: at + 2 };
  return letter <= '\x7f' && !/[0-9A-Za-z]/.test(letter) ? { what: letter.charCodeAt(0), end: at + 2 } : undefined;
}

const longestEscape = 40;

/** `\d`, `\PL`, `\p{Greek}` at a backslash: undefined for what is none of them, `invalid` for an unknown name. */
export function escapedSet(pattern: string, at: number): Read<LetterSet> | 'invalid' | undefined {
  const rest = pattern.slice(at + 1, at + 1 + longestEscape);
  const letter = rest[0] ?? '';
  const perl = perlSets[letter.toLowerCase()];
  if (perl !== undefined) return { what: { source: perl, isNegated: letter < 'a' }, end: at + 2 };
  if (letter !== 'p' && letter !== 'P') return undefined;
  const [name, braced, plain] = /^[pP](?:\{([^}]*)\}|([A-Z]))/.exec(rest) ?? [];
  const set = unicodeSet(braced ?? plain ?? '');
  if (name === undefined || !set) return 'invalid';
  return { what: { ...set, isNegated: set.isNegated !== (letter === 'P') }, end: at + 1 + name.length };
}

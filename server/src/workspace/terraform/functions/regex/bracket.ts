import { escapedCode, escapedSet, type Read } from './escape';
import { codeSource, type LetterSet, posixSets } from './letters';

/** The sets in brackets, and whether all others are meant. */
export interface Bracket {
  readonly sets: readonly LetterSet[];
  readonly isNegated: boolean;
}

/** What stands in brackets from `[` on; undefined for an error. */
export function readBracket(pattern: string, start: number): Read<Bracket> | undefined {
  const isNegated = pattern[start + 1] === '^';
  const first = start + (isNegated ? 2 : 1);
  const sets: LetterSet[] = [];
  let at = first;
  while (pattern[at] !== ']' || at === first) {
    const set = readPosix(pattern, at) ?? (pattern[at] === '\\' ? escapedSet(pattern, at) : undefined) ?? readRange(pattern, at);
    if (set === undefined || set === 'invalid') return undefined;
    sets.push(set.what);
    at = set.end;
  }
  return { what: { sets, isNegated }, end: at + 1 };
}

function readPosix(pattern: string, at: number): Read<LetterSet> | 'invalid' | undefined {
  if (!pattern.startsWith('[:', at)) return undefined;
  const close = pattern.indexOf(':]', at + 2);
  if (close < 0) return undefined;
  const [, not = '', name = ''] = /^(\^?)(.*)$/su.exec(pattern.slice(at + 2, close)) ?? [];
  const source = posixSets[name];
  return source === undefined ? 'invalid' : { what: { source, isNegated: not !== '' }, end: close + 2 };
}

function readRange(pattern: string, at: number): Read<LetterSet> | undefined {
  const low = readLetter(pattern, at);
  if (!low) return undefined;
  const isRange = pattern[low.end] === '-' && pattern[low.end + 1] !== ']' && low.end + 1 < pattern.length;
  const high = isRange ? readLetter(pattern, low.end + 1) : low;
  if (!high || high.what < low.what) return undefined;
  return { what: { source: `${codeSource(low.what)}-${codeSource(high.what)}`, isNegated: false }, end: high.end };
}

function readLetter(pattern: string, at: number): Read<number> | undefined {
  if (pattern[at] === '\\') return escapedCode(pattern, at);
  const code = pattern.codePointAt(at);
  return code === undefined ? undefined : { what: code, end: at + (code > 0xffff ? 2 : 1) };
}

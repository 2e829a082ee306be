import type { LetterTest } from './node';

/** Some code points: what a JavaScript class of this text takes, or all the others. */
export interface LetterSet {
  readonly source: string;
  readonly isNegated: boolean;
}

/** What `\d` and its like stand for: ASCII only. */
export const perlSets: Readonly<Record<string, string>> = { d: '0-9', s: '\\t\\n\\f\\r ', w: '0-9A-Za-z_' };

/** `[:alpha:]` and its like. */
export const posixSets: Readonly<Record<string, string>> = {
  alnum: '0-9A-Za-z',
  alpha: 'A-Za-z',
  ascii: '\\x00-\\x7f',
  blank: '\\t ',
  cntrl: '\\x00-\\x1f\\x7f',
  digit: '0-9',
  graph: '!-~',
  lower: 'a-z',
  print: ' -~',
  punct: '!-\\/:-@\\[-`\\{-~',
  space: '\\t\\n\\v\\f\\r ',
  upper: 'A-Z',
  word: '0-9A-Za-z_',
  xdigit: '0-9A-Fa-f',
};

/** A category or script of Unicode; undefined for an unknown one. */
export function unicodeSet(name: string): LetterSet | undefined {
  const isNegated = name.startsWith('^');
  const plain = isNegated ? name.slice(1) : name;
  if (plain === 'Any') return { source: '\\p{Any}', isNegated };
  const source = /^[CLMNPSZ][a-z]?$/.test(plain)
    ? `\\p{${plain}}`
    : /^[A-Z][A-Za-z_]+$/.test(plain)
      ? `\\p{Script=${plain}}`
      : undefined;
  return source !== undefined && isClass(source) ? { source, isNegated } : undefined;
}

function isClass(source: string): boolean {
  try {
    new RegExp(`[${source}]`, 'u');
    return true;
  } catch {
    return false;
  }
}

export function codeSource(code: number): string {
  return `\\u{${code.toString(16)}}`;
}

/** Whatever case, where asked, in the way that Unicode folds single letters. */
export function testOf(sets: readonly LetterSet[], isNegated: boolean, ignoresCase: boolean): LetterTest {
  const tests = sets.map((set) => ({
    regexp: new RegExp(`[${set.source}]`, ignoresCase ? 'iu' : 'u'),
    isNegated: set.isNegated,
  }));
  const answers = new Map<number, boolean>();
  return (code) => {
    let answer = answers.get(code);
    if (answer === undefined) {
      const letter = String.fromCodePoint(code);
      answer = tests.some((test) => test.regexp.test(letter) !== test.isNegated) !== isNegated;
      answers.set(code, answer);
    }
    return answer;
  };
}

export function literalTest(code: number, ignoresCase: boolean): LetterTest {
  return ignoresCase ? testOf([{ source: codeSource(code), isNegated: false }], false, true) : (other) => other === code;
}

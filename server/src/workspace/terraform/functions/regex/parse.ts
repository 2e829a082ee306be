import { readBracket } from './bracket';
import { escapedCode, escapedSet } from './escape';
import { literalTest, testOf } from './letters';
import type { Assertion, Regex, RegexNode } from './node';
import { repeatsIn } from './repeats';

interface Flags {
  readonly ignoresCase: boolean;
  readonly isMultiline: boolean;
  readonly dotTakesLines: boolean;
  readonly isLazy: boolean;
}

const flagNames: Readonly<Record<string, keyof Flags>> = { i: 'ignoresCase', m: 'isMultiline', s: 'dotTakesLines', U: 'isLazy' };

/** Thrown and caught in this file alone: a mistake may be found at any depth. */
class Invalid extends Error {}

/** Undefined for what RE2 doesn't accept. */
export function parseRegex(pattern: string): Regex | undefined {
  const parser = new Parser(pattern);
  try {
    return parser.parse();
  } catch (error) {
    if (error instanceof Invalid) return undefined;
    throw error;
  }
}

/** RE2 allows a thousand repetitions, also of repetitions, and as many groups in groups. */
const mostRepeats = 1000;
const deepest = 1000;

const textAssertions: Readonly<Record<string, Assertion>> = {
  A: 'textStart',
  z: 'textEnd',
  b: 'wordBoundary',
  B: 'noWordBoundary',
};

class Parser {
  private at = 0;
  private flags: Flags = { ignoresCase: false, isMultiline: false, dotTakesLines: false, isLazy: false };
  private readonly names: (string | undefined)[] = [];
  private depth = 0;

  constructor(private readonly pattern: string) {}

  parse(): Regex {
    const root = this.choice();
    if (this.at < this.pattern.length) throw new Invalid();
    return { root, names: this.names };
  }

  private choice(): RegexNode {
    if (++this.depth > deepest) throw new Invalid();
    const flags = this.flags;
    const branches = [this.sequence()];
    while (this.takes('|')) branches.push(this.sequence());
    this.flags = flags;
    this.depth--;
    return branches.length === 1 && branches[0] ? branches[0] : { kind: 'choice', of: branches };
  }

  private sequence(): RegexNode {
    const items: RegexNode[] = [];
    while (this.at < this.pattern.length && !')|'.includes(this.pattern[this.at] ?? '')) {
      if (this.pattern.startsWith('\\Q', this.at)) items.push(...this.quoted());
      else items.push(this.repeated());
    }
    return items.length === 1 && items[0] ? items[0] : { kind: 'sequence', of: items };
  }

  /** What is repeated is the last letter alone. */
  private quoted(): readonly RegexNode[] {
    const close = this.pattern.indexOf('\\E', this.at + 2);
    const letters = [...this.pattern.slice(this.at + 2, close < 0 ? undefined : close)];
    this.at = close < 0 ? this.pattern.length : close + 2;
    const nodes = letters.map((letter) => this.literal(letter.codePointAt(0) ?? 0));
    const last = nodes.pop();
    return last ? [...nodes, this.withRepeat(last)] : nodes;
  }

  private repeated(): RegexNode {
    const node = this.single();
    return node ? this.withRepeat(node) : { kind: 'empty' };
  }

  private withRepeat(node: RegexNode): RegexNode {
    const counts = this.repeatCounts();
    if (!counts) return node;
    const { least, most } = counts;
    const isLazy = this.takes('?') !== this.flags.isLazy;
    if (this.repeatCounts()) throw new Invalid();
    const counted = most === Number.POSITIVE_INFINITY ? least : most;
    if (counted > 1 && counted * repeatsIn(node) > mostRepeats) throw new Invalid();
    return { kind: 'repeat', of: node, least, most, isLazy };
  }

  private repeatCounts(): { readonly least: number; readonly most: number } | undefined {
    if (this.takes('*')) return { least: 0, most: Number.POSITIVE_INFINITY };
    if (this.takes('+')) return { least: 1, most: Number.POSITIVE_INFINITY };
    if (this.takes('?')) return { least: 0, most: 1 };
    const [all, from = '', comma, to = ''] = /^\{(\d+)(,(\d*))?\}/.exec(this.pattern.slice(this.at, this.at + 30)) ?? [];
    if (all === undefined || /^0\d/.test(from) || /^0\d/.test(to)) return undefined;
    const least = Number(from);
    const most = comma === undefined ? least : to === '' ? Number.POSITIVE_INFINITY : Number(to);
    if (least > mostRepeats || (most !== Number.POSITIVE_INFINITY && most > mostRepeats) || most < least) throw new Invalid();
    this.at += all.length;
    return { least, most };
  }

  /** Undefined for what stands for nothing and can't be repeated: flags. */
  private single(): RegexNode | undefined {
    const letter = this.pattern[this.at] ?? '';
    if ('*+?'.includes(letter) || this.repeatCounts()) throw new Invalid();
    if (letter === '(') return this.group();
    if (letter === '[') return this.bracket();
    if (letter === '\\') return this.escape();
    if (this.takes('.')) return this.flags.dotTakesLines ? any : notLineEnd;
    if (this.takes('^')) return assertion(this.flags.isMultiline ? 'lineStart' : 'textStart');
    if (this.takes('$')) return assertion(this.flags.isMultiline ? 'lineEnd' : 'textEnd');
    const code = this.pattern.codePointAt(this.at) ?? 0;
    this.at += code > 0xffff ? 2 : 1;
    return this.literal(code);
  }

  private group(): RegexNode | undefined {
    const rest = this.pattern.slice(this.at);
    const [named, name] = /^\(\?P?<([A-Za-z0-9_]+)>/.exec(rest) ?? [];
    if (named !== undefined) return this.capture(named.length, name);
    if (!rest.startsWith('(?')) return this.capture(1, undefined);
    const [start, on, off = '', end] = /^\(\?([imsU]*)(-[imsU]+)?([:)])/.exec(rest) ?? [];
    if (start === undefined || on === undefined || (on + off === '' && end === ')')) throw new Invalid();
    this.at += start.length;
    const outer = this.flags;
    this.flags = changed(changed(outer, on, true), off.slice(1), false);
    if (end === ')') return undefined;
    const node = this.choice();
    this.flags = outer;
    if (!this.takes(')')) throw new Invalid();
    return node;
  }

  private capture(width: number, name: string | undefined): RegexNode {
    this.at += width;
    const index = this.names.push(name);
    const of = this.choice();
    if (!this.takes(')')) throw new Invalid();
    return { kind: 'capture', index, of };
  }

  private bracket(): RegexNode {
    const read = readBracket(this.pattern, this.at);
    if (!read) throw new Invalid();
    this.at = read.end;
    return { kind: 'letter', takes: testOf(read.what.sets, read.what.isNegated, this.flags.ignoresCase) };
  }

  private escape(): RegexNode {
    const asserted = textAssertions[this.pattern[this.at + 1] ?? ''];
    if (asserted) {
      this.at += 2;
      return assertion(asserted);
    }
    const set = escapedSet(this.pattern, this.at);
    if (set === 'invalid') throw new Invalid();
    const code = set ? undefined : escapedCode(this.pattern, this.at);
    if (!set && !code) throw new Invalid();
    this.at = set?.end ?? code?.end ?? this.at;
    return set ? { kind: 'letter', takes: testOf([set.what], false, this.flags.ignoresCase) } : this.literal(code?.what ?? 0);
  }

  private literal(code: number): RegexNode {
    return { kind: 'letter', takes: literalTest(code, this.flags.ignoresCase) };
  }

  private takes(letter: string): boolean {
    if (this.pattern[this.at] !== letter) return false;
    this.at++;
    return true;
  }
}

const any: RegexNode = { kind: 'letter', takes: () => true };
const notLineEnd: RegexNode = { kind: 'letter', takes: (code) => code !== 10 };

function assertion(holds: Assertion): RegexNode {
  return { kind: 'assertion', holds };
}

function changed(flags: Flags, letters: string, value: boolean): Flags {
  return { ...flags, ...Object.fromEntries([...letters].map((letter) => [flagNames[letter] ?? letter, value])) };
}

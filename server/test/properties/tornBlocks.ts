import fc from '../fastCheck';

/** A Terraform text in which a line is still being typed: blocks end before they should, or have lost their beginning. */
export interface Torn {
  readonly text: string;
  /** What it is when the line is done, whatever else has become of the text meanwhile. */
  finish(text: string): string;
}

export interface Tear {
  /**
   * `stray`: braces stand before a line that belongs to the block which they close. `moved`: they are those of its end. `instead`: they
   * stand in place of the header of a nested block. `header`: such a header is half-typed or misspelt.
   */
  readonly how: 'stray' | 'moved' | 'instead' | 'header';
  readonly beforeBlock: boolean;
  /** Whether all that is open is closed, or a brace too few. */
  readonly closesAll: boolean;
  readonly typed: number;
  readonly fromEnd: number;
}

export const tears: fc.Arbitrary<Tear> = fc.record({
  how: fc.constantFrom('stray', 'moved', 'instead', 'instead', 'header'),
  beforeBlock: fc.boolean(),
  closesAll: fc.constantFrom(true, true, true, false),
  typed: fc.nat(17),
  // Late ones above all: what stands behind them is all that tells that a block has ended early.
  fromEnd: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(99) }),
});

/** Undefined where the text has no line for it. */
export function tornAt(text: string, { how, beforeBlock, closesAll, typed, fromEnd }: Tear): Torn | undefined {
  const lines = text.split('\n');
  const isPlace = how === 'header' || how === 'instead' || beforeBlock ? nestedHeader : attribute;
  const places = lines.flatMap((line, index) => (isPlace.test(line) ? [index] : []));
  const place = places.at(-1 - (fromEnd % Math.max(1, places.length)));
  if (place === undefined) return undefined;
  const before = lines.slice(0, place).join('\n');
  const depth = before.split('{').length - before.split('}').length;
  const braces = '}'.repeat(closesAll ? depth : Math.max(1, depth - 1));
  const header = lines[place] ?? '';
  switch (how) {
    case 'stray':
      return { text: lines.toSpliced(place, 0, `${braces} ${mark}`).join('\n'), finish: (later) => withoutMark(later) };
    case 'moved': {
      const end = '\n  }\n}\n';
      if (braces !== '}}' || !text.endsWith(end) || /\n\}/.test(lines.slice(place).join('\n').slice(0, -end.length)))
        return undefined;
      const moved = lines.toSpliced(place, 0, `${braces} ${mark}`).join('\n').slice(0, -end.length);
      return { text: `${moved}\n`, finish: (later) => withoutMark(later).trimEnd() + end };
    }
    case 'instead':
      return { text: lines.with(place, `${braces} ${mark}`).join('\n'), finish: (later) => withHeader(later, header) };
    case 'header': {
      const [, indent = '', word = ''] = nestedHeader.exec(header) ?? [];
      const half = word.slice(0, -1 - (typed % 3));
      const typing = ['', half, `${half} {`, word, `"${word}" {`, `${word}s {`][Math.floor(typed / 3)] ?? '';
      return { text: lines.with(place, `${indent}${typing} ${mark}`).join('\n'), finish: (later) => withHeader(later, header) };
    }
  }
}

/** A comment that tells the line again; that no comment is lost is a law by itself. */
export const mark = '# torn';

const attribute = /^[ \t]+[\w"]+[ \t]+=/;
const nestedHeader = /^([ \t]+)(\w+)[ \t]*\{[ \t]*$/;

function withoutMark(text: string): string {
  return text.replace(new RegExp(`^[ \\t]*\\}+[ \\t]*${mark}\\r?\\n`, 'm'), '');
}

function withHeader(text: string, header: string): string {
  return text.replace(new RegExp(`^[^\\r\\n]*${mark}(?=\\r?$)`, 'm'), header);
}

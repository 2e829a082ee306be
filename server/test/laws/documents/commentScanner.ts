import type { FormatName } from '../../../src/syntax/format';

/** A comment as it is written, and the code that stands before it on its line. */
export interface ScannedComment {
  readonly text: string;
  readonly codeBefore: string;
  /** Whether its line ends with it. */
  readonly endsLine: boolean;
}

/** The comments of a sound text, told by a reader of characters that shares nothing with the product's parsers. */
export function commentsOf(text: string, format: FormatName): readonly ScannedComment[] {
  const scan = format === 'yaml' ? yamlComments : bracketComments(format === 'terraform');
  return scan(text).map(([start, end]) => {
    const lineStart = Math.max(text.lastIndexOf('\n', start - 1), text.lastIndexOf('\r', start - 1)) + 1;
    return {
      text: text.slice(start, end).trimEnd(),
      codeBefore: text
        .slice(lineStart, start)
        .replace(/^\uFEFF/, '')
        .trim(),
      endsLine: /^[ \t]*(?:[\r\n]|$)/.test(text.slice(end)),
    };
  });
}

type Stretch = readonly [start: number, end: number];

/** JSON and HCL. */
function bracketComments(isTerraform: boolean): (text: string) => readonly Stretch[] {
  const skipped = isTerraform
    ? /<<-?([\w-]+)[ \t]*\r?\n[\s\S]*?\n[ \t]*\1(?![\w-])|"(?:\$\{(?:[^{}"]|"(?:[^"\\]|\\.)*"|\{[^{}]*\})*\}|[^"\\]|\\.)*"|(#[^\r\n]*|\/\/[^\r\n]*|\/\*[\s\S]*?\*\/)/g
    : /"(?:[^"\\]|\\.)*"|(\/\/[^\r\n]*|\/\*[\s\S]*?\*\/)/g;
  return (text) =>
    [...text.matchAll(skipped)].flatMap((match) => {
      const comment = match.at(-1);
      const isComment = comment !== undefined && match[0] === comment && /^(?:#|\/)/.test(comment);
      return isComment ? [[match.index, match.index + comment.length] as const] : [];
    });
}

function yamlComments(text: string): readonly Stretch[] {
  const found: Stretch[] = [];
  /** The indentation of the line whose block scalar goes on; the quote whose scalar does. */
  let block: number | undefined;
  let quote = '';
  for (const { 0: line, index } of text.matchAll(/[^\r\n]+/g)) {
    const indentation = line.length - line.trimStart().length;
    if (block !== undefined && indentation > block) continue;
    block = undefined;
    let startsToken = quote === '';
    for (let at = 0; at < line.length; at++) {
      const unit = line.charAt(at);
      if (quote !== '') {
        if (unit === '\\' && quote === '"') at++;
        else if (unit === quote && quote === "'" && line.charAt(at + 1) === "'") at++;
        else if (unit === quote) quote = '';
        continue;
      }
      if (unit === '#' && (at === 0 || /\s/.test(line.charAt(at - 1)))) {
        found.push([index + at, index + line.length]);
        break;
      }
      if (startsToken && (unit === '"' || unit === "'")) quote = unit;
      else if (startsToken && /^[|>][+-]?\d?[+-]?[ \t]*(?:#.*)?$/.test(line.slice(at))) block = blockParent(line);
      startsToken = /[\s[{,]/.test(unit) ? startsToken || !/\s/.test(unit) || /[:\-?]\s$/.test(line.slice(0, at + 1)) : false;
    }
  }
  return found;
}

/** The column that the lines of a block scalar stand to the right of. */
function blockParent(line: string): number {
  const dashes = /^[ ]*(?:- +)*/.exec(line)?.[0] ?? '';
  return /^[ ]*- *[|>]/.test(line) ? dashes.search(/\S/) : dashes.length;
}

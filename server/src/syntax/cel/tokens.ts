import type { TextRange } from '../../text/range';

/** From the first token of an expression to the last, without the blanks and comments around them. */
export function written(expression: string): TextRange {
  let start: number | undefined;
  let end = 0;
  for (const { range } of tokensOf(expression, 0)) {
    start ??= range.start;
    end = range.end;
  }
  return { start: start ?? 0, end };
}

/** The first name at or behind an offset that begins a token; an empty range where there is none. */
export function firstWord(expression: string, from: number): TextRange {
  for (const { text, range } of tokensOf(expression, from)) if (/^[A-Za-z_]\w*$/.test(text)) return range;
  return { start: expression.length, end: expression.length };
}

function* tokensOf(expression: string, from: number): Generator<{ readonly text: string; readonly range: TextRange }> {
  const scanner = new RegExp(tokens);
  scanner.lastIndex = from;
  for (let match = scanner.exec(expression); match; match = scanner.exec(expression)) {
    const { 0: text, index, groups } = match;
    if (groups?.between === undefined) yield { text, range: { start: index, end: index + text.length } };
  }
}

const tokens = new RegExp(
  [
    String.raw`(?<between>\s+|//[^\n\r]*)`,
    String.raw`[bB]?[rR][bB]?(?:"""[^]*?"""|'''[^]*?'''|"[^"\n\r]*"|'[^'\n\r]*')`,
    String.raw`[bB]?(?:"""(?:\\[^]|[^\\])*?"""|'''(?:\\[^]|[^\\])*?'''|"(?:\\[^]|[^"\\\n\r])*"|'(?:\\[^]|[^'\\\n\r])*')`,
    String.raw`\w+|[^]`,
  ].join('|'),
  'g',
);

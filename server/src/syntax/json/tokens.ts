import { createScanner } from 'jsonc-parser';
import type { Comment } from '../tree';

/** A lexeme that is neither white space nor a comment. */
export interface Token {
  /** `value` is a number, `true`, `false` or `null`; `garbage` what JSON has no word for, half-typed numbers included. */
  readonly kind: '{' | '}' | '[' | ']' | ',' | ':' | 'string' | 'value' | 'garbage' | 'end';
  readonly start: number;
  readonly end: number;
  readonly value: string | number | boolean | null;
  /** Set for a string whose meaning can't be told for sure: no closing quote, an unknown escape, a line break or tab as it is. */
  readonly faulty: boolean;
}

/** Reads token after token, at the end `end` for ever; comments and the offsets of lexical errors are told on the way. */
export function tokenReader(text: string, onComment: (comment: Comment) => void, onError: (offset: number) => void): () => Token {
  const scanner = createScanner(text);

  function scan(): Token | undefined {
    // The scanner collects white space code unit by code unit, which costs more than all the rest.
    scanner.setPosition(afterWhiteSpace(text, scanner.getPosition()));
    const symbol: number = scanner.scan();
    const start = scanner.getTokenOffset();
    // An unclosed comment is counted one code unit too long.
    const end = Math.min(start + scanner.getTokenLength(), text.length);
    const error: number = scanner.getTokenError();
    if (error !== noError) onError(start);
    if (symbol === lineComment || symbol === blockComment) {
      onComment({ range: { start, end }, text: commentText(text.slice(start, end)) });
      return undefined;
    }
    if (symbol === stringLiteral) {
      return { kind: 'string', start, end, value: scanner.getTokenValue(), faulty: error !== noError };
    }
    if (symbol === numericLiteral && error === noError) return word(start, end, Number(scanner.getTokenValue()));
    if (symbol === trueKeyword || symbol === falseKeyword) return word(start, end, symbol === trueKeyword);
    if (symbol === nullKeyword) return word(start, end, null);
    const kind = punctuation[symbol] ?? 'garbage';
    if (kind === 'garbage' && error === noError) onError(start);
    return { kind, start, end, value: null, faulty: false };
  }

  return () => {
    for (;;) {
      const token = scan();
      if (token) return token;
    }
  };
}

function word(start: number, end: number, value: number | boolean | null): Token {
  return { kind: 'value', start, end, value, faulty: false };
}

function afterWhiteSpace(text: string, from: number): number {
  let offset = from;
  for (; offset < text.length; offset++) {
    const unit = text.charCodeAt(offset);
    if (unit !== 0x20 && unit !== 0x0a && unit !== 0x0d && unit !== 0x09) break;
  }
  return offset;
}

function commentText(marked: string): string {
  return (marked.startsWith('//') ? marked.slice(2) : marked.slice(2).replace(/\*\/$/, '')).trim();
}

// The library's own enums are `const enum`, which `isolatedModules` can't read.
const punctuation: Readonly<Record<number, Token['kind']>> = { 1: '{', 2: '}', 3: '[', 4: ']', 5: ',', 6: ':', 17: 'end' };
const nullKeyword = 7;
const trueKeyword = 8;
const falseKeyword = 9;
const stringLiteral = 10;
const numericLiteral = 11;
const lineComment = 12;
const blockComment = 13;
const noError = 0;

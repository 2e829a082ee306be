/** How far from the start of its line something stands. */
export interface Columns {
  columnAt(lineStart: number, offset: number): number;
  /** Inside of a character: its start. The line's end is no limit. */
  offsetAt(lineStart: number, column: number): number;
}

/** Columns in bytes of UTF-8. Looking one up costs the same at the end of a very long line as at its start. */
export function utf8Columns(text: string): Columns {
  // Most lines are short, and most texts are asked for few of them before they change.
  let marks: Uint32Array | undefined;
  const bytesBefore = (offset: number) => {
    marks ??= byteMarks(text);
    const mark = Math.floor(offset / step);
    return (marks[mark] ?? 0) + bytesBetween(text, mark * step, offset);
  };
  return {
    columnAt(lineStart, offset) {
      const isNear = offset - lineStart <= step;
      return isNear ? bytesBetween(text, lineStart, offset) : bytesBefore(offset) - bytesBefore(lineStart);
    },
    offsetAt(lineStart, column) {
      let at = lineStart;
      let bytes = 0;
      if (column > step) {
        const before = bytesBefore(lineStart);
        at = Math.max(lineStart, lastMarkUpTo(marks ?? noMarks, before + column) * step);
        bytes = bytesBefore(at) - before;
      }
      for (; at < text.length; at++) {
        bytes += bytesAt(text, at);
        if (bytes > column) break;
      }
      return at;
    },
  };
}

function bytesBetween(text: string, from: number, to: number): number {
  let bytes = 0;
  for (let at = from; at < to; at++) bytes += bytesAt(text, at);
  return bytes;
}

const noMarks = new Uint32Array(1);

/** In UTF-16 code units. */
const step = 1024;

/** How many bytes stand before every `step`th code unit. */
function byteMarks(text: string): Uint32Array {
  const marks = new Uint32Array(Math.floor(text.length / step) + 1);
  let bytes = 0;
  for (let at = 0; at < text.length; at++) {
    if (at % step === 0) marks[at / step] = bytes;
    bytes += bytesAt(text, at);
  }
  if (text.length % step === 0) marks[text.length / step] = bytes;
  return marks;
}

function lastMarkUpTo(marks: Uint32Array, bytes: number): number {
  let low = 0;
  let high = marks.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((marks[middle] ?? 0) <= bytes) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** A pair of surrogates counts at its first half; half a pair alone is sent as U+FFFD, which has three bytes. */
function bytesAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  if (unit < 0x80) return 1;
  if (unit < 0x800) return 2;
  if (isHigh(unit) && isLow(text.charCodeAt(at + 1))) return 4;
  return isLow(unit) && isHigh(text.charCodeAt(at - 1)) ? 0 : 3;
}

function isHigh(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}

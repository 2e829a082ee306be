/** A stretch of text: half-open, in UTF-16 code units from the start of the text it belongs to. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

export function contains(outer: TextRange, inner: TextRange): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Whether the two share a code unit or touch, which is what a cursor at the edge of a finding expects. */
export function touches(a: TextRange, b: TextRange): boolean {
  return a.start <= b.end && b.start <= a.end;
}

export function shift(range: TextRange, by: number): TextRange {
  return by === 0 ? range : { start: range.start + by, end: range.end + by };
}

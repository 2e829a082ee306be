/**
 * Texts in the order of their code points, which is that of their UTF-8 bytes: Terraform's order of keys, of sets of texts, and of `sort`.
 * JavaScript's own order has what lies beyond 16 bits too early.
 */
export function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const [left, right] = [a.charCodeAt(i), b.charCodeAt(i)];
    if (left !== right) return weight(left) - weight(right);
  }
  return a.length - b.length;
}

/** Halves of what lies beyond 16 bits come after all that doesn't. */
function weight(unit: number): number {
  return unit >= 0xd800 && unit < 0xe000 ? unit + 0x10000 : unit;
}

/**
 * The nodes of one relation by number. It is shared by all versions of a graph and only ever grows: no number is given a second time,
 * so a set that was made for one version means the same in each later one.
 */
export interface Numbering {
  readonly names: string[];
  readonly numbers: Map<string, number>;
}

/** Some nodes, a bit for each. The object stands for the answer: as long as a node reaches the same others, it has the same one. */
export interface NodeSet {
  readonly numbering: Numbering;
  readonly bits: Uint32Array;
}

export function createNumbering(): Numbering {
  return { names: [], numbers: new Map() };
}

export function numberOf(name: string, { names, numbers }: Numbering): number {
  const present = numbers.get(name);
  if (present !== undefined) return present;
  numbers.set(name, names.length);
  return names.push(name) - 1;
}

export function noNodes(numbering: Numbering): NodeSet {
  return { numbering, bits: new Uint32Array(0) };
}

export function hasBit(bits: Uint32Array, number: number): boolean {
  return (((bits[number >>> 5] ?? 0) >>> (number & 31)) & 1) === 1;
}

export function setBit(bits: Uint32Array, number: number): void {
  bits[number >>> 5] = (bits[number >>> 5] ?? 0) | (1 << (number & 31));
}

/** `more` is no longer than `bits`. */
export function addBits(bits: Uint32Array, more: Uint32Array): void {
  for (let at = 0; at < more.length; at++) bits[at] = (bits[at] as number) | (more[at] as number);
}

/** What a shorter one doesn't reach is not in it. */
export function sameBits(a: Uint32Array, b: Uint32Array): boolean {
  for (let at = Math.max(a.length, b.length) - 1; at >= 0; at--) if ((a[at] ?? 0) !== (b[at] ?? 0)) return false;
  return true;
}

export function hasNode({ numbering, bits }: NodeSet, name: string): boolean {
  const number = numbering.numbers.get(name);
  return number !== undefined && hasBit(bits, number);
}

/** In the order of their names, so that it doesn't matter which of them was known first. */
export function namesIn({ numbering, bits }: NodeSet): readonly string[] {
  const found: string[] = [];
  bits.forEach((word, at) => {
    for (let rest = word; rest !== 0; rest &= rest - 1) {
      const name = numbering.names[at * 32 + 31 - Math.clz32(rest & -rest)];
      if (name !== undefined) found.push(name);
    }
  });
  return found.sort();
}

/** Whether both hold the same nodes, whatever their numbers are. */
export function sameNodes(a: NodeSet, b: NodeSet): boolean {
  if (a === b) return true;
  if (a.numbering === b.numbering) return sameBits(a.bits, b.bits);
  const [names, others] = [namesIn(a), namesIn(b)];
  return names.length === others.length && names.every((name, at) => name === others[at]);
}

/** A range of addresses: the first of them, how many of its bits are fixed, and how many there are. */
export interface Network {
  readonly base: bigint;
  readonly prefix: number;
  readonly bits: 32 | 128;
}

/** `10.0.0.0/8`, bits behind the prefix put to 0. Zeros at the start of a number don't count, as Terraform has always had it. */
export function networkOf(text: string): Network | undefined {
  const slash = text.indexOf('/');
  const [address, mask] = [text.slice(0, slash), text.slice(slash + 1)];
  if (slash < 0 || !/^\d{1,9}$/.test(mask)) return undefined;
  const four = fourBytes(address);
  const bits = four === undefined ? 128 : 32;
  const number = four ?? sixteenBytes(address);
  const prefix = Number(mask);
  return number === undefined || prefix > bits ? undefined : { base: masked(number, prefix, bits), prefix, bits };
}

export function masked(address: bigint, prefix: number, bits: number): bigint {
  const free = BigInt(bits - prefix);
  return (address >> free) << free;
}

function fourBytes(text: string): bigint | undefined {
  const parts = text.split('.');
  if (parts.length !== 4 || parts.some((part) => !/^\d{1,9}$/.test(part) || Number(part) > 255)) return undefined;
  return parts.reduce((sum, part) => (sum << 8n) | BigInt(Number(part)), 0n);
}

/** @see https://www.rfc-editor.org/rfc/rfc4291#section-2.2 */
function sixteenBytes(text: string): bigint | undefined {
  const [, head = text, tail] = /^(.*):([^:]*\.[^:]*)$/.exec(text) ?? [];
  const last = tail === undefined ? undefined : fourBytes(tail);
  if (tail !== undefined && last === undefined) return undefined;
  const groups = last === undefined ? head : `${head}:${(last >> 16n).toString(16)}:${(last & 0xffffn).toString(16)}`;
  const halves = groups.split('::');
  if (halves.length > 2) return undefined;
  const [left = [], right] = halves.map((half) => (half === '' ? [] : half.split(':')));
  const given = [...left, ...(right ?? [])];
  const missing = 8 - given.length;
  if (given.some((group) => !/^0*[0-9a-fA-F]{1,4}$/.test(group) || group.length > 6) || (right ? missing < 1 : missing !== 0))
    return undefined;
  const all = right ? [...left, ...new Array<string>(missing).fill('0'), ...right] : left;
  return all.reduce((sum, group) => (sum << 16n) | BigInt(`0x${group}`), 0n);
}

export function writtenNetwork({ base, prefix, bits }: Network): string {
  return `${writtenAddress(base, bits)}/${prefix}`;
}

/** Whether 32 bits are written in 128: Terraform takes it for the one here, for the other there. */
export function isMapped({ base, bits }: Network): boolean {
  return bits === 128 && base >> 32n === 0xffffn;
}

/** @see https://www.rfc-editor.org/rfc/rfc5952 */
export function writtenAddress(address: bigint, bits: 32 | 128): string {
  if (bits === 32) return [24n, 16n, 8n, 0n].map((shift) => String((address >> shift) & 0xffn)).join('.');
  const groups = Array.from({ length: 8 }, (_, i) => ((address >> BigInt((7 - i) * 16)) & 0xffffn).toString(16));
  const zeros = longestZeros(groups);
  if (zeros.length < 2) return groups.join(':');
  return `${groups.slice(0, zeros.start).join(':')}::${groups.slice(zeros.start + zeros.length).join(':')}`;
}

function longestZeros(groups: readonly string[]): { readonly start: number; readonly length: number } {
  let longest = { start: 0, length: 0 };
  let start = 0;
  for (const [i, group] of groups.entries()) {
    if (group !== '0') start = i + 1;
    else if (i + 1 - start > longest.length) longest = { start, length: i + 1 - start };
  }
  return longest;
}

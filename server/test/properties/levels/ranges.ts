/** A range of addresses, by an arithmetic that the product doesn't use. */
export interface Range {
  readonly version: 4 | 6;
  readonly address: bigint;
  readonly length: number;
}

/** `203.0.113.9/24`, `2001:db8::5/32` or an address alone; undefined for all else. */
export function rangeOf(text: string): Range | undefined {
  const [, address = '', slash] = /^([\d.:a-f]+)(?:\/(\d{1,3}))?$/i.exec(text) ?? [];
  const groups = address.includes(':') ? groupsOf(address) : undefined;
  const bytes = /^\d+(?:\.\d+){3}$/.test(address) ? address.split('.').map(Number) : undefined;
  const version = groups ? 6 : 4;
  const length = slash === undefined ? bitsOf(version) : Number(slash);
  if (length > bitsOf(version)) return undefined;
  if (groups) return { version, length, address: BigInt(`0x${groups.join('')}`) };
  if (!bytes || bytes.some((byte) => byte > 255)) return undefined;
  return { version, length, address: bytes.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n) };
}

/** Whether every address of the other range is one of this range. */
export function containsRange(range: Range, other: Range): boolean {
  return (
    range.version === other.version &&
    other.length >= range.length &&
    network(range) === network({ ...range, address: other.address })
  );
}

export function hasBitsBehind(range: Range): boolean {
  return network(range) * sizeOf(range) !== range.address;
}

/** Nobody holds as much as this: more than a /8 of IPv4, written as it is or inside of an IPv6 address, or a /16 of IPv6. */
export function isTooWide(range: Range): boolean {
  if (range.version === 4) return range.length < 8;
  const holder = holdersOfVersion4.find((one) => containsRange(one, range));
  return range.length < (holder ? holder.length + 8 : 16);
}

function network(range: Range): bigint {
  return range.address / sizeOf(range);
}

function sizeOf({ version, length }: Range): bigint {
  return 2n ** BigInt(bitsOf(version) - length);
}

function bitsOf(version: 4 | 6): number {
  return version === 4 ? 32 : 128;
}

/** Eight groups of four digits. */
function groupsOf(address: string): readonly string[] | undefined {
  const dotted = /^(.*:)(\d+)\.(\d+)\.(\d+)\.(\d+)$/.exec(address);
  const hex = (byte: string | undefined) => Number(byte).toString(16).padStart(2, '0');
  const whole = dotted ? `${dotted[1]}${hex(dotted[2])}${hex(dotted[3])}:${hex(dotted[4])}${hex(dotted[5])}` : address;
  const [head = [], tail] = whole.split('::').map((half) => half.split(':').filter((group) => group !== ''));
  const missing = 8 - head.length - (tail?.length ?? 0);
  if (tail ? missing < 1 : missing !== 0) return undefined;
  return [...head, ...Array.from({ length: missing }, () => '0'), ...(tail ?? [])].map((group) => group.padStart(4, '0'));
}

const holdersOfVersion4 = ['::ffff:0:0/96', '::/96', '64:ff9b::/96', '2002::/16'].flatMap((text) => rangeOf(text) ?? []);

/** A range of addresses as CIDR writes it. `first` and `last` are the whole addresses as numbers of 32 or 128 bits. */
export interface IpRange {
  readonly version: 4 | 6;
  /** The address as written, which may have bits behind the prefix. */
  readonly address: bigint;
  /** How many bits of the address are fixed. */
  readonly length: number;
  readonly first: bigint;
  readonly last: bigint;
  /** Whether the prefix length was written; without it the range is the one address. */
  readonly bare: boolean;
}

/** Reads `192.0.2.0/24`, `2001:db8::/32` or an address alone; undefined for all else. Takes no zone and no leading zeros. */
export function parseIpRange(text: string): IpRange | undefined {
  const slash = text.indexOf('/');
  const written = slash < 0 ? text : text.slice(0, slash);
  const version = written.includes(':') ? 6 : 4;
  const bits = bitsOf(version);
  const address = version === 6 ? parseV6(written) : parseV4(written);
  const length = slash < 0 ? bits : parseLength(text.slice(slash + 1), bits);
  if (address === undefined || length === undefined) return undefined;
  const rest = (1n << BigInt(bits - length)) - 1n;
  const first = address & ~rest;
  return { version, address, length, first, last: first | rest, bare: slash < 0 };
}

/** Whether bits are set behind the prefix, which the API refuses. */
export function hasHostBits({ address, first }: IpRange): boolean {
  return address !== first;
}

/** The range from its first address, in the usual spelling. */
export function writeNetwork({ version, first, length }: IpRange): string {
  return `${writeAddress(version, first)}/${length}`;
}

export function writeFirst({ version, first }: IpRange): string {
  return writeAddress(version, first);
}

export function writeLast({ version, last }: IpRange): string {
  return writeAddress(version, last);
}

/** The one address as a range. */
export function writeSingle({ version, address }: IpRange): string {
  return `${writeAddress(version, address)}/${bitsOf(version)}`;
}

/** What a range is for; undefined for one of the public internet, or only partly of one kind. */
export function specialUse({ version, first, last }: IpRange): 'private' | 'special' | undefined {
  const found = special.find(({ range }) => range.version === version && range.first <= first && last <= range.last);
  return found?.use;
}

function bitsOf(version: 4 | 6): number {
  return version === 4 ? 32 : 128;
}

function parseLength(text: string, bits: number): number | undefined {
  return /^(0|[1-9]\d{0,2})$/.test(text) && Number(text) <= bits ? Number(text) : undefined;
}

function parseV4(text: string): bigint | undefined {
  if (!/^\d{1,3}(\.\d{1,3}){3}$/.test(text)) return undefined;
  const bytes = text.split('.');
  if (bytes.some((byte) => Number(byte) > 255 || (byte.length > 1 && byte.startsWith('0')))) return undefined;
  return bytes.reduce((address, byte) => (address << 8n) | BigInt(byte), 0n);
}

function parseV6(text: string): bigint | undefined {
  const parts = withoutDottedEnd(text)?.split('::');
  if (!parts || parts.length > 2) return undefined;
  const [head = [], tail = []] = parts.map((part) => (part === '' ? [] : part.split(':')));
  const groups = [...head, ...tail];
  if (!groups.every((group) => /^[\da-f]{1,4}$/i.test(group))) return undefined;
  const left = 8 - groups.length;
  if (parts.length === 2 ? left < 1 : left !== 0) return undefined;
  const filled = [...head, ...Array.from({ length: left }, () => '0'), ...tail];
  return filled.reduce((address, group) => (address << 16n) | BigInt(`0x${group}`), 0n);
}

/** `::ffff:192.0.2.1` with its last two groups in hexadecimal. */
function withoutDottedEnd(text: string): string | undefined {
  if (!text.includes('.')) return text;
  const start = text.lastIndexOf(':') + 1;
  const end = parseV4(text.slice(start));
  return end === undefined ? undefined : `${text.slice(0, start)}${(end >> 16n).toString(16)}:${(end & 0xffffn).toString(16)}`;
}

function writeAddress(version: 4 | 6, address: bigint): string {
  const [count, width] = version === 4 ? ([4, 8n] as const) : ([8, 16n] as const);
  const parts = Array.from(
    { length: count },
    (_, index) => (address >> (BigInt(count - 1 - index) * width)) & ((1n << width) - 1n),
  );
  if (version === 4) return parts.join('.');
  return shortened(parts.map((part) => part.toString(16)));
}

/** The longest run of two or more zero groups, the first of several, becomes `::`. */
function shortened(groups: readonly string[]): string {
  const text = groups.join(':');
  const runs = text.match(/\b0(?::0)+\b/g) ?? [];
  const longest = runs.reduce((best, run) => (run.length > best.length ? run : best), '');
  if (longest === '') return text;
  const at = text.search(new RegExp(`\\b${longest}\\b`));
  const [before, after] = [text.slice(0, at).replace(/:$/, ''), text.slice(at + longest.length).replace(/^:/, '')];
  return `${before}::${after}`;
}

/** What IANA's registries of special-purpose addresses set apart, as far as it bears on requests; ranges for examples are left out. */
const special = (
  [
    ['10.0.0.0/8', 'private'],
    ['172.16.0.0/12', 'private'],
    ['192.168.0.0/16', 'private'],
    ['fc00::/7', 'private'],
    ['100.64.0.0/10', 'special'],
    ['127.0.0.0/8', 'special'],
    ['169.254.0.0/16', 'special'],
    ['::1/128', 'special'],
    ['fe80::/10', 'special'],
  ] as const
).flatMap(([text, use]) => {
  const range = parseIpRange(text);
  return range ? [{ range, use }] : [];
});

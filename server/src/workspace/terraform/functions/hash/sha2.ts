import { padded, primes, rootFraction } from './blocks';

/** The two are one, in words of 32 and of 64 bits. */
interface Form {
  readonly bits: 32 | 64;
  readonly rounds: number;
  /** How far each of the four mixtures turns; the last number of the first two is a shift. */
  readonly turns: readonly (readonly [number, number, number])[];
}

const form256: Form = {
  bits: 32,
  rounds: 64,
  turns: [
    [7, 18, 3],
    [17, 19, 10],
    [2, 13, 22],
    [6, 11, 25],
  ],
};

const form512: Form = {
  bits: 64,
  rounds: 80,
  turns: [
    [1, 8, 7],
    [19, 61, 6],
    [28, 34, 39],
    [14, 18, 41],
  ],
};

/** @see https://www.rfc-editor.org/rfc/rfc6234 */
export function sha256(bytes: Uint8Array): Uint8Array {
  return sha2(bytes, form256);
}

/** @see https://www.rfc-editor.org/rfc/rfc6234 */
export function sha512(bytes: Uint8Array): Uint8Array {
  return sha2(bytes, form512);
}

function sha2(bytes: Uint8Array, form: Form): Uint8Array {
  const block = form.bits === 32 ? 64 : 128;
  const view = padded(bytes, block, false);
  const word = (value: bigint) => BigInt.asUintN(form.bits, value);
  const top = (value: bigint) => (form.bits === 32 ? value >> 32n : value);
  const constants = primes(form.rounds).map((prime) => top(rootFraction(prime, 3)));
  let state = primes(8).map((prime) => top(rootFraction(prime, 2)));
  for (let at = 0; at < view.byteLength; at += block) {
    const mixed = mix(state, wordsAt(view, at, form), constants, form);
    state = state.map((value, i) => word(value + (mixed[i] ?? 0n)));
  }
  const digest = new DataView(new ArrayBuffer(form.bits));
  for (const [i, value] of state.entries()) {
    if (form.bits === 32) digest.setUint32(i * 4, Number(value));
    else digest.setBigUint64(i * 8, value);
  }
  return new Uint8Array(digest.buffer);
}

function turned(value: bigint, by: number, bits: number): bigint {
  return (value >> BigInt(by)) | BigInt.asUintN(bits, value << BigInt(bits - by));
}

function wordsAt(view: DataView, at: number, { bits, rounds, turns }: Form): readonly bigint[] {
  const words: bigint[] = [];
  const small = (value: bigint, [first, second, shift]: readonly [number, number, number]) =>
    turned(value, first, bits) ^ turned(value, second, bits) ^ (value >> BigInt(shift));
  const [early = [0, 0, 0] as const, late = [0, 0, 0] as const] = turns;
  for (let i = 0; i < rounds; i++) {
    if (i < 16) words.push(bits === 32 ? BigInt(view.getUint32(at + i * 4)) : view.getBigUint64(at + i * 8));
    else {
      const [two = 0n, seven = 0n, fifteen = 0n, sixteen = 0n] = [words[i - 2], words[i - 7], words[i - 15], words[i - 16]];
      words.push(BigInt.asUintN(bits, small(two, late) + seven + small(fifteen, early) + sixteen));
    }
  }
  return words;
}

function mix(
  state: readonly bigint[],
  words: readonly bigint[],
  constants: readonly bigint[],
  { bits, turns }: Form,
): readonly bigint[] {
  let [a = 0n, b = 0n, c = 0n, d = 0n, e = 0n, f = 0n, g = 0n, h = 0n] = state;
  const large = (value: bigint, by: readonly number[]) => by.reduce((sum, turn) => sum ^ turned(value, turn, bits), 0n);
  const [, , forA = [], forE = []] = turns;
  for (const [i, word] of words.entries()) {
    const first = h + large(e, forE) + ((e & f) ^ (BigInt.asUintN(bits, ~e) & g)) + (constants[i] ?? 0n) + word;
    const second = large(a, forA) + ((a & b) ^ (a & c) ^ (b & c));
    [h, g, f, e, d, c, b, a] = [g, f, e, BigInt.asUintN(bits, d + first), c, b, a, BigInt.asUintN(bits, first + second)];
  }
  return [a, b, c, d, e, f, g, h];
}

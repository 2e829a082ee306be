import { padded, rotatedLeft } from './blocks';

/** @see https://www.rfc-editor.org/rfc/rfc3174 */
export function sha1(bytes: Uint8Array): Uint8Array {
  const view = padded(bytes, 64, false);
  const state = Int32Array.of(0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0);
  for (let at = 0; at < view.byteLength; at += 64) mix(state, view, at);
  const digest = new DataView(new ArrayBuffer(20));
  for (const [i, word] of state.entries()) digest.setInt32(i * 4, word);
  return new Uint8Array(digest.buffer);
}

const added = [0x5a827999, 0x6ed9eba1, 0x8f1bbcdc, 0xca62c1d6];

function mix(state: Int32Array, view: DataView, at: number): void {
  const words = new Int32Array(80);
  let [a = 0, b = 0, c = 0, d = 0, e = 0] = state;
  for (let i = 0; i < 80; i++) {
    const earlier = (words[i - 3] ?? 0) ^ (words[i - 8] ?? 0) ^ (words[i - 14] ?? 0) ^ (words[i - 16] ?? 0);
    const word = i < 16 ? view.getInt32(at + i * 4) : rotatedLeft(earlier, 1);
    words[i] = word;
    const round = Math.floor(i / 20);
    const bits = [(b & c) | (~b & d), b ^ c ^ d, (b & c) | (b & d) | (c & d), b ^ c ^ d][round] ?? 0;
    const sum = (rotatedLeft(a, 5) + bits + e + (added[round] ?? 0) + word) | 0;
    [e, d, c, b, a] = [d, c, rotatedLeft(b, 30), a, sum];
  }
  for (const [i, word] of [a, b, c, d, e].entries()) state[i] = (state[i] ?? 0) + word;
}

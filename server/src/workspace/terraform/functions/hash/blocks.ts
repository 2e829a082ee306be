/** The bytes with what every hash of this family puts behind them: a one, zeros, and how many bits there were. */
export function padded(bytes: Uint8Array, block: 64 | 128, isLittle: boolean): DataView {
  const lengthBytes = block / 8;
  const blocks = Math.ceil((bytes.length + 1 + lengthBytes) / block);
  const all = new Uint8Array(blocks * block);
  all.set(bytes);
  all[bytes.length] = 0x80;
  const view = new DataView(all.buffer);
  view.setBigUint64(all.length - 8, BigInt(bytes.length) * 8n, isLittle);
  return view;
}

export function rotatedLeft(word: number, by: number): number {
  return (word << by) | (word >>> (32 - by));
}

/** The first so many primes. */
export function primes(count: number): readonly number[] {
  const found: number[] = [];
  for (let next = 2; found.length < count; next++) if (found.every((prime) => next % prime !== 0)) found.push(next);
  return found;
}

/** The first 64 bits behind the point of a root of a whole number. */
export function rootFraction(value: number, degree: 2 | 3): bigint {
  const scaled = BigInt(value) << BigInt(64 * degree);
  let [low, high] = [0n, 1n << 80n];
  while (low + 1n < high) {
    const middle = (low + high) >> 1n;
    if (middle ** BigInt(degree) <= scaled) low = middle;
    else high = middle;
  }
  return BigInt.asUintN(64, low);
}

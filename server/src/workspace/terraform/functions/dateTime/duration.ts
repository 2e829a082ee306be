const units: Readonly<Record<string, bigint>> = {
  ns: 1n,
  us: 1_000n,
  µs: 1_000n,
  μs: 1_000n,
  ms: 1_000_000n,
  s: 1_000_000_000n,
  m: 60_000_000_000n,
  h: 3_600_000_000_000n,
};

/**
 * A duration such as `1h30m`, in nanoseconds; undefined for what is none, or lasts longer than 292 years.
 *
 * @see https://pkg.go.dev/time#ParseDuration
 */
export function durationOf(text: string): bigint | undefined {
  const [, sign, rest = ''] = /^([+-]?)(.*)$/s.exec(text) ?? [];
  if (rest === '0') return 0n;
  if (!/^(?:(?:\d+\.?\d*|\.\d+)(?:ns|us|µs|μs|ms|s|m|h))+$/.test(rest)) return undefined;
  let total = 0n;
  for (const [, whole = '', fraction = '', unit = ''] of rest.matchAll(/(\d*)\.?(\d*)(ns|us|µs|μs|ms|s|m|h)/g)) {
    const length = units[unit] ?? 0n;
    total +=
      BigInt(whole || '0') * length +
      (BigInt(fraction.slice(0, 18) || '0') * length) / 10n ** BigInt(Math.min(fraction.length, 18));
  }
  if (total > 2n ** 63n || (total === 2n ** 63n && sign !== '-')) return undefined;
  return sign === '-' ? -total : total;
}

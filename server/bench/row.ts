/** One line of the table. */
export interface Row {
  /** What is measured, in the words of docs/performance.md. */
  readonly name: string;
  readonly budget: number;
  readonly unit: Unit;
  measure(): Promise<Figures>;
}

export type Unit = 'ms' | 's' | 'MB' | '×' | 'ms/100 KB';

export interface Figures {
  readonly p50: number;
  /** What the budget is held against: where there is one figure only, that figure. */
  readonly p95: number;
  readonly samples: number;
  readonly remark?: string;
  /** Where the time goes: the 95th percentile and the number of samples of each part. */
  readonly parts?: Readonly<Record<string, { readonly p95: number; readonly samples: number }>>;
}

export function summary(samples: readonly number[], remark?: string): Figures {
  return {
    p50: percentile(samples, 0.5),
    p95: percentile(samples, 0.95),
    samples: samples.length,
    ...(remark === undefined ? {} : { remark }),
  };
}

/** For what is one figure by its nature: a size, a ratio. */
export const single = (figure: number, remark?: string): Figures => ({ ...summary([figure]), ...(remark ? { remark } : {}) });

/** The smallest sample that at least this share of all samples don't exceed. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

/** The same figures in another unit. */
export function scaled({ p50, p95, parts = {}, ...rest }: Figures, factor: number): Figures {
  const scaledParts = Object.entries(parts).map(([name, part]) => [name, { ...part, p95: part.p95 * factor }]);
  return { ...rest, p50: p50 * factor, p95: p95 * factor, parts: Object.fromEntries(scaledParts) };
}

import { stringify } from 'yaml';

export type QuoteStyle = 'plain' | 'single' | 'double';

export interface ScalarPlace {
  readonly isInFlow: boolean;
  /** How the scalars around are written. */
  readonly quotes: QuoteStyle;
  /** For a string that can't be plain although those around are. */
  readonly quotesIfNeeded: 'single' | 'double';
}

/** The scalar on one line, as those around are written where that keeps its meaning. */
export function scalarText(value: string | number | boolean | null, place: ScalarPlace): string {
  if (typeof value === 'number') return numberText(value);
  if (typeof value !== 'string') return String(value);
  if (!isPrintable(value)) return doubleQuoted(value);
  const quotes = place.quotes === 'plain' && !isSafePlain(value, place.isInFlow) ? place.quotesIfNeeded : place.quotes;
  if (quotes === 'plain') return value;
  return quotes === 'single' ? `'${value.replaceAll("'", "''")}'` : doubleQuoted(value);
}

/** The lines of a literal block scalar with its header first; undefined for a string that is better off in quotes. */
export function literalLines(value: string): readonly string[] | undefined {
  const lines = value.split('\n');
  const isPlainText = lines.every((line) => isPrintable(line) && !/[ \t]$/.test(line));
  // A first line that is empty or indented would need an indicator, and more than one line break at the end would need `+`.
  if (lines.length < 2 || !isPlainText || /^[ \n]|\n\n$/.test(value)) return undefined;
  return value.endsWith('\n') ? ['|', ...lines.slice(0, -1)] : ['|-', ...lines];
}

/** Neither YAML 1.2 nor the 1.1 that some tools still read makes something else of it: `yes`, `012`, `2026-01-01`, `a: b`. */
function isSafePlain(value: string, isInFlow: boolean): boolean {
  if (value === '<<' || value === '=') return false;
  if (!isInFlow) return stringify(value, plainOptions) === `${value}\n`;
  return stringify([value], { ...plainOptions, collectionStyle: 'flow' }) === `[${value}]\n`;
}

/** As JSON has it, and with escapes for what is a line break or nothing to some readers. */
export function doubleQuoted(value: string): string {
  return JSON.stringify(value).replace(/[\u007f-\u00a0\u2028\u2029\ufeff\ufffe\uffff]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}

/** Some text inside of a scalar that begins with `mark`; undefined where it has to be escaped and can't. */
export function insideScalar(text: string, mark: string): string | undefined {
  if (mark === '"') return doubleQuoted(text).slice(1, -1);
  if (!isPrintable(text)) return undefined;
  return mark === "'" ? text.replaceAll("'", "''") : text;
}

/** Whether it may stand in the text as it is, on one line: no control characters, lone surrogates or invisible marks. */
function isPrintable(value: string): boolean {
  return /^[\x20-\x7e\u00a1-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\u{10000}-\u{10ffff}]*$/u.test(value);
}

function numberText(value: number): string {
  if (Number.isNaN(value)) return '.nan';
  if (Number.isFinite(value)) return Object.is(value, -0) ? '-0' : String(value);
  return value > 0 ? '.inf' : '-.inf';
}

const plainOptions = {
  compat: 'yaml-1.1',
  lineWidth: 0,
  flowCollectionPadding: false,
} as const;

import { listValue, objectValue, stringValue } from '../../values/make';
import { anyType, stringType, type Type } from '../../values/type';
import { excess, type Limits, type Outcome } from '../definition';

/**
 * The records of a CSV text, each with its fields; undefined for a quote in the wrong place.
 *
 * @see https://pkg.go.dev/encoding/csv and RFC 4180
 */
function recordsIn(text: string, most: number): readonly (readonly string[])[] | typeof excess | undefined {
  const source = text.replace(/\r\n/g, '\n').replace(/\r$/, '');
  const records: string[][] = [];
  let count = 0;
  for (let at = 0; at < source.length; ) {
    if (source[at] === '\n') {
      at++;
      continue;
    }
    const record: string[] = [];
    for (let isMore = true; isMore; ) {
      const field = source[at] === '"' ? quotedField(source, at) : plainField(source, at);
      if (!field) return undefined;
      record.push(field.text);
      isMore = source[field.end] === ',';
      at = field.end + 1;
      if (++count > most) return excess;
    }
    records.push(record);
  }
  return records;
}

interface Field {
  readonly text: string;
  /** Where its comma or line end stands. */
  readonly end: number;
}

function plainField(source: string, start: number): Field | undefined {
  let end = start;
  while (end < source.length && source[end] !== ',' && source[end] !== '\n') end++;
  const text = source.slice(start, end);
  return text.includes('"') ? undefined : { text, end };
}

function quotedField(source: string, start: number): Field | undefined {
  let text = '';
  for (let at = start + 1; ; ) {
    const quote = source.indexOf('"', at);
    if (quote < 0) return undefined;
    text += source.slice(at, quote);
    const next = source[quote + 1];
    if (next === undefined || next === ',' || next === '\n') return { text, end: quote + 1 };
    if (next !== '"') return undefined;
    text += '"';
    at = quote + 2;
  }
}

/** The first line names the columns; undefined without one, and for a name that is there twice. */
export function typeOfCsv(text: string): Type | undefined {
  // More than the first record may be wrong, which is found when all are read.
  const records = recordsIn(headerOf(text), Number.POSITIVE_INFINITY);
  const header = records === excess ? undefined : records?.[0];
  if (!header || new Set(header).size < header.length) return undefined;
  return { kind: 'list', of: { kind: 'object', of: new Map([...header].sort().map((name) => [name, stringType])) } };
}

function headerOf(text: string): string {
  const start = text.search(/[^\r\n]/);
  if (start < 0) return '';
  let isQuoted = false;
  for (let at = start; at < text.length; at++) {
    if (text[at] === '"') isQuoted = !isQuoted;
    if (text[at] === '\n' && !isQuoted) return text.slice(start, at);
  }
  return text.slice(start);
}

export function decodedCsv(text: string, type: Type, { elements }: Limits): Outcome {
  const records = recordsIn(text, elements);
  if (!records || records === excess) return records;
  const [header = [], ...rows] = records;
  if (rows.some((row) => row.length !== header.length)) return undefined;
  const objects = rows.map((row) => objectValue(row.map((field, i) => [header[i] ?? '', stringValue(field)])));
  return listValue(objects, type.kind === 'list' ? type.of : anyType);
}

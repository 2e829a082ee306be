import { fromDecimal } from '../../values/bigNumber';
import { convert } from '../../values/convert';
import { boolValue, nullValue, numberValue, objectValue, stringValue, tupleValue, unknownValue } from '../../values/make';
import { anyType, numberType, type Type } from '../../values/type';
import { typeOf } from '../../values/typeOf';
import type { Value } from '../../values/value';
import { excess, type Limits, type Outcome } from '../definition';

/** As deep as Go reads. */
const deepest = 1_000;

/**
 * What a JSON text says: objects and tuples of what is in them, numbers in all their digits. Undefined for what is no JSON.
 *
 * @see https://developer.hashicorp.com/terraform/language/functions/jsondecode
 */
export function decodedJson(text: string, limits: Limits): Outcome {
  const reader = new JsonReader(text, limits.elements);
  const value = reader.value(0);
  if (reader.isFull) return excess;
  return value && reader.isAtEnd() ? value : undefined;
}

const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON doesn't take them as they are.
const string = /"(?:[^"\\\0-\x1f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;

/** The last of equal keys counts, but the others must go with its type. */
function isOneType(entries: readonly (readonly [string, Value])[]): boolean {
  const last = new Map(entries);
  return last.size === entries.length || entries.every(([key, value]) => goesWith(value, typeOf(last.get(key) ?? value)));
}

function goesWith(value: Value, type: Type): boolean {
  if (value.kind === 'null') return true;
  if (value.kind === 'tuple' && type.kind === 'tuple')
    return value.items.length === type.of.length && value.items.every((item, i) => goesWith(item, type.of[i] ?? anyType));
  if (value.kind === 'object' && type.kind === 'object')
    return [...value.entries].every(([name, entry]) => goesWith(entry, type.of.get(name) ?? anyType));
  const isScalar = type.kind === 'string' || type.kind === 'number' || type.kind === 'bool';
  return isScalar && convert(value, type) !== undefined;
}

class JsonReader {
  isFull = false;
  private at = 0;
  private count = 0;

  constructor(
    private readonly text: string,
    private readonly most: number,
  ) {}

  /** As Terraform takes it: what has been closed once too often is at its end, whatever follows. */
  isAtEnd(): boolean {
    this.skipSpace();
    return this.at === this.text.length || '}]'.includes(this.text[this.at] ?? '');
  }

  value(depth: number): Value | undefined {
    this.isFull ||= ++this.count > this.most || depth > deepest;
    if (this.isFull) return undefined;
    this.skipSpace();
    if (this.takes('{')) return this.object(depth);
    if (this.takes('[')) return this.tuple(depth);
    if (this.takes('true')) return boolValue(true);
    if (this.takes('false')) return boolValue(false);
    if (this.takes('null')) return nullValue();
    const text = this.string();
    return text === undefined ? this.number() : stringValue(text);
  }

  private object(depth: number): Value | undefined {
    const entries: (readonly [string, Value])[] = [];
    if (this.closes('}')) return objectValue(entries);
    do {
      this.skipSpace();
      const key = this.string();
      if (key === undefined || !this.closes(':')) return undefined;
      const value = this.value(depth + 1);
      if (!value) return undefined;
      entries.push([key, value]);
    } while (this.closes(','));
    return this.closes('}') && isOneType(entries) ? objectValue(entries) : undefined;
  }

  private tuple(depth: number): Value | undefined {
    const items: Value[] = [];
    if (this.closes(']')) return tupleValue(items);
    do {
      const value = this.value(depth + 1);
      if (!value) return undefined;
      items.push(value);
    } while (this.closes(','));
    return this.closes(']') ? tupleValue(items) : undefined;
  }

  private string(): string | undefined {
    const [literal] = this.match(string) ?? [];
    if (literal === undefined) return undefined;
    // Halves of letters stand for nothing.
    return (JSON.parse(literal) as string).replace(/\p{Cs}/gu, '\ufffd');
  }

  private number(): Value | undefined {
    const [literal] = this.match(number) ?? [];
    if (literal === undefined) return undefined;
    const read = fromDecimal(literal);
    return read ? numberValue(read) : unknownValue(numberType, { id: 'tooMuch', what: 'jsondecode' });
  }

  private match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    const match = pattern.exec(this.text);
    if (match) this.at = pattern.lastIndex;
    return match;
  }

  private closes(mark: string): boolean {
    this.skipSpace();
    return this.takes(mark);
  }

  private takes(mark: string): boolean {
    if (!this.text.startsWith(mark, this.at)) return false;
    this.at += mark.length;
    return true;
  }

  private skipSpace(): void {
    while (' \t\r\n'.includes(this.text[this.at] ?? '_')) this.at++;
  }
}

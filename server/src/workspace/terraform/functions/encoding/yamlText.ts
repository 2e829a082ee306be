import { isFar, toDecimal } from '../../values/bigNumber';
import type { Value } from '../../values/value';
import { excess } from '../definition';

/**
 * A known value as YAML in blocks, with every text in quotes or, over several lines, as it is.
 *
 * @see https://developer.hashicorp.com/terraform/language/functions/yamlencode
 */
export function yamlText(value: Value, limit: number): string | typeof excess {
  const writer = new YamlWriter(limit);
  writer.write(value, 0, 2);
  return writer.isFull ? excess : writer.text();
}

class YamlWriter {
  private readonly parts: string[] = [];
  private units = 0;
  private isAtStart = true;

  constructor(private readonly limit: number) {}

  get isFull(): boolean {
    return this.units > this.limit;
  }

  text(): string {
    this.newLine(0);
    return this.parts.join('');
  }

  /** A value that goes on from where the writer stands; its items in further lines stand at `indent`, its lines of text at `textIndent`. */
  write(value: Value, indent: number, textIndent: number): void {
    if (this.isFull) return;
    if ('items' in value) this.writeItems(value.items, indent);
    else if ('entries' in value) this.writeEntries(value.entries, indent);
    else this.writeScalar(value, textIndent);
  }

  private writeItems(items: readonly Value[], indent: number): void {
    if (items.length === 0) return this.put('[]');
    for (const [i, item] of items.entries()) {
      if (this.isFull) return;
      if (i > 0) this.newLine(indent);
      this.put('- ');
      this.write(item, indent + 2, indent + 2);
    }
  }

  private writeEntries(entries: ReadonlyMap<string, Value>, indent: number): void {
    if (entries.size === 0) return this.put('{}');
    let isFirst = true;
    for (const [key, entry] of entries) {
      if (this.isFull) return;
      if (!isFirst) this.newLine(indent);
      isFirst = false;
      this.writeKey(key, indent);
      if ('items' in entry && entry.items.length > 0) {
        this.newLine(indent);
        this.writeItems(entry.items, indent);
      } else if ('entries' in entry && entry.entries.size > 0) {
        this.newLine(indent + 2);
        this.writeEntries(entry.entries, indent + 2);
      } else {
        this.put(' ');
        this.write(entry, indent, indent + 2);
      }
    }
  }

  /** A long one, or one over several lines, is told to be one by a question mark. */
  private writeKey(key: string, indent: number): void {
    const isSimple = !/[\n\u0085\u2028\u2029]/.test(key) && new TextEncoder().encode(key).length <= 128;
    if (isSimple) return this.put(`${quoted(key)}:`);
    this.put('? ');
    this.writeText(key, indent + 2);
    this.newLine(indent);
    this.put(':');
  }

  private writeScalar(value: Value, textIndent: number): void {
    if (value.kind === 'string') this.writeText(value.text, textIndent);
    else if (value.kind === 'number') this.put(isFar(value.number) ? '' : toDecimal(value.number));
    else this.put(value.kind === 'bool' ? String(value.truth) : 'null');
  }

  private writeText(text: string, indent: number): void {
    if (!isBlock(text)) return this.put(quoted(text));
    this.put(`|${/^[ \n]/.test(text) ? '2' : ''}${chomping(text)}`);
    this.newLine(0);
    for (const [i, line] of text.split('\n').entries()) {
      if (i > 0) this.newLine(0, true);
      if (line !== '') this.put(' '.repeat(indent) + line);
    }
  }

  /** Another one only where it isn't at the start of a line already, if it isn't one of the text's own. */
  private newLine(indent: number, isOwn = false): void {
    if (!this.isAtStart || isOwn) this.put('\n');
    this.isAtStart = true;
    if (indent > 0) this.put(' '.repeat(indent));
  }

  private put(part: string): void {
    this.units += part.length;
    if (this.isFull) return;
    this.parts.push(part);
    this.isAtStart = false;
  }
}

/** What an emitter prints as it is, line ends aside. */
const unprintable = /[^\n -~\u00a0-\ud7ff\ue000-\ufefe\uff00-\ufffd]/u;

/** Over several lines, without a blank at the end of one of them. */
function isBlock(text: string): boolean {
  return text.includes('\n') && !unprintable.test(text) && !/[\u2028\u2029]/.test(text) && !/ (?:\n|$)/.test(text);
}

function chomping(text: string): string {
  if (!text.endsWith('\n')) return '-';
  return text === '\n' || text.endsWith('\n\n') ? '+' : '';
}

const named: Readonly<Record<string, string>> = {
  '\0': '\\0',
  '\u0007': '\\a',
  '\b': '\\b',
  '\t': '\\t',
  '\n': '\\n',
  '\v': '\\v',
  '\f': '\\f',
  '\r': '\\r',
  '\u001b': '\\e',
  '"': '\\"',
  '\\': '\\\\',
  '\u0085': '\\N',
  '\u2028': '\\L',
  '\u2029': '\\P',
};

/** @see https://yaml.org/spec/1.1/#id872840 */
function quoted(text: string): string {
  const escaped = text.replace(/["\\\n\u2028\u2029]|[^ -~\u00a0-\ud7ff\ue000-\ufefe\uff00-\ufffd]/gu, (letter) => {
    return named[letter] ?? escapedCode(letter.codePointAt(0) ?? 0);
  });
  return `"${escaped}"`;
}

function escapedCode(code: number): string {
  const digits = code.toString(16).toUpperCase();
  if (code <= 0xff) return `\\x${digits.padStart(2, '0')}`;
  return code <= 0xffff ? `\\u${digits.padStart(4, '0')}` : `\\U${digits.padStart(8, '0')}`;
}

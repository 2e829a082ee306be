import { isFar, toDecimal } from '../../values/bigNumber';
import type { Value } from '../../values/value';
import { excess } from '../definition';
import { blockMark, isBlock, quotedLetter } from './yamlLetters';

/**
 * A known value as YAML in blocks, with every text in quotes or, over several lines, as it is.
 *
 * @see https://developer.hashicorp.com/terraform/language/functions/yamlencode
 */
export function yamlText(value: Value, limit: number): string | typeof excess {
  const writer = new YamlWriter(limit);
  writer.writeDocument(value);
  return writer.isFull ? excess : writer.text();
}

/** Of a key, in bytes. */
const longestKey = 128;

/** Texts in quotes go on in another line where this one is longer. */
const widest = 80;

class YamlWriter {
  private readonly parts: string[] = [];
  private units = 0;
  private column = 0;

  constructor(private readonly limit: number) {}

  get isFull(): boolean {
    return this.units > this.limit;
  }

  text(): string {
    this.newLine(0);
    return this.parts.join('');
  }

  writeDocument(value: Value): void {
    this.write(value, 0, 2);
    // A plain scalar has no other end.
    const isPlain = value.kind === 'number' || value.kind === 'bool' || value.kind === 'null';
    if (isPlain) this.put('\n...');
  }

  /** A value that goes on from where the writer stands; its items in further lines stand at `indent`, its lines of text at `textIndent`. */
  private write(value: Value, indent: number, textIndent: number): void {
    if (this.isFull) return;
    if ('items' in value) this.writeItems(value.items, indent);
    else if ('entries' in value) this.writeEntries(value.entries, indent);
    else this.writeScalar(value, textIndent);
  }

  private writeItems(items: readonly Value[], indent: number): void {
    if (items.length === 0) this.put('[]');
    for (const [i, item] of items.entries()) {
      if (this.isFull) return;
      if (i > 0) this.newLine(indent);
      this.put('- ');
      this.write(item, indent + 2, indent + 2);
    }
  }

  private writeEntries(entries: ReadonlyMap<string, Value>, indent: number): void {
    if (entries.size === 0) this.put('{}');
    let isFirst = true;
    for (const [key, entry] of entries) {
      if (this.isFull) return;
      if (!isFirst) this.newLine(indent);
      isFirst = false;
      if (!this.writeKey(key, indent)) this.write(entry, indent + 2, indent + 2);
      else if ('items' in entry && entry.items.length > 0) {
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

  /** A long one, or one over several lines, is told to be one by a question mark, and its value goes on in the same line: false. */
  private writeKey(key: string, indent: number): boolean {
    const isSimple = !/[\n\u0085\u2028\u2029]/.test(key) && new TextEncoder().encode(key).length <= longestKey;
    if (isSimple) this.put(`"${Array.from(key, quotedLetter).join('')}":`);
    else {
      this.put('? ');
      this.writeText(key, indent + 2);
      this.newLine(indent);
      this.put(': ');
    }
    return isSimple;
  }

  private writeScalar(value: Value, textIndent: number): void {
    if (value.kind === 'string') this.writeText(value.text, textIndent);
    else if (value.kind === 'number') this.put(isFar(value.number) ? '' : toDecimal(value.number));
    else this.put(value.kind === 'bool' ? String(value.truth) : 'null');
  }

  private writeText(text: string, indent: number): void {
    if (!isBlock(text)) {
      this.writeQuoted([...text], indent);
      return;
    }
    this.put(blockMark(text));
    this.newLine(0);
    for (const [i, line] of text.split('\n').entries()) {
      if (i > 0) this.put('\n');
      if (line !== '') this.put(' '.repeat(indent) + line);
    }
  }

  private writeQuoted(letters: readonly string[], indent: number): void {
    this.put('"');
    for (const [i, letter] of letters.entries()) {
      const mayFold = letter === ' ' && letters[i - 1] !== ' ' && i > 0 && i < letters.length - 1;
      if (mayFold && this.column > widest) {
        this.newLine(indent);
        if (letters[i + 1] === ' ') this.put('\\');
      } else this.put(quotedLetter(letter));
    }
    this.put('"');
  }

  /** Another one only where it isn't at the start of a line already. */
  private newLine(indent: number): void {
    if (this.column > 0) this.put('\n');
    if (indent > 0) this.put(' '.repeat(indent));
  }

  private put(part: string): void {
    this.units += part.length;
    if (this.isFull) return;
    this.parts.push(part);
    const line = part.slice(part.lastIndexOf('\n') + 1);
    this.column = [...line].length + (part.includes('\n') ? 0 : this.column);
  }
}

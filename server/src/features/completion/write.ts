import type { Content } from '../../kinds/candidates';
import type { Slot } from './slot';

/** How something is written at a place. */
export interface Writing {
  readonly syntax: 'json' | 'yaml' | 'hcl';
  /** The quote that is there already. */
  readonly quote: '"' | "'" | '';
  /** Terraform arguments outside of `jsonencode`, where what holds other things is a block. */
  readonly inBlock: boolean;
  /** YAML: how much further in than its line a key begins, because of the dashes before it. */
  readonly dashes: string;
}

/** With `cursor`, the text is split where the person goes on typing. */
export interface Written {
  readonly text: string;
  /** An offset in `text`. */
  readonly cursor: number | undefined;
}

export function writeContent(content: Content, writing: Writing): Written {
  if ('literal' in content) return whole(content.literal);
  if ('text' in content) return whole(string(content.text, writing));
  if ('expression' in content)
    return whole(writing.syntax === 'hcl' ? content.expression : string(`\${${content.expression}}`, writing));
  if ('hole' in content) return whole(string(`${content.before}\${${content.hole}}`, writing));
  const text = string(content.beginning, writing);
  return { text, cursor: text.endsWith(content.beginning) ? text.length : text.length - 1 };
}

/** A field with the place for its value; only the key where `named`, since the rest is there. */
export function writeField(key: string, slot: Slot, named: boolean, writing: Writing): Written {
  const name = writing.syntax === 'json' || writing.quote ? string(key, writing) : key;
  if (named) return whole(name);
  if (writing.syntax === 'yaml') return yamlField(name, slot, writing);
  if (writing.inBlock && (slot.takes === 'object' || slot.takes === 'objects')) return withCursor(`${name} {\n  `, '\n}');
  const [before, after] = marks[slot.takes];
  return withCursor(`${name}${writing.syntax === 'json' ? ': ' : ' = '}${before}`, after);
}

const marks: Readonly<Record<Slot['takes'], readonly [string, string]>> = {
  text: ['"', '"'],
  number: ['', ''],
  boolean: ['', ''],
  texts: ['[', ']'],
  object: ['{', '}'],
  objects: ['[', ']'],
  map: ['{', '}'],
};

function yamlField(name: string, { takes }: Slot, { dashes }: Writing): Written {
  if (takes === 'texts' || takes === 'objects') return withCursor(`${name}:\n${dashes}- `, '');
  if (takes === 'object' || takes === 'map') return withCursor(`${name}:\n${dashes}  `, '');
  return withCursor(`${name}: `, '');
}

function string(text: string, { syntax, quote }: Writing): string {
  if (syntax !== 'yaml') return `"${text}"`;
  if (quote) return quote + text + quote;
  return mistaken.test(text) ? `"${text}"` : text;
}

/** What a YAML reader, also one of version 1.1, takes for something else than a text. */
const mistaken = /^(?:y|n|yes|no|on|off|true|false|null|~|[-+.\d].*|[[\]{}*&!|>'"%@`$,#?].*)$/i;

function whole(text: string): Written {
  return { text, cursor: undefined };
}

function withCursor(before: string, after: string): Written {
  return { text: before + after, cursor: before.length };
}

import type { PlacedRoot, Root } from '../../syntax/format';
import { type NodeAt, nodeAt } from '../../syntax/nodeAt';
import { parseSourceFile, type SourceFile } from '../../syntax/sourceFile';
import type { Typed } from './typed';

/** What is being typed, as the tree has it: as it is, or once it is a whole key or value. */
export interface CompletionPlace {
  readonly at: NodeAt;
  /** The outermost root that holds it. */
  readonly root: Root;
  /** The address of the file. */
  readonly uri: string;
  readonly kind: 'key' | 'value';
  /** What stands in the tree for the key that is being typed. */
  readonly typedKey: string | undefined;
  /** In what the document is written just here, whatever the file. */
  readonly syntax: 'json' | 'yaml' | 'hcl';
  /** YAML: what is typed is `key:`, and a value goes behind it. */
  readonly behindColon: boolean;
}

/** Stands for what is being typed: with a word that is surely whole the parsers need not guess. */
const mark = 'leastwiseTyped';

/**
 * The places where what is typed may stand, likelier ones first: a word on its own line may be a key or a value. The first is free,
 * where the tree has what is typed; each other costs parsing what the mark changes, as a keystroke does. Never throws.
 */
export function* placesOf(file: SourceFile, typed: Typed): Generator<CompletionPlace> {
  const present = presentPlace(file, typed);
  if (present) yield present;
  for (const { text, behindColon = false } of fillings(file, typed)) {
    const marked = file.text.slice(0, typed.range.start) + text + file.text.slice(typed.range.end);
    const offset = typed.range.start + text.indexOf(mark) + 1;
    const place = placeIn(parseSourceFile(file.uri, marked, file.format, file), offset, behindColon);
    if (place) yield place;
  }
}

/** What is typed is a key or value of the file itself. Inside of other documents ranges count differently, and those are small. */
function presentPlace(file: SourceFile, { range, quote }: Typed): CompletionPlace | undefined {
  const placed = rootAt(file, range.start);
  if (!placed || range.start === range.end) return undefined;
  const at = nodeAt(placed.root, range.start + (quote ? 1 : 0) - placed.offset);
  if (at.root !== placed.root) return undefined;
  const last = at.steps.at(-1);
  const entry =
    at.onKey && last?.holder.kind === 'mapping' ? last.holder.entries.findLast(({ key }) => key === last.key) : undefined;
  if (at.onKey && !entry) return undefined;
  const isLeaf = at.node.kind === 'scalar' || (at.node.kind === 'opaque' && at.node.call === undefined);
  const found = entry?.keyRange ?? (isLeaf ? at.node.range : undefined);
  if (found?.start !== range.start - placed.offset || found.end !== range.end - placed.offset) return undefined;
  return placeOf(at, placed.root, file.uri, false);
}

function placeIn(file: SourceFile, offset: number, behindColon: boolean): CompletionPlace | undefined {
  const placed = rootAt(file, offset);
  const at = placed && nodeAt(placed.root, offset - placed.offset);
  if (!at) return undefined;
  const isMark = at.onKey ? at.steps.at(-1)?.key === mark : at.node.kind === 'scalar' && at.node.value === mark;
  return isMark ? placeOf(at, placed.root, file.uri, behindColon) : undefined;
}

function rootAt(file: SourceFile, offset: number): PlacedRoot | undefined {
  return file.roots.find(({ root, offset: start }) => start <= offset && offset <= start + root.text.length);
}

function placeOf(at: NodeAt, root: Root, uri: string, behindColon: boolean): CompletionPlace {
  const { name } = at.root.format;
  const syntax = name === 'terraform' ? 'hcl' : name === 'yaml' ? 'yaml' : 'json';
  const key = at.steps.at(-1)?.key;
  return {
    at,
    root,
    uri,
    kind: at.onKey ? 'key' : 'value',
    typedKey: at.onKey && typeof key === 'string' ? key : undefined,
    syntax,
    behindColon,
  };
}

interface Filling {
  readonly text: string;
  readonly behindColon?: boolean;
}

function fillings(file: SourceFile, typed: Typed): readonly Filling[] {
  if (file.format === 'yaml') return yamlFillings(file.text, typed);
  const quoted = { text: `"${mark}"` };
  if (file.format !== 'terraform') return [quoted];
  const isNamed = /^[ \t]*(=(?!=)|\{)/.test(typed.behind);
  const isValue = /=[ \t]*$/.test(typed.before);
  if (isNamed && !isValue) return [typed.quote ? quoted : { text: mark }, quoted];
  const asValue = [quoted, { text: `"${mark}",` }, { text: `,"${mark}",` }];
  if (isValue) return [quoted];
  return typed.quote ? [...asValue, { text: `"${mark}" = 0` }] : [{ text: `${mark} = 0` }, ...asValue];
}

function yamlFillings(text: string, { range, quote, before, behind }: Typed): readonly Filling[] {
  const sign = quote || '"';
  const value = { text: sign + mark + sign };
  if (/^[ \t]*:(\s|$)/.test(behind)) return [{ text: mark }];
  const typed = text.slice(range.start, range.end);
  const isAlone = /^\s*(- +)*$/.test(before) || /[[{,]\s*$/.test(before);
  if (!isAlone) return [value];
  if (quote) return [value, { text: `${value.text}: 0` }];
  const name = /^([\w-]+):$/.exec(typed)?.[1];
  const asKey = { text: `${mark}: 0` };
  return name === undefined ? [asKey, value] : [{ text: `${name}: ${value.text}`, behindColon: true }, asKey, value];
}

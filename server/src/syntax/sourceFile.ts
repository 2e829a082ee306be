import { type Change, changeBetween } from '../text/change';
import { type Lines, lineTable } from '../text/lines/lineTable';
import type { Format, FormatName, PlacedRoot, Root } from './format';
import { jsonFormat } from './json/format';
import { terraformFormat } from './terraform/format';
import { terraformJsonFormat } from './terraform/json/terraformJson';
import { yamlFormat } from './yaml/format';

/** A file as the rooms above see it: immutable, one object per version. */
export interface SourceFile {
  /** Its address as the client writes it. */
  readonly uri: string;
  readonly text: string;
  readonly format: FormatName;
  readonly roots: readonly PlacedRoot[];
}

const formats = { json: jsonFormat, yaml: yamlFormat, terraform: terraformFormat, terraformJson: terraformJsonFormat };

/**
 * Never throws. `previous` is an earlier state of the same file; unchanged parts of it are taken over. `wants`: see {@link Format.parse}.
 * `change` is what has become of the earlier text, for those who know.
 */
export function parseSourceFile(
  uri: string,
  text: string,
  format: FormatName,
  previous?: SourceFile,
  wants?: (piece: string) => boolean,
  change?: Change,
): SourceFile {
  const written = format === 'json' && isYaml(text) ? 'yaml' : format;
  if (written !== format) return parseSourceFile(uri, text, written, previous, wants, change);
  if (text.length > longestText) return { uri, text, format, roots: [{ root: unreadRoot(formats[format]), offset: 0 }] };
  const earlier = previous?.format === format ? previous : undefined;
  const reusable = earlier && { roots: earlier.roots, change: change ?? changeBetween(earlier.text, text) };
  return { uri, text, format, roots: formats[format].parse(text, reusable, wants) };
}

/**
 * Whether a text that should be JSON is YAML, which some who take JSON read as well: it begins as no JSON does, half-typed or not.
 */
function isYaml(text: string): boolean {
  return /^\ufeff?(?:\s*#[^\n]*\n)*\s*(?:---\s|%YAML |- |[\w.-]+:\s|\{\s*(?:[A-Za-z_][\w.-]*|'[^'\n]*')\s*:\s)/.test(text);
}

/** The lines of a file, counted once for each version of it. */
export function linesOf(file: SourceFile): Lines {
  const present = counted.get(file);
  if (present) return present;
  const made = lineTable(file.text);
  counted.set(file, made);
  return made;
}

/** Of a document that is edited, lines are counted where the edit is known. */
export function setLines(file: SourceFile, lines: Lines): void {
  counted.set(file, lines);
}

const counted = new WeakMap<SourceFile, Lines>();

/** In UTF-16 code units. No policy comes near; what is longer is kept as it is and not looked into. */
export const longestText = 8 * 1024 * 1024;

function unreadRoot(format: Format): Root {
  const range = { start: 0, end: 0 };
  const node = { kind: 'opaque', range } as const;
  return { format, text: '', node, comments: [], broken: true, embedded: [], unread: { reason: 'tooLong', range } };
}

/** The format that a file's name or, where the client knows it, its language id tells; undefined for what is not ours to read. */
export function formatOf(uri: string, languageId?: string): FormatName | undefined {
  const path = uri.replace(/[?#].*$/, '').toLowerCase();
  // Editors call these files JSON.
  if (/\.(tf|tofu)\.json$/.test(path)) return 'terraformJson';
  const byLanguage = languageId === undefined ? undefined : formatByLanguage[languageId];
  if (byLanguage) return byLanguage;
  if (path.endsWith('.json') || path.endsWith('.jsonc')) return 'json';
  if (/\.ya?ml$/.test(path)) return 'yaml';
  if (/\.(tf|tofu|tfvars)$/.test(path)) return 'terraform';
  return undefined;
}

const formatByLanguage: Readonly<Record<string, FormatName>> = {
  json: 'json',
  jsonc: 'json',
  yaml: 'yaml',
  terraform: 'terraform',
  opentofu: 'terraform',
  'terraform-vars': 'terraform',
};

import type { FormatName } from '../../syntax/format';
import { parentAddress } from '../files/address';
import type { Fact } from './facts';

/** What functions of Terraform may read of a file: data in JSON and YAML, but for what is too long to be somebody's configuration. */
export function textFacts(uri: string, text: string, format: FormatName): readonly Fact[] {
  if ((format !== 'json' && format !== 'yaml') || text.length > longest) return [];
  const at = { uri, range: { start: 0, end: 0 } };
  const facts: Fact[] = [{ kind: 'text', name: uri, value: { text }, at }];
  let folder = parentAddress(uri);
  for (let depth = 0; depth < deepest && folder !== undefined; depth++) {
    facts.push({ kind: 'fileBelow', name: folder, value: { uri }, at });
    folder = parentAddress(folder);
  }
  return facts;
}

/** A call of one of Terraform's functions that read files. */
export const readsFiles = /\b(?:file\w*|templatefile)\s*\(/;

/** The files that {@link textFacts} tells, by the end of a pattern of `fileset`. */
export const toldByPattern = /\.(?:json|ya?ml|\{(?:json|ya?ml|,)+\})$/;

/** In UTF-16 code units. */
const longest = 65_536;

/** Folders above a file from which it is told. */
const deepest = 8;

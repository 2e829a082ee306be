import type { FormatName } from '../../syntax/format';
import { parentAddress } from '../files/address';
import { localsNamedIn } from '../terraform/localNames';
import { folderOf } from '../terraform/resources';
import type { Fact } from './facts';

/**
 * What functions of Terraform may read of a file: data in JSON and YAML, and what a text of Terraform's names (`named`). Of one that is too
 * long to be somebody's configuration, or no text, it is told that it is there. Of Terraform's own texts, which local values they name.
 */
export function textFacts(uri: string, text: string, format: FormatName | 'named'): readonly Fact[] {
  if (format === 'terraform' || format === 'terraformJson') return localUses(uri, text, format);
  const at = { uri, range: { start: 0, end: 0 } };
  const isTold = text.length <= longest && !text.includes('\uFFFD');
  const facts: Fact[] = isTold ? [{ kind: 'text', name: uri, value: { text }, at }] : [];
  let folder = parentAddress(uri);
  for (let depth = 0; depth < deepest && folder !== undefined; depth++) {
    facts.push({ kind: 'fileBelow', name: folder, value: { uri }, at });
    folder = parentAddress(folder);
  }
  return facts;
}

function localUses(uri: string, text: string, format: FormatName): readonly Fact[] {
  const at = { uri, range: { start: 0, end: 0 } };
  return [...localsNamedIn(text, format)].map((name) => ({
    kind: 'localUse',
    name: `${folderOf(uri)}#${name}`,
    value: { uri },
    at,
  }));
}

/** In UTF-16 code units. */
const longest = 65_536;

/** Folders above a file from which it is told. */
const deepest = 8;

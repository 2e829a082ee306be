import { entryOf, type MappingNode, type ScalarNode, type SyntaxNode } from '../../../syntax/tree';
import type { Recognition, Where } from '../../kind';
import { keyFile } from './shape';

/** What tells a key file. */
export interface WrittenKey {
  readonly type: ScalarNode;
  readonly key: string;
}

/** The key that stands in an object, if it is a key file's. */
export function writtenKeyIn(node: MappingNode): WrittenKey | undefined {
  const type = entryOf(node, 'type')?.value;
  const key = entryOf(node, 'private_key')?.value;
  if (!isServiceAccount(type)) return undefined;
  if (key?.kind !== 'scalar' || typeof key.value !== 'string' || !isWritten(key.value)) return undefined;
  return { type, key: key.value };
}

/** A key file, anywhere in a document. Half-typed: fields of one and nothing else, of which some tell it. */
export function recogniseKeyFile(node: SyntaxNode, { typedKey }: Where): Recognition | undefined {
  if (node.kind !== 'mapping') return undefined;
  const sure = writtenKeyIn(node) !== undefined;
  return sure || mayBeKeyFile(node, typedKey) ? { takes: 'object', shape: keyFile, sure } : undefined;
}

function mayBeKeyFile(node: MappingNode, typedKey: string | undefined): boolean {
  if (!node.entries.every(({ key }) => key === typedKey || keyFile.fields.has(key))) return false;
  return isServiceAccount(entryOf(node, 'type')?.value) || entryOf(node, 'private_key_id') !== undefined;
}

function isServiceAccount(type: SyntaxNode | undefined): type is ScalarNode {
  return type?.kind === 'scalar' && type.value === 'service_account';
}

/** What is encrypted, or put in by a tool later, is nothing to find fault with. */
function isWritten(value: string): boolean {
  return value.trim() !== '' && !/^\s*(ENC\[|\$|\{\{|<%|%)/.test(value);
}

import type { Entry, MappingNode } from '../../syntax/tree';

/**
 * Whether an object holds nothing but keys that it may have, each once, and all of them told. Entries of `besides` are left out of
 * account: they are about to get another key.
 */
export function isWhole(
  object: MappingNode,
  keys: ReadonlySet<string> | 'any' | undefined,
  besides: ReadonlySet<Entry> = new Set(),
): boolean {
  if (!object.complete || keys === undefined) return false;
  const written = object.entries.filter((entry) => !besides.has(entry)).map(({ key }) => key);
  if ([...besides].some(({ key }) => written.includes(key))) return false;
  return new Set(written).size === written.length && (keys === 'any' || written.every((key) => keys.has(key)));
}

import { type Entry, entryOf, type MappingNode, type SyntaxNode } from '../../../syntax/tree';
import { literalString } from '../../../workspace/terraform/names/text';
import type { Recognition, Where } from '../../kind';
import { isFabricLevel, namesUsers } from './fabric';
import { isFieldKey, mayBeHalfTyped } from './halfTyped';
import { condition, fabricLevel, level, specCondition } from './shape';

/**
 * An access level in a document: as the API has it, anywhere; a bare list of conditions as gcloud takes it, or a file of Fabric's
 * factories, as a whole.
 */
export function recogniseLevel(node: SyntaxNode, where: Where): Recognition | undefined {
  const { root, isWhole, embedded, typedKey } = where;
  if (node.kind === 'sequence')
    return isWhole && isSpec(node.items, typedKey) ? { takes: 'objects', shape: specCondition, sure: true } : undefined;
  if (node.kind !== 'mapping') return undefined;
  if (isWhole && !embedded && root.format.name === 'yaml' && isFabricLevel(node, typedKey))
    return { takes: 'object', shape: fabricLevel, sure: true };
  const sure = isLevel(node);
  return sure || mayBeLevel(node, typedKey) ? { takes: 'object', shape: level, sure } : undefined;
}

/** `basic` with a list of conditions, or `custom` with an expression; `name` or `title` shows that it is no accident. */
function isLevel(node: MappingNode): boolean {
  if (!isNamed(node)) return false;
  const basic = entryOf(node, 'basic')?.value;
  if (basic?.kind === 'mapping') return kindOfName(node) === 'level' || entryOf(basic, 'conditions')?.value.kind === 'sequence';
  const custom = entryOf(node, 'custom')?.value;
  const expression = custom?.kind === 'mapping' ? entryOf(custom, 'expr')?.value : undefined;
  return expression?.kind === 'mapping' && entryOf(expression, 'expression') !== undefined;
}

/** Half-typed: its name alone, or a definition that holds nothing yet but what one may. */
function mayBeLevel(node: MappingNode, typedKey: string | undefined): boolean {
  if (kindOfName(node) !== 'none') return kindOfName(node) === 'level';
  const definition = (key: 'basic' | 'custom') => {
    const value = entryOf(node, key)?.value;
    const keys = level.fields.get(key)?.inside?.fields;
    return value?.kind === 'mapping' && value.entries.every((entry) => entry.key === typedKey || keys?.has(entry.key));
  };
  return isNamed(node) && (definition('basic') || definition('custom'));
}

function isNamed(node: MappingNode): boolean {
  return entryOf(node, 'name') !== undefined || entryOf(node, 'title') !== undefined;
}

/** What the full name says that the document is. */
function kindOfName(node: MappingNode): 'level' | 'other' | 'none' {
  const [, collection] = /^accessPolicies\/[^/]+\/(\w+)\//.exec(literalString(entryOf(node, 'name')?.value) ?? '') ?? [];
  if (collection === undefined) return 'none';
  return collection === 'accessLevels' ? 'level' : 'other';
}

/**
 * The file of `--basic-level-spec`: a bare list of conditions, each with nothing but a condition's fields. One key may be wrong, and one
 * item half-typed, where another condition is whole and has a word of Google's own.
 */
export function isSpec(items: readonly SyntaxNode[], typedKey?: string): boolean {
  const conditions = items.filter((item) => item.kind === 'mapping');
  if (conditions.length === 0 || !mayBeHalfTyped(items.filter((item) => item.kind !== 'mapping'))) return false;
  const isStrange = (entry: Entry) => entry.key !== typedKey && !isFieldKey(entry, fields);
  const [strange, ...others] = conditions.filter(({ entries }) => entries.some(isStrange));
  const written = conditions.filter((item) => item !== strange).flatMap(({ entries }) => entries);
  if (strange) {
    const isOneKey = others.length === 0 && strange.entries.filter(isStrange).length === 1;
    return isOneKey && written.some(({ key }) => telling.has(key));
  }
  // `members`, `negate` and `regions` are words of many tools; one of Google's own must be among them.
  return written.some(({ key, value }) => key !== typedKey && (telling.has(key) || namesUsers(key, value)));
}

const fields: readonly string[] = [...condition.fields.keys()];
const telling: ReadonlySet<string> = new Set(['ipSubnetworks', 'devicePolicy', 'requiredAccessLevels', 'vpcNetworkSources']);

import { type Entry, entryOf, type MappingNode, type SyntaxNode } from '../../../syntax/tree';
import { pathInside } from '../../../workspace/files/address';
import { literalString } from '../../../workspace/terraform/names/text';
import { folderOf } from '../../../workspace/terraform/resources';
import { isFieldKey, isUnwritten, mayBeHalfTyped } from './halfTyped';
import { fabricLevel } from './shape';

/**
 * Whether a YAML document is an access level as the factories of Cloud Foundation Fabric take it: conditions at the top, keys in
 * snake_case, and no name, which is the file's. Every key must be one of the factory's, or so like it that nothing else can be
 * meant, save one without a value yet; `typedKey` is left out of account. Other tools have conditions too, so one word that only this
 * document has must be among them.
 */
export function isFabricLevel(node: SyntaxNode, typedKey?: string): node is MappingNode {
  if (node.kind !== 'mapping') return false;
  const list = entryOf(node, 'conditions')?.value;
  if (list?.kind !== 'sequence' || list.items.length === 0) return false;
  const isStrange = (fields: readonly string[]) => (entry: Entry) => entry.key !== typedKey && !isFieldKey(entry, fields);
  const conditions = list.items.filter((item) => item.kind === 'mapping');
  if (conditions.length === 0 || !mayBeHalfTyped(list.items.filter((item) => item.kind !== 'mapping'))) return false;
  const entries = conditions.flatMap((condition) => condition.entries);
  const [strange, ...more] = [...node.entries.filter(isStrange(topFields)), ...entries.filter(isStrange(conditionFields))];
  if (strange && (more.length > 0 || !isUnwritten(strange.value))) return false;
  return entryOf(node, 'combining_function') !== undefined || entries.some(({ key, value }) => isTelling(key, value));
}

/** The id that the factory gives to the level of a file. */
export function fabricLevelId(uri: string): string {
  return pathInside(uri, folderOf(uri)).replace(/\.ya?ml$/i, '');
}

/** The levels that a factory's file requires, or that a perimeter beside it lets in, by their ids: `geo`, `$access_levels:geo`. */
export function fabricIds(items: readonly SyntaxNode[]): readonly string[] {
  return items.flatMap((item) => /^(?:\$access_levels:)?([a-z]\w*)$/i.exec(literalString(item) ?? '')?.[1] ?? []);
}

/** The name under which the uses of a factory's level are found. */
export function fabricName(id: string): string {
  return `fabric#${id}`;
}

function isTelling(key: string, value: SyntaxNode): boolean {
  return telling.has(key) || namesUsers(key, value);
}

/** Whether a field is a list of members as conditions write them; other tools have members, too. */
export function namesUsers(key: string, value: SyntaxNode): boolean {
  return key === 'members' && value.kind === 'sequence' && value.items.some(isUser);
}

function isUser(node: SyntaxNode): boolean {
  return /^(user|serviceAccount):/.test(literalString(node) ?? '');
}

const telling: ReadonlySet<string> = new Set(['ip_subnetworks', 'device_policy', 'required_access_levels', 'vpc_subnets']);
const topFields = [...fabricLevel.fields.values()].map(({ name }) => name);
const conditionFields = [...(fabricLevel.fields.get('conditions')?.inside?.fields.keys() ?? [])];

/** `conditions` is a key of these levels at the top of a document; deeper, every second Kubernetes resource has some. */
export const factoryWords =
  // The word comes first, which most texts lack and which is found fastest.
  /conditions(?<=(?:^[ \t]{0,4}|[{,?]\s*|---[ \t]+|[&!]\S{0,60}\s+)["']?conditions)["']?\s*[:#/]/im;

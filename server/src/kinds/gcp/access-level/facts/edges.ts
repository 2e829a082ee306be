import { celNodesIn } from '../../../../syntax/cel/expression';
import type { StringPart } from '../../../../syntax/strings/stringPart';
import { entryOf, type SyntaxNode } from '../../../../syntax/tree';
import type { FactReader } from '../../../../workspace/index/factReader';
import type { FactCollector, ResourceName } from '../../../../workspace/index/facts';
import { emptyWorkspace } from '../../../../workspace/index/workspace';
import { folderOf } from '../../../../workspace/terraform/resources';
import { ignoresChanges } from '../../../edits/lifecycle';
import { isEmbedded } from '../../../reading/roots';
import { certainText } from '../../../reading/values';
import { parseExpression } from '../../conditions/condition';
import { admitsNamedUsersOnly, levelAlone, requiredAlone, requiredName } from '../conditions/conditions';
import { fabricName, factoryWords } from '../fabric';
import type { AccessCondition, AccessLevel, BasicLevel, CustomLevel } from '../policy';
import { readLevels } from '../read';
import { levelOfPolicy, levelWords, looseName, usedLevelNames } from './names';

/**
 * From a level to the levels that it requires, whatever else it asks for. Nodes are names of levels: each leads to the level's first one,
 * and that to what is required and to `wholeOf` each name, where other resources add to the level.
 */
export const requires = 'gcp.accessLevel.requires';

/**
 * From a level to those who meet it for being named: over levels for which meeting another one is enough, down to the members. What else
 * there is to know of a level on the way is a node too, so that one answer tells all of it.
 */
export const admits = 'gcp.accessLevel.admits';

/** Led to by every name of a level that some file makes. */
export const wholeOf = (name: string) => `whole ${name}`;
export const isWhole = (node: string) => node.startsWith(wholeOf(''));
/** The resource that makes a level. */
export const madeBy = ({ folder, address }: ResourceName) => `made ${address} ${folder}`;
export const member = (text: string) => `member ${text}`;
export const memberFrom = (prefix: string) => `from ${prefix}`;

/** Others may meet it, or do in another way, or not everything may ask for it. */
export const others = 'others';
/** Somebody may be missing. */
export const untold = '?';
/** Several levels must be met, so not everybody who meets one of them gets in. */
export const several = 'several';

/** What the readings of levels tell of whom they let in and what they require. */
export const levelEdgeFacts: readonly FactReader[] = [
  { words: levelWords, root: (collector) => addEdges(collector, isOwn) },
  { words: factoryWords, formats: ['yaml'], root: (collector) => addEdges(collector, isOfFactory) },
];

const isOfFactory = ({ dialect }: AccessLevel) => dialect.name === 'fabric';
const isOwn = (level: AccessLevel) => !isOfFactory(level);

function addEdges(collector: FactCollector, isAsked: (level: AccessLevel) => boolean): void {
  const { root, uri } = collector;
  for (const level of readLevels(root, { uri, workspace: emptyWorkspace, attachment: undefined }).filter(isAsked)) {
    if (level.form === 'level') addLevel(level, collector);
    if (level.form === 'condition') addCondition(level, collector);
  }
}

function addLevel(level: AccessLevel, collector: FactCollector): void {
  const names = nodesOf(level);
  const [first, ...aliases] = names;
  if (first === undefined) return;
  const add = (relation: string, from: string, to: string) => addEdge(relation, from, to, level, collector);
  for (const alias of aliases) {
    add(admits, alias, first);
    if (!looseName(alias)) add(requires, alias, first);
  }
  for (const name of names) {
    add(admits, first, wholeOf(name));
    add(requires, first, wholeOf(name));
  }
  const { resource } = level.place;
  if (resource) add(admits, first, madeBy(resource));
  for (const node of new Set(admitted(level))) add(admits, first, node);
  if (!resource?.repeated) for (const name of requiredNames(level)) add(requires, first, name);
}

/** What a resource adds to a level that stands elsewhere may let in anybody. */
function addCondition(level: AccessLevel, collector: FactCollector): void {
  const { extended, place } = level;
  const names = extended.state === 'known' ? usedLevelNames(extended.value, folderOf(place.uri)) : [];
  for (const name of names) {
    addEdge(admits, wholeOf(name), untold, level, collector);
    for (const one of requiredNames(level)) addEdge(requires, wholeOf(name), one, level, collector);
  }
}

function addEdge(relation: string, from: string, to: string, { node, place }: AccessLevel, collector: FactCollector): void {
  const at = place.resource?.body ?? (isEmbedded(place) ? place.outer.node : node);
  collector.add('edge', `${relation} ${from}`, { relation, from, to }, at);
}

/** The names by which others surely mean the level; its bare id could be that of a level of another policy. */
export function nodesOf({ factNames, id, policy }: Pick<AccessLevel, 'factNames' | 'id' | 'policy'>): readonly string[] {
  const own = factNames.filter((name) => id === undefined || (name !== id && name !== fabricName(id)));
  return [...new Set([...own, ...(id !== undefined && policy !== undefined ? [levelOfPolicy(policy, id)] : [])])];
}

function requiredNames(level: AccessLevel): ReadonlySet<string> {
  return new Set(requiredLevels(level).map(({ name }) => name));
}

function admitted(level: AccessLevel): readonly string[] {
  const { definition, place } = level;
  if (definition.state !== 'known') return [untold, others];
  const { value } = definition;
  const inside = value.kind === 'basic' ? admittedByConditions(value, level) : admittedByExpression(value, level);
  const { resource } = place;
  if (!resource) return inside;
  const isOne = !resource.repeated && !ignoresChanges(resource);
  const isFree = isOne && !entryOf(resource.body, 'depends_on');
  return [...inside, ...(isOne ? [] : [untold]), ...(isFree ? [] : [others])];
}

function admittedByConditions({ conditions, combiningFunction, node }: BasicLevel, level: AccessLevel): readonly string[] {
  const ways = conditions.items.map((condition) => wayIn(condition, level));
  const isAll = conditions.complete && node?.complete !== false && ways.length > 0;
  if (ways.length < 2 || combiningFunction === 'OR') return [...ways.flat(), ...(isAll ? [] : [untold])];
  // Several that must all hold let nobody in by name, unless each of them is a list of names: one that asks for more tells enough.
  const excludesAll = isAll && combiningFunction === 'AND' && ways.some((way) => way === more);
  return excludesAll ? more : [untold];
}

/** Who meets the condition for being named. */
function wayIn(condition: AccessCondition, level: AccessLevel): readonly string[] {
  const { fields, members } = condition;
  if (fields.some(({ name, requires: asks }) => asks === true && !byName.has(name))) return more;
  if (admitsNamedUsersOnly(condition) === true && members.state === 'known' && members.value.complete)
    return members.value.items.map(({ text, prefix }) => (text === undefined ? memberFrom(prefix) : member(text)));
  const levels = requiredAlone(condition, level, emptyWorkspace) ?? [];
  const isAll = fields.every(({ entry }) => entry.value.kind === 'sequence' && entry.value.complete);
  if (levels.length === 0 || !isAll || !levels.every((name) => name !== undefined)) return [untold];
  return levels.length === 1 ? levels : [...levels, several];
}

const byName: ReadonlySet<string> = new Set(['members', 'negate', 'requiredAccessLevels']);
const more: readonly string[] = [others];

function admittedByExpression({ alternatives }: CustomLevel, { policy }: AccessLevel): readonly string[] {
  return (alternatives ?? ['']).map((text) => {
    const id = levelAlone(text);
    return id !== undefined && policy !== undefined ? levelOfPolicy(policy, id) : untold;
  });
}

/** A level that is surely asked for, and what is marked there. */
export interface RequiredLevel {
  readonly name: string;
  readonly at: SyntaxNode | StringPart;
}

/** All levels that it surely asks for, as far as its own file tells. */
export function requiredLevels(level: AccessLevel): readonly RequiredLevel[] {
  const { definition } = level;
  if (definition.state !== 'known') return [];
  const { value } = definition;
  return value.kind === 'basic'
    ? value.conditions.items.flatMap((condition) => requiredByCondition(condition, level))
    : requiredByExpression(value, level);
}

function requiredByCondition({ fields }: AccessCondition, level: AccessLevel): readonly RequiredLevel[] {
  const list = fields.find(({ name }) => name === 'requiredAccessLevels')?.entry.value;
  if (list?.kind !== 'sequence') return [];
  return list.items.flatMap((at) => {
    const name = requiredName(at, level, emptyWorkspace);
    return name === undefined || looseName(name) ? [] : [{ name, at }];
  });
}

/** `levels.corp` */
function requiredByExpression({ expr: { expression } }: CustomLevel, { policy, place }: AccessLevel): readonly RequiredLevel[] {
  if (policy === undefined || certainText(expression) === undefined || expression.state !== 'known') return [];
  const parsed = parseExpression(expression.value, place);
  if (!parsed) return [];
  return [...celNodesIn(parsed.tree)].flatMap((node) => {
    if (node.kind !== 'field' || node.of.kind !== 'name' || node.of.name !== 'levels') return [];
    return [{ name: levelOfPolicy(policy, node.name), at: parsed.at(node.range) }];
  });
}

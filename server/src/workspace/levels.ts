import { type Entry, entryOf, type MappingNode, type SyntaxNode } from '../syntax/tree';
import type { Scope } from './evaluate';
import { fabricIds, fabricLevelId, fabricName, isFabricLevel } from './fabricLevels';
import type { FactCollector } from './facts';
import { blocksOf, terraformResources } from './terraformResources';
import { literalString, type TextValue, textOf } from './text';
import { emptyWorkspace } from './workspace';

/** Who uses which access level, and which levels are added to or admit named users alone (facts §4). */
export function levelFacts(collector: FactCollector): void {
  const { root, folder, uri } = collector;
  if (isFabricLevel(root.node)) factoryLevel(root.node, collector);
  if (!/access_?levels?/i.test(root.text)) return;
  const scope: Scope = { folder, workspace: emptyWorkspace };
  uses(root.node, 'other', { collector, scope, seen: new Set() });
  for (const { root: inner } of root.embedded)
    uses(inner.node, 'other', { collector: { ...collector, root: inner }, scope, seen: new Set() });
  for (const { type, address, body } of terraformResources(root, uri)) {
    if (type === conditionType) {
      for (const name of usedNames(entryOf(body, 'access_level')?.value, scope)) {
        collector.add('levelCondition', name, { folder, address }, body);
      }
    }
  }
}

/**
 * The names under which an access level's facts are found: by its full name, by the Terraform resource that makes it, by the end of a
 * name that is only partly written out, and by its id, which is all that a custom expression gives.
 */
export function levelNames(level: {
  readonly name: TextValue | undefined;
  readonly id: string | undefined;
  readonly resource: { readonly folder: string; readonly address: string } | undefined;
  readonly folder: string;
}): readonly string[] {
  const { name, id, resource, folder } = level;
  return [
    ...(name?.text?.includes('/') ? [name.text] : []),
    ...(resource ? [`${resource.folder}#${resource.address}`] : []),
    ...(id ? [`${folder}#accessLevels/${id}`, id] : []),
  ];
}

/** A level that is a file of a factory: it is known by the file's name, and so are those that it requires. */
function factoryLevel(node: MappingNode, collector: FactCollector): void {
  if (collector.root.format.name !== 'yaml') return;
  const conditions = blocksOf(node, 'conditions');
  const id = fabricLevelId(collector.uri);
  if (conditions.every(isMembersOnly)) collector.add('identityLevel', id, { id }, node);
  for (const condition of conditions) {
    for (const required of fabricIds(entryOf(condition, 'required_access_levels')?.value))
      collector.add('levelUse', fabricName(required), { by: 'level' }, condition);
  }
}

/** The ids of the levels that a custom expression asks for, each as often as it does. */
export function levelIdsIn(expression: string): readonly string[] {
  return [...expression.matchAll(/\blevels\.(\w+)/g)].flatMap(([, id]) => id ?? []);
}

interface Walk {
  readonly collector: FactCollector;
  readonly scope: Scope;
  readonly seen: Set<SyntaxNode>;
}

function uses(node: SyntaxNode, by: 'level' | 'other', walk: Walk): void {
  if (walk.seen.has(node)) return;
  walk.seen.add(node);
  switch (node.kind) {
    case 'mapping':
      if (admitsNamedUsersOnly(node)) identityLevel(node, walk);
      for (const entry of node.entries) entryUses(entry, by, walk);
      return;
    case 'sequence':
      for (const item of node.items) uses(item, by, walk);
      return;
    case 'opaque':
      for (const argument of node.call?.arguments ?? []) uses(argument, by, walk);
      return;
    default:
      for (const name of usedNames(node, walk.scope)) walk.collector.add('levelUse', name, { by }, node);
      if (node.kind === 'scalar' && typeof node.value === 'string') expressionUses(node.value, node, walk);
  }
}

function entryUses({ key, value }: Entry, by: 'level' | 'other', walk: Walk): void {
  // A level's own name and the level that a split condition adds to are no uses.
  if (key === 'name' || key === 'access_level' || key === 'title' || key === 'description') {
    if (key !== 'access_level' || value.kind === 'sequence') return;
    if (isSplitCondition(walk.collector)) return;
  }
  if (key === 'access_levels' && walk.collector.root.format.name === 'yaml')
    for (const id of fabricIds(value)) walk.collector.add('levelUse', fabricName(id), { by: 'other' }, value);
  const required = /^required_?access_?levels$/i.test(key);
  if (required && !isToldWhole(value)) unknownRequirement(value, walk);
  uses(value, required ? 'level' : by, walk);
}

/** Whether every required level is a name or a reference to a level's resource. */
function isToldWhole(value: SyntaxNode): boolean {
  if (value.kind !== 'sequence' || !value.complete) return false;
  return value.items.every(
    (item) => item.kind === 'scalar' || item.kind === 'template' || (item.kind === 'reference' && item.path[0] === levelType),
  );
}

function unknownRequirement(value: SyntaxNode, { collector }: Walk): void {
  const { node } = collector.root;
  const [type, name] = (node.kind === 'mapping' && node.header?.labels) || [];
  collector.add('unknownRequirement', collector.folder, { by: type && name ? `${type}.${name}` : undefined }, value);
}

function isSplitCondition({ root }: FactCollector): boolean {
  return root.node.kind === 'mapping' && root.node.header?.labels[0] === conditionType;
}

function usedNames(node: SyntaxNode | undefined, scope: Scope): readonly string[] {
  const value = node && textOf(node, scope);
  if (!value) return [];
  if (value.text !== undefined) return /^accessPolicies\/[^/]+\/accessLevels\/[^/]+$/.test(value.text) ? [value.text] : [];
  if (value.reference?.type === levelType) return [`${value.reference.folder}#${value.reference.address}`];
  const id = /\/accessLevels\/(\w+)$/.exec(value.suffix)?.[1];
  return id ? [`${scope.folder}#accessLevels/${id}`] : [];
}

function expressionUses(text: string, node: SyntaxNode, { collector }: Walk): void {
  for (const id of levelIdsIn(text)) collector.add('levelUse', id, { by: 'level' }, node);
  if (text.includes(' in ')) {
    for (const match of text.matchAll(/accessPolicies\/[^/'"]+\/accessLevels\/\w+/g))
      collector.add('levelUse', match[0], { by: 'other' }, node);
  }
}

/** Whether a mapping is a level, or the body of a Terraform one, whose every condition is a list of members. */
function admitsNamedUsersOnly(node: MappingNode): boolean {
  const [basic] = blocksOf(node, 'basic');
  const conditions = basic && blocksOf(basic, 'conditions');
  return conditions !== undefined && conditions.length > 0 && conditions.every(isMembersOnly);
}

function isMembersOnly({ entries, complete }: MappingNode): boolean {
  const [only, ...more] = entries;
  return (
    complete && only?.key === 'members' && more.length === 0 && only.value.kind === 'sequence' && only.value.items.length > 0
  );
}

function identityLevel(node: MappingNode, { collector }: Walk): void {
  const name = entryOf(node, 'name')?.value;
  const id = literalString(name) ?? (name?.kind === 'template' ? lastLiteral(name.parts) : undefined);
  const short = id?.slice(id.lastIndexOf('/') + 1);
  if (short) collector.add('identityLevel', short, { id: short }, node);
}

function lastLiteral(parts: readonly ({ readonly literal: string } | { readonly hole: SyntaxNode })[]): string | undefined {
  const last = parts.at(-1);
  return last && 'literal' in last ? last.literal : undefined;
}

const levelType = 'google_access_context_manager_access_level';
const conditionType = 'google_access_context_manager_access_level_condition';

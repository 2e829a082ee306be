import { type Entry, entryOf, type MappingNode, type SyntaxNode } from '../../../../syntax/tree';
import type { FactReader } from '../../../../workspace/index/factReader';
import type { FactCollector } from '../../../../workspace/index/facts';
import { type Scope, scopeAlone } from '../../../../workspace/terraform/names/scope';
import { textOf } from '../../../../workspace/terraform/names/text';
import { blocksOf } from '../../../../workspace/terraform/resources';
import { fabricIds, fabricLevelId, fabricName, factoryWords, isFabricLevel } from '../fabric';
import { factoryPolicy, idIn, levelPolicy } from './levels';
import { anyLevel, levelIdIn, levelType, levelWords, looseName, usedLevelNames } from './names';

export interface LevelUseFact {
  readonly by: 'level' | 'other';
  /** The id of the level that asks for it. */
  readonly user: string | undefined;
  /** The access policy of that level. */
  readonly policy: string | undefined;
}

declare module '../../../../workspace/index/facts' {
  interface FactKinds {
    /** How an access level is used: name is one of the level's (see `levelNames.ts`). */
    readonly levelUse: LevelUseFact;
    /** A level whose required levels the text doesn't tell: name is the folder, `by` the address of the resource. */
    readonly unknownRequirement: { readonly by: string | undefined };
  }
}

/** Who uses access levels, and which are added to. */
export const levelUseFacts: FactReader = {
  types: ['google_access_context_manager_access_level_condition'],
  words: levelWords,
  root(collector) {
    const { root } = collector;
    const scope = scopeAlone(collector);
    const within: Within = { by: 'other', user: undefined, policy: undefined, holder: undefined };
    uses(root.node, within, { collector, scope, seen: new Set() });
    for (const { root: inner } of root.embedded)
      uses(inner.node, within, { collector: { ...collector, root: inner }, scope, seen: new Set() });
  },
  resource({ address, body }, collector) {
    const { folder, root } = collector;
    const node = entryOf(body, 'access_level')?.value;
    const level = node && textOf(node, scopeAlone(collector));
    const names = usedLevelNames(level, folder);
    const ids = names.filter(looseName).flatMap((name) => levelIdIn(name) ?? []);
    for (const name of [...names, ...ids]) collector.add('levelCondition', name, { folder, address }, body);
    if (names.length === 0 && level?.text === undefined)
      collector.add('untoldLevelCondition', anyLevel, { folder, address, root, node }, body);
  },
};

/** The levels that a file of a factory requires. */
export const factoryUseFacts: FactReader = {
  words: factoryWords,
  formats: ['yaml'],
  root(collector) {
    const { root } = collector;
    if (isFabricLevel(root.node)) factoryUses(root.node, collector);
  },
};

/** A level that is a file of a factory is known by the file's name, and so are those that it requires. */
function factoryUses(node: MappingNode, collector: FactCollector): void {
  const user = fabricLevelId(collector.uri);
  for (const condition of blocksOf(node, 'conditions')) {
    for (const required of fabricIds(itemsOf(entryOf(condition, 'required_access_levels')?.value)))
      collector.add('levelUse', fabricName(required), { by: 'level', user, policy: factoryPolicy(collector.folder) }, condition);
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

/** What the walk has come through: what asks, and where that belongs. */
interface Within extends LevelUseFact {
  /** The nearest mapping that says which access policy it belongs to. */
  readonly holder: MappingNode | undefined;
}

function uses(node: SyntaxNode, within: Within, walk: Walk): void {
  if (walk.seen.has(node)) return;
  walk.seen.add(node);
  switch (node.kind) {
    case 'mapping': {
      const inner = insideOf(node, within, walk);
      for (const entry of node.entries) entryUses(entry, inner, walk);
      return;
    }
    case 'sequence':
      for (const item of node.items) uses(item, within, walk);
      return;
    case 'opaque':
      for (const argument of node.call?.arguments ?? []) uses(argument, within, walk);
      return;
    default:
      for (const name of namesIn(node, walk.scope)) addUse(name, within, node, walk);
      if (node.kind === 'scalar' && typeof node.value === 'string') expressionUses(node.value, node, within, walk);
  }
}

function insideOf(node: MappingNode, within: Within, { collector, scope }: Walk): Within {
  const holder = entryOf(node, 'parent') ? node : within.holder;
  if (!entryOf(node, 'basic') && !entryOf(node, 'custom')) return holder === within.holder ? within : { ...within, holder };
  const name = entryOf(node, 'name')?.value;
  return {
    ...within,
    holder,
    user: idIn(name && textOf(name, scope)),
    policy: levelPolicy(node, holder, collector.root.text, collector.folder),
  };
}

function addUse(name: string, { by, user, policy }: Within, at: SyntaxNode, { collector }: Walk): void {
  collector.add('levelUse', name, { by, user, policy }, at);
}

function entryUses({ key, value }: Entry, within: Within, walk: Walk): void {
  // A level's own name and the level that a split condition adds to are no uses.
  if (key === 'name' || key === 'access_level' || key === 'title' || key === 'description') {
    if (key !== 'access_level' || value.kind === 'sequence') return;
    if (isSplitCondition(walk.collector)) return;
  }
  if (key === 'access_levels' && walk.collector.root.format.name === 'yaml')
    for (const id of fabricIds(itemsOf(value))) addUse(fabricName(id), { ...within, by: 'other' }, value, walk);
  const required = /^required_?access_?levels$/i.test(key);
  if (required && !isToldWhole(value)) unknownRequirement(value, walk);
  uses(value, required ? { ...within, by: 'level' } : within, walk);
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

function itemsOf(list: SyntaxNode | undefined): readonly SyntaxNode[] {
  return list?.kind === 'sequence' ? list.items : [];
}

function isSplitCondition({ root }: FactCollector): boolean {
  return root.node.kind === 'mapping' && root.node.header?.labels[0] === conditionType;
}

function namesIn(node: SyntaxNode | undefined, scope: Scope): readonly string[] {
  return node ? usedLevelNames(textOf(node, scope), scope.folder) : [];
}

function expressionUses(text: string, node: SyntaxNode, within: Within, walk: Walk): void {
  for (const id of levelIdsIn(text)) addUse(id, { ...within, by: 'level' }, node, walk);
  if (text.includes(' in ')) {
    for (const match of text.matchAll(/accessPolicies\/[^/'"]+\/accessLevels\/\w+/g))
      addUse(match[0], { ...within, by: 'other' }, node, walk);
  }
}

const conditionType = 'google_access_context_manager_access_level_condition';

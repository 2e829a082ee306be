import type { Root } from '../../../../syntax/format';
import { entryOf, type MappingNode, type SyntaxNode } from '../../../../syntax/tree';
import type { FactReader } from '../../../../workspace/index/factReader';
import type { FactCollector } from '../../../../workspace/index/facts';
import { emptyWorkspace } from '../../../../workspace/index/workspace';
import { instancesOf } from '../../../../workspace/terraform/names/instances';
import { documentScope, type Scope, scopeAlone } from '../../../../workspace/terraform/names/scope';
import { literalString, type TextValue, textOf } from '../../../../workspace/terraform/names/text';
import { blocksOf, type TerraformResource, terraformResources } from '../../../../workspace/terraform/resources';
import { fabricLevelId, fabricName, factoryWords, isFabricLevel } from '../fabric';
import { levelNames, levelType, levelWords } from './names';

export interface LevelFact {
  /** The access policy, in words that are the same for levels of the same one; undefined where the text doesn't tell. */
  readonly policy: string | undefined;
  readonly id: string | undefined;
  /** All names of its facts. */
  readonly names: readonly string[];
}

declare module '../../../../workspace/index/facts' {
  interface FactKinds {
    /**
     * `google_access_context_manager_access_level_condition` for a level: same names as `levelUse`, and its id alone where that is all
     * that is told.
     */
    readonly levelCondition: ResourceName;
    /** The same for a level that its own file doesn't tell: name is `anyLevel`, `node` what stands for the level, if anything does. */
    readonly untoldLevelCondition: ResourceName & { readonly root: Root; readonly node: SyntaxNode | undefined };
    /** An access level: same names as `levelUse`. */
    readonly level: LevelFact;
    /** What an access level is called: name is made of its id or of its title, which no other level of the policy may have. */
    readonly levelName: { readonly policy: string | undefined };
    /** The name of an access level whose id its own file doesn't tell: name is the folder. */
    readonly untoldLevelName: ValueFact & { readonly policy: string | undefined };
  }
}

/** What each access level of a root is called and where it belongs. */
export const levelFacts: FactReader = {
  types: [levelType, `${levelType}s`],
  words: levelWords,
  root(collector) {
    const { root, uri } = collector;
    if (terraformResources(root, uri).length > 0) return;
    for (const one of [root, ...root.embedded.map((embedded) => embedded.root)]) documentLevels(one, collector);
  },
  resource: terraformLevels,
  followed: [levelType, 'google_access_context_manager_access_policy'],
  added: [levelType],
};

/** A level that is a file of a factory. */
export const factoryLevelFacts: FactReader = {
  words: factoryWords,
  formats: ['yaml'],
  root(collector) {
    const { root } = collector;
    if (isFabricLevel(root.node)) factoryLevel(root.node, collector);
  },
};

/**
 * The access policy of a level as its text tells it: two levels with the same one surely belong together. `holder`: the resource
 * that says so for the levels in it.
 */
export function levelPolicy(
  level: MappingNode,
  holder: MappingNode | undefined,
  text: string,
  folder: string,
): string | undefined {
  const name = literalString(entryOf(level, 'name')?.value);
  const written = /^(accessPolicies\/[^/]+)\/accessLevels\/[^/]+$/.exec(name ?? '')?.[1];
  if (written) return written;
  const parent = entryOf(holder ?? level, 'parent')?.value;
  const literal = literalString(parent);
  if (literal !== undefined || !parent) return literal;
  const source = text.slice(parent.range.start, parent.range.end).replace(/\s+/g, '');
  return /\b(each|count)\./.test(source) ? undefined : `${folder}#${source}`;
}

/** Whether two levels belong to one access policy: names that are computed may come to the same. */
export function samePolicy(one: string | undefined, other: string | undefined): boolean | 'unknown' {
  if (one === undefined || other === undefined) return 'unknown';
  if (one === other) return true;
  return isWritten(one) && isWritten(other) ? false : 'unknown';
}

/** Two levels of one policy may have neither the same id nor the same title. */
export function comparableName(what: 'id' | 'title', text: string): string {
  return `${what} ${text.toLowerCase()}`;
}

/** The files of one folder make the levels of one policy. */
export function factoryPolicy(folder: string): string {
  return `${folder}#factory`;
}

function isWritten(policy: string): boolean {
  return policy.startsWith('accessPolicies/') && !policy.includes('#');
}

function factoryLevel(node: MappingNode, collector: FactCollector): void {
  const { folder, uri } = collector;
  const id = fabricLevelId(uri);
  const names = [...levelNames({ name: undefined, id, resource: undefined, folder }), fabricName(id)];
  add(node, collector, { policy: factoryPolicy(folder), id, names });
}

function terraformLevels({ type, mode, body, address, folder }: TerraformResource, collector: FactCollector): void {
  if (mode !== 'resource') return;
  const isList = type === `${levelType}s`;
  if (!isList && type !== levelType) return;
  const levels = isList ? blocksOf(body, 'access_levels') : [body];
  const own = isList ? undefined : { folder, address };
  for (const level of levels) {
    const policy = levelPolicy(level, body, collector.root.text, folder);
    for (const scope of instancesOf(body, scopeAlone(collector))) {
      describe(level, { collector, scope, policy, resource: own });
    }
  }
}

function documentLevels(root: Root, collector: FactCollector): void {
  const { folder } = collector;
  const seen = new Set<SyntaxNode>();
  const waiting = [root.node];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (seen.has(node)) continue;
    seen.add(node);
    if (node.kind === 'sequence') for (const item of node.items) waiting.push(item);
    if (node.kind !== 'mapping') continue;
    for (const { value } of node.entries) waiting.push(value);
    if (!entryOf(node, 'basic') && !entryOf(node, 'custom')) continue;
    const policy = levelPolicy(node, undefined, root.text, folder);
    describe(node, {
      collector,
      scope: documentScope(root, emptyWorkspace),
      policy,
      resource: undefined,
    });
  }
}

interface Described {
  readonly collector: FactCollector;
  readonly scope: Scope;
  readonly policy: string | undefined;
  readonly resource: { readonly folder: string; readonly address: string } | undefined;
}

function describe(level: MappingNode, { collector, scope, policy, resource }: Described): void {
  const name = textIn(level, 'name', scope);
  const id = idIn(name);
  const fact: LevelFact = {
    policy,
    id,
    names: levelNames({ name, id, resource, folder: collector.folder }),
  };
  add(level, collector, fact);
  const value = entryOf(level, 'name')?.value;
  if (value && id === undefined)
    collector.add('untoldLevelName', collector.folder, { policy, root: collector.root, node: value }, level);
  const title = textIn(level, 'title', scope)?.text;
  const called = [...(id ? [comparableName('id', id)] : []), ...(title ? [comparableName('title', title)] : [])];
  for (const one of called) collector.add('levelName', one, { policy }, level);
}

function add(level: MappingNode, collector: FactCollector, fact: LevelFact): void {
  for (const name of new Set(fact.names)) collector.add('level', name, fact, level);
}

/** The id that the end of a name tells; undefined when it is only partly written. */
export function idIn(name: TextValue | undefined): string | undefined {
  if (!name) return undefined;
  const end = name.suffix.slice(name.suffix.lastIndexOf('/') + 1);
  return (name.text !== undefined || name.suffix.includes('/')) && end !== '' ? end : undefined;
}

function textIn(level: MappingNode, key: string, scope: Scope): TextValue | undefined {
  const value = entryOf(level, key)?.value;
  return value && textOf(value, scope);
}

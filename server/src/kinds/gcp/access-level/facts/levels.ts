import type { Root } from '../../../../syntax/format';
import { type Entry, entryOf, type MappingNode, type SyntaxNode } from '../../../../syntax/tree';
import type { FactReader } from '../../../../workspace/index/factReader';
import type { FactCollector } from '../../../../workspace/index/facts';
import { emptyWorkspace } from '../../../../workspace/index/workspace';
import { instancesAreCounted, instancesOf, type Scope } from '../../../../workspace/terraform/evaluate';
import { blocksOf, type TerraformResource, terraformResources } from '../../../../workspace/terraform/resources';
import { literalString, type TextValue, textOf } from '../../../../workspace/terraform/text';
import { fabricLevelId, fabricName, factoryWords, isFabricLevel } from '../fabric';
import { levelNames, levelType } from './names';

export interface LevelFact {
  /** The access policy, in words that are the same for levels of the same one; undefined where the text doesn't tell. */
  readonly policy: string | undefined;
  readonly id: string | undefined;
  /** All names of its facts. */
  readonly names: readonly string[];
  /** For whom being named is enough to meet the level. */
  readonly members: readonly AdmittedMember[];
  /** Whether these are all. */
  readonly complete: boolean;
  /** Whether nobody else meets it, as far as the level itself tells, and anything may ask for it. */
  readonly only: boolean;
}

export interface AdmittedMember {
  /** Undefined where a part is unknown. */
  readonly text: string | undefined;
  /** What it surely begins with. */
  readonly prefix: string;
}

declare module '../../../../workspace/index/facts' {
  interface FactKinds {
    /** `google_access_context_manager_access_level_condition` for a level: same names as `levelUse`. */
    readonly levelCondition: { readonly folder: string; readonly address: string };
    /** An access level: same names as `levelUse`. */
    readonly level: LevelFact;
    /** What an access level is called: name is made of its id or of its title, which no other level of the policy may have. */
    readonly levelName: { readonly policy: string | undefined };
    /** The name of an access level whose id its own file doesn't tell: name is the folder. */
    readonly untoldLevelName: ValueFact & { readonly policy: string | undefined };
  }
}

/** What each access level of a root is called, where it belongs and whom it lets in by name alone. */
export const levelFacts: FactReader = {
  types: [levelType, `${levelType}s`],
  words: /access_?levels?/i,
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
  const admitted = admittedBy(node, blocksOf(node, 'conditions'), { folder, workspace: emptyWorkspace });
  const names = [...levelNames({ name: undefined, id, resource: undefined, folder }), fabricName(id)];
  add(node, collector, { policy: factoryPolicy(folder), id, names, ...admitted });
}

function terraformLevels({ type, mode, body, address, folder }: TerraformResource, collector: FactCollector): void {
  if (mode !== 'resource') return;
  const isList = type === `${levelType}s`;
  if (!isList && type !== levelType) return;
  const levels = isList ? blocksOf(body, 'access_levels') : [body];
  const own = isList ? undefined : { folder, address };
  const isOne = !instancesAreCounted(body);
  const isOwn = !blocksOf(body, 'lifecycle').some((lifecycle) => entryOf(lifecycle, 'ignore_changes'));
  const isFree = !entryOf(body, 'depends_on');
  for (const level of levels) {
    const policy = levelPolicy(level, body, collector.root.text, folder);
    for (const scope of instancesOf(body, { folder, workspace: emptyWorkspace })) {
      describe(level, { collector, scope, policy, resource: own, isWhole: isOne && isOwn, isFree });
    }
  }
}

function documentLevels({ node: top, text }: Root, collector: FactCollector): void {
  const { folder } = collector;
  const seen = new Set<SyntaxNode>();
  const waiting = [top];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (seen.has(node)) continue;
    seen.add(node);
    if (node.kind === 'sequence') for (const item of node.items) waiting.push(item);
    if (node.kind !== 'mapping') continue;
    for (const { value } of node.entries) waiting.push(value);
    if (!entryOf(node, 'basic') && !entryOf(node, 'custom')) continue;
    const policy = levelPolicy(node, undefined, text, folder);
    describe(node, {
      collector,
      scope: { folder: '', workspace: emptyWorkspace },
      policy,
      resource: undefined,
      isWhole: true,
      isFree: true,
    });
  }
}

interface Described {
  readonly collector: FactCollector;
  readonly scope: Scope;
  readonly policy: string | undefined;
  readonly resource: { readonly folder: string; readonly address: string } | undefined;
  /** Whether the text stands for exactly one level, and for all of it. */
  readonly isWhole: boolean;
  /** Whether it waits for nothing else, so that others may ask for it. */
  readonly isFree: boolean;
}

function describe(level: MappingNode, { collector, scope, policy, resource, isWhole, isFree }: Described): void {
  const [basic] = blocksOf(level, 'basic');
  const name = textIn(level, 'name', scope);
  const id = idIn(name);
  const admitted = basic && admittedBy(basic, blocksOf(basic, 'conditions'), scope);
  const fact: LevelFact = {
    policy,
    id,
    names: levelNames({ name, id, resource, folder: collector.folder }),
    members: admitted?.members ?? [],
    complete: isWhole && admitted?.complete === true,
    only: isWhole && isFree && admitted?.only === true,
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

/** Whom the conditions let in for being named, whatever else holds. */
function admittedBy(
  basic: MappingNode,
  conditions: readonly MappingNode[],
  scope: Scope,
): Pick<LevelFact, 'members' | 'complete' | 'only'> {
  const list = entryOf(basic, 'conditions')?.value;
  const isWhole =
    list?.kind === 'mapping' || (list?.kind === 'sequence' && list.complete && list.items.length === conditions.length);
  const told = conditions.map((condition) => namedIn(condition, scope));
  const joined = joinedBy(basic);
  const named = told.filter((one) => one !== 'unknown' && one !== 'asksMore');
  const isAll = isWhole && basic.complete && conditions.length > 0;
  const complete = isAll && !told.includes('unknown');
  if (joined === 'OR' || conditions.length === 1)
    return { members: named.flat(), complete: complete && joined !== 'unknown', only: complete && named.length === told.length };
  // Several that must all hold let nobody in by name, unless each of them is a list of names: one that asks for more tells enough.
  return { members: [], complete: isAll && joined === 'AND' && told.includes('asksMore'), only: false };
}

function joinedBy(basic: MappingNode): 'AND' | 'OR' | 'unknown' {
  const entry = entryOf(basic, 'combiningFunction') ?? entryOf(basic, 'combining_function');
  if (!entry) return basic.complete ? 'AND' : 'unknown';
  const text = literalString(entry.value);
  return text === 'AND' || text === 'OR' ? text : 'unknown';
}

/** The members of a condition that asks for nothing but being one of them. */
function namedIn({ entries, complete }: MappingNode, scope: Scope): readonly AdmittedMember[] | 'unknown' | 'asksMore' {
  if (entries.some(asksForMore)) return 'asksMore';
  const [only, ...more] = entries;
  if (!complete || only?.key !== 'members' || more.length > 0 || only.value.kind !== 'sequence') return 'unknown';
  const { items, complete: isWhole } = only.value;
  if (!isWhole || items.length === 0) return 'unknown';
  return items.map((item) => {
    const text = textOf(item, scope);
    return { text: text?.text, prefix: text?.prefix ?? '' };
  });
}

/** A required level may itself be a list of names. */
function asksForMore({ key, value }: Entry): boolean {
  if (!/^(ip_?subnetworks|regions|device_?policy|vpc_?network_?sources|vpc_?subnets)$/i.test(key)) return false;
  return value.kind === 'sequence' ? value.items.length > 0 : value.kind === 'mapping' && value.entries.length > 0;
}

import { entryOf, type MappingNode, type ReferenceNode, type SyntaxNode } from '../../syntax/tree';
import type { FactKind, FactOf, Place } from '../index/facts';
import { emptyWorkspace, type Workspace } from '../index/workspace';

/** Where a Terraform expression stands, as far as its names are concerned. */
export interface Scope {
  /** The module's folder, without a slash at the end. */
  readonly folder: string;
  readonly workspace: Workspace;
  /** Set inside one of the resources that a literal `for_each` stands for. */
  readonly each?: { readonly key: string; readonly value: SyntaxNode };
  readonly countIndex?: number;
  /** Set while the calls of one module are compared, so that modules that call each other come to an end. */
  readonly amongCalls?: boolean | undefined;
}

/** For summaries, which tell what the file alone says; names from other files are left to those who ask. */
export function scopeAlone({ folder }: Pick<Scope, 'folder'>): Scope {
  return { folder, workspace: emptyWorkspace };
}

/** What a node stands for once its names are followed as far as the text tells. */
export interface Resolved {
  /** The node the names lead to; a reference that leads nowhere known stays itself. */
  readonly node: SyntaxNode;
  /** Whether it is the very node that was asked about. */
  readonly literal: boolean;
  /** False for a variable's default or assignment: enough to accuse a value, never to prove that something is absent. */
  readonly certain: boolean;
  /** Where the names have led last: the local, the default, the argument. */
  readonly source: Place | undefined;
  /** Where the names inside `node` are to be read. */
  readonly scope: Scope;
}

/** Follows locals, variables, `each`, `count` and literal attributes of resources. Never throws; circles end as unknown. */
export function resolve(node: SyntaxNode, scope: Scope): Resolved {
  let current: Resolved = { node, literal: true, certain: true, source: undefined, scope };
  for (let steps = 0; steps < longestChain; steps++) {
    const { node: at } = current;
    const reference = at.kind === 'reference' ? at : loneHole(at);
    if (!reference) return current;
    const next = follow(reference, current);
    if (!next) return current;
    current = next;
  }
  return { node, literal: true, certain: false, source: undefined, scope };
}

/**
 * The scopes of the resources that a body with `count` or `for_each` stands for; the scope itself for a body without. With a
 * `for_each` that can't be told there is one scope in which `each` is unknown.
 */
export function instancesOf(body: MappingNode, scope: Scope): readonly Scope[] {
  return knownInstancesOf(body, scope) ?? [scope];
}

/** The same where the text tells how many there are and what each of them is; undefined where there may be none, or others. */
export function knownInstancesOf(body: MappingNode, scope: Scope): readonly Scope[] | undefined {
  const forEach = entryOf(body, 'for_each')?.value;
  if (forEach) {
    const { node, certain } = resolve(forEach, scope);
    return (certain ? eachOf(node) : undefined)?.map((each) => ({ ...scope, each }));
  }
  const count = entryOf(body, 'count')?.value;
  if (!count) return [scope];
  const { node, certain } = resolve(count, scope);
  if (!certain || node.kind !== 'scalar' || typeof node.value !== 'number') return undefined;
  if (node.value < 0 || node.value > mostInstances) return undefined;
  return Array.from({ length: Math.floor(node.value) }, (_, countIndex) => ({ ...scope, countIndex }));
}

/** Whether the address of the resource means several, or none, and each has an index of its own. */
export function instancesAreCounted(body: MappingNode): boolean {
  return entryOf(body, 'count') !== undefined || entryOf(body, 'for_each') !== undefined;
}

/** A string that is one hole is that hole, as in `.tf.json` and older Terraform. */
function loneHole(node: SyntaxNode): ReferenceNode | undefined {
  const [part, ...more] = node.kind === 'template' ? node.parts : [];
  return part && 'hole' in part && more.length === 0 && part.hole.kind === 'reference' ? part.hole : undefined;
}

function follow(reference: ReferenceNode, from: Resolved): Resolved | undefined {
  const { scope } = from;
  const [head, name, ...rest] = reference.path;
  if (head === 'each' && scope.each) return followEach(name, rest, from, scope.each);
  if (head === 'count' && name === 'index' && scope.countIndex !== undefined) {
    return { ...from, literal: false, node: { kind: 'scalar', range: reference.range, value: scope.countIndex } };
  }
  if (typeof head !== 'string' || typeof name !== 'string') return undefined;
  if (head === 'local') {
    const local = only(scope, 'local', name);
    return step(local?.value.node, rest, { ...from, literal: false, source: local?.at });
  }
  if (head === 'var') return followVariable(name, rest, from);
  const resource = scope.workspace.find('resource', `${scope.folder}#${head}.${name}`);
  return resource.length === 1
    ? step(resource[0]?.value.body, rest, { ...from, literal: false, source: resource[0]?.at })
    : undefined;
}

function followEach(
  name: string | number | undefined,
  rest: Path,
  from: Resolved,
  each: NonNullable<Scope['each']>,
): Resolved | undefined {
  if (name === 'key') return { ...from, literal: false, node: { kind: 'scalar', range: each.value.range, value: each.key } };
  return name === 'value' ? step(each.value, rest, { ...from, literal: false }) : undefined;
}

/** A module is one text for all that use it, so a variable is known where every use gives it the same. */
function followVariable(name: string, rest: Path, from: Resolved): Resolved | undefined {
  const uses = usesOf(name, from.scope);
  const [use, ...others] = uses ?? [];
  if (!use) return undefined;
  if (others.length === 0) return step(use.node, rest, { ...from, ...use, literal: false, certain: from.certain && use.certain });
  const values = [use, ...others].map((one) => ({ ...one, value: resolve(one.node, { ...one.scope, amongCalls: true }) }));
  const [first] = values;
  if (!first || !values.every(({ value }) => sameLiteral(value.node, first.value.node))) return undefined;
  const certain = from.certain && values.every((one) => one.certain && one.value.certain);
  return step(first.value.node, rest, { ...from, literal: false, certain, source: first.value.source ?? first.source });
}

/** What one use of a module gives a variable: a call of it, or Terraform started in its folder. */
type Use = Pick<Resolved, 'node' | 'certain' | 'source' | 'scope'>;

/** Undefined when one of them can't be told. */
function usesOf(name: string, scope: Scope): readonly Use[] | undefined {
  const { folder, workspace } = scope;
  const callers = callersOf(scope);
  const variable = only(scope, 'variable', name);
  const usual = variable?.value.node && { node: variable.value.node, certain: false, source: variable.at, scope };
  const assigned = workspace.find('assignment', `${folder}#${name}`).map(({ value, at }) => ({ node: value.node, source: at }));
  const uses = [
    ...(callers ?? [undefined]).map((caller): Use | undefined => {
      const argument = caller && entryOf(caller.call.value.arguments, name);
      if (argument) return { node: argument.value, certain: workspace.complete, source: caller.call.at, scope: caller.scope };
      return caller?.call.value.arguments.complete ? usual : undefined;
    }),
    ...assigned.map((use) => ({ ...use, certain: false, scope })),
  ];
  if (uses.length === 0 && usual) uses.push(usual);
  // A variable that takes no null has its default instead.
  const isTold = (use: Use | undefined): use is Use =>
    use !== undefined && (variable?.value.takesNull !== false || !isNull(use.node));
  return uses.every(isTold) ? uses : undefined;
}

interface Caller {
  readonly call: FactOf<'moduleCall'>;
  /** Where its arguments are to be read. */
  readonly scope: Scope;
}

/** Who calls the module, each as often as its `count` or `for_each` says; undefined when that can't be told. */
function callersOf({ folder, workspace, amongCalls }: Scope): readonly Caller[] | undefined {
  const calls = workspace.find('moduleCall', folder);
  if (calls.length > mostCallers || (amongCalls && calls.length > 1)) return undefined;
  const callers = calls.flatMap((call) => {
    const scope = { folder: call.value.folder, workspace, amongCalls };
    if (amongCalls) return { call, scope };
    return instancesOf(call.value.arguments, { ...scope, amongCalls: true }).map((made) => ({
      call,
      scope: { ...made, amongCalls },
    }));
  });
  return callers.length > mostCallers ? undefined : callers;
}

function isNull(node: SyntaxNode): boolean {
  return node.kind === 'scalar' && node.value === null;
}

/** Whether both spell out the same value. What holds a name is no literal: it may lead elsewhere from each place. */
function sameLiteral(a: SyntaxNode, b: SyntaxNode): boolean {
  if (a.kind === 'scalar') return b.kind === 'scalar' && a.value === b.value;
  if (a.kind === 'sequence') {
    if (b.kind !== 'sequence' || !a.complete || !b.complete || a.items.length !== b.items.length) return false;
    return a.items.every((item, index) => sameValue(item, b.items[index]));
  }
  if (a.kind !== 'mapping' || b.kind !== 'mapping' || !a.complete || !b.complete) return false;
  if (a.entries.length !== b.entries.length) return false;
  return a.entries.every(({ key, value }, index) => key === b.entries[index]?.key && sameValue(value, b.entries[index]?.value));
}

function sameValue(a: SyntaxNode, b: SyntaxNode | undefined): boolean {
  return b !== undefined && sameLiteral(a, b);
}

function only<K extends FactKind>(scope: Scope, kind: K, name: string): FactOf<K> | undefined {
  const found = scope.workspace.find(kind, `${scope.folder}#${name}`);
  return found.length === 1 ? found[0] : undefined;
}

type Path = readonly (string | number)[];

function step(start: SyntaxNode | undefined, path: Path, as: Resolved): Resolved | undefined {
  let node = start;
  for (const key of path) {
    if (node?.kind === 'mapping') node = entryOf(node, String(key))?.value;
    else if (node?.kind === 'sequence' && node.complete) node = node.items[Number(key)];
    else return undefined;
  }
  return node && { ...as, node };
}

function eachOf(node: SyntaxNode): readonly NonNullable<Scope['each']>[] | undefined {
  if (node.kind === 'mapping' && node.complete && node.entries.length <= mostInstances) {
    return node.entries.map(({ key, value }) => ({ key, value }));
  }
  if (node.kind !== 'sequence' || !node.complete || node.items.length > mostInstances) return undefined;
  const each = node.items.flatMap((value) => (value.kind === 'scalar' ? [{ key: String(value.value), value }] : []));
  return each.length === node.items.length ? each : undefined;
}

const longestChain = 30;
const mostInstances = 200;

/** A module that is used more often is seldom given the same by all. */
const mostCallers = 50;

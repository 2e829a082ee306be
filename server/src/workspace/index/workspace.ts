import type { Fact, FactKind, FactOf } from './facts';
import { type NodeSet, sameNodes } from './reach/nodeSet';
import { createRelationKeeper, noRelations, type Reached, type Relations } from './reach/relations';

type AnyFact = FactOf<FactKind>;

/** The facts of all files, joined. Immutable; what a file asked of it can be asked again of the next one and compared. */
export interface Workspace {
  /** Whether every file has been read. Until then what is not found is unknown, not absent. */
  readonly complete: boolean;
  find<K extends FactKind>(kind: K, name: string): readonly FactOf<K>[];
  /** Of a view that remembers who asks: what it is a view of, which several of them have in common. */
  readonly base?: Workspace | undefined;
  /** A derived answer: what the edges of a relation lead to from a node, however far, in whichever files they stand. */
  reach(relation: string, from: string): Reached;
}

export const emptyWorkspace: Workspace = { complete: false, find: () => [], reach: noRelations.reach };

/** `facts` holds one list for each file. Whoever joins them often keeps up the relations between them and hands these in. */
export function join(facts: Iterable<readonly Fact[]>, complete: boolean, relations?: Relations): Workspace {
  const lists = [...facts];
  const byName = new Map<string, Fact[]>();
  const twice = new Map<string, FactOf<'declared'>>();
  for (const list of lists) {
    for (const fact of list) {
      const key = keyOf(fact.kind, fact.name);
      const found = byName.get(key);
      if (!found) byName.set(key, [fact]);
      else found.push(fact);
      if (found && fact.kind === 'declared' && isMadeTwice(found)) twice.set(key, fact);
    }
  }
  for (const { name, value, at } of twice.values()) {
    const folder = name.slice(0, name.indexOf('#'));
    const key = keyOf('declaredTwice', folder);
    byName.set(key, [...(byName.get(key) ?? []), { kind: 'declaredTwice', name: folder, value: { address: value.address }, at }]);
  }
  return {
    complete,
    // The map is filled by kind, so what stands under a kind's key is of that kind.
    find: <K extends FactKind>(kind: K, name: string) => (byName.get(keyOf(kind, name)) ?? []) as unknown as readonly FactOf<K>[],
    reach(relation, from) {
      relations ??= relationsOf(lists);
      return relations.reach(relation, from);
    },
  };
}

function isMadeTwice(facts: readonly Fact[]): boolean {
  return facts.filter((fact) => fact.kind === 'declared' && fact.value.made && !fact.value.overrides).length > 1;
}

function relationsOf(lists: readonly (readonly Fact[])[]): Relations {
  const keeper = createRelationKeeper();
  for (const [file, facts] of lists.entries()) keeper.set(String(file), facts);
  return keeper.relations();
}

/** A workspace that remembers what it was asked. */
export interface WatchedWorkspace extends Workspace {
  /** Whether `other` would answer every question that was asked so far in the same way, places aside. */
  agreesWith(other: Workspace): boolean;
  /** Whether nothing was asked so far. */
  readonly askedNothing: boolean;
}

export function watch(workspace: Workspace): WatchedWorkspace {
  const answers = new Map<string, { kind: FactKind; name: string; facts: readonly AnyFact[] }>();
  const derived = new Map<string, DerivedAnswer>();
  let askedComplete = false;
  return {
    get base() {
      return workspace.base ?? workspace;
    },
    get complete() {
      askedComplete = true;
      return workspace.complete;
    },
    find(kind, name) {
      const facts = workspace.find(kind, name);
      answers.set(keyOf(kind, name), { kind, name, facts: facts as readonly AnyFact[] });
      return facts;
    },
    reach(relation, from) {
      const found = workspace.reach(relation, from);
      const key = JSON.stringify([relation, from]);
      const answer = derived.get(key) ?? { relation, from: found.from, nodes: found.nodes, paths: new Map() };
      derived.set(key, answer);
      const pathTo = (node: string) => {
        const path = found.pathTo(node);
        answer.paths.set(node, path);
        return path;
      };
      return { ...found, pathTo };
    },
    get askedNothing() {
      return !askedComplete && answers.size === 0 && derived.size === 0;
    },
    agreesWith(other) {
      if (askedComplete && other.complete !== workspace.complete) return false;
      for (const { kind, name, facts } of answers.values()) {
        if (!sameFacts(facts, other.find(kind, name))) return false;
      }
      for (const answer of derived.values()) if (!isAnswerOf(answer, other)) return false;
      return true;
    },
  };
}

/** What was told of a relation: the answer itself, whichever facts led to it. */
interface DerivedAnswer {
  readonly relation: string;
  readonly from: string;
  readonly nodes: NodeSet;
  /** Those that were asked for. */
  readonly paths: Map<string, readonly string[] | undefined>;
}

function isAnswerOf({ relation, from, nodes, paths }: DerivedAnswer, workspace: Workspace): boolean {
  const now = workspace.reach(relation, from);
  if (!sameNodes(nodes, now.nodes)) return false;
  for (const [node, path] of paths) if (!samePath(path, now.pathTo(node))) return false;
  return true;
}

function samePath(a: readonly string[] | undefined, b: readonly string[] | undefined): boolean {
  return a === b || (a?.length === b?.length && a?.every((node, at) => node === b?.[at]) === true);
}

/** Whether the two tell the same of the world; where they tell it does not count. */
export function sameFacts(a: readonly AnyFact[], b: readonly AnyFact[]): boolean {
  return a === b || (a.length === b.length && a.every((fact, index) => sameFact(fact, b[index])));
}

/** `facts`, with the object that `before` has for each that tells the same: whoever holds on to one finds it again. */
export function carryOver(before: readonly Fact[], facts: readonly Fact[]): readonly Fact[] {
  const shorter = Math.min(before.length, facts.length);
  let start = 0;
  while (start < shorter && sameFact(facts[start], before[start])) start++;
  if (start === before.length && start === facts.length) return before;
  let after = 0;
  while (after < shorter - start && sameFact(facts.at(-1 - after), before.at(-1 - after))) after++;
  const end = before.length - after;
  const changed = reuse(before.slice(start, end), facts.slice(start, facts.length - after));
  return [...before.slice(0, start), ...changed, ...before.slice(end)];
}

/** The same for facts in any order. */
function reuse(before: readonly Fact[], facts: readonly Fact[]): readonly Fact[] {
  const known = new Map<string, Fact[]>();
  for (const fact of before) {
    const key = likenessOf(fact);
    const others = known.get(key);
    if (others) others.push(fact);
    else known.set(key, [fact]);
  }
  return facts.map((fact) => {
    const candidates = known.get(likenessOf(fact)) ?? [];
    const found = candidates.findIndex((candidate) => sameFact(fact, candidate));
    return found < 0 ? fact : (candidates.splice(found, 1)[0] ?? fact);
  });
}

/** The same for facts that are the same: thousands may stand under one name. */
function likenessOf({ kind, name, value }: Fact): string {
  let likeness = keyOf(kind, name);
  for (const field of Object.values(value)) likeness += isRecord(field) ? ' …' : ` ${String(field)}`;
  return likeness;
}

function sameFact(a: AnyFact | undefined, b: AnyFact | undefined): boolean {
  if (a === b) return true;
  if (!a || !b || a.kind !== b.kind || a.name !== b.name || a.at.uri !== b.at.uri) return false;
  if (twins.get(a.value) === b.value) return true;
  const isSame = sameValue(a.value, b.value);
  if (isSame && a.value !== b.value) twins.set(a.value, b.value);
  return isSame;
}

/** What was found to be the same last: readers keep what they tell of a text, one of it broken and one of it mended. */
const twins = new WeakMap<object, object>();

function sameValue(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (!isRecord(a) || !isRecord(b)) return false;
  // Facts that hold a part of a tree are equal when the text of that part is, whatever else stands in the same root.
  if ('root' in a && 'root' in b) return writtenIn(a) === writtenIn(b);
  return sameFields(a, b);
}

/** Asked of all facts of a file at every keystroke, so it makes no lists of keys. */
function sameFields(a: Readonly<Record<string, unknown>>, b: Readonly<Record<string, unknown>>): boolean {
  let more = 0;
  for (const _ in b) more++;
  for (const key in a) {
    if (!sameValue(a[key], b[key])) return false;
    more--;
  }
  return more === 0;
}

function writtenIn({ root, node }: Readonly<Record<string, unknown>>): unknown {
  if (!isRecord(root) || typeof root.text !== 'string') return undefined;
  if (!isRecord(node) || !isRecord(node.range)) return root.text;
  return root.text.slice(Number(node.range.start), Number(node.range.end));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function keyOf(kind: FactKind, name: string): string {
  return `${kind} ${name}`;
}

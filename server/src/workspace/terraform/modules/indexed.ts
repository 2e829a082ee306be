import type { Expression } from '../../../syntax/terraform/expressions/expression';
import { bodyOf, expressionOf } from '../../../syntax/terraform/expressions/written';
import { escapedPath, pathInside } from '../../files/address';
import type { BlockFact, FactKind, FactOf, Piece, Place, ResourceFact } from '../../index/facts';
import { tellsFiles } from '../../index/namedFiles';
import { emptyWorkspace, type Workspace } from '../../index/workspace';
import type { FileAccess } from '../functions/definition';
import { addressFrom } from '../resources';
import { equal } from '../values/equal';
import { nullValue } from '../values/make';
import { orderKey } from '../values/setOrder';
import type { Value } from '../values/value';
import {
  assignmentsInOrder,
  isOverride,
  type Named,
  overridden,
  type Placed,
  type PlacedBody,
  type Resource,
} from './configuration';
import { Ledger, type Noticed, type Question } from './ledger';
import { asRoot, ModuleInstance, type Surroundings } from './moduleInstance';

/** A module of which names are followed one by one, through the index of the workspace, which remembers what was asked. */
export type IndexedModule = ModuleInstance<Named>;

/**
 * The modules that the text of a folder stands for: one for each time that it is called, and the root module where nobody does. Where that
 * can't be told, or is more than anybody looks at, one whose variables aren't known. Never empty. Those of one workspace are the same for
 * everybody who asks with the same `attributeOf`, and what they work out is: `workspace` is asked whatever that follows from.
 */
export function modulesIn(folder: string, workspace: Workspace, attributeOf?: AttributeOf): readonly AlikeModules[] {
  const shared = sharedOf(workspace, attributeOf);
  const { result, asked } = shared.ledger.notice(() => foundIn(folder, shared));
  askAgain(asked, workspace);
  return result.distinct;
}

/** Lets a view of the workspace know what was asked in its place. */
export function askAgain(questions: ReadonlySet<Question>, workspace: Workspace): void {
  if (workspace === emptyWorkspace) return;
  const known = answered.get(workspace) ?? new Set<Question>();
  answered.set(workspace, known);
  for (const question of questions) {
    if (known.has(question)) continue;
    known.add(question);
    question(workspace);
  }
}

const answered = new WeakMap<Workspace, Set<Question>>();

/** All that is worked out in one workspace. */
interface Shared {
  readonly workspace: Workspace;
  readonly attributeOf: AttributeOf | undefined;
  readonly ledger: Ledger;
  readonly found: Map<string, Noticed<FoundModules>>;
  /** By folder and variable, whether it may be something else in another module of the text. */
  readonly unsure: Map<string, Noticed<boolean>>;
}

interface FoundModules {
  readonly all: readonly IndexedModule[];
  readonly distinct: readonly AlikeModules[];
}

/** Modules that are given the same are the same to whoever reads them. */
export interface AlikeModules {
  readonly module: IndexedModule;
  /** `module.a["b"].` of each of them; empty for the root. */
  readonly prefixes: readonly string[];
  /** Each by itself, with the call that makes it. */
  readonly all: readonly IndexedModule[];
}

type AttributeOf = NonNullable<Surroundings['attributeOf']>;

function sharedOf(view: Workspace, attributeOf: AttributeOf | undefined): Shared {
  const workspace = view.base ?? view;
  const known = cache.get(workspace) ?? new Map<AttributeOf | undefined, Shared>();
  const before = known.get(attributeOf);
  if (before) return before;
  const ledger = new Ledger();
  const shared = { workspace: noting(workspace, ledger), attributeOf, ledger, found: new Map(), unsure: new Map() };
  // What nothing is known of is nobody's in particular, and would be kept for ever.
  if (workspace !== emptyWorkspace) cache.set(workspace, known.set(attributeOf, shared));
  return shared;
}

const cache = new WeakMap<Workspace, Map<AttributeOf | undefined, Shared>>();

// Made out here, so that who keeps a question keeps no workspace.
const isComplete: Question = (workspace) => void workspace.complete;
const whatIs =
  (kind: FactKind, name: string): Question =>
  (workspace) =>
    void workspace.find(kind, name);

/** The workspace, which notes what it is asked. */
function noting(workspace: Workspace, ledger: Ledger): Workspace {
  const questions = new Map<string, Question>();
  const note = (key: string, question: Question) => {
    const known = questions.get(key) ?? question;
    questions.set(key, known);
    ledger.ask(known);
  };
  return {
    get complete() {
      note('complete', isComplete);
      return workspace.complete;
    },
    find(kind, name) {
      note(`${kind} ${name}`, whatIs(kind, name));
      return workspace.find(kind, name);
    },
    reach: workspace.reach,
  };
}

function foundIn(folder: string, shared: Shared): FoundModules {
  const before = shared.found.get(folder);
  if (before) return shared.ledger.again(before);
  const root = [rootModule(folder, shared)];
  // Modules that call each other come to an end here.
  shared.found.set(folder, { result: { all: root, distinct: distinct(root) }, assumed: false, open: false, asked: new Set() });
  const noticed = shared.ledger.notice(() => {
    const made = calledModules(folder, shared);
    const all = made.length > 0 && made.length <= mostModules ? made : root;
    return { all, distinct: distinct(all) };
  });
  shared.found.set(folder, noticed);
  return noticed.result;
}

/** More are seldom given the same by all, and nobody reads as many findings of one line. */
const mostModules = 500;

function calledModules(folder: string, shared: Shared): readonly IndexedModule[] {
  const modules: IndexedModule[] = [];
  for (const { value } of shared.workspace.find('moduleCall', folder)) {
    if (value.name === undefined) continue;
    for (const { module: caller } of foundIn(value.folder, shared).distinct) {
      if (modules.length > mostModules) return modules;
      for (const child of caller.possibleChildren(value.name)) if (child.folder === folder) modules.push(child);
    }
  }
  return modules;
}

function distinct(modules: readonly IndexedModule[]): readonly AlikeModules[] {
  const byInputs = new Map<string, { module: IndexedModule; prefixes: string[]; all: IndexedModule[] }[]>();
  for (const module of modules) {
    const key = modules.length === 1 ? '' : keyOf(module);
    const others = byInputs.get(key) ?? [];
    const alike = others.find((other) => isSame(module, other.module));
    if (alike) {
      alike.prefixes.push(module.prefix);
      alike.all.push(module);
    } else byInputs.set(key, [...others, { module, prefixes: [module.prefix], all: [module] }]);
  }
  return [...byInputs.values()].flat();
}

function keyOf({ inputs }: IndexedModule): string {
  return [...(inputs?.names ?? [])]
    .sort()
    .map((name) => `${name}=${orderKey(inputs?.get(name) ?? nothing)}`)
    .join();
}

const nothing = nullValue();

function isSame({ inputs: a }: IndexedModule, { inputs: b }: IndexedModule): boolean {
  return a?.names.every((name) => equal(a.get(name) ?? nothing, b?.get(name) ?? nothing) === true) === true;
}

function rootModule(folder: string, shared: Shared): IndexedModule {
  return new ModuleInstance(folder, indexed(folder, shared.workspace), asRoot, surroundingsOf(folder, shared));
}

function surroundingsOf(rootFolder: string, shared: Shared): Surroundings<Named> {
  const { workspace, attributeOf, ledger, unsure } = shared;
  return {
    ...(attributeOf && { attributeOf }),
    configurationOf: (folder) => indexed(folder, workspace),
    files: indexedFiles(rootFolder, shared),
    rootFolder,
    modules: { steps: mostModules },
    ledger,
    isUnsure: (folder, variable) => ledger.once(unsure, `${folder}#${variable}`, () => isOther(folder, variable, shared)),
  };
}

/** Files of data as far as the index tells them: inside of the workspace. Which there are is assumed, for others may be left out of it. */
function indexedFiles(rootFolder: string, { workspace, ledger }: Shared): FileAccess {
  return {
    text: (path) => workspace.find('text', addressFrom(rootFolder, escapedPath(path)))[0]?.value.text,
    placeOf: (path) => ({ uri: addressFrom(rootFolder, escapedPath(path)), range: { start: 0, end: 0 } }),
    below(path, pattern) {
      const folder = addressFrom(rootFolder, escapedPath(path));
      if (!workspace.complete || !tellsFiles(folder, pattern, workspace)) return undefined;
      ledger.assume();
      return workspace.find('fileBelow', folder).map(({ value }) => pathInside(value.uri, folder));
    },
  };
}

/** Whether a variable may be something else in another module of the same text: edits and absences speak of all of them. */
function isOther(folder: string, variable: string, shared: Shared): boolean {
  const { workspace } = shared;
  if (!workspace.complete || workspace.find('assignment', `${folder}#${variable}`).length > 0) return true;
  const { all } = foundIn(folder, shared);
  const [first, ...others] = all.map((module) => module.noticing(() => module.ownValueOf(variable)));
  const isLikeFirst = ({ result, assumed }: { result: Value; assumed: boolean }) =>
    !assumed && first !== undefined && equal(first.result, result) === true;
  return others.length > 0 && !(first?.assumed === false && others.every(isLikeFirst));
}

function indexed(folder: string, workspace: Workspace): Named {
  const found = <K extends FactKind>(kind: K, name: string) => workspace.find(kind, `${folder}#${name}`);
  return {
    locals: { get: (name) => lastOf(found('local', name), ({ at, value }) => expressionAt(value, at)) },
    variables: { get: (name) => blockOf(found('variable', name)) },
    assignments: {
      get: (name) => {
        const facts = found('assignment', name).map((fact) => ({ ...fact, uri: fact.at.uri }));
        const last = assignmentsInOrder(facts).at(-1);
        return last && expressionAt(last.value, last.at);
      },
    },
    outputs: {
      get: (name) => blockOf(workspace.find('output', folder).filter(({ value }) => value.name === name)),
      keys: () => new Set(workspace.find('output', folder).map(({ value }) => value.name)),
    },
    resources: { get: (address) => resourceOf(address, found('resource', address)) },
    calls: { get: (name) => blockOf(found('module', name)) },
    providers: { get: (name) => blockOf(found('provider', name)) },
  };
}

/** What an override file says counts instead of what stands elsewhere; undefined for what two others say. */
function lastOf<K extends FactKind, T>(facts: readonly FactOf<K>[], read: (fact: FactOf<K>) => T): T | undefined {
  const last = facts.findLast(({ at }) => isOverride(at.uri)) ?? (facts.length === 1 ? facts[0] : undefined);
  return last && read(last);
}

function blockOf(facts: readonly FactOf<'variable' | 'output' | 'module' | 'provider'>[]): PlacedBody | undefined {
  return mergedBlock(facts.map(({ value, at }) => ({ ...value, at })));
}

function resourceOf(address: string, facts: readonly FactOf<'resource'>[]): Resource | undefined {
  const block = mergedBlock(facts.map(({ value, at }) => ({ root: value.root, node: value.body, at })));
  const [fact] = facts;
  if (!block || !fact) return undefined;
  const { type, name, valueType }: ResourceFact = fact.value;
  const mode = address.startsWith('data.') ? 'data' : address.startsWith('ephemeral.') ? 'ephemeral' : 'resource';
  return { ...block, mode, type, name, address, valueType };
}

function mergedBlock(blocks: readonly (BlockFact & { readonly at: Place })[]): PlacedBody | undefined {
  const bases = blocks.filter(({ at }) => !isOverride(at.uri));
  const [base] = bases;
  if (!base || bases.length > 1) return undefined;
  const { root, node, at } = base;
  const overrides = blocks.filter((block) => block !== base);
  const it = overrides.reduce((body, by) => overridden(body, bodyOf(by.root, by.node)), bodyOf(root, node));
  return { it, uri: at.uri, within: pieceOf(base), header: at.range };
}

function expressionAt({ root, node }: FactOf<'local'>['value'], at: Place): Placed<Expression> {
  return { it: expressionOf(root, node), uri: at.uri, within: pieceOf({ root, node, at }) };
}

function pieceOf({ root, node, at }: FactOf<'local'>['value'] & { readonly at: Place }): Piece {
  return { root, start: at.range.start - node.range.start, fact: at };
}

import type { Root } from '../../../syntax/format';
import type { Expression } from '../../../syntax/terraform/expressions/expression';
import type { Body } from '../../../syntax/terraform/expressions/readBody';
import type { Piece } from '../../index/facts';
import { emptyWorkspace, type Workspace } from '../../index/workspace';
import { evaluate } from '../evaluation/evaluate';
import { type AlikeModules, askAgain, type IndexedModule, modulesIn } from '../modules/indexed';
import { type Instances, instancesOf, type Key, keyText } from '../modules/instances';
import { unknownValue } from '../values/make';
import { anyType } from '../values/type';
import type { Value } from '../values/value';

/** Where a node stands, as far as the names in it are concerned. */
export interface Scope {
  /** The module's folder, without a slash at the end. */
  readonly folder: string;
  readonly workspace: Workspace;
  /** What the ranges of nodes count in. */
  readonly root: Root;
  readonly names: Names;
}

/** What expressions mean. */
export interface Names {
  evaluate(expression: Expression): Evaluated;
  /** What `count` and `for_each` of a body make of it. */
  instancesOf(body: Body): {
    readonly result: Instances<{ readonly key: Key; readonly variables: ReadonlyMap<string, Value> }>;
    readonly assumed: boolean;
    /** Whether there may be others of this very module. */
    readonly open: boolean;
  };
  /** The same with more names, which are assumed if `assumed`. */
  with(variables: ReadonlyMap<string, Value>, assumed: boolean): Names;
  /** The same for one instance of the block. */
  at(instance: { readonly key: Key; readonly variables: ReadonlyMap<string, Value> }, assumed: boolean): Names;
  /** With the paths of the modules that are made alike, and the key of the instance; empty in a document. */
  addressesOf(resource: string): readonly string[];
}

export interface Evaluated {
  readonly value: Value;
  /** Whether it follows from a variable's default or the like: enough to accuse a value, never to prove that something is absent. */
  readonly assumed: boolean;
}

/** In a document no name means anything. */
const noNames: Names = {
  evaluate: () => ({ value: unknownValue(anyType, { id: 'name', what: '' }), assumed: false }),
  instancesOf: () => ({ result: { why: { id: 'name', what: '' } }, assumed: false, open: false }),
  with: () => noNames,
  at: () => noNames,
  addressesOf: () => [],
};

/** Of a document that stands by itself. */
export function documentScope(root: Root, workspace: Workspace): Scope {
  return { folder: '', workspace, root, names: noNames };
}

/** For summaries, which tell what a file alone says; names from other files are left to those who ask. */
export function scopeAlone({ folder, root, uri }: { readonly folder: string; readonly root: Root; readonly uri: string }): Scope {
  return moduleScope(folder, emptyWorkspace, root, uri);
}

/** The first of {@link moduleScopes}, for what is the same in all of them. */
export function moduleScope(folder: string, workspace: Workspace, root: Root, uri: string): Scope {
  const [first] = moduleScopes(folder, workspace, root, uri);
  if (!first) throw new Error('no module');
  return first;
}

/** One for each time that a module is made which the text belongs to. */
export function moduleScopes(folder: string, workspace: Workspace, root: Root, uri: string): readonly Scope[] {
  const modules = modulesIn(folder, workspace);
  const within = { root, start: 0, fact: undefined };
  const scopeOf = ({ module, prefixes }: Pick<AlikeModules, 'module' | 'prefixes'>): Scope => {
    const names = namesIn({ module, prefixes, workspace, uri, within }, new Map(), false);
    return { folder, workspace, root, names };
  };
  const [first] = modules;
  if (!first || hasNames.test(root.text)) return modules.map(scopeOf);
  // Without a name, all of them say the same.
  return [scopeOf({ module: first.module, prefixes: modules.flatMap(({ prefixes }) => prefixes) })];
}

/** Nobody reads more of them. */
const mostAddresses = 100;

const hasNames = /(?<![\w-])[A-Za-z][\w-]*(?:\[[^\]]*\])?\.[\w*]/;

interface Standpoint {
  readonly module: IndexedModule;
  /** Of all modules for which it stands. */
  readonly prefixes: readonly string[];
  readonly workspace: Workspace;
  readonly uri: string;
  readonly within: Piece;
  /** Of the instance of the block. */
  readonly key?: Key;
}

function namesIn(standpoint: Standpoint, variables: ReadonlyMap<string, Value>, assumed: boolean): Names {
  const { module, prefixes, workspace, key } = standpoint;
  const scope = module.scopeIn(standpoint, variables);
  return {
    evaluate(expression) {
      const found = module.noticing(() => evaluate(expression, scope));
      askAgain(found.asked, workspace);
      return { value: found.result, assumed: found.assumed || assumed };
    },
    instancesOf(body) {
      const found = module.noticing(() => instancesOf(body, scope));
      askAgain(found.asked, workspace);
      return { result: found.result, assumed: found.assumed || assumed, open: found.open };
    },
    with: (more, also) => namesIn(standpoint, new Map([...variables, ...more]), assumed || also),
    at: (instance, also) =>
      namesIn({ ...standpoint, key: instance.key }, new Map([...variables, ...instance.variables]), assumed || also),
    addressesOf: (resource) => prefixes.slice(0, mostAddresses).map((prefix) => `${prefix}${resource}${keyText(key)}`),
  };
}

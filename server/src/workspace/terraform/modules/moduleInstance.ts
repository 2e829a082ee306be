import type { Expression } from '../../../syntax/terraform/expressions/expression';
import type { Body } from '../../../syntax/terraform/expressions/readBody';
import { readTemplate } from '../../../syntax/terraform/expressions/readExpression';
import { shift, type TextRange } from '../../../text/range';
import { escapedPath, pathInside } from '../../files/address';
import type { Place } from '../../index/facts';
import { type Budget, budgetWithin, mostSteps } from '../evaluation/budget';
import { evaluate } from '../evaluation/evaluate';
import { Failure } from '../evaluation/failure';
import type { Found, Scope } from '../evaluation/scope';
import { defaultLimits, type FileAccess } from '../functions/definition';
import { addressFrom, isLocalSource } from '../resources';
import { objectValue, stringValue, unknownValue } from '../values/make';
import { anyType } from '../values/type';
import type { Reason, ResourceReference, Value } from '../values/value';
import { bodyValue } from './blocks';
import { argumentOf, type Configuration, type Named, type Placed, type Resource } from './configuration';
import { arranged, type Instances, instancesOf, type Key, keyText } from './instances';
import type { Ledger, Noticed } from './ledger';
import { handedOn, isProxy, providerOf } from './providers';
import { isNullable, markedAsSaid, variableValue } from './variable';

/** What is known of the world besides one module's text. */
export interface Surroundings<C extends Named = Configuration> {
  /** By folder; undefined for what isn't in the workspace. */
  readonly configurationOf: (folder: string) => C | undefined;
  readonly files?: FileAccess;
  /** The folder that Terraform is started in. */
  readonly rootFolder: string;
  /** How many modules may yet be made: calls within calls multiply. */
  readonly modules: Budget;
  /** What may yet be done for the whole of them; as much as each expression may where nothing is said. */
  readonly work?: Budget;
  readonly ledger: Ledger;
  /** What a provider makes of a resource besides what the text gives. */
  readonly attributeOf?: (instance: ResourceInstance, name: string) => Value | undefined;
  /** Whether a variable of a called module may have another value than what this call gives it. */
  readonly isUnsure?: (folder: string, variable: string) => boolean;
}

/** One of the resources that a block stands for. */
export interface ResourceInstance {
  readonly resource: Resource;
  readonly key: Key;
  /** With the path of the module and the key of the instance. */
  readonly address: string;
  readonly scope: Scope;
  /** The value of an argument; undefined where the text has none. */
  argument(name: string): Value | undefined;
  /** The same of the provider's configuration that it gets. */
  providerArgument(name: string): Value | undefined;
}

/** A scope in which names mean something of one instance of a block. */
export interface InstanceScope {
  readonly key: Key;
  readonly scope: Scope;
}

/** Where a module comes from: who calls it and what it is given. */
export interface Origin {
  /** `module.a["b"].`, with the dot; empty for the root. */
  readonly prefix: string;
  /** Undefined for the root, whose variables are given in files. */
  readonly inputs: Inputs | undefined;
  /** The folders of the modules that lead here. */
  readonly callers: readonly string[];
  /** The value of an argument of a provider's configuration that the module is given under a name. */
  readonly providerArgument?: (provider: string, name: string) => Value | undefined;
}

/** What a call gives the module. */
export interface Inputs {
  readonly names: readonly string[];
  get(name: string): Value | undefined;
  /** The call and its argument; undefined where it has none of that name. */
  written(name: string): WrittenInput | undefined;
}

/** An argument of a call, in the module that has the call. */
export interface WrittenInput {
  /** `module.network` */
  readonly call: string;
  /** The argument with its name. */
  readonly at: Place;
  readonly expression: Expression;
  readonly block: Placed<Body>;
  readonly key: Key;
  readonly caller: ModuleInstance<Named>;
}

export const asRoot: Origin = { prefix: '', inputs: undefined, callers: [] };

/** A module as one call makes it, or as Terraform is started in it. Everything is worked out when somebody asks, once. */
export class ModuleInstance<C extends Named = Configuration> {
  readonly #values = new Map<string, Noticed<Value> | 'asked'>();
  readonly #children = new Map<string, Noticed<Instances<readonly [Key, ModuleInstance<C>]>>>();

  constructor(
    readonly folder: string,
    readonly configuration: C,
    private readonly origin: Origin,
    private readonly surroundings: Surroundings<C>,
  ) {}

  get prefix(): string {
    return this.origin.prefix;
  }

  /** What it is given by the call that makes it; undefined for the root. */
  get inputs(): Inputs | undefined {
    return this.origin.inputs;
  }

  /** What some work gives, and what it follows from. */
  noticing<T>(work: () => T): Noticed<T> {
    return this.surroundings.ledger.notice(work);
  }

  /** All resources of the module itself. */
  resources(this: ModuleInstance<Configuration>): readonly Resource[] {
    return [...this.configuration.resources.values()];
  }

  /** The folders of the modules that it calls, as far as the text tells. */
  calledFolders(this: ModuleInstance<Configuration>): readonly string[] {
    return [...this.configuration.calls.keys()].flatMap((name) => this.#folderOf(name) ?? []);
  }

  instancesOf(resource: Resource): Instances<ResourceInstance> {
    const scopes = this.scopesOf(resource);
    if ('why' in scopes) return scopes;
    return {
      all: scopes.all.map(({ key, scope }) => {
        const address = `${this.prefix}${resource.address}${keyText(key)}`;
        const argument = (name: string) => {
          const expression = argumentOf(resource.it, name);
          return expression && evaluate(expression, scope);
        };
        const provider = providerOf(resource);
        const providerArgument = (name: string) => (provider === undefined ? undefined : this.providerArgument(provider, name));
        return { resource, key, address, scope, argument, providerArgument };
      }),
    };
  }

  /** Where the arguments of a block are to be read, as often as it stands for one. */
  scopesOf(block: Placed<Body>): Instances<InstanceScope> {
    const instances = instancesOf(block.it, this.scopeIn(block));
    if ('why' in instances) return instances;
    return { all: instances.all.map(({ key, variables }) => ({ key, scope: this.scopeIn(block, variables) })) };
  }

  /** Where an expression of the module stands. */
  scopeIn({ uri, within }: Omit<Placed<unknown>, 'it'>, variables: ReadonlyMap<string, Value> = new Map()): Scope {
    const lookUp: Scope['lookUp'] = (name, attributes) => this.#lookUp(name, attributes);
    const { files } = this.surroundings;
    const context = { limits: defaultLimits, ...(files && { files }) };
    const place = (range: TextRange): Place => (within ? { uri, range: shift(range, within.start), within } : { uri, range });
    const scope = { lookUp, place, variables, budget: this.#budget(), context };
    // A template knows the variables that it is given, and no names of the module.
    const render = (template: string, given: ReadonlyMap<string, Value>) =>
      evaluate(readTemplate(template), { ...scope, lookUp: () => undefined, variables: given });
    return { ...scope, context: { ...context, render } };
  }

  /** The value of an argument of a provider's configuration, by the name that it has here; undefined where the text tells none. */
  providerArgument(provider: string, name: string): Value | undefined {
    const own = this.configuration.providers.get(provider);
    if (!own || (this.origin.inputs && isProxy(own.it))) return this.origin.providerArgument?.(provider, name);
    // Of several that one block makes, OpenTofu gives each resource its own.
    const expression = argumentOf(own.it, 'for_each') ? undefined : argumentOf(own.it, name);
    return expression && evaluate(expression, this.scopeIn(own));
  }

  /** The modules that a call makes, each with its key. */
  childrenOf(name: string): Instances<readonly [Key, ModuleInstance<C>]> {
    return this.surroundings.ledger.once(this.#children, name, () => this.#makeChildren(name));
  }

  /** The modules that a call may make: where nobody knows how many, one whose key isn't known. */
  possibleChildren(name: string): readonly ModuleInstance<C>[] {
    const { result: children, assumed } = this.noticing(() => this.childrenOf(name));
    if ('all' in children && (children.all.length > 0 || !assumed)) return children.all.map(([, child]) => child);
    const call = this.configuration.calls.get(name);
    const child = call && this.#childOf(name, call, { key: undefined, scope: this.scopeIn(call) }, false);
    return child instanceof ModuleInstance ? [child] : [];
  }

  output(name: string): Value {
    const output = this.configuration.outputs.get(name);
    const expression = output && argumentOf(output.it, 'value');
    if (!expression) return unknownNamed(`${this.prefix}output`, name);
    const scope = this.scopeIn(output);
    return this.#once(`output.${name}`, () => markedAsSaid(evaluate(expression, scope), output.it, scope));
  }

  outputs(): Value {
    return objectValue([...this.configuration.outputs.keys()].map((name) => [name, this.output(name)] as const));
  }

  /** The path of a local module, as the text has it. */
  #sourceOf(name: string): string | undefined {
    const call = this.configuration.calls.get(name);
    const source = call && argumentOf(call.it, 'source');
    const path = source && evaluate(source, this.scopeIn(call));
    return path?.kind === 'string' && isLocalSource(path.text) ? path.text : undefined;
  }

  #folderOf(name: string): string | undefined {
    const path = this.#sourceOf(name);
    return path === undefined ? undefined : addressFrom(this.folder, escapedPath(path));
  }

  #budget(): Budget {
    const { work } = this.surroundings;
    return work ? budgetWithin(work) : { steps: mostSteps };
  }

  #lookUp(name: string, attributes: readonly string[]): Found | undefined {
    const [first, second] = attributes;
    if (name === 'path' && first !== undefined) return { value: this.#path(first), attributes: 1 };
    if (name === 'terraform' && first !== undefined) return { value: unknownNamed('terraform', first), attributes: 1 };
    if (name === 'local' && first !== undefined)
      return { value: this.#once(`local.${first}`, () => this.#local(first)), attributes: 1 };
    if (name === 'var' && first !== undefined)
      return { value: this.#once(`var.${first}`, () => this.#variable(first)), attributes: 1 };
    if (name === 'module' && first !== undefined) return this.#module(first, second);
    return this.#resourceNamed(name, attributes);
  }

  #resourceNamed(name: string, attributes: readonly string[]): Found {
    const isOther = name === 'data' || name === 'ephemeral';
    const [type, label] = isOther ? attributes : [name, ...attributes];
    const address = isOther ? `${name}.${type}.${label}` : `${type}.${label}`;
    const own = Math.min(isOther ? 2 : 1, attributes.length);
    const resource = this.configuration.resources.get(address);
    if (resource) return { value: this.#once(address, () => this.#resource(resource)), attributes: own };
    const value = unknownNamed(name, attributes.join('.'));
    // Other names with a dot are no resources.
    const isResource = label !== undefined && type?.includes('_') === true;
    return { value: isResource ? { ...value, reference: this.#referenceTo(address, type, undefined) } : value, attributes: own };
  }

  #referenceTo(address: string, type: string, key: Key): ResourceReference {
    return { folder: this.folder, address, type, attribute: key === undefined ? '' : String(key) };
  }

  #once(key: string, make: () => Value): Value {
    const { ledger } = this.surroundings;
    const before = this.#values.get(key);
    if (before === 'asked') throw new Failure({ id: 'circle', what: key });
    if (before) return ledger.again(before);
    this.#values.set(key, 'asked');
    try {
      const noticed = ledger.notice(make);
      this.#values.set(key, noticed);
      return noticed.result;
    } finally {
      if (this.#values.get(key) === 'asked') this.#values.delete(key);
    }
  }

  #path(what: string): Value {
    if (what === 'root') return stringValue('.');
    if (what !== 'module') return unknownNamed('path', what);
    const { rootFolder } = this.surroundings;
    return stringValue(relative(rootFolder, this.folder));
  }

  #local(name: string): Value {
    const local = this.configuration.locals.get(name);
    return local ? evaluate(local.it, this.scopeIn(local)) : unknownNamed('local', name);
  }

  #variable(name: string): Value {
    const { ledger, isUnsure } = this.surroundings;
    const value = this.ownValueOf(name);
    if (value.kind !== 'unknown' && isUnsure?.(this.folder, name)) ledger.assumeForOthers();
    return value;
  }

  /** What a variable is in this module, whatever it is in others of the same folder. */
  ownValueOf(name: string): Value {
    return this.#once(`own var.${name}`, () => {
      const variable = this.configuration.variables.get(name);
      if (!variable) return unknownNamed('var', name);
      const scope = this.scopeIn(variable);
      const given = this.#given(name);
      const isGiven = given !== undefined && (given.kind !== 'null' || isNullable(variable.it, scope));
      const value = markedAsSaid(variableValue(name, variable.it, isGiven ? given : undefined, scope), variable.it, scope);
      if (value.kind !== 'unknown' && (!isGiven || !this.origin.inputs)) this.surroundings.ledger.assume();
      return value;
    });
  }

  #given(name: string): Value | undefined {
    const { inputs } = this.origin;
    if (inputs) return inputs.get(name);
    const assignment = this.configuration.assignments.get(name);
    return assignment && evaluate(assignment.it, this.scopeIn(assignment));
  }

  #resource(resource: Resource): Value {
    const instances = this.instancesOf(resource);
    if ('why' in instances) {
      const reference = this.#referenceTo(resource.address, resource.type, undefined);
      return { ...unknownValue(anyType, instances.why), reference };
    }
    return arranged(
      resource.it,
      instances.all.map((instance) => [instance.key, this.#attributesOf(instance)]),
    );
  }

  #attributesOf(instance: ResourceInstance): Value {
    const { resource, key, scope, address } = instance;
    const why = { id: 'attribute', what: address } as const;
    const reference = this.#referenceTo(resource.address, resource.type, key);
    const told = (name: string) => this.surroundings.attributeOf?.(instance, name);
    return bodyValue({ body: resource.it, scope }, { why, reference }, resource.valueType, told);
  }

  #makeChildren(name: string): Instances<readonly [Key, ModuleInstance<C>]> {
    const call = this.configuration.calls.get(name);
    const what = `module.${name}`;
    if (!call) return { why: { id: 'name', what } };
    const { modules } = this.surroundings;
    if (modules.steps < 0) return { why: { id: 'tooMuch', what } };
    const { result: scopes, assumed } = this.noticing(() => this.scopesOf(call));
    if ('why' in scopes) return scopes;
    modules.steps -= scopes.all.length;
    if (modules.steps < 0) return { why: { id: 'tooMuch', what } };
    const children: (readonly [Key, ModuleInstance<C>])[] = [];
    for (const instance of scopes.all) {
      const child = this.#childOf(name, call, instance, assumed);
      if (!(child instanceof ModuleInstance)) return child;
      children.push([instance.key, child]);
    }
    return { all: children };
  }

  #childOf(
    name: string,
    call: Placed<Body>,
    { key, scope }: InstanceScope,
    assumed: boolean,
  ): ModuleInstance<C> | { readonly why: Reason } {
    const what = `module.${name}`;
    const folder = this.#folderOf(name);
    const configuration = folder === undefined ? undefined : this.surroundings.configurationOf(folder);
    if (folder === undefined) return { why: { id: 'name', what } };
    if (!configuration) return { why: { id: 'folder', what: this.#sourceOf(name) ?? what } };
    const callers = [...this.origin.callers, this.folder];
    if (callers.includes(folder)) return { why: { id: 'circle', what } };
    const inputs: Inputs = {
      names: call.it.attributes.flatMap(({ name: input }) => (callArguments.has(input) ? [] : input)),
      get: (input) => {
        const expression = argumentOf(call.it, input);
        if (expression && assumed) this.surroundings.ledger.assume();
        return expression && evaluate(expression, scope);
      },
      written: (input) => {
        const attribute = call.it.attributes.findLast((one) => one.name === input);
        if (!attribute) return undefined;
        const { nameRange, expression } = attribute;
        const at = scope.place({ start: nameRange.start, end: expression.range.end });
        return { call: what, at, expression, block: call, key, caller: this };
      },
    };
    const prefix = `${this.prefix}${what}${keyText(key)}.`;
    const providerArgument: Origin['providerArgument'] = (provider, argument) => {
      const given = handedOn(call.it, provider);
      return given === undefined ? undefined : this.providerArgument(given, argument);
    };
    return new ModuleInstance(folder, configuration, { prefix, inputs, callers, providerArgument }, this.surroundings);
  }

  #module(name: string, output: string | undefined): Found {
    const call = this.configuration.calls.get(name);
    const instances = this.childrenOf(name);
    if (!call || 'why' in instances)
      return { value: unknownValue(anyType, 'why' in instances ? instances.why : { id: 'name', what: name }), attributes: 1 };
    const [only] = instances.all;
    const isSingle = only !== undefined && only[0] === undefined;
    if (isSingle && output !== undefined) return { value: only[1].output(output), attributes: 2 };
    const values = instances.all.map(([key, module]) => [key, module.outputs()] as const);
    return { value: arranged(call.it, values), attributes: 1 };
  }
}

/** Of a call, what isn't given to the module. */
const callArguments: ReadonlySet<string> = new Set(['source', 'version', 'providers', 'count', 'for_each', 'depends_on']);

function unknownNamed(name: string, attribute: string) {
  return unknownValue(anyType, { id: 'name', what: `${name}.${attribute}` });
}

/** The way from one folder's address to another's, as a path. */
function relative(from: string, to: string): string {
  const [above, below] = [from.split('/'), to.split('/')];
  const first = below.findIndex((name, depth) => name !== above[depth]);
  const common = first < 0 ? below.length : first;
  const path = [...above.slice(common).map(() => '..'), ...below.slice(common)].join('/');
  return path === '' ? '.' : pathInside(`/${path}`, '');
}

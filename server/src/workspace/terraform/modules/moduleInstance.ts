import type { Expression } from '../../../syntax/terraform/expressions/expression';
import type { Body } from '../../../syntax/terraform/expressions/readBody';
import { readTemplate } from '../../../syntax/terraform/expressions/readExpression';
import type { TextRange } from '../../../text/range';
import type { Place } from '../../index/facts';
import { type Budget, budgetWithin, mostSteps } from '../evaluation/budget';
import { evaluate } from '../evaluation/evaluate';
import { Failure } from '../evaluation/failure';
import type { Found, Scope } from '../evaluation/scope';
import { defaultLimits, type FileAccess } from '../functions/definition';
import { addressFrom, isLocalSource } from '../resources';
import { toInteger } from '../values/bigNumber';
import { convert } from '../values/convert';
import { countValue, nullValue, objectValue, stringValue, tupleValue, unknownValue } from '../values/make';
import { anyType, numberType } from '../values/type';
import type { Reason, Value } from '../values/value';
import { argumentOf, type Configuration, type Placed, type Resource } from './configuration';
import { typeConstraint, withDefaults } from './typeConstraint';

/** What is known of the world besides one module's text. */
export interface Surroundings {
  /** By folder; undefined for what isn't in the workspace. */
  readonly configurationOf: (folder: string) => Configuration | undefined;
  readonly files: FileAccess;
  /** The folder that Terraform is started in. */
  readonly rootFolder: string;
  /** How many modules may yet be made: calls within calls multiply. */
  readonly modules: Budget;
  /** What may yet be done for the whole of them; as much as each expression may where nothing is said. */
  readonly work?: Budget;
  /** What a provider makes of a resource besides what the text gives. */
  readonly attributeOf?: (instance: ResourceInstance, name: string) => Value | undefined;
}

/** One of the resources that a block stands for. */
export interface ResourceInstance {
  readonly resource: Resource;
  readonly module: ModuleInstance;
  readonly key: Key;
  /** With the path of the module and the key of the instance. */
  readonly address: string;
  readonly scope: Scope;
  /** The value of an argument; undefined where the text has none. */
  argument(name: string): Value | undefined;
}

/** Instances, or why it isn't known how many there are. */
export type Instances<T> = { readonly all: readonly T[] } | { readonly why: Reason };

type Key = string | number | undefined;

/** A module as one call makes it, or as Terraform is started in it. Everything is worked out when somebody asks, once. */
export class ModuleInstance {
  readonly #values = new Map<string, Value | 'asked'>();
  readonly #children = new Map<string, Instances<readonly [Key, ModuleInstance]>>();

  constructor(
    readonly folder: string,
    readonly configuration: Configuration,
    /** `module.a["b"].`, with the dot; empty for the root. */
    readonly prefix: string,
    private readonly inputs: ((name: string) => Value | undefined) | undefined,
    /** The folders of the modules that lead here. */
    private readonly callers: readonly string[],
    private readonly surroundings: Surroundings,
  ) {}

  /** All resources of the module itself. */
  resources(): readonly Resource[] {
    return [...this.configuration.resources.values()];
  }

  instancesOf(resource: Resource): Instances<ResourceInstance> {
    const scopes = this.#scopesOf(resource);
    if ('why' in scopes) return scopes;
    return {
      all: scopes.all.map(([key, scope]) => {
        const address = `${this.prefix}${resource.address}${keyText(key)}`;
        const argument = (name: string) => {
          const expression = argumentOf(resource.it, name);
          return expression && evaluate(expression, scope);
        };
        return { resource, module: this, key, address, scope, argument };
      }),
    };
  }

  /** The modules that it calls and that are in the workspace. */
  calls(): readonly {
    readonly name: string;
    readonly at: Place;
    readonly instances: Instances<readonly [Key, ModuleInstance]>;
  }[] {
    return [...this.configuration.calls].map(([name, { uri, header }]) => ({
      name,
      at: { uri, range: header },
      instances: this.#childrenOf(name),
    }));
  }

  /** The folders of the modules that it calls, as far as the text tells. */
  calledFolders(): readonly string[] {
    return [...this.configuration.calls.keys()].flatMap((name) => this.#folderOf(name) ?? []);
  }

  #folderOf(name: string): string | undefined {
    const call = this.configuration.calls.get(name);
    const source = call && argumentOf(call.it, 'source');
    const path = source && evaluate(source, this.scopeIn(call.uri));
    return path?.kind === 'string' && isLocalSource(path.text) ? addressFrom(this.folder, path.text) : undefined;
  }

  #budget(): Budget {
    const { work } = this.surroundings;
    return work ? budgetWithin(work) : { steps: mostSteps };
  }

  scopeIn(uri: string, variables: ReadonlyMap<string, Value> = new Map()): Scope {
    const lookUp: Scope['lookUp'] = (name, attributes) => this.#lookUp(name, attributes);
    const context = { limits: defaultLimits, files: this.surroundings.files };
    const scope = { lookUp, place: (range: TextRange) => ({ uri, range }), variables, budget: this.#budget(), context };
    // A template knows the variables that it is given, and no names of the module.
    const render = (template: string, given: ReadonlyMap<string, Value>) =>
      evaluate(readTemplate(template), { ...scope, lookUp: () => undefined, variables: given });
    return { ...scope, context: { ...context, render } };
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
    const isOther = name === 'data' || name === 'ephemeral';
    const address = isOther ? `${name}.${first}.${second}` : `${name}.${first}`;
    const resource = this.configuration.resources.get(address);
    if (!resource)
      return {
        value: unknownNamed(name, attributes.join('.')),
        attributes: isOther ? Math.min(2, attributes.length) : Math.min(1, attributes.length),
      };
    return { value: this.#once(address, () => this.#resource(resource)), attributes: isOther ? 2 : 1 };
  }

  #once(key: string, make: () => Value): Value {
    const before = this.#values.get(key);
    if (before === 'asked') throw new Failure({ id: 'circle', what: key });
    if (before) return before;
    this.#values.set(key, 'asked');
    let value: Value | undefined;
    try {
      value = make();
    } finally {
      if (value) this.#values.set(key, value);
      else this.#values.delete(key);
    }
    return value;
  }

  #path(what: string): Value {
    if (what === 'root') return stringValue('.');
    if (what !== 'module') return unknownNamed('path', what);
    const { rootFolder } = this.surroundings;
    return stringValue(relative(rootFolder, this.folder));
  }

  #local(name: string): Value {
    const local = this.configuration.locals.get(name);
    return local ? evaluate(local.it, this.scopeIn(local.uri)) : unknownNamed('local', name);
  }

  #variable(name: string): Value {
    const variable = this.configuration.variables.get(name);
    if (!variable) return unknownNamed('var', name);
    const scope = this.scopeIn(variable.uri);
    const [type, usual] = [argumentOf(variable.it, 'type'), argumentOf(variable.it, 'default')];
    const constraint = type && typeConstraint(type, (expression) => evaluate(expression, scope));
    const given = this.#given(name);
    const isNullable = !isFalse(variable.it, 'nullable', scope);
    const isAbsent = !given || (given.kind === 'null' && !isNullable);
    const value = isAbsent ? usual && evaluate(usual, scope) : given;
    if (!value)
      return unknownValue(constraint?.type ?? anyType, { id: 'variable', what: `var.${name}` }, [
        scope.place(variable.it.attributes[0]?.nameRange ?? { start: 0, end: 0 }),
      ]);
    if (!constraint) return type ? unknownNamed('var', name) : value;
    return (
      convert(withDefaults(value, constraint.defaults), constraint.type) ??
      unknownValue(constraint.type, { id: 'error', what: `var.${name}` })
    );
  }

  #given(name: string): Value | undefined {
    if (this.inputs) return this.inputs(name);
    const assignment = this.configuration.assignments.get(name);
    return assignment && evaluate(assignment.it, this.scopeIn(assignment.uri));
  }

  #resource(resource: Resource): Value {
    const instances = this.instancesOf(resource);
    if ('why' in instances) return unknownValue(anyType, instances.why);
    return arranged(
      resource.it,
      instances.all.map((instance) => [instance.key, this.#attributesOf(instance)]),
    );
  }

  #attributesOf(instance: ResourceInstance): Value {
    const get = (name: string) => {
      const value = this.surroundings.attributeOf?.(instance, name) ?? instance.argument(name);
      return value?.kind === 'null' ? undefined : value;
    };
    return { ...unknownValue(anyType, { id: 'attribute', what: instance.address }), known: { get }, notNull: true };
  }

  #scopesOf({ it, uri }: Placed<Body>): Instances<readonly [Key, Scope]> {
    const scope = this.scopeIn(uri);
    const [count, forEach] = [argumentOf(it, 'count'), argumentOf(it, 'for_each')];
    const inside = (name: string, value: Value) => this.scopeIn(uri, new Map([[name, value]]));
    if (forEach) {
      const each = evaluate(forEach, scope);
      if (each.kind === 'unknown') return { why: each.why };
      const entries = entriesOf(each);
      if (!entries) return { why: { id: 'error', what: 'for_each' } };
      if ('why' in entries) return entries;
      return {
        all: entries.all.map(
          ([key, value]) =>
            [
              key,
              inside(
                'each',
                objectValue([
                  ['key', stringValue(key)],
                  ['value', value],
                ]),
              ),
            ] as const,
        ),
      };
    }
    if (!count) return { all: [[undefined, scope]] };
    const value = convert(evaluate(count, scope), numberType);
    if (value?.kind === 'unknown') return { why: value.why };
    const many = value?.kind === 'number' ? toInteger(value.number) : undefined;
    if (many === undefined || many < 0) return { why: { id: 'error', what: 'count' } };
    if (many > mostInstances) return { why: { id: 'tooMuch', what: 'count' } };
    return {
      all: Array.from(
        { length: many },
        (_, index) => [index, inside('count', objectValue([['index', countValue(index)]]))] as const,
      ),
    };
  }

  #childrenOf(name: string): Instances<readonly [Key, ModuleInstance]> {
    const before = this.#children.get(name);
    if (before) return before;
    const made = this.#makeChildren(name);
    this.#children.set(name, made);
    return made;
  }

  #makeChildren(name: string): Instances<readonly [Key, ModuleInstance]> {
    const call = this.configuration.calls.get(name);
    const folder = this.#folderOf(name);
    const configuration = folder === undefined ? undefined : this.surroundings.configurationOf(folder);
    const what = `module.${name}`;
    if (!call || folder === undefined || !configuration) return { why: { id: 'name', what } };
    const callers = [...this.callers, this.folder];
    if (callers.includes(folder)) return { why: { id: 'circle', what } };
    const { modules } = this.surroundings;
    if (modules.steps < 0) return { why: { id: 'tooMuch', what } };
    const scopes = this.#scopesOf(call);
    if ('why' in scopes) return scopes;
    modules.steps -= scopes.all.length;
    if (modules.steps < 0) return { why: { id: 'tooMuch', what } };
    return {
      all: scopes.all.map(([key, scope]) => {
        const inputs = (input: string) => {
          const expression = argumentOf(call.it, input);
          return expression && evaluate(expression, scope);
        };
        const prefix = `${this.prefix}module.${name}${keyText(key)}.`;
        return [key, new ModuleInstance(folder, configuration, prefix, inputs, callers, this.surroundings)] as const;
      }),
    };
  }

  #module(name: string, output: string | undefined): Found {
    const call = this.configuration.calls.get(name);
    const instances = this.#childrenOf(name);
    if (!call || 'why' in instances)
      return { value: unknownValue(anyType, 'why' in instances ? instances.why : { id: 'name', what: name }), attributes: 1 };
    const [only] = instances.all;
    const isSingle = only !== undefined && only[0] === undefined;
    if (isSingle && output !== undefined) return { value: only[1].output(output), attributes: 2 };
    const values = instances.all.map(([key, module]) => [key, module.outputs()] as const);
    return { value: arranged(call.it, values), attributes: 1 };
  }

  output(name: string): Value {
    const output = this.configuration.outputs.get(name);
    const expression = output && argumentOf(output.it, 'value');
    if (!expression) return unknownNamed(`${this.prefix}output`, name);
    return this.#once(`output.${name}`, () => evaluate(expression, this.scopeIn(output.uri)));
  }

  outputs(): Value {
    return objectValue([...this.configuration.outputs.keys()].map((name) => [name, this.output(name)] as const));
  }
}

const mostInstances = 10_000;

/** A value for each of the instances, as Terraform arranges them: by itself, in a list, or by key. */
function arranged(body: Body, values: readonly (readonly [Key, Value])[]): Value {
  if (argumentOf(body, 'for_each')) return objectValue(values.map(([key, value]) => [String(key), value] as const));
  return argumentOf(body, 'count') ? tupleValue(values.map(([, value]) => value)) : (values[0]?.[1] ?? nullValue());
}

/** A map, an object, or a set of texts. */
function entriesOf(value: Value): Instances<readonly [string, Value]> | undefined {
  if ('entries' in value) return { all: [...value.entries] };
  if (value.kind !== 'set') return undefined;
  const texts: [string, Value][] = [];
  for (const item of value.items) {
    if (item.kind === 'unknown') return { why: item.why };
    if (item.kind !== 'string') return undefined;
    texts.push([item.text, item]);
  }
  return { all: texts };
}

function keyText(key: Key): string {
  if (key === undefined) return '';
  return typeof key === 'number' ? `[${key}]` : `[${JSON.stringify(key)}]`;
}

function isFalse(body: Body, name: string, scope: Scope): boolean {
  const expression: Expression | undefined = argumentOf(body, name);
  const value = expression && evaluate(expression, scope);
  return value?.kind === 'bool' && !value.truth;
}

function unknownNamed(name: string, attribute: string): Value {
  return unknownValue(anyType, { id: 'name', what: `${name}.${attribute}` });
}

function relative(from: string, to: string): string {
  if (from === to) return '.';
  return to.startsWith(`${from}/`) ? to.slice(from.length + 1) : to;
}

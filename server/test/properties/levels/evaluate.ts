import { load } from 'js-yaml';
import { hcl2json } from '../../syntax/terraform/hcl2json';
import { holds } from './expression';
import { containsRange, rangeOf } from './ranges';
import { type Request, variablePolicy } from './requests';

/*
 * Who passes an access level, told from texts alone: by parsers and an interpreter that the product doesn't use. The words are those of
 * the documentation of Access Context Manager; what isn't in them throws.
 */

type Plain = string | number | boolean | null | undefined | readonly Plain[] | { readonly [key: string]: Plain };
type PlainObject = { readonly [key: string]: Plain };

export type Files = Readonly<Record<string, string>>;

/** What the files make, in a world of certain variables. */
export interface World {
  /** Full name → whether the request meets the level. Names that no level has are met when the request says so. */
  meets(name: string, request: Request): boolean;
  /** The full names of all levels there are, in order; one that is there twice stands here twice. */
  readonly names: readonly string[];
  /** The Terraform addresses there are, each as often as it is declared in its folder. */
  readonly addresses: readonly string[];
}

interface Level {
  readonly name: string;
  readonly policy: string;
  readonly fields: PlainObject;
  readonly instance: Instance;
}

/** What the names of a Terraform expression stand for. */
interface Instance {
  readonly locals: PlainObject;
  readonly variables: Request['variables'];
  readonly each: string | undefined;
  readonly names: ReadonlyMap<string, string>;
}

/** Texts read once, for all worlds. Rejects what doesn't parse. */
export async function readFiles(files: Files): Promise<ReadonlyMap<string, Plain>> {
  const read = await Promise.all(
    Object.entries(files).map(async ([name, text]): Promise<[string, Plain]> => {
      if (name.endsWith('.json')) return [name, JSON.parse(text) as Plain];
      if (name.endsWith('.tf')) return [name, (await hcl2json.parse(name, text)) as Plain];
      return [name, load(text) as Plain];
    }),
  );
  return new Map(read);
}

export function worldOf(files: ReadonlyMap<string, Plain>, variables: Request['variables']): World {
  const levels: Level[] = [];
  const addresses: string[] = [];
  const added: { readonly to: string; readonly fields: PlainObject; readonly instance: Instance }[] = [];
  // Nothing makes what stands in `m`.
  const made = [...files].filter(([name]) => /\.tf(\.json)?$/.test(name) && !name.startsWith('m/'));
  const overrides = made.filter(([name]) => name.endsWith('_override.tf')).map(([, text]) => objectOf(objectOf(text).resource));
  const terraform = made
    .filter(([name]) => !name.endsWith('_override.tf'))
    .map(([, text]) => overridden(objectOf(text), overrides));
  const locals = Object.assign({}, ...terraform.flatMap((file) => listOf(file.locals).map(objectOf))) as PlainObject;
  const names = new Map<string, string>();
  const bare: Instance = { locals, variables, each: undefined, names };
  for (const file of terraform) {
    for (const [type, byName] of Object.entries(objectOf(file.resource))) {
      for (const [name, bodies] of Object.entries(objectOf(byName))) {
        for (const body of listOf(bodies).map(objectOf)) {
          addresses.push(`${type}.${name}`);
          const [first = bare] = instancesOf(body, bare);
          if (type === levelType) names.set(`${type}.${name}`, String(evaluated(body.name, first)));
        }
      }
    }
  }
  for (const file of terraform) {
    for (const [type, byName] of Object.entries(objectOf(file.resource))) {
      for (const body of Object.values(objectOf(byName)).flatMap((bodies) => listOf(bodies).map(objectOf))) {
        for (const instance of instancesOf(body, bare)) {
          const policy = String(evaluated(body.parent, instance));
          const own = type === `${levelType}s` ? blocksIn(body, 'access_levels', instance) : type === levelType ? [body] : [];
          for (const fields of own) levels.push({ name: String(evaluated(fields.name, instance)), policy, fields, instance });
          if (type === `${levelType}_condition`)
            added.push({ to: String(evaluated(body.access_level, instance)), fields: body, instance });
        }
      }
    }
  }
  for (const [name, text] of files) {
    if (/\.tf(\.json)?$/.test(name)) continue;
    for (const one of documentLevels(name, text)) levels.push({ ...one, instance: bare });
  }

  function meets(name: string, request: Request, above: readonly string[] = []): boolean {
    const level = levels.find((one) => one.name === name);
    if (!level) return request.held;
    if (above.includes(name)) throw new Error(`a circle: ${name}`);
    const below = (other: string) => meets(other, request, [...above, name]);
    const { fields, instance, policy } = level;
    const custom = blocksIn(fields, 'custom', instance)[0];
    if (custom) {
      const expression = String(evaluated(blocksIn(custom, 'expr', instance)[0]?.expression, instance));
      return holds(expression, {
        value: (path) => askedValue(path, request),
        level: (id) => below(`${policy}/accessLevels/${id}`),
      });
    }
    const basic = blocksIn(fields, 'basic', instance)[0];
    if (!basic) throw new Error(`neither basic nor custom: ${name}`);
    const all = [
      ...blocksIn(basic, 'conditions', instance).map((condition) => ({ condition, within: instance })),
      ...added.filter(({ to }) => to === name).map((one) => ({ condition: one.fields, within: one.instance })),
    ];
    const met = all.map(({ condition, within }) => meetsCondition(condition, request, below, within));
    const fn = evaluated(basic.combining_function ?? basic.combiningFunction, instance) ?? 'AND';
    if (fn !== 'AND' && fn !== 'OR') throw new Error(`no combining function: ${String(fn)}`);
    return fn === 'OR' ? met.includes(true) : !met.includes(false);
  }
  return { meets: (name, request) => meets(name, request), names: levels.map(({ name }) => name), addresses };
}

/** Each argument, and all blocks of a name together, take the place of those in the other text. */
function overridden(file: PlainObject, overrides: readonly PlainObject[]): PlainObject {
  const merged = Object.entries(objectOf(file.resource)).map(([type, byName]) => {
    const named = Object.entries(objectOf(byName)).map(([name, bodies]) => {
      const over = overrides.flatMap((override) => listOf(objectOf(override[type])[name]).map(objectOf));
      return [name, listOf(bodies).map((body) => Object.assign({}, objectOf(body), ...over) as PlainObject)] as const;
    });
    return [type, Object.fromEntries(named)] as const;
  });
  return { ...file, resource: Object.fromEntries(merged) };
}

const levelType = 'google_access_context_manager_access_level';

/** The full name of a level that a factory makes of a file. */
export function factoryName(id: string): string {
  return `accessPolicies/factory/accessLevels/${id}`;
}

function documentLevels(file: string, text: Plain): Omit<Level, 'instance'>[] {
  if (file.startsWith('levels/')) {
    const name = factoryName(file.slice('levels/'.length).replace(/\.yaml$/, ''));
    return [{ name, policy: 'accessPolicies/factory', fields: { basic: [objectOf(text)] } }];
  }
  if (file.startsWith('spec')) {
    // gcloud takes the function from a flag, so both are looked at.
    return ['AND', 'OR'].map((fn) => ({
      name: `spec/${fn}`,
      policy: 'spec',
      fields: { basic: { conditions: text, combiningFunction: fn } },
    }));
  }
  return (Array.isArray(text) ? (text as readonly Plain[]) : [text]).map((one) => {
    const fields = objectOf(one);
    return { name: String(fields.name), policy: String(fields.name).replace(/\/accessLevels\/.*/, ''), fields };
  });
}

function meetsCondition(
  condition: PlainObject,
  request: Request,
  meets: (level: string) => boolean,
  instance: Instance,
): boolean {
  const asked = Object.entries(condition).map(([key, written]): boolean => {
    const items = () => listOf(evaluated(written, instance)).map((item) => String(evaluated(item, instance)));
    switch (key) {
      case 'negate':
      case 'access_level':
        return true;
      case 'members':
        return items().length === 0 || items().includes(request.user);
      case 'regions':
        return items().length === 0 || items().includes(request.region);
      case 'ipSubnetworks':
      case 'ip_subnetworks':
        return items().length === 0 || items().some((range) => contains(range, request.ip));
      case 'requiredAccessLevels':
      case 'required_access_levels':
        return items()
          .map((name) => (name.includes('/') ? name : factoryName(name.replace('$access_levels:', ''))))
          .every(meets);
      case 'devicePolicy':
      case 'device_policy':
        return blocksIn(condition, key, instance).every((policy) =>
          Object.entries(policy).every(([flag, on]) => on !== true || hasDevice(flag, request)),
        );
      default:
        throw new Error(`no field of a condition: ${key}`);
    }
  });
  const all = !asked.includes(false);
  return evaluated(condition.negate, instance) === true ? !all : all;
}

function hasDevice(flag: string, request: Request): boolean {
  switch (flag.toLowerCase().replaceAll('_', '')) {
    case 'requirecorpowned':
      return request.corpOwned;
    case 'requirescreenlock':
      return request.screenLock;
    case 'requireadminapproval':
      return request.adminApproved;
    default:
      throw new Error(`no part of a device policy: ${flag}`);
  }
}

function askedValue(path: string, request: Request): string | boolean {
  switch (path) {
    case 'device.is_corp_owned_device':
      return request.corpOwned;
    case 'device.is_admin_approved_device':
      return request.adminApproved;
    case 'origin.region_code':
      return request.region;
    default:
      throw new Error(`no attribute: ${path}`);
  }
}

/** What a slip of a range means to its author: the network that the address is in. */
function contains(range: string, ip: string): boolean {
  const [within, asked] = [rangeOf(range), rangeOf(ip)];
  return within !== undefined && asked !== undefined && containsRange(within, asked);
}

/** The resources that one with `count` or `for_each` stands for. */
function instancesOf(body: PlainObject, bare: Instance): readonly Instance[] {
  if (body.count !== undefined) return evaluated(body.count, bare) === 0 ? [] : [bare];
  if (body.for_each === undefined) return [bare];
  return keysOf(body.for_each, bare).map((each) => ({ ...bare, each }));
}

function keysOf(written: Plain, instance: Instance): readonly string[] {
  const call = /^\$\{toset\((\[.*\])\)\}$/s.exec(String(written))?.[1];
  const value = call === undefined ? evaluated(written, instance) : (JSON.parse(call) as Plain);
  return Array.isArray(value) ? value.map(String) : Object.keys(objectOf(value));
}

/** Nested blocks, and those of `dynamic` ones. */
function blocksIn(body: PlainObject, name: string, instance: Instance): readonly PlainObject[] {
  const plain = listOf(evaluated(body[name], instance)).map(objectOf);
  const dynamic = listOf(body.dynamic)
    .flatMap((one) => listOf(objectOf(one)[name]))
    .map(objectOf);
  const made = dynamic.flatMap((one) =>
    keysOf(one.for_each, instance).flatMap((key) =>
      listOf(one.content).map((content) => withIterator(objectOf(content), name, key)),
    ),
  );
  return [...plain, ...made];
}

function withIterator(content: PlainObject, name: string, key: string): PlainObject {
  return JSON.parse(JSON.stringify(content).replaceAll(`\${${name}.value}`, key)) as PlainObject;
}

/** What a string with `${…}` comes to. */
function evaluated(written: Plain, instance: Instance): Plain {
  if (typeof written !== 'string') return written;
  const whole = /^\$\{([^{}]*)\}$/.exec(written)?.[1];
  if (whole !== undefined) return named(whole.trim(), instance);
  return written
    .replace(/(?<!\$)\$\{([^{}]*)\}/g, (_, name: string) => String(named(name.trim(), instance)))
    .replaceAll('$${', '${');
}

function named(name: string, instance: Instance): Plain {
  const { locals, variables, each, names } = instance;
  if (/^each\.(key|value)$/.test(name)) {
    if (each === undefined) throw new Error(`no ${name} here`);
    return each;
  }
  const [kind, key = '', attribute] = name.split('.');
  if (kind === 'local') return evaluated(locals[key], instance);
  if (name === 'var.on ? 1 : 0') return variables.on ? 1 : 0;
  if (name === 'var.policy') return variablePolicy;
  if (kind === 'var' && key in variables) return variables[key as keyof Request['variables']] as Plain;
  if (attribute === 'name' && names.has(`${kind}.${key}`)) return names.get(`${kind}.${key}`);
  throw new Error(`a name that leads nowhere: ${name}`);
}

function objectOf(value: Plain): PlainObject {
  if (value === undefined || value === null) return {};
  if (typeof value === 'object' && !Array.isArray(value)) return value as PlainObject;
  throw new Error(`no object: ${JSON.stringify(value)}`);
}

function listOf(value: Plain): readonly Plain[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? (value as readonly Plain[]) : [value];
}

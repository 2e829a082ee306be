import { CORE_SCHEMA, load } from 'js-yaml';
import { hcl2json } from '../../syntax/terraform/hcl2json';
import { addressesIn, evaluate, type Names, type Value } from './expressions';

/** The files of a workspace as other parsers read them. */
export interface World {
  readonly resources: readonly Resource[];
  /** What calls the module that the resources stand in; without, they are made once. */
  readonly calls: readonly Resource[];
  /** Addresses that state knows besides: moved, imported, removed. */
  readonly taken: readonly string[];
  readonly locals: Readonly<Record<string, unknown>>;
  readonly documents: Readonly<Record<string, unknown>>;
  /** `leastwise.groups`, without prefixes. */
  readonly groups: Readonly<Record<string, readonly string[]>>;
  /** By the group's address: the items of a saved list. */
  readonly lists: Readonly<Record<string, readonly unknown[]>>;
}

export interface Resource {
  readonly address: string;
  readonly type: string;
  readonly name: string;
  readonly body: Readonly<Record<string, unknown>>;
}

export type Texts = Readonly<Record<string, string>>;

/** Rejects a text that its parser refuses. */
export async function readWorld(texts: Texts, groups: World['groups']): Promise<World> {
  const resources: Resource[] = [];
  const overrides: Resource[] = [];
  const calls: Resource[] = [];
  const taken: string[] = [];
  const locals: Record<string, unknown> = {};
  const documents: Record<string, unknown> = {};
  const lists: Record<string, readonly unknown[]> = {};
  for (const [name, text] of Object.entries(texts)) {
    if (/\.tf(\.json)?$/.test(name)) {
      const file = name.endsWith('.tf') ? await hcl2json.parse(name, text) : (JSON.parse(text) as Record<string, unknown>);
      // Nothing makes what stands in there.
      if (name.startsWith('m/')) continue;
      if (name.endsWith('_override.tf')) overrides.push(...resourcesIn(file));
      else resources.push(...resourcesIn(file));
      calls.push(...callsIn(file));
      for (const word of ['moved', 'import', 'removed']) taken.push(...addressesIn(file[word] ?? []));
      for (const one of objects(file.locals)) Object.assign(locals, one);
    } else if (/@/.test(name)) lists[name.replace(/\.\w+$/, '')] = JSON.parse(text) as unknown[];
    else documents[name] = name.endsWith('.json') ? JSON.parse(text) : load(text, { schema: CORE_SCHEMA });
  }
  return { resources: resources.map((one) => overridden(one, overrides)), calls, taken, locals, documents, groups, lists };
}

/** Each argument, and all blocks of a name together, take the place of those in the other text. */
function overridden(resource: Resource, overrides: readonly Resource[]): Resource {
  const over = overrides.filter(({ address }) => address === resource.address);
  return { ...resource, body: Object.assign({}, resource.body, ...over.map(({ body }) => body)) };
}

function resourcesIn(file: Readonly<Record<string, unknown>>): readonly Resource[] {
  return ['resource', 'data'].flatMap((mode) =>
    objects(file[mode]).flatMap((types) =>
      Object.entries(types).flatMap(([type, named]) =>
        objects(named).flatMap((bodies) =>
          Object.entries(bodies).flatMap(([name, body]) =>
            objects(body).map((one) => ({ address: `${mode === 'data' ? 'data.' : ''}${type}.${name}`, type, name, body: one })),
          ),
        ),
      ),
    ),
  );
}

/** The calls of the module that is there to be made several times. */
function callsIn(file: Readonly<Record<string, unknown>>): readonly Resource[] {
  const all = objects(file.module).flatMap((named) => Object.entries(named));
  const bodies = all.flatMap(([name, body]) => objects(body).map((one) => ({ name, body: one })));
  const called = bodies.filter(({ body }) => body.source === './k');
  return called.map(({ name, body }) => ({ address: `module.${name}`, type: 'module', name, body }));
}

/** In Terraform's JSON one object may stand for a list of one, and the reverse. */
export function objects(value: unknown): readonly Record<string, unknown>[] {
  return [value].flat().filter((one) => typeof one === 'object' && one !== null) as Record<string, unknown>[];
}

/** What a name is worth that the text doesn't tell; the same for the same name. */
export type Assignment = (name: string) => Value;

/** One grant as it is in force. */
export interface Grant {
  /** The resource or document that gives it. */
  readonly by: string;
  readonly terms: string;
  readonly member: string;
  /** In which making of the module. */
  readonly making: number;
}

/** `before` is what is in force already: changes that Terraform is told to ignore leave it as it was. */
export function grantsOf(world: World, assigned: Assignment, before: World = world): readonly Grant[] {
  const found: Grant[] = [];
  for (const [making, { resource, told }] of inEachMaking(world, assigned)) {
    const ending = /_iam_(member|binding|policy)$/.exec(resource.type)?.[1];
    if (!ending || resource.address.startsWith('data.')) continue;
    const stands = ignoresChanges(resource) ? before.resources.find(({ address }) => address === resource.address) : undefined;
    for (const instance of instancesOf(stands ?? resource, world, told)) {
      const { body } = stands ?? resource;
      const value = (key: string) => evaluate(body[key] ?? null, instance.names);
      const by = `${resource.address}${instance.index}`;
      const on = `${resource.type.replace(/_iam_.*/, '')} ${placeOf(body, instance.names, told)}`;
      const grant = (role: Value, condition: unknown, member: Value, limits = '') =>
        found.push({
          by,
          terms: `${on} ${String(role)} ${conditionOf(condition, instance.names)}${limits}`,
          member: String(member),
          making,
        });
      if (ending === 'member')
        grant(value('role'), body.condition, stands ? realMember(stands, value('member'), told) : value('member'));
      else if (ending === 'binding') for (const member of list(value('members'))) grant(value('role'), body.condition, member);
      else {
        const policy = JSON.parse(String(value('policy_data'))) as { readonly bindings?: readonly Record<string, unknown>[] };
        for (const binding of policy.bindings ?? [])
          for (const member of list((binding.members ?? []) as Value))
            grant(String(binding.role), binding.condition, member, limitsOf(binding, told));
      }
    }
  }
  for (const [name, document] of Object.entries(world.documents)) {
    for (const binding of objects((document as Record<string, unknown>).bindings)) {
      const terms = `${name} ${String(binding.role)} ${conditionOf(binding.condition, noNames)}${limitsOf(binding, assigned)}`;
      for (const member of list((binding.members ?? []) as Value))
        found.push({ by: name, terms, member: String(member), making: 0 });
    }
  }
  return found;
}

/** Each resource in each making of the module, with what names are worth there: what no call tells may be something else in each. */
function inEachMaking(world: World, assigned: Assignment) {
  return makingsOf(world, assigned).flatMap((told, making) =>
    world.resources.map((resource) => [making, { resource, told }] as const),
  );
}

function makingsOf(world: World, assigned: Assignment): readonly Assignment[] {
  if (world.calls.length === 0) return [assigned];
  const tags = world.calls.flatMap((call) =>
    instancesOf(call, world, assigned).map(({ names }) => String(evaluate(call.body.tag, names))),
  );
  return tags.map((tag) => (name) => {
    if (name === 'var.tag') return tag;
    return assigned(name.startsWith('var.') ? `${name} of ${tag}` : name);
  });
}

/** What a key says that nobody knows: it may limit what the binding grants, or mean nothing. */
function limitsOf(binding: Readonly<Record<string, unknown>>, assigned: Assignment): string {
  const [condition = {}] = objects(binding.condition);
  const keys = [...Object.keys(binding), ...Object.keys(condition)].filter((key) => !understood.has(key));
  return keys.length > 0 && assigned(`number of limits by ${keys.join()}`) === 1 ? ' limited' : '';
}

const understood: ReadonlySet<string> = new Set(['role', 'members', 'condition', 'title', 'description', 'expression']);

/** Who may do what in the end: `<address> <terms>`, with `ends` for what somebody has only until a day. */
export function accessOf(world: World, assigned: Assignment, before: World = world): ReadonlySet<string> {
  const access = new Set<string>();
  for (const { terms, member } of grantsOf(world, assigned, before)) {
    for (const { who, lasting } of peopleBehind(member.toLowerCase(), true, world, assigned, new Set()))
      access.add(`${who} ${terms}${lasting ? '' : ' ends'}`);
  }
  for (const entry of [...access]) if (access.has(entry.replace(/ ends$/, '')) && entry.endsWith(' ends')) access.delete(entry);
  return access;
}

interface Somebody {
  readonly who: string;
  readonly lasting: boolean;
}

function peopleBehind(
  member: string,
  lasting: boolean,
  world: World,
  assigned: Assignment,
  seen: ReadonlySet<string>,
): readonly Somebody[] {
  const who = member.replace(/^(user|serviceaccount|group):/, '');
  if (!member.startsWith('group:') && !isGroup(who)) return [{ who, lasting }];
  if (seen.has(who)) return [];
  return membersOf(who, world, assigned).flatMap((inner) =>
    peopleBehind(inner.who, lasting && inner.lasting, world, assigned, new Set([...seen, who])),
  );
}

/** In the scenarios every group's name begins alike, so that it is one also where nothing else is known of it. */
function isGroup(address: string): boolean {
  return address.startsWith('group-');
}

function membersOf(group: string, world: World, assigned: Assignment): readonly Somebody[] {
  const listed = world.groups[group];
  if (listed) return listed.map((who) => ({ who: who.toLowerCase(), lasting: true }));
  const members: Somebody[] = [];
  for (const item of objects(world.lists[group])) {
    const key = (item.preferredMemberKey ?? item.memberKey) as { readonly id?: string } | undefined;
    const ends = objects(item.roles).some(({ expiryDetail }) => expiryDetail !== undefined);
    members.push({ who: (key?.id ?? String(assigned(`email of ${JSON.stringify(item)}`))).toLowerCase(), lasting: !ends });
  }
  for (const [, { resource, told }] of inEachMaking(world, assigned)) {
    if (resource.type === 'google_cloud_identity_group_membership') {
      for (const { names } of instancesOf(resource, world, told)) {
        if (String(evaluate(resource.body.group, names)) !== group) continue;
        // A saved list has all members, so a membership of which the text doesn't tell the group is another one's.
        if (world.lists[group] && String(resource.body.group).includes('var.')) continue;
        const [key = {}] = objects(resource.body.preferred_member_key);
        const ends = objects(resource.body.roles).some(({ expiry_detail }) => expiry_detail !== undefined);
        members.push({ who: String(evaluate(key.id ?? null, names)).toLowerCase(), lasting: !ends });
      }
    }
    if (resource.type === 'googleworkspace_group_members') {
      for (const { names } of instancesOf(resource, world, told)) {
        if (String(evaluate(resource.body.group_id, names)) !== group) continue;
        if (world.lists[group] && String(resource.body.group_id).includes('var.')) continue;
        for (const { email } of objects(resource.body.members))
          members.push({ who: String(evaluate(email, names)).toLowerCase(), lasting: true });
        for (const dynamic of objects(objects(resource.body.dynamic)[0]?.members)) {
          const [content = {}] = objects(dynamic.content);
          for (const item of list(evaluate(dynamic.for_each, names))) {
            const inner: Names = { lookUp: (path) => (path[0] === 'members' ? item : names.lookUp(path)) };
            members.push({ who: String(evaluate(content.email, inner)).toLowerCase(), lasting: true });
          }
        }
      }
    }
    const isOwned =
      resource.type === 'google_cloud_identity_group' && resource.body.initial_group_config === 'WITH_INITIAL_OWNER';
    if (isOwned && groupAddress(resource) === group)
      members.push({ who: String(assigned(`email of the owner of ${resource.address}`)).toLowerCase(), lasting: true });
  }
  return members;
}

function groupAddress({ body }: Resource): string {
  return String(objects(body.group_key)[0]?.id ?? body.email);
}

interface Instance {
  readonly index: string;
  readonly names: Names;
}

const noNames: Names = {
  lookUp: (path) => {
    throw new Error(`${path.join('.')} in a document`);
  },
};

function instancesOf({ address, body }: Resource, world: World, assigned: Assignment): readonly Instance[] {
  const outer = namesIn(world, assigned, {});
  if (body.for_each !== undefined) {
    const all = evaluate(body.for_each, outer);
    const entries = Array.isArray(all)
      ? [...new Set(all.map(String))].map((one): [string, Value] => [one, one])
      : Object.entries(all as Record<string, Value>);
    return entries.map(([key, value]) => ({
      index: `["${key}"]`,
      names: namesIn(world, assigned, { each: { key, value } }),
    }));
  }
  if (body.count === undefined) return [{ index: '', names: outer }];
  const count = Number(evaluate(body.count, outer));
  if (Number.isNaN(count)) throw new Error(`no count of ${address}`);
  return Array.from({ length: count }, (_, index) => ({
    index: `[${index}]`,
    names: namesIn(world, assigned, { count: { index } }),
  }));
}

function namesIn(world: World, assigned: Assignment, own: Readonly<Record<string, Value>>): Names {
  const names: Names = {
    lookUp(path) {
      const [head, name, ...rest] = path;
      if (head === undefined) return null;
      if (typeof head === 'string' && Object.hasOwn(own, head)) return stepInto(own[head] ?? null, path.slice(1));
      if (head === 'local') return stepInto(evaluate(world.locals[String(name)] ?? null, names), rest);
      const index = typeof rest[0] === 'number' || rest.length > 1 ? rest[0] : undefined;
      const attribute = String(rest.at(-1));
      const made = world.resources.find(({ address }) => address === `${head}.${name}`);
      if (made?.type === 'google_service_account') return accountAttribute(made, index, attribute, world, assigned);
      if (made && /group$/.test(made.type)) return groupAddress(made);
      if (head === 'data' && name === 'google_iam_policy') {
        const policy = world.resources.find(({ address }) => address === `data.google_iam_policy.${rest[0]}`);
        return JSON.stringify({ bindings: evaluate(objects(policy?.body.binding).map(flattened), names) });
      }
      return assigned(path.join('.'));
    },
  };
  return names;
}

/** A condition is a block in the data source and an object in a policy. */
function flattened(binding: Record<string, unknown>): Record<string, unknown> {
  const [condition] = objects(binding.condition);
  return condition ? { ...binding, condition } : binding;
}

function accountAttribute(
  made: Resource,
  index: string | number | undefined,
  attribute: string,
  world: World,
  assigned: Assignment,
): Value {
  const instance = instancesOf(made, world, assigned).find(
    (one) => one.index === (index === undefined ? '' : `[${JSON.stringify(index)}]`),
  );
  // An index that isn't there fails when it is applied, and grants nothing.
  if (!instance) return `nobody-${made.address}[${String(index)}]@example.org`;
  const project =
    made.body.project === undefined ? assigned('project of the provider') : evaluate(made.body.project, instance.names);
  const email = `${String(evaluate(made.body.account_id, instance.names))}@${String(project)}.iam.gserviceaccount.com`;
  if (attribute === 'member') return `serviceAccount:${email}`;
  return attribute === 'email' ? email : `projects/-/serviceAccounts/${email}`;
}

/** Which project a grant is about, in which world its provider sees it. */
function placeOf(body: Readonly<Record<string, unknown>>, names: Names, assigned: Assignment): string {
  const provider = String(body.provider ?? 'google').replace(/^\$\{|\}$/g, '');
  const project = body.project === undefined ? assigned(`project of the provider`) : evaluate(body.project, names);
  return `${String(project)} of ${String(assigned(`universe of ${provider}`))}`;
}

function conditionOf(condition: unknown, names: Names): string {
  const [one] = objects(condition);
  return one ? JSON.stringify([evaluate(one.title ?? '', names), evaluate(one.expression ?? '', names)]) : '';
}

/** Somebody may have changed what Terraform is told to let be. */
function realMember(resource: Resource, written: Value, assigned: Assignment): Value {
  return ignoresChanges(resource) && assigned(`number of changes of ${resource.address}`) === 1
    ? 'user:changed@example.org'
    : written;
}

function ignoresChanges({ body }: Resource): boolean {
  return objects(body.lifecycle).some(({ ignore_changes }) => ignore_changes !== undefined);
}

function list(value: Value): readonly Value[] {
  return Array.isArray(value) ? value : [];
}

function stepInto(value: Value, path: readonly (string | number)[]): Value {
  return path.reduce<Value>((inner, step) => (inner as Record<string, Value>)?.[step] ?? null, value);
}

import { broadBasicRoles } from './basicRoles';
import { prefix, type RoleFacts, roleServices, rolesOfService, serviceOf } from './roles';

/**
 * The ids of the roles that `id` may have been meant to be, the likeliest first: roles of the same service with a name that is
 * little different, never with a verb that allows more than the one that was written, never a basic role that changes everything.
 */
export function nearestRoles(text: string, limit: number): readonly string[] {
  const id = text.trim();
  const wished = withPrefix(id);
  if (wished.length > longestId) return [];
  // Two roles in one text are none: neither may be dropped for the other.
  if (/[\s,;|]/.test(id)) return [];
  const service = nearestService(serviceOf(wished));
  if (service === undefined) return [];
  const name = nameOf(wished);
  // A single word such as `deployer` is rather a custom role of somebody's than a role of some service.
  if (service === '' && id.startsWith(prefix) && verbOf(name).length < name.length) {
    const elsewhere = rolesNamed(name).slice(0, limit);
    if (elsewhere.length > 0) return elsewhere;
  }
  const most = mostDifferent(name);
  return rolesOfService(service)
    .filter((role) => mayBeMeant(role, name))
    .map((role) => ({ id: role.id, distance: distance(name, nameOf(role.id), most) }))
    .filter((near) => near.distance <= most)
    .sort((a, b) => a.distance - b.distance || (a.id < b.id ? -1 : 1))
    .slice(0, limit)
    .map((near) => near.id);
}

/** Far longer than any role's id: such a text is none, and comparing it would take long. */
const longestId = 200;

/** People forget the prefix or misspell it: what stands behind the last slash is what they mean. */
function withPrefix(id: string): string {
  return prefix + id.slice(id.lastIndexOf('/') + 1);
}

function nameOf(id: string): string {
  const service = serviceOf(id);
  return id.slice(prefix.length + (service === '' ? 0 : service.length + 1));
}

/** The service as written, else the only one whose name is nearest to it. */
function nearestService(service: string): string | undefined {
  if (rolesOfService(service).length > 0) return service;
  const most = Math.min(2, mostDifferent(service));
  const near = roleServices()
    .filter((known) => known !== '')
    .map((known) => ({ known, distance: distance(service, known, most) }))
    .filter((one) => one.distance <= most)
    .sort((a, b) => a.distance - b.distance);
  const [first, second] = near;
  return first && first.distance !== second?.distance ? first.known : undefined;
}

/** Roles of any service whose name is the one that was written without a service. */
function rolesNamed(name: string): readonly string[] {
  return roleServices()
    .filter((service) => service !== '')
    .flatMap((service) => rolesOfService(service).filter((role) => nameOf(role.id).toLowerCase() === name.toLowerCase()))
    .filter((role) => mayBeMeant(role, name))
    .map(({ id }) => id)
    .sort();
}

function mayBeMeant(role: RoleFacts, name: string): boolean {
  const own = nameOf(role.id);
  // Who has only the case wrong has named the role.
  if (own !== name && own.toLowerCase() === name.toLowerCase()) return true;
  if (role.stage === 'DEPRECATED' || broadBasicRoles.has(role.id)) return false;
  if (role.serviceAgent && !/agent/i.test(name)) return false;
  const allowed = verbs.get(verbOf(own));
  // What a verb that nobody knows allows may be anything, so it must be the one that was written.
  return allowed === undefined ? distance(verbOf(own), verbOf(name), 2) <= 2 : allowed <= breadthMeant(verbOf(name));
}

/** The last word of a role's name, in lower case. */
function verbOf(name: string): string {
  return (/[A-Z]?[a-z]+$/.exec(name)?.[0] ?? name).toLowerCase();
}

/**
 * How much somebody asked for who wrote this verb: 0 to read, 1 to use, 2 to change, 3 to do everything. A verb that nobody knows, or
 * that comes as near to one as to another, is taken for the one that allows less: a repair must not give more than was asked for.
 */
function breadthMeant(verb: string): number {
  const known = verbs.get(verb);
  if (known !== undefined) return known;
  const [nearest] = [...verbs]
    .map(([word, breadth]) => ({ breadth, distance: distance(verb, word, 2) }))
    .filter(({ distance }) => distance <= (verb.length < 5 ? 1 : 2))
    .sort((a, b) => a.distance - b.distance || a.breadth - b.breadth);
  return nearest?.breadth ?? 0;
}

/** What the verbs of Google's roles allow, and those that people write for them. */
const verbs: ReadonlyMap<string, number> = new Map([
  ['viewer', 0],
  ['reader', 0],
  ['browser', 0],
  ['auditor', 0],
  ['view', 0],
  ['read', 0],
  ['get', 0],
  ['list', 0],
  ['describe', 0],
  ['user', 1],
  ['invoker', 1],
  ['creator', 2],
  ['publisher', 1],
  ['subscriber', 1],
  ['writer', 2],
  ['editor', 2],
  ['developer', 2],
  ['operator', 2],
  ['manager', 2],
  ['admin', 3],
  ['administrator', 3],
  ['owner', 3],
]);

function mostDifferent(name: string): number {
  return Math.max(1, Math.floor(name.length / 3));
}

/** How many letters must be changed, added or taken away, case aside; anything above `most` where it is more than that. */
function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  const [from, to] = [a.toLowerCase(), b.toLowerCase()];
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 1; i <= from.length; i++) {
    const next = [i];
    for (let j = 1; j <= to.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[to.length] ?? 0;
}

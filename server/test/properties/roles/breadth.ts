/** The verbs of roles in the order of what they allow: to read, to use, to change, to do everything. Written by hand, for these tests alone. */
const verbs: readonly (readonly string[])[] = [
  ['viewer', 'reader', 'browser', 'auditor', 'reviewer', 'view', 'read', 'get', 'list', 'describe'],
  ['user', 'invoker', 'publisher', 'subscriber'],
  ['creator', 'writer', 'editor', 'developer', 'operator', 'manager'],
  ['admin', 'owner'],
];

export const reading = 0;

/** Undefined for a verb that isn't in the order. */
export function breadthOf(role: string): number | undefined {
  const breadth = verbs.findIndex((words) => words.includes(verbOf(role)));
  return breadth < 0 ? undefined : breadth;
}

/** The last word of a role's name: `viewer` of `roles/storage.objectViewer`. */
export function verbOf(role: string): string {
  return (/[A-Z]?[a-z]+$/.exec(role)?.[0] ?? role).toLowerCase();
}

export function serviceOf(role: string): string {
  return /^roles\/(.*)\.[^.]*$/.exec(role)?.[1] ?? '';
}

/** Those that change or do everything in a whole project, whatever the service. */
export const broadRoles: ReadonlySet<string> = new Set(['owner', 'editor', 'admin', 'writer'].map((name) => `roles/${name}`));

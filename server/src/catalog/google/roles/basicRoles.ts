/** Basic roles that change nearly everything in a project. Two of them are the newer names of the first two. */
export const broadBasicRoles: ReadonlySet<string> = new Set(['roles/owner', 'roles/editor', 'roles/admin', 'roles/writer']);

/** Basic roles that read nearly everything in a project. */
export const readingBasicRoles: ReadonlySet<string> = new Set(['roles/viewer', 'roles/reader']);

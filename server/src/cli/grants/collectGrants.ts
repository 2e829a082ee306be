import { fileURLToPath } from 'node:url';
import { grantTables, joined, roleHolds, withPermission } from '../../kinds/grants';
import type { DefinedRole, GrantRow, GrantTable, UnknownGrant } from '../../kinds/grantTable';
import type { FileAccess } from '../../workspace/terraform/functions/definition';
import { isConfiguration, type ModuleFile } from '../../workspace/terraform/modules/configuration';
import { localCalls } from '../../workspace/terraform/modules/modules';
import { folderOf } from '../../workspace/terraform/resources';
import { addressOf, filesIn, findFiles, foldersUpwards, realPath } from '../findFiles';
import { readOrTell } from '../textFile';
import type { Tell } from '../trouble';
import { storedFiles } from './storedFiles';

/** The texts that grants are worked out from, as they were at one time. */
export interface Texts {
  readonly files: readonly ModuleFile[];
  /** The addresses of those whose grants are asked for; the others tell something about them. */
  readonly asked: ReadonlySet<string>;
  /** All that Terraform's functions may read, by address. */
  readonly stored: FileAccess;
}

/** Undefined for all. */
export interface GrantFilter {
  /** What the texts of a row hold, any case. */
  readonly member: string | undefined;
  readonly role: string | undefined;
  readonly resource: string | undefined;
  /** What a row's role lets its holder do. */
  readonly permission: string | undefined;
}

/** Reads the files of the disk. Paths are relative to `folder`. */
export function textsOnDisk(paths: readonly string[], folder: string, tell: Tell): Texts {
  const found = findFiles(paths, folder, tell);
  const asked = new Set(found.files.map(addressOf));
  const files = [...found.files, ...found.around].flatMap(
    (path) => fileAt(path, asked.has(addressOf(path)) ? tell : () => {}) ?? [],
  );
  const called = calledModules(files, realPath(folder));
  return { files: [...files, ...called.files], asked, stored: storedFiles([...found.folders, ...called.folders]) };
}

/** The local modules that these files and they themselves call, as far as they stand below a folder and haven't been read. */
function calledModules(files: readonly ModuleFile[], top: string) {
  const folders = new Set<string>();
  const added: ModuleFile[] = [];
  for (let reading = files; reading.length > 0; ) {
    const missing = localCalls(reading).map((address) => realPath(fileURLToPath(address)));
    const next = [...new Set(missing)].filter((path) => !folders.has(path) && foldersUpwards(path).includes(top));
    const known = new Set([...files, ...added].map(({ uri }) => uri));
    reading = next
      .flatMap((path) => filesIn(path))
      .flatMap((path) => fileAt(path, () => {}) ?? [])
      .filter(({ uri }) => !known.has(uri));
    for (const path of next) folders.add(path);
    added.push(...reading);
  }
  return { files: added, folders };
}

function fileAt(path: string, tell: Tell): ModuleFile | undefined {
  const stored = readOrTell(path, tell);
  return stored && { uri: addressOf(path), text: stored.text };
}

/** Who may do what by the files: by the modules of Terraform that no other one calls, and by policies in documents. */
export function collectGrants({ files, asked, stored }: Texts): GrantTable {
  const documents = files.filter(({ uri }) => asked.has(uri));
  const { grants, unknown, roles = [] } = joined([...grantTables(files, documents, stored)]);
  const roots = new Set([...asked].filter(isConfiguration).map(folderOf));
  // What a module is called for is told with the call, wherever the module stands.
  const isAsked = ({ at, source }: GrantRow | UnknownGrant) =>
    asked.has(at.uri) || (roots.has(source) && folderOf(at.uri) !== source);
  return { grants: grants.filter(isAsked), unknown: unknown.filter(isAsked), roles };
}

/** The rows that are wanted. What isn't known may be any of them. */
export function filteredGrants({ grants, ...rest }: GrantTable, filter: GrantFilter): GrantTable {
  const table = { grants: grants.filter((row) => isTold(row, filter)), ...rest };
  return filter.permission === undefined ? table : withPermission(table, filter.permission);
}

/** Whether a row may be wanted: a role whose permissions aren't known may hold any. `roles` are those that the texts make. */
export function mayBeWanted(filter: GrantFilter, roles: readonly DefinedRole[]): (row: GrantRow) => boolean {
  const { permission } = filter;
  const holds = permission === undefined ? () => true : roleHolds(roles, permission);
  return (row) => isTold(row, filter) && holds(row.role) !== false;
}

function isTold(row: GrantRow, { member, role, resource }: GrantFilter): boolean {
  const holds = (value: string | undefined, wanted: string | undefined) =>
    wanted === undefined || value?.toLowerCase().includes(wanted.toLowerCase()) === true;
  return holds(row.member, member) && holds(row.role, role) && holds(row.resource, resource);
}

import { grantTables } from '../../kinds/grants';
import type { GrantRow, GrantTable } from '../../kinds/grantTable';
import { addressOf, findFiles } from '../findFiles';
import { readOrTell } from '../textFile';
import type { Tell } from '../trouble';

export interface GrantsRequest {
  readonly paths: readonly string[];
  /** What paths are relative to. */
  readonly folder: string;
  readonly filter: GrantFilter;
  readonly tell: Tell;
}

/** What rows hold, any case; undefined for all. */
export interface GrantFilter {
  readonly member: string | undefined;
  readonly role: string | undefined;
  readonly resource: string | undefined;
}

/** Who may do what by the files: by the modules of Terraform that no other one calls, and by policies in documents. */
export function collectGrants({ paths, folder, filter, tell }: GrantsRequest): GrantTable {
  const found = findFiles(paths, folder, tell);
  const asked = new Set(found.files.map(addressOf));
  const texts = [...found.files, ...found.around].flatMap((path) => {
    const stored = readOrTell(path, asked.has(addressOf(path)) ? tell : () => {});
    return stored ? { uri: addressOf(path), text: stored.text } : [];
  });
  const wanted = texts.filter(({ uri }) => asked.has(uri));
  const tables = [...grantTables(texts, wanted)];
  return {
    grants: tables.flatMap(({ grants }) => grants.filter((row) => asked.has(row.at.uri) && isWanted(row, filter))),
    unknown: tables.flatMap(({ unknown }) => unknown.filter(({ at }) => asked.has(at.uri))),
  };
}

function isWanted(row: GrantRow, { member, role, resource }: GrantFilter): boolean {
  const holds = (value: string | undefined, wanted: string | undefined) =>
    wanted === undefined || value?.toLowerCase().includes(wanted.toLowerCase()) === true;
  return holds(row.member, member) && holds(row.role, role) && holds(row.resource, resource);
}

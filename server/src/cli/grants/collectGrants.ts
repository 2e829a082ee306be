import { grantTables, joined } from '../../kinds/grants';
import type { GrantRow, GrantTable } from '../../kinds/grantTable';
import type { ModuleFile } from '../../workspace/terraform/modules/configuration';
import { addressOf, findFiles } from '../findFiles';
import { readOrTell } from '../textFile';
import type { Tell } from '../trouble';

/** The texts that grants are worked out from, as they were at one time. */
export interface Texts {
  readonly files: readonly ModuleFile[];
  /** The addresses of those whose grants are asked for; the others tell something about them. */
  readonly asked: ReadonlySet<string>;
}

/** What rows hold, any case; undefined for all. */
export interface GrantFilter {
  readonly member: string | undefined;
  readonly role: string | undefined;
  readonly resource: string | undefined;
}

/** Reads the files of the disk. Paths are relative to `folder`. */
export function textsOnDisk(paths: readonly string[], folder: string, tell: Tell): Texts {
  const found = findFiles(paths, folder, tell);
  const asked = new Set(found.files.map(addressOf));
  const files = [...found.files, ...found.around].flatMap((path) => {
    const uri = addressOf(path);
    const stored = readOrTell(path, asked.has(uri) ? tell : () => {});
    return stored ? { uri, text: stored.text } : [];
  });
  return { files, asked };
}

/** Who may do what by the files: by the modules of Terraform that no other one calls, and by policies in documents. */
export function collectGrants({ files, asked }: Texts): GrantTable {
  const documents = files.filter(({ uri }) => asked.has(uri));
  const { grants, unknown } = joined([...grantTables(files, documents)]);
  return {
    grants: grants.filter(({ at }) => asked.has(at.uri)),
    unknown: unknown.filter(({ at }) => asked.has(at.uri)),
  };
}

export function isWanted(row: GrantRow, { member, role, resource }: GrantFilter): boolean {
  const holds = (value: string | undefined, wanted: string | undefined) =>
    wanted === undefined || value?.toLowerCase().includes(wanted.toLowerCase()) === true;
  return holds(row.member, member) && holds(row.role, role) && holds(row.resource, resource);
}

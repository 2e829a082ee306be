// Packs tables of facts about Google Cloud into modules of the catalogue: `node scripts/refresh-catalog.mjs <folder of the tables>`.
// Reads gcp-roles.tsv (role, stage, permissions, service agent), role-escalation.tsv (role, …, three lists of permissions) and
// tf-iam-resources.tsv (family, required and optional arguments that say what the policy hangs on).
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [folder] = process.argv.slice(2);
if (!folder) {
  console.error('Say where the tables are: node scripts/refresh-catalog.mjs <folder>');
  process.exit(1);
}

const target = 'server/src/catalog/google';
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_!%*+,./:;<=>?@^~';

writeRoles();
writeWatchedPermissions();
writeIamFamilies();

/** One line for each service: `<service> <role>:<number of permissions><stage><*>`, where `*` marks the role of a service agent. */
function writeRoles() {
  const { comment, rows } = table('gcp-roles.tsv');
  const [date] = /\d{4}-\d\d-\d\d/.exec(comment) ?? [];
  if (!date) throw new Error('gcp-roles.tsv doesn’t say from which day it is');
  const stages = new Map(Object.entries({ GA: '', BETA: 'b', ALPHA: 'a', PREVIEW: 'p', DEPRECATED: 'd' }));
  const byService = new Map();
  for (const [id, stage, permissions, serviceAgent] of rows) {
    const [, service, name] = /^roles\/(?:([^.]+)\.)?(.+)$/.exec(id);
    if (!stages.has(stage)) throw new Error(`${id} is in a stage that nobody knows: ${stage}`);
    const packed = `${name}:${permissions}${stages.get(stage)}${serviceAgent === 'yes' ? '*' : ''}`;
    byService.set(service ?? '', [...(byService.get(service ?? '') ?? []), packed]);
  }
  const lines = [...byService].sort(([a], [b]) => (a < b ? -1 : 1)).map(([service, roles]) => [service, ...roles].join(' '));
  write('roles/roles.data.ts', [
    '/** The day on which the list of roles was read. */',
    `export const rolesAsOf = '${date}';`,
    '',
    '/** Every predefined role; `roles.ts` tells how it is packed. */',
    `export const packedRoles = \`${lines.join('\n')}\`;`,
  ]);
}

/** The permissions by what they open, and for each role that has some of them the letters that stand for them. */
function writeWatchedPermissions() {
  const { columns, rows } = table('role-escalation.tsv');
  const classes = ['IMP', 'POL', 'EXEC'].map((name) => columns.indexOf(name));
  const permissions = classes.map((column) => [...new Set(rows.flatMap((row) => listed(row[column])))].sort());
  const all = permissions.flat();
  if (all.length > alphabet.length || new Set(all).size < all.length)
    throw new Error('each watched permission needs a letter of its own');
  const letters = new Map(all.map((permission, index) => [permission, alphabet[index]]));
  const lines = rows.map((row) => {
    const held = classes.flatMap((column) => listed(row[column])).map((permission) => letters.get(permission));
    return `${row[0].slice('roles/'.length)} ${held.sort().join('')}`;
  });
  const [impersonation, policy, execution] = permissions.map((list) => list.join(' '));
  write('roles/watchedPermissions.data.ts', [
    `export const letters = '${alphabet}';`,
    '',
    '/** One letter stands for each permission, in the order of the three lists. */',
    `export const packedPermissions = {\n  impersonation:\n    '${impersonation}',\n  policy:\n    '${policy}',\n  execution:\n    '${execution}',\n};`,
    '',
    '/** The roles that hold some of them, each with the letters of those. */',
    `export const packedHolders = \`${lines.join('\n')}\`;`,
  ]);
}

/** One line for each family: `<family> <required arguments> <optional arguments>`, each separated by commas. */
function writeIamFamilies() {
  const { rows } = table('tf-iam-resources.tsv');
  const lines = rows.map(([family, required, optional]) => [family.replace(/^google_/, ''), required, optional].join(' ').trim());
  write('iamFamilies.data.ts', [
    '/** Every family of IAM resources of the Terraform provider 7.45, without `google_`; `iamFamilies.ts` tells how it is packed. */',
    `export const packedFamilies = \`${lines.sort().join('\n')}\`;`,
  ]);
}

function table(name) {
  const all = readFileSync(join(folder, name), 'utf8').split(/\r?\n/);
  const first = all.findIndex((line) => !line.startsWith('#'));
  const [header = '', ...lines] = all.slice(first);
  return {
    comment: all.slice(0, first).join('\n'),
    columns: header.split('\t'),
    rows: lines.filter((line) => line !== '').map((line) => line.split('\t')),
  };
}

function listed(cell) {
  return (cell ?? '').split(',').filter((name) => name !== '');
}

function write(name, lines) {
  const path = `${target}/${name}`;
  writeFileSync(path, `// Written by scripts/refresh-catalog.mjs from tables of facts.\n${lines.join('\n')}\n`);
  console.log(`wrote ${path}`);
}

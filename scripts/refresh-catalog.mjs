// Packs tables of facts about Google Cloud into modules of the catalogue: `node scripts/refresh-catalog.mjs <folder of the tables>`.
// Reads gcp-roles.tsv (role, stage, permissions, service agent), role-escalation.tsv (role, …, three lists of permissions) and
// tf-iam-resources.tsv (family, required and optional arguments that say what the policy hangs on), tf-provider-schema.tsv (resource, path,
// type, flags), tf-schema.tsv (resource, path, type, flags, enumeration) and google-api-schemas.tsv (API, message, field, type, values).
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [folder] = process.argv.slice(2);
if (!folder) {
  console.error('Say where the tables are: node scripts/refresh-catalog.mjs <folder>');
  process.exit(1);
}

const target = 'server/src/catalog/google';
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_!%*+,./:;<=>?@^~';

/** Nobody checks an empty text where the provider's own generator has written the check of an optional argument. */
const writtenByHand = /^google_(service_account_key|(project|organization)_iam_custom_role|project_default_service_accounts)$/;

writeRoles();
writeWatchedPermissions();
writeIamFamilies();
writeResourceSchemas();

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

/** One line for each resource; `resourceSchemas.ts` tells how it is packed. */
function writeResourceSchemas() {
  const { comment, rows } = table('tf-provider-schema.tsv');
  const [date] = /\d{4}-\d\d-\d\d/.exec(comment) ?? [];
  const besides = detailsByPath();
  const resources = new Map();
  for (const [resource, path, type, flags = ''] of rows) {
    if (/^timeouts\b/.test(path) || path === 'id') continue;
    if (!resources.has(resource)) resources.set(resource, blockOf(flags));
    const steps = path.split('.');
    const last = steps.pop();
    const holder = steps.reduce((block, step) => block.inside.get(step), resources.get(resource));
    const detail = besides.get(`${resource} ${path}`);
    holder.inside.set(last, type === 'block' ? blockOf(flags) : argumentOf(resource, type, flags, detail));
    for (const relation of relationsOf(path, detail)) holder.relations.add(relation);
  }
  const packed = (name, { text, limits, ...block }) =>
    text === undefined ? [`${name}{${limits}`, ...within(block), '}'].join(' ') : `${name}:${text}`;
  const within = ({ inside, relations }) => [...relations, ...[...inside].map(([name, one]) => packed(name, one))];
  const lines = [...resources].map(([resource, block]) => [resource.replace('google_', ''), ...within(block)].join(' '));
  write('terraform/resourceSchemas.data.ts', [
    '/** The day of the provider’s source. */',
    `export const schemasAsOf = '${date}';`,
    '',
    '/** Resources and data sources without `google_`; `resourceSchemas.ts` tells how it is packed. */',
    `export const packedSchemas = \`${lines.sort().join('\n')}\`;`,
  ]);
}

/** Enumerations, formats and what excludes or asks for each other, by resource and path. */
function detailsByPath() {
  const inApi = table('google-api-schemas.tsv').rows.map(([, , field, , listed = '']) => ({ field, values: listed.split('|') }));
  return new Map(
    table('tf-schema.tsv').rows.map(([resource, path, , flags = '', choices = '']) => {
      const known = choices === '' ? [] : choices.split('|');
      const field = path
        .split('.')
        .at(-1)
        .replace(/_(.)/g, (_, letter) => letter.toUpperCase());
      const isSame = (one) =>
        one.field === field && known.filter((value) => one.values.includes(value)).length > known.length / 2;
      const newer = [...new Set(inApi.filter(isSame).flatMap(({ values }) => values))].filter((value) => !known.includes(value));
      const format = /validate=(?:\w+\.)?(?:[vV]alidate)?(\w+)/.exec(flags)?.[1];
      return [`${resource} ${path}`, { known, newer, format, flags }];
    }),
  );
}

function argumentOf(resource, type, flags, { known = [], newer = [], format } = {}) {
  const letters = { string: 's', bool: 'b', number: 'n', 'list(string)': 'l', 'set(string)': 't', 'map(string)': 'm' };
  const isRequired = flags.includes('required');
  const isSetByUser = isRequired || flags.includes('optional');
  const choices = known.length > 0 && !isRequired && !writtenByHand.test(resource) ? [...known, ''] : known;
  const listed = choices.length > 0 ? `=${choices.join('|')}${newer.length > 0 ? `+${newer.join('|')}` : ''}` : '';
  const checked = format ? `~${format}` : '';
  return { text: `${letters[type] ?? 'o'}${isRequired ? '!' : isSetByUser ? '' : '-'}${listed}${checked}` };
}

function blockOf(flags) {
  const limit = (name) => new RegExp(`${name} (\\d+)`).exec(flags)?.[1] ?? '';
  const nesting = flags.startsWith('set') ? 't' : 'l';
  return { inside: new Map(), relations: new Set(), limits: `${nesting}${limit('min')}-${limit('max')}` };
}

/** What the provider says of several arguments of one block: exactly one of them, at least one, at most one. */
function relationsOf(path, { flags = '' } = {}) {
  const holder = path.replace(/[^.]*$/, '');
  const signs = { ExactlyOneOf: '1', AtLeastOneOf: '+', ConflictsWith: '-' };
  return [...flags.matchAll(/(ExactlyOneOf|AtLeastOneOf|ConflictsWith)=([^,]+)/g)].flatMap(([, relation, list]) => {
    const others = list.split('|').map((one) => one.replaceAll('.0.', '.'));
    if (!others.every((one) => one.replace(/[^.]*$/, '') === holder)) return [];
    const groups = relation === 'ConflictsWith' ? others.map((other) => [path, other]) : [[path, ...others]];
    const named = groups.map((paths) => [...new Set(paths.map((one) => one.slice(holder.length)))].sort());
    return named.filter(({ length }) => length > 1).map((names) => `?${signs[relation]}${names.join('|')}`);
  });
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

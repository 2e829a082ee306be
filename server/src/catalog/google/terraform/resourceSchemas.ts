import { placeholders } from '../../placeholders';
import type { ArgumentSchema, BlockSchema, NestedSchema, Relation } from '../../terraformSchema';
import { parentArguments } from '../iamFamilies';
import { formats } from './formats';
import { packedSchemas } from './resourceSchemas.data';

/**
 * What Google's provider takes in a resource or data source; undefined for those whose schema isn't in the catalogue.
 *
 * @see https://github.com/hashicorp/terraform-provider-google
 */
export function resourceSchema(mode: string, type: string): BlockSchema | undefined {
  if (mode === 'ephemeral') return undefined;
  const name = `${mode === 'data' ? 'data.' : ''}${type}`;
  const known = byName.get(name);
  if (known) return known;
  const line = lines().get(name);
  const made = line === undefined ? iamSchema(mode, type) : unpack(line);
  if (made) byName.set(name, made);
  return made;
}

const byName = new Map<string, BlockSchema>();
let byLine: ReadonlyMap<string, string> | undefined;

/** By type, `data.` before a data source. */
function lines(): ReadonlyMap<string, string> {
  byLine ??= new Map(
    packedSchemas.split('\n').map((line) => {
      const [, data = '', name = '', rest = ''] = /^(data\.)?(?:google_)?(\S+) (.*)$/.exec(line) ?? [];
      return [`${data}google_${name}`, rest];
    }),
  );
  return byLine;
}

/** The resources of one family take the same arguments for what the policy hangs on. */
function iamSchema(mode: string, type: string): BlockSchema | undefined {
  const [, family = '', ending = ''] = /^(google_\w+)_iam_(policy|binding|member|audit_config)$/.exec(type) ?? [];
  const parents = mode === 'resource' ? parentArguments(family) : undefined;
  if (!parents || (ending === 'audit_config' && !audited.test(family))) return undefined;
  const format = family === 'google_service_account' ? '~ServiceAccountName' : '';
  const named = [...parents.required.map((name) => `${name}:s!${format}`), ...parents.optional.map((name) => `${name}:s`)];
  return unpack([...named, grants[ending]].join(' '));
}

const audited = /^google_(project|folder|organization)$/;
const condition = 'condition{l-1 title:s! description:s expression:s! }';
const grants: Readonly<Record<string, string>> = {
  policy: 'policy_data:s! etag:s-',
  binding: `role:s! members:t! etag:s- ${condition}`,
  member: `role:s! member:s!~StringIsNotEmpty etag:s- ${condition}`,
  audit_config: 'service:s! etag:s- audit_log_config{t1- log_type:s! exempted_members:t }',
};

/**
 * `name:s!=A|B+C~Format` is an argument: its type (text, number, truth value, list or set of texts, map, other), `!` where it is required
 * and `-` where only the provider sets it, its choices, those that a newer provider may take, and a check. `name{l1-2 … }` is a block
 * with the least and the most of it; `?1a|b` is a relation.
 */
function unpack(packed: string): BlockSchema {
  const outermost = emptyBlock();
  const open: OpenBlock[] = [outermost];
  for (const token of packed.split(' ')) {
    const block = open.at(-1) ?? outermost;
    if (token === '}') open.pop();
    else if (token.startsWith('?')) block.relations.push(relationIn(token));
    else if (token.includes('{')) {
      const [, name = '', least = '', most = ''] = /^(\w+)\{[lt](\d*)-(\d*)$/.exec(token) ?? [];
      const schema = emptyBlock();
      block.blocks.set(name, { least: Number(least), most: most === '' ? Number.POSITIVE_INFINITY : Number(most), schema });
      open.push(schema);
    } else {
      const [name = '', ...rest] = token.split(':');
      block.arguments.set(name, { ...argumentIn(rest.join(':')), placeholder: byArgument.get(name) });
    }
  }
  return outermost;
}

interface OpenBlock extends BlockSchema {
  readonly arguments: Map<string, ArgumentSchema>;
  readonly blocks: Map<string, NestedSchema>;
  readonly relations: Relation[];
}

function emptyBlock(): OpenBlock {
  return { arguments: new Map(), blocks: new Map(), relations: [] };
}

function relationIn(token: string): Relation {
  const takes = token[1] === '1' ? 'one' : token[1] === '+' ? 'some' : 'atMostOne';
  return { takes, names: token.slice(2).split('|') };
}

function argumentIn(packed: string): Omit<ArgumentSchema, 'placeholder'> {
  const [, letter = '', use = '', choices, newer, format = ''] =
    /^(.)([!-]?)(?:=([^+~]*))?(?:\+([^~]*))?(?:~(.*))?$/.exec(packed) ?? [];
  return {
    type: types[letter] ?? 'other',
    use: use === '!' ? 'required' : use === '-' ? 'computed' : 'optional',
    choices: choices?.split('|'),
    newer: newer?.split('|') ?? [],
    format: formats.get(format),
  };
}

const types: Readonly<Record<string, ArgumentSchema['type']>> = {
  s: 'text',
  n: 'number',
  b: 'truth',
  l: 'texts',
  t: 'texts',
  m: 'map',
};

const byArgument: ReadonlyMap<string, string | readonly string[]> = new Map<string, string | readonly string[]>([
  ['project', placeholders.project],
  ['folder', `folders/${placeholders.number}`],
  ['org_id', placeholders.number],
  ['organization', placeholders.number],
  ['organization_id', placeholders.number],
  ['bucket', placeholders.bucket],
  ['member', placeholders.group],
  ['members', [placeholders.group]],
  ['account_id', placeholders.account],
  ['group_key', placeholders.groupKey],
]);

import fc from 'fast-check';
import { load } from 'js-yaml';
import { hcl2json } from '../../syntax/terraform/hcl2json';
import { block, type Entries, json, type Value, yaml } from './writing';

/** Who comes from where, and whom a level lets in. */
interface Visitor {
  readonly user: string;
  readonly region: string;
  readonly address: string;
}

/** An access level as somebody has written it, with slips. */
export interface WrittenLevel {
  readonly name: string;
  readonly text: string;
  /** Those of {@link visitors} that its author may have meant to let in. */
  readonly meant: ReadonlySet<string>;
}

const users = ['user:kim@example.org', 'user:lee@example.org', 'serviceAccount:app-prod@example-project.iam.gserviceaccount.com'];
const regions = ['KR', 'GB', 'JP'];
const networks = ['203.0.113.0/24', '198.51.100.0/24'];
const addresses = ['203.0.113', '198.51.100', '192.0.2'];

const visitors: readonly Visitor[] = users.flatMap((user) =>
  regions.flatMap((region) => addresses.map((address) => ({ user, region, address }))),
);

interface Condition {
  readonly members: readonly string[] | undefined;
  readonly regions: readonly string[] | undefined;
  readonly ipSubnetworks: readonly string[] | undefined;
  readonly negate: boolean;
}

interface Level {
  readonly conditions: readonly Condition[];
  readonly or: boolean;
}

/** Access levels with misspelt keys, words and codes, in the spelling of the API and of Terraform. */
export const levels: fc.Arbitrary<WrittenLevel> = fc
  .record({
    conditions: fc.array(condition(), { minLength: 1, maxLength: 3 }),
    or: fc.option(fc.boolean(), { nil: undefined }),
    functionKey: slip('combiningFunction', 'conbiningFunction', 'combining_Function'),
    functionWord: fc.constantFrom('right', 'right', 'lower'),
    style: fc.constantFrom('json', 'list', 'yaml', 'terraform'),
  })
  .map(({ conditions, or, functionKey, functionWord, style }) => {
    const spell = style === 'terraform' ? snake : (name: string) => name;
    const word = functionWord === 'lower' ? (text: string) => text.toLowerCase() : (text: string) => text;
    const written = conditions.map(({ entries }) => ({ entries: entries.map(([key, value]) => [spell(key), value] as const) }));
    const head: Entries = [
      ['name', 'accessPolicies/1/accessLevels/corp'],
      ['title', 'corp'],
    ];
    const basic: Entries = [
      ['conditions', written],
      ...(or === undefined ? [] : [[spell(functionKey), word(or ? 'OR' : 'AND')] as const]),
    ];
    const level: Value = { entries: [...head, ['basic', { entries: basic }]] };
    const meant = admitted({ conditions: conditions.map(({ meant }) => meant), or: or === true });
    const text = {
      json: () => `${json(level, '', none)}\n`,
      list: () => `${json([level], '', none)}\n`,
      yaml: () => yaml([level], '', none),
      terraform: () => terraform(head, basic),
    }[style]();
    return { name: { json: 'level.json', list: 'levels.json', yaml: 'levels.yaml', terraform: 'main.tf' }[style], text, meant };
  });

/** Whom the levels of a text let in, by readers that refuse what they don’t know; undefined where they refuse it all. */
export async function letIn(name: string, text: string): Promise<ReadonlySet<string> | undefined> {
  const level = await levelIn(name, text).catch(() => undefined);
  return level && admitted(level);
}

function none(): undefined {
  return undefined;
}

function slip(right: string, ...wrong: readonly string[]): fc.Arbitrary<string> {
  return fc.oneof({ weight: 5, arbitrary: fc.constant(right) }, { weight: 1, arbitrary: fc.constantFrom(...wrong) });
}

function condition(): fc.Arbitrary<{ readonly entries: Entries; readonly meant: Condition }> {
  const some = (values: readonly string[]) =>
    fc.option(fc.subarray([...values], { minLength: 1, maxLength: 2 }), { nil: undefined });
  return fc
    .record({
      members: some(users),
      regions: some(regions),
      ipSubnetworks: some(networks),
      negate: fc.oneof({ weight: 4, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
      membersKey: slip('members', 'member', 'memebers'),
      regionsKey: slip('regions', 'region', 'regoins'),
      networksKey: slip('ipSubnetworks', 'ipSubnetwork', 'ipSubnets'),
      negateKey: slip('negate', 'negat', 'negated'),
      single: fc.boolean(),
      slips: fc.array(fc.nat(5), { minLength: 6, maxLength: 6 }),
    })
    .filter(({ members, regions, ipSubnetworks }) => (members ?? regions ?? ipSubnetworks) !== undefined)
    .map(({ members, regions, ipSubnetworks, negate, membersKey, regionsKey, networksKey, negateKey, single, slips }) => {
      const list = (key: string, right: string, values: readonly string[]): Value =>
        single && key !== right && values.length === 1 ? (values[0] as string) : values;
      const misspell = (text: string, index: number) =>
        slips[index] === 0
          ? text.toLowerCase()
          : slips[index] === 1 && text === 'GB'
            ? 'UK'
            : slips[index] === 1 && text === 'KR'
              ? 'KOR'
              : text;
      const unprefixed = (text: string, index: number) =>
        slips[index + 2] === 0
          ? text.replace(/^\w/, (letter) => letter.toUpperCase())
          : slips[index + 2] === 1
            ? text.replace(/^serviceAccount:/, '')
            : text;
      const entries: (readonly [string, Value])[] = [
        ...(members ? [[membersKey, list(membersKey, 'members', members.map(unprefixed))] as const] : []),
        ...(regions ? [[regionsKey, list(regionsKey, 'regions', regions.map(misspell))] as const] : []),
        ...(ipSubnetworks ? [[networksKey, list(networksKey, 'ipSubnetworks', ipSubnetworks)] as const] : []),
        ...(negate ? [[negateKey, true] as const] : []),
      ];
      return { entries, meant: { members, regions, ipSubnetworks, negate } };
    });
}

function snake(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function terraform(head: Entries, basic: Entries): string {
  return block(
    'resource "google_access_context_manager_access_level" "corp"',
    [['parent', 'accessPolicies/1'], ...head, ['basic', { entries: basic }]],
    '',
    none,
  );
}

async function levelIn(name: string, text: string): Promise<Level | undefined> {
  if (name.endsWith('.tf')) return terraformLevel(text);
  const document = name.endsWith('.yaml') ? load(text) : JSON.parse(text);
  const level = Array.isArray(document) ? document[0] : document;
  const { basic, ...rest } = only(level, ['name', 'title', 'basic']);
  return rest.name === undefined ? undefined : basicLevel(only(basic, ['conditions', 'combiningFunction']), (field) => field);
}

async function terraformLevel(text: string): Promise<Level | undefined> {
  const { resource } = (await hcl2json.parse('main.tf', text)) as {
    readonly resource: Readonly<Record<string, Readonly<Record<string, readonly unknown[]>>>>;
  };
  const [body] = resource.google_access_context_manager_access_level?.corp ?? [];
  const { basic } = only(body, ['parent', 'name', 'title', 'basic']);
  const [inner] = Array.isArray(basic) ? basic : [];
  return basicLevel(only(inner, ['conditions', 'combining_function']), snake);
}

function basicLevel(basic: Readonly<Record<string, unknown>>, spell: (field: string) => string): Level | undefined {
  const combining = basic[spell('combiningFunction')] ?? 'AND';
  if ((combining !== 'AND' && combining !== 'OR') || !Array.isArray(basic.conditions)) return undefined;
  return { or: combining === 'OR', conditions: basic.conditions.map((one) => readCondition(one, spell)) };
}

function readCondition(value: unknown, spell: (field: string) => string): Condition {
  const fields = only(value, ['members', 'regions', spell('ipSubnetworks'), 'negate']);
  const list = (key: string, isRight: (text: string) => boolean) => {
    const items = fields[key];
    if (items === undefined) return undefined;
    if (!Array.isArray(items) || !items.every((item) => typeof item === 'string' && isRight(item)))
      throw new Error(`${key} is refused`);
    return items as readonly string[];
  };
  return {
    members: list('members', (text) => /^(user|serviceAccount):[^@\s]+@\S+$/.test(text)),
    regions: list('regions', (text) => regions.includes(text)),
    ipSubnetworks: list(spell('ipSubnetworks'), (text) => networks.includes(text)),
    negate: fields.negate === true,
  };
}

/** The object, which is refused where it has other keys. */
function only(value: unknown, keys: readonly string[]): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Object.keys(value).some((key) => !keys.includes(key)))
    throw new Error('refused');
  return value as Readonly<Record<string, unknown>>;
}

function admitted({ conditions, or }: Level): ReadonlySet<string> {
  const meets = (visitor: Visitor, { members, regions, ipSubnetworks, negate }: Condition) => {
    const all =
      (members?.includes(visitor.user) ?? true) &&
      (regions?.includes(visitor.region) ?? true) &&
      (ipSubnetworks?.some((network) => network.startsWith(`${visitor.address}.`)) ?? true);
    return all !== negate;
  };
  const passes = (visitor: Visitor) =>
    or ? conditions.some((one) => meets(visitor, one)) : conditions.every((one) => meets(visitor, one));
  return new Set(visitors.filter(passes).map(({ user, region, address }) => `${user} from ${region} at ${address}`));
}

import fc from '../../fastCheck';
import type { Assignment, Texts } from './access';
import type { Value } from './expressions';
import { type Called, inCalledModule } from './modules';
import {
  type Binding,
  type Block,
  type Body,
  type Expr,
  flat,
  hcl,
  hclFile,
  jsonDocument,
  jsonFile,
  layoutOf,
  yamlDocument,
} from './writing';

/** Files that grant roles to groups and others, and all that tells who is in the groups. */
export interface Scenario {
  readonly texts: Texts;
  /** `leastwise.groups` */
  readonly groups: Readonly<Record<string, readonly string[]>>;
  /** How the module is called in which all of Terraform stands. */
  readonly called: Called;
}

const letters = ['a', 'b', 'c', 'd'] as const;
type Letter = (typeof letters)[number];

const emailOf = (letter: Letter) => `${letter}-account@p.iam.gserviceaccount.com`;
const person = 'kim@example.org';
const groups = ['group-x@example.org', 'group-y@example.org'] as const;
const inner = 'group-inner@example.org';
const defaultAccount = '1-compute@developer.gserviceaccount.com';

/** Values for the names that no text tells. Few of each kind, so that two of them often are the same. */
export function assignmentOf(seed: number): Assignment {
  return (name) => {
    const one = <T>(...all: readonly T[]): T => all[hash(`${seed} ${name}`) % all.length] as T;
    if (/^var\.project|^project of/.test(name)) return one('p', 'q');
    if (/^var\.role/.test(name)) return one('roles/viewer', 'roles/browser');
    if (/^var\.count|^number of/.test(name)) return one(0, 1);
    if (/^var\.group/.test(name)) return one(...groups);
    if (/^var\.condition/.test(name)) return one('true', 'false');
    if (/^universe/.test(name)) return one(1, 2);
    if (name === 'var.tags') return ['one', 'two'].filter((tag) => hash(`${seed} ${tag}`) % 3 > 0);
    const emails = [...letters.map(emailOf), person, 'lee@example.org'];
    if (/^var\.all/.test(name)) return emails.filter((email) => hash(`${seed} ${name} ${email}`) % 3 === 0);
    if (/^var\.member/.test(name)) return memberOf(one(...emails));
    if (/^(var\.email|module\.|email of|data\.google_service_account)/.test(name)) return one(...emails);
    if (/^data\.google_compute_default/.test(name))
      return name.endsWith('member') ? `serviceAccount:${defaultAccount}` : defaultAccount;
    throw new Error(`nobody says what ${name} is`);
  };
}

function hash(text: string): number {
  let value = 2_166_136_261;
  for (const character of text) value = Math.imul(value ^ character.charCodeAt(0), 16_777_619);
  return (value ^ (value >>> 13)) >>> 3;
}

function memberOf(email: string): Value {
  return `${email.endsWith('gserviceaccount.com') ? 'serviceAccount' : 'user'}:${email}`;
}

const raw = (text: string) => ({ raw: text });

type Making = 'none' | 'plain' | 'withoutProject' | 'counted' | 'each' | 'waits' | 'local' | 'tagged' | 'inTagged';

interface Terms {
  readonly project: number;
  readonly role: number;
  readonly provider: boolean;
  readonly condition: number;
}

const terms: fc.Arbitrary<Terms> = fc.record({
  project: fc.nat(4),
  role: fc.nat(3),
  provider: fc.boolean().map((one) => one),
  condition: fc.nat(5),
});

const projects: readonly (Expr | undefined)[] = ['p', raw('var.project_a'), raw('var.project_b'), undefined, raw('local.p')];
const roles: readonly Expr[] = ['roles/viewer', 'roles/viewer', raw('var.role_a'), 'roles/editor'];
const plainRoles = ['roles/viewer', 'roles/browser', 'roles/viewer', 'roles/editor'] as const;
const conditions: readonly (Body | undefined)[] = [
  undefined,
  undefined,
  undefined,
  { title: 'c', expression: 'true' },
  { title: 'c', expression: raw('var.condition_a') },
  { title: 'c', expression: 'false' },
];
const plainConditions: readonly Binding['condition'][] = [
  undefined,
  undefined,
  undefined,
  { title: 'c', expression: 'true' },
  { title: 'd', expression: 'true' },
  undefined,
];

function argumentsOf({ project, role, provider, condition }: Terms, own: Body): Body {
  const on = projects[project];
  const when = conditions[condition];
  return {
    ...(on === undefined ? {} : { project: on }),
    role: roles[role] ?? 'roles/viewer',
    ...own,
    ...(provider ? { provider: raw('google.eu') } : {}),
    ...(when ? { condition: { blocks: [when] } } : {}),
  };
}

type Protection = 'none' | 'count' | 'each' | 'ignored' | 'protected' | 'waits';

/** What Terraform is told about a resource besides. */
function meta(protection: Protection): Body {
  switch (protection) {
    case 'none':
      return {};
    case 'count':
      return { count: raw('var.count_a') };
    case 'each':
      return { for_each: raw('var.all_a') };
    case 'ignored':
      return { lifecycle: { blocks: [{ ignore_changes: [raw('member')] }] } };
    case 'protected':
      return { lifecycle: { blocks: [{ prevent_destroy: raw('true') }] } };
    case 'waits':
      return { depends_on: [raw('time_sleep.t')] };
  }
}

const protection: fc.Arbitrary<Protection> = fc.constantFrom(
  ...(['none', 'none', 'none', 'none', 'none', 'none', 'none', 'none', 'none', 'none'] as const),
  ...(['count', 'each', 'ignored', 'protected', 'waits'] as const),
);

interface Person {
  readonly letter: Letter;
  readonly how: 'literal' | 'upper' | 'reference' | 'wrongAttribute' | 'index' | 'variable';
}

const personArbitrary: fc.Arbitrary<Person> = fc.record({
  letter: fc.constantFrom(...letters),
  how: fc.constantFrom('literal', 'literal', 'upper', 'reference', 'reference', 'wrongAttribute', 'index', 'variable'),
});

/** A member in Terraform. */
function memberValue({ letter, how }: Person, made: Readonly<Record<Letter, Making>>): Expr {
  const making = made[letter];
  const address = `google_service_account.${letter}`;
  if (how === 'variable') return raw(`var.member_${letter}`);
  if (how === 'upper')
    return `serviceAccount:${emailOf(letter).toUpperCase()}`.replace('GSERVICEACCOUNT.COM', 'gserviceaccount.com');
  if (how === 'literal' || making === 'none') return `serviceAccount:${emailOf(letter)}`;
  if (making === 'counted') return raw(`${address}[0].member`);
  if (making === 'each') return `serviceAccount:\${${address}["${letter}"].email}`;
  if (how === 'wrongAttribute') return `serviceAccount:\${${address}.name}`;
  return how === 'reference' ? raw(`${address}.member`) : `serviceAccount:\${${address}.email}`;
}

interface Membership {
  readonly letter: Letter;
  readonly how:
    | 'literal'
    | 'reference'
    | 'variable'
    | 'module'
    | 'data'
    | 'person'
    | 'nested'
    | 'loop'
    | 'map'
    | 'unknownLoop'
    | 'count'
    | 'anyGroup';
  readonly group: number;
  readonly ends: boolean;
  readonly ofWorkspace: boolean;
}

const membership: fc.Arbitrary<Membership> = fc.record({
  letter: fc.constantFrom(...letters),
  how: fc.constantFrom(
    ...(['literal', 'literal', 'literal', 'literal', 'reference', 'reference', 'reference', 'reference'] as const),
    ...(['variable', 'module', 'data', 'person', 'nested', 'loop', 'map', 'unknownLoop', 'count', 'anyGroup'] as const),
  ),
  group: fc.constantFrom(0, 0, 0, 1, 2),
  ends: fc.constantFrom(false, false, false, false, false, true),
  ofWorkspace: fc.constantFrom(false, false, true),
});

const readable: fc.Arbitrary<Membership> = fc.record({
  letter: fc.constantFrom(...letters),
  how: fc.constantFrom('literal', 'literal', 'reference', 'reference', 'map'),
  group: fc.constant(0),
  ends: fc.constant(false),
  ofWorkspace: fc.constantFrom(false, false, true),
});

/** What keeps a membership from being replaced: it can't be read, or it ends. */
const obstacle: fc.Arbitrary<Pick<Membership, 'how' | 'ends'>> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      how: fc.constantFrom<Membership['how']>(
        ...([
          'variable',
          'module',
          'data',
          'nested',
          'loop',
          'unknownLoop',
          'unknownLoop',
          'count',
          'count',
          'anyGroup',
        ] as const),
      ),
      ends: fc.constant(false),
    }),
  },
  { weight: 2, arbitrary: fc.constant({ how: 'literal', ends: true } as const) },
);

function accountEmail(letter: Letter, making: Making): Expr {
  const address = `google_service_account.${letter}`;
  if (making === 'none') return emailOf(letter);
  if (making === 'counted') return raw(`${address}[0].email`);
  return making === 'each' ? raw(`${address}["${letter}"].email`) : raw(`${address}.email`);
}

function membershipBlock(index: number, found: Membership, made: Readonly<Record<Letter, Making>>): Block {
  const { letter, how, ends } = found;
  const reference = accountEmail(letter, made[letter]);
  const ids: Readonly<Record<Membership['how'], Expr>> = {
    literal: emailOf(letter),
    reference,
    variable: raw(`var.email_${letter}`),
    module: raw('module.sa.email'),
    data: raw(`data.google_service_account.${letter}.email`),
    person,
    nested: inner,
    loop: raw('each.value'),
    map: raw('each.value'),
    unknownLoop: emailOf(letter),
    count: emailOf(letter),
    anyGroup: emailOf(letter),
  };
  const repeats: Partial<Record<Membership['how'], Body>> = {
    loop: { for_each: raw(`toset([${hcl(reference)}, "${emailOf('d')}"])`) },
    map: { for_each: raw(`{ one = ${hcl(reference)}, two = "${emailOf('d')}" }`) },
    unknownLoop: { for_each: raw('var.all_b') },
    count: { count: raw('var.count_b') },
  };
  const group: Expr = how === 'anyGroup' ? raw('var.group_a') : ([groups[0], groups[1], inner][found.group] ?? inner);
  const more = repeats[how] ?? {};
  if (found.ofWorkspace && !ends)
    return {
      mode: 'resource',
      labels: ['googleworkspace_group_members', `m${index}`],
      body:
        how === 'unknownLoop'
          ? { group_id: group, members: { dynamic: { email: emailOf(letter) }, over: raw('var.all_c') } }
          : { ...more, group_id: group, members: { blocks: [{ email: ids[how] }, { email: emailOf('d') }] } },
    };
  return {
    mode: 'resource',
    labels: ['google_cloud_identity_group_membership', `m${index}`],
    body: {
      ...more,
      group,
      preferred_member_key: { blocks: [{ id: ids[how] }] },
      roles: {
        blocks: [{ name: 'MEMBER', ...(ends ? { expiry_detail: { blocks: [{ expire_time: '2026-12-01T00:00:00Z' }] } } : {}) }],
      },
    },
  };
}

function accountId(letter: Letter, making: Making): string {
  if (making === 'each') return '${each.key}-account';
  return making === 'tagged' ? `${letter}-\${var.tag}` : `${letter}-account`;
}

const accountProjects: Partial<Record<Making, Expr>> = { local: raw('local.p'), inTagged: 'p-${var.tag}' };

function accountBlock(letter: Letter, making: Making): readonly Block[] {
  if (making === 'none') return [];
  const body: Body = {
    ...(making === 'counted' ? { count: 1 } : {}),
    ...(making === 'each' ? { for_each: raw(`toset(["${letter}"])`) } : {}),
    account_id: accountId(letter, making),
    ...(making === 'withoutProject' ? {} : { project: accountProjects[making] ?? 'p' }),
    ...(making === 'waits' ? { depends_on: [raw('time_sleep.t')] } : {}),
  };
  return [{ mode: 'resource', labels: ['google_service_account', letter], body }];
}

interface GroupGrant {
  readonly form: 'member' | 'binding' | 'jsonencode' | 'heredoc' | 'data' | 'json' | 'yaml';
  readonly group: number;
  readonly byReference: boolean;
  readonly terms: Terms;
  readonly beside: readonly Person[];
  readonly other: 'none' | 'allUsers' | 'default' | 'deleted' | 'external';
  readonly protection: Protection;
  readonly second: boolean;
  /** How the list names the group once more. */
  readonly again: 'no' | 'same' | 'case' | 'reference';
  /** Another binding of the same role and condition, with something that no binding has. */
  readonly slipped: { readonly letter: Letter; readonly slip: Slip } | undefined;
}

type Slip = 'nothing' | 'misspelt' | 'capital' | 'dynamic' | 'inside';

const groupGrant: fc.Arbitrary<GroupGrant> = fc.record({
  form: fc.constantFrom('member', 'member', 'member', 'member', 'binding', 'jsonencode', 'heredoc', 'data', 'json', 'yaml'),
  group: fc.constantFrom(0, 0, 0, 1),
  byReference: fc.constantFrom(false, false, true),
  terms,
  beside: fc.array(personArbitrary, { maxLength: 3 }),
  other: fc.constantFrom('none', 'none', 'allUsers', 'default', 'deleted', 'external'),
  protection,
  second: fc.boolean(),
  again: fc.constant('no'),
  slipped: fc.constant(undefined),
});

const others: Readonly<Record<Exclude<GroupGrant['other'], 'none'>, string>> = {
  allUsers: 'allUsers',
  default: `serviceAccount:${defaultAccount}`,
  deleted: 'deleted:user:gone@example.org?uid=123456789012345678901',
  external: 'user:mallory@gmail.com',
};

const byReference = 'group:${google_cloud_identity_group.x.group_key[0].id}';

function inUpperCase(address: string): string {
  return `group:${address.replace(/^[^@]*/, (name) => name.toUpperCase())}`;
}

function grantBlocks(
  index: number,
  grant: GroupGrant,
  made: Readonly<Record<Letter, Making>>,
  declared: boolean,
): readonly Block[] {
  const address = groups[grant.group] ?? groups[0];
  const group: Expr = grant.byReference && declared && grant.group === 0 ? byReference : `group:${address}`;
  const other = grant.other === 'none' ? [] : [others[grant.other]];
  const again: Readonly<Record<GroupGrant['again'], readonly Expr[]>> = {
    no: [],
    same: [group],
    case: [inUpperCase(address)],
    reference: declared && grant.group === 0 ? [byReference] : [group],
  };
  const members: readonly Expr[] = [...grant.beside.map((one) => memberValue(one, made)), group, ...other, ...again[grant.again]];
  const body = (own: Body) => ({ ...argumentsOf(grant.terms, own), ...meta(grant.protection) });
  const name = `g${index}`;
  const resource = (type: string, label: string, content: Body): Block => ({
    mode: 'resource',
    labels: [type, label],
    body: content,
  });
  const condition = conditions[grant.terms.condition];
  const role = roles[grant.terms.role] ?? 'roles/viewer';
  const { project, ...rest } = argumentsOf(grant.terms, {});
  const policy = (data: Expr): Body => ({
    ...(project === undefined ? {} : { project }),
    ...(rest.provider === undefined ? {} : { provider: rest.provider }),
    policy_data: data,
    ...meta(grant.protection === 'ignored' ? 'none' : grant.protection),
  });
  switch (grant.form) {
    case 'member': {
      const second =
        grant.other === 'none'
          ? []
          : [resource('google_project_iam_member', `${name}_other`, body({ member: others[grant.other] }))];
      return [resource('google_project_iam_member', name, body({ member: group })), ...second];
    }
    case 'binding':
      return [resource('google_project_iam_binding', name, body({ members }))];
    case 'jsonencode': {
      const when = condition
        ? `, condition = { ${Object.entries(condition)
            .map(([key, value]) => `${key} = ${hcl(value as Expr)}`)
            .join(', ')} }`
        : '';
      return [
        resource(
          'google_project_iam_policy',
          name,
          policy(
            raw(
              `jsonencode({ bindings = [{ role = ${hcl(role)}, members = ${hcl(members)}${when} }${slippedObject(grant, role, when)}] })`,
            ),
          ),
        ),
      ];
    }
    case 'heredoc': {
      const bindings = documentBindings(grant).map(flat);
      return [
        resource(
          'google_project_iam_policy',
          name,
          policy(raw(`<<-EOT\n    ${JSON.stringify({ bindings }, undefined, 2).replaceAll('\n', '\n    ')}\n  EOT`)),
        ),
      ];
    }
    default:
      return [
        {
          mode: 'data',
          labels: ['google_iam_policy', name],
          body: {
            binding: {
              blocks: [
                { role, members, ...(condition ? { condition: { blocks: [condition] } } : {}) },
                ...slippedBlock(grant, role, condition),
                ...(grant.second ? [{ role: 'roles/logging.viewer', members: [lastMember(grant)] }] : []),
              ],
            },
          },
        },
        resource('google_project_iam_policy', name, policy(raw(`data.google_iam_policy.${name}.policy_data`))),
      ];
  }
}

/** Whose removal takes the binding along. */
function lastMember({ other }: GroupGrant): string {
  return others[other === 'none' ? 'allUsers' : other];
}

function documentBinding(grant: GroupGrant): Binding {
  const condition = plainConditions[grant.terms.condition];
  const address = groups[grant.group] ?? groups[0];
  return {
    role: plainRoles[grant.terms.role] ?? 'roles/viewer',
    members: [
      ...grant.beside.filter(({ how }) => how !== 'variable').map(({ letter }) => `serviceAccount:${emailOf(letter)}`),
      `group:${address}`,
      ...(grant.other === 'none' ? [] : [others[grant.other]]),
      ...(grant.again === 'no' ? [] : [grant.again === 'case' ? inUpperCase(address) : `group:${address}`]),
    ],
    ...(condition ? { condition } : {}),
  };
}

function documentBindings(grant: GroupGrant): readonly Binding[] {
  const own = documentBinding(grant);
  if (!grant.slipped) return [own];
  const { letter, slip } = grant.slipped;
  const { condition } = own;
  const limited =
    condition && slip === 'inside' ? { condition: { ...condition, expresion: 'false' } } : condition && { condition };
  const key = slipKeys[slip];
  const slips = key === undefined ? {} : { slips: { [key]: limit } };
  return [own, { role: own.role, members: [`serviceAccount:${emailOf(letter)}`], ...limited, ...slips }];
}

const limit = { title: 'limit', expression: 'false' };
const slipKeys: Partial<Record<Slip, string>> = { misspelt: 'conditon', capital: 'Condition', dynamic: 'dynamic' };

function slippedObject({ slipped }: GroupGrant, role: Expr, when: string): string {
  if (!slipped) return '';
  const key = slipKeys[slipped.slip];
  const slip = key === undefined ? '' : `, ${key} = { title = "limit", expression = "false" }`;
  const own = slipped.slip === 'inside' ? when.replace(' }', ', expresion = "false" }') : when;
  return `, { role = ${hcl(role)}, members = ["serviceAccount:${emailOf(slipped.letter)}"]${own}${slip} }`;
}

function slippedBlock({ slipped }: GroupGrant, role: Expr, condition: Body | undefined): readonly Body[] {
  if (!slipped) return [];
  const { letter, slip } = slipped;
  const key = slipKeys[slip];
  const blocks = condition && [slip === 'inside' ? { ...condition, expresion: 'false' } : condition];
  const limits: Body =
    slip === 'dynamic' && !condition
      ? { condition: { dynamic: limit, over: [1] } }
      : key === undefined
        ? {}
        : { [key]: { blocks: [limit] } };
  return [{ role, members: [`serviceAccount:${emailOf(letter)}`], ...(blocks ? { condition: { blocks } } : {}), ...limits }];
}

/** How a grant to one account differs from the first group's, by one thing or by none. */
type Difference =
  | 'none'
  | 'project'
  | 'noProject'
  | 'role'
  | 'variableRole'
  | 'provider'
  | 'condition'
  | 'count'
  | 'each'
  | 'ignored'
  | 'protected'
  | 'binding'
  | 'all';

interface DirectGrant {
  readonly who: Person;
  readonly difference: Difference;
  readonly terms: Terms;
  readonly takesName: boolean;
}

const directGrant: fc.Arbitrary<DirectGrant> = fc.record({
  who: personArbitrary,
  difference: fc.constantFrom<Difference>(
    ...(['none', 'none', 'project', 'noProject', 'role', 'variableRole', 'provider', 'condition', 'count', 'each'] as const),
    ...(['count', 'each', 'ignored', 'protected', 'binding', 'all'] as const),
  ),
  terms,
  takesName: fc.boolean(),
});

function directBlock(
  index: number,
  { who, difference, terms: other, takesName }: DirectGrant,
  [first]: readonly GroupGrant[],
  made: Readonly<Record<Letter, Making>>,
): Block {
  const same = first?.terms ?? other;
  const changes: Partial<Record<Difference, Partial<Terms>>> = {
    project: { project: other.project },
    noProject: { project: 3 },
    role: { role: other.role },
    variableRole: { role: 2 },
    provider: { provider: !same.provider },
    condition: { condition: other.condition },
    all: other,
  };
  const protections: Partial<Record<Difference, Protection>> = {
    count: 'count',
    each: 'each',
    ignored: 'ignored',
    protected: 'protected',
  };
  const member = memberValue(who, made);
  const form = difference === 'binding' ? 'binding' : 'member';
  const own: Body = form === 'member' ? { member } : { members: [member] };
  return {
    mode: 'resource',
    labels: [`google_project_iam_${form}`, takesName && form === 'member' ? `g0_${who.letter}` : `d${index}`],
    body: { ...argumentsOf({ ...same, ...changes[difference] }, own), ...meta(protections[difference] ?? 'none') },
  };
}

interface Listed {
  readonly as: 'nothing' | 'setting' | 'file';
  readonly letters: readonly Letter[];
  readonly more: 'nothing' | 'person' | 'unreadable' | 'twice' | 'default' | 'ends' | 'broken';
}

const listed: fc.Arbitrary<Listed> = fc.record({
  as: fc.constantFrom('nothing', 'nothing', 'setting', 'file'),
  letters: fc.uniqueArray(fc.constantFrom(...letters), { minLength: 1, maxLength: 3 }),
  more: fc.constantFrom('nothing', 'nothing', 'nothing', 'person', 'unreadable', 'twice', 'default', 'ends'),
});

const noList: Listed = { as: 'nothing', letters: [], more: 'nothing' };

function listedFile({ letters: some, more }: Listed): string {
  const items: unknown[] = some.map((letter) => ({ preferredMemberKey: { id: emailOf(letter) }, roles: [{ name: 'MEMBER' }] }));
  if (more === 'person') items.push({ preferredMemberKey: { id: person } });
  if (more === 'default') items.push({ preferredMemberKey: { id: defaultAccount } });
  if (more === 'unreadable') items.push({ name: 'groups/1/memberships/2' });
  if (more === 'twice') items.push(items[0]);
  if (more === 'ends')
    items.push({
      preferredMemberKey: { id: emailOf('d') },
      roles: [{ name: 'MEMBER', expiryDetail: { expireTime: '2026-12-01T00:00:00Z' } }],
    });
  return `${JSON.stringify(items)}\n`;
}

function listedSetting({ letters: some, more }: Listed): readonly string[] {
  const accounts = some.map((letter) => `serviceAccount:${emailOf(letter)}`);
  if (more === 'person') return [...accounts, `user:${person}`];
  if (more === 'default') return [...accounts, `serviceAccount:${defaultAccount}`];
  if (more === 'twice') return [...accounts, ...accounts.map((one) => one.replace('-account', '-Account'))];
  return accounts;
}

const making: fc.Arbitrary<Making> = fc.constantFrom(
  'none',
  'plain',
  'plain',
  'plain',
  'waits',
  'withoutProject',
  'counted',
  'each',
  'waits',
  'local',
);

interface Parts {
  readonly isAboutHolders: boolean;
  readonly grants: readonly GroupGrant[];
  readonly direct: readonly DirectGrant[];
  readonly evidence: { readonly memberships: readonly Membership[]; readonly list: Listed };
}

function onHolders<P extends Parts>(parts: P): P {
  const [first, ...others] = parts.grants;
  if (!parts.isAboutHolders || !first) return parts;
  return {
    ...parts,
    grants: [{ ...first, form: 'member', group: 0, protection: 'none' }, ...others],
    direct: parts.direct.map((one) => ({ ...one, who: { ...one.who, letter: 'a' } })),
    evidence: { memberships: [], list: { as: 'setting', letters: ['a', 'b'], more: 'nothing' } },
  };
}

/** What is drawn besides, all of it about faults of their own. */
interface Further {
  readonly isPaired: boolean;
  readonly again: GroupGrant['again'];
  readonly slipped: GroupGrant['slipped'];
  readonly called: Called;
}

const nothingFurther: Further = { isPaired: false, again: 'no', slipped: undefined, called: 'not' };

const further: fc.Arbitrary<Further> = fc.record({
  isPaired: fc.constantFrom(false, false, false, true),
  again: fc.constantFrom('no', 'no', 'same', 'case', 'reference'),
  slipped: fc.option(
    fc.record({
      letter: fc.constantFrom(...letters),
      slip: fc.constantFrom<Slip>('nothing', 'misspelt', 'capital', 'dynamic', 'inside'),
    }),
    { nil: undefined, freq: 2 },
  ),
  called: fc.constantFrom<Called>('not', 'not', 'once', 'each', 'twice', 'count', 'unknown', 'alike'),
});

function withFurther<P extends Parts & { readonly further: Further; readonly made: Readonly<Record<Letter, Making>> }>(
  parts: P,
): P {
  const { isPaired, again, slipped, called } = parts.further;
  const [first] = parts.grants;
  const grants = isPaired && first ? [first, { ...first, form: 'member' as const }] : parts.grants;
  const isTagged = called !== 'not';
  const tagged = ([letter, making]: readonly [string, Making]): [string, Making] => {
    if (!isTagged || making === 'none' || making === 'counted') return [letter, making];
    return [letter, making === 'waits' ? 'tagged' : 'inTagged'];
  };
  const made = Object.fromEntries(Object.entries(parts.made).map(tagged)) as P['made'];
  return { ...parts, made, grants: grants.map((one) => ({ ...one, again, slipped })) };
}

const inOneModule = (drawn: fc.Arbitrary<Further>): fc.Arbitrary<Scenario> =>
  fc
    .record({
      made: fc.record({ a: making, b: making, c: making, d: making }),
      // In most of the scenarios nearly every membership can be read, or *Replace* would hardly ever be offered.
      evidence: fc.oneof(
        fc.record({ memberships: fc.array(membership, { maxLength: 4 }), list: listed }),
        fc.record({ memberships: fc.array(readable, { minLength: 2, maxLength: 4 }), list: fc.constant(noList) }),
        fc.record({
          memberships: fc
            .tuple(readable, readable, membership, obstacle)
            .map(([one, two, three, what]): Membership[] => [one, two, { ...three, ...what, group: 0, letter: 'c' }]),
          list: fc.constant(noList),
        }),
        fc.record({
          memberships: fc.constant<Membership[]>([]),
          list: listed.map((list): Listed => ({ ...list, as: list.as === 'file' ? 'file' : 'setting' })),
        }),
      ),
      grants: fc.array(groupGrant, { minLength: 1, maxLength: 2 }),
      direct: fc.array(directGrant, { maxLength: 3 }),
      // In a third of them two accounts are in the group, and one may have the role by itself.
      isAboutHolders: fc.constantFrom(false, false, true),
      sleeps: fc.constantFrom<'never' | 'after'>('never', 'after'),
      declared: fc.boolean(),
      owned: fc.constantFrom(false, false, false, true),
      moved: fc.constantFrom(false, false, true),
      inJson: fc.constantFrom(0, 0, 0, 1, 2),
      seed: fc.integer({ min: 1, max: 2 ** 31 }),
      further: drawn,
    })
    .map(onHolders)
    .map(withFurther)
    .map(
      ({
        further: { called },
        made,
        grants,
        direct,
        sleeps,
        declared,
        owned,
        moved,
        inJson,
        seed,
        evidence: { memberships, list },
      }) => {
        const layout = layoutOf(seed);
        const documents = grants.filter(({ form }) => form === 'json' || form === 'yaml');
        const blocks = grants.flatMap((grant, index) =>
          documents.includes(grant) ? [] : grantBlocks(index, grant, made, declared),
        );
        const directs = direct.map((one, index) => directBlock(index, one, grants, made));
        const evidence: Block[] = [
          { mode: 'locals', labels: [], body: { p: 'p' } },
          ...letters.flatMap((letter) => accountBlock(letter, made[letter])),
          ...memberships.map((one, index) => membershipBlock(index, one, made)),
        ];
        // The accounts that wait for it then wait for a grant.
        const [first] = blocks.filter(({ mode }) => mode === 'resource');
        const isFree =
          first?.body.depends_on === undefined && first?.body.count === undefined && first?.body.for_each === undefined;
        const target = sleeps === 'after' && first && isFree ? [raw(first.labels.join('.'))] : [];
        evidence.push({
          mode: 'resource',
          labels: ['time_sleep', 't'],
          body: { create_duration: '1s', ...(target.length > 0 ? { depends_on: target } : {}) },
        });
        if (declared)
          evidence.push({
            mode: 'resource',
            labels: ['google_cloud_identity_group', 'x'],
            body: {
              ...(owned ? { initial_group_config: 'WITH_INITIAL_OWNER' } : {}),
              parent: 'customers/C01',
              group_key: { blocks: [{ id: groups[0] }] },
            },
          });
        if (moved)
          evidence.push({
            mode: 'moved',
            labels: [],
            body: { from: raw('google_project_iam_member.g0_a'), to: raw('google_project_iam_member.elsewhere') },
          });
        const texts: Record<string, string> = {};
        const once = unique([...blocks, ...directs]);
        if (once.length > 0) {
          const isJson = inJson > 0 && !grants.some(({ form }) => form === 'heredoc');
          texts[isJson ? 'main.tf.json' : 'main.tf'] = isJson ? jsonFile(once, layout) : hclFile(once, layout);
        }
        texts['groups.tf'] = hclFile(evidence, layout);
        documents.forEach((grant, index) => {
          const own = documentBindings(grant);
          const bindings = grant.second ? [...own, { role: 'roles/logging.viewer', members: [lastMember(grant)] }] : own;
          texts[`policy${index}.${grant.form}`] =
            grant.form === 'json' ? jsonDocument(bindings, layout) : yamlDocument(bindings, layout);
        });
        if (list.as === 'file') texts[`${groups[0]}.json`] = listedFile(list);
        return { texts, called, groups: list.as === 'setting' ? { [`group:${groups[0]}`]: listedSetting(list) } : {} };
      },
    );

/** What else Terraform reads: files that override what stands in others, and modules that are never made. */
const surroundings = fc.record({
  overridden: fc.constantFrom('nothing', 'nothing', 'nothing', 'nothing', 'nothing', 'role', 'member', 'group'),
  unmade: fc.constantFrom('nothing', 'nothing', 'nothing', 'membership'),
});

export const scenarios: fc.Arbitrary<Scenario> = amongOthers(inOneModule(fc.constant(nothingFurther)));

/** In modules that are made several times, with groups that stand twice and bindings with keys that nobody knows. */
export const furtherScenarios: fc.Arbitrary<Scenario> = amongOthers(inOneModule(further));

function amongOthers(one: fc.Arbitrary<Scenario>): fc.Arbitrary<Scenario> {
  return fc.tuple(one, surroundings).map(([{ texts, groups: listed, called }, { overridden, unmade }]) => {
    const override = overrideOf(overridden, texts);
    const module = inCalledModule({ ...texts, ...(override ? { 'z_override.tf': override } : {}) }, called);
    return { texts: { ...module, ...(unmade === 'membership' ? unmadeModule : {}) }, groups: listed, called };
  });
}

function overrideOf(what: string, { 'main.tf': main = '', 'groups.tf': evidence = '' }: Readonly<Record<string, string>>) {
  const override = (found: RegExpExecArray | null, body: string) =>
    found ? `resource "${found[1]}" "${found[2]}" {\n${body}}\n` : undefined;
  if (what === 'role') return override(/resource "(google_\w+_iam_member)" "(\w+)"/.exec(main), '  role = "roles/browser"\n');
  if (what === 'group')
    return override(
      /resource "(google_cloud_identity_group)" "(\w+)"/.exec(evidence),
      '  group_key {\n    id = "group-z@example.org"\n  }\n',
    );
  return what === 'member'
    ? override(
        /resource "(google_cloud_identity_group_membership)" "(\w+)"/.exec(evidence),
        '  preferred_member_key {\n    id = "d-account@p.iam.gserviceaccount.com"\n  }\n',
      )
    : undefined;
}

const unmadeModule = {
  'm/groups.tf': `resource "google_cloud_identity_group_membership" "d" {\n  group = "${groups[0]}"\n  preferred_member_key {\n    id = "d-account@p.iam.gserviceaccount.com"\n  }\n}\n`,
  'modules.tf': 'module "m" {\n  source = "./m"\n  count  = 0\n}\n',
};

/** Terraform refuses a module that has an address twice. */
function unique(blocks: readonly Block[]): readonly Block[] {
  return [...new Map(blocks.map((block) => [`${block.mode}.${block.labels.join('.')}`, block])).values()];
}

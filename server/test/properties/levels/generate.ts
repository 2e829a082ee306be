import { dump } from 'js-yaml';
import fc from '../../fastCheck';
import type { Files } from './evaluate';
import { emergencyUsers, regions, subnets, users, variablePolicy } from './requests';

/** Some files with access levels, the first of which is looked at, and the settings of their authors. */
export interface Levels {
  readonly files: Files;
  readonly settings: Readonly<Record<string, unknown>>;
}

interface Level {
  readonly id: string;
  readonly policy: 1 | 2 | 'var';
  readonly fn: 'AND' | 'OR' | 'absent' | 'var' | 'local';
  readonly conditions: readonly Condition[];
  /** Undefined for a basic level. */
  readonly expression: Expression | undefined;
  readonly extra: (typeof extras)[number];
  readonly file: 0 | 1;
}

interface Condition {
  readonly fields: readonly Field[];
  readonly negate: boolean;
  readonly comments: readonly boolean[];
}

type Field =
  | { readonly kind: 'regions' | 'members' | 'ipSubnetworks'; readonly values: readonly string[] }
  | { readonly kind: 'regions' | 'members' | 'ipSubnetworks'; readonly values: 'var' }
  | { readonly kind: 'device'; readonly flags: readonly string[] }
  /** Indices of levels behind this one, or a level that nobody makes. */
  | { readonly kind: 'required'; readonly levels: readonly number[] };

interface Expression {
  readonly parts: readonly number[];
  readonly shape: 'and' | 'or' | 'conditional' | 'brackets';
  readonly comments: boolean;
  readonly written: 'quoted' | 'heredoc' | 'folded' | 'local';
}

const extras = ['none', 'provider', 'count', 'forEach', 'dynamic', 'dependsOn', 'condition', 'usedElsewhere'] as const;
const ids = ['corp_requirements', 'corp_emergency_access', 'emergency_access', 'corp_requirements_2', 'base'] as const;

/** What the authors of levels get wrong in single values. */
const regionSlips = ['UK', 'kr', 'KOR', 'asia-northeast3', 'XX'] as const;
const memberSlips = [
  'User:kim@example.org',
  'ci@prod.iam.gserviceaccount.com',
  'kim@example.org',
  'group:ops@example.org',
  'allUsers',
  'user:kim@example.org, user:lee@example.org',
] as const;

const rangeSlips: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    '203.0.113.9/0',
    '203.0.113.9/24',
    '8.8.8.8/4',
    '10.1.2.3/8',
    '100.64.3.2/10',
    '198.51.100.7',
    '203.0.113.0/33',
    '2001:db8:17::5/32',
    '2001:db8:17::5/12',
    '2001:db8:17::5',
    '::1/0',
    '::ffff:203.0.113.9/96',
    '::ffff:203.0.113.9/112',
    '64:ff9b::cb00:7109/97',
    '2002:cb00:7109::/16',
  ),
  fc
    .tuple(fc.integer({ min: 1, max: 223 }), fc.nat(255), fc.nat(255), fc.integer({ min: 1, max: 254 }), fc.nat(32))
    .map(([a, b, c, d, length]) => `${a}.${b}.${c}.${d}/${length}`),
);

const listed = <T>(values: readonly T[], maxLength = 2) =>
  fc.subarray([...values], { minLength: 1, maxLength: Math.min(maxLength, values.length) });

const field: fc.Arbitrary<Field> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('regions' as const), values: listed(regions) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('ipSubnetworks' as const), values: listed(subnets) }) },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('members' as const), values: listed([...users, ...emergencyUsers]) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('device' as const),
      flags: listed(['requireCorpOwned', 'requireScreenlock', 'requireAdminApproval']),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('required' as const),
      levels: fc.uniqueArray(fc.integer({ min: -1, max: 4 }), { minLength: 1, maxLength: 2 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constantFrom('regions' as const, 'members' as const, 'ipSubnetworks' as const),
      values: fc.constant('var' as const),
    }),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(rangeSlips, listed(subnets))
      .map(([slip, others]) => ({ kind: 'ipSubnetworks' as const, values: [slip, ...others.slice(1)] })),
  },
  {
    weight: 1,
    arbitrary: fc.oneof(
      fc.record({ kind: fc.constant('regions' as const), values: listed([...regionSlips, ...regions]) }),
      fc.record({ kind: fc.constant('members' as const), values: listed([...memberSlips, ...users]) }),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom<Field[]>(
      { kind: 'ipSubnetworks', values: ['203.0.113.0/24', '0.0.0.0/0'] },
      { kind: 'regions', values: [] },
      { kind: 'members', values: [] },
    ),
  },
);

const condition: fc.Arbitrary<Condition> = fc.record({
  fields: fc.oneof(fc.tuple(field), fc.uniqueArray(field, { minLength: 1, maxLength: 3, selector: ({ kind }) => kind })),
  negate: fc.nat(4).map((of) => of === 0),
  comments: fc.array(
    fc.nat(3).map((of) => of === 0),
    { minLength: 6, maxLength: 6 },
  ),
});

const expression: fc.Arbitrary<Expression> = fc.record({
  parts: fc.array(fc.nat(8), { minLength: 1, maxLength: 4 }),
  shape: fc.constantFrom('and', 'or', 'conditional', 'brackets'),
  comments: fc.boolean(),
  written: fc.constantFrom('quoted', 'heredoc', 'folded', 'quoted', 'local'),
});

const level: fc.Arbitrary<Level> = fc.record({
  id: fc.constantFrom(...ids),
  policy: fc.constantFrom<Level['policy'][]>(1, 1, 1, 2, 'var'),
  fn: fc.constantFrom('AND', 'AND', 'OR', 'OR', 'absent', 'var', 'local'),
  conditions: fc.array(condition, { minLength: 1, maxLength: 3 }),
  expression: fc.option(expression, { nil: undefined, freq: 3 }),
  extra: fc.constantFrom('none', 'none', 'none', 'none', ...extras),
  file: fc.constantFrom(0, 1),
});

/** A level for emergencies of some access policy: the one that is looked at, or another. */
const emergencyLevel = fc.record({
  policy: fc.constantFrom<Level['policy'][]>(1, 1, 2, 2, 'var'),
  holds: fc.constantFrom('wished', 'wished', 'wished', 'others', 'accounts'),
  file: fc.constantFrom(0 as const, 1 as const),
});

/** They come in place of others of that name, so that each level is there once. */
function withEmergency(
  others: readonly Level[],
  emergency: readonly { readonly policy: Level['policy']; readonly holds: string; readonly file: 0 | 1 }[],
  wished: readonly string[],
): readonly Level[] {
  const made = emergency.map(({ policy, holds, file }): Level => {
    const values = holds === 'wished' ? wished : holds === 'others' ? [...wished, users[0]] : [users[2]];
    const only: Condition = { fields: [{ kind: 'members', values }], negate: false, comments: [] };
    const id = 'emergency_access';
    return { id, policy, fn: 'absent', conditions: [only], expression: undefined, extra: 'none', file };
  });
  return [...others.filter(({ id, policy }) => !made.some((one) => one.id === id && one.policy === policy)), ...made];
}

const forms = [
  'tf',
  'tf',
  'tf',
  'tf',
  'tf',
  'tf',
  'tf.json',
  'tf.json',
  'tfList',
  'yamlList',
  'jsonList',
  'json',
  'yaml',
  'spec',
  'fabric',
] as const;
type Form = (typeof forms)[number];

export const levels: fc.Arbitrary<Levels> = fc
  .record({
    form: fc.constantFrom(...forms),
    levels: fc.uniqueArray(level, { minLength: 1, maxLength: 4, selector: ({ id, policy }) => `${policy} ${id}` }),
    emergency: fc.uniqueArray(emergencyLevel, { maxLength: 2, selector: ({ policy }) => policy }),
    wished: fc.option(listed(emergencyUsers), { nil: undefined }),
    exempt: fc.boolean(),
    around: fc.constantFrom<Around[]>('nothing', 'nothing', 'override', 'override', 'unmade'),
  })
  .map(({ form, levels: [first, ...drawn], emergency, wished, exempt, around }) => ({
    // What is made for the first level may be called as another one is.
    files: surrounded(
      written(form, first ? [{ ...first, id: 'corp' }, ...withEmergency(drawn, emergency, wished ?? emergencyUsers)] : []),
      around,
    ),
    settings: {
      'accessLevels.exemptBuildingBlocks': exempt,
      ...(wished ? { 'emergencyAccess.members': wished } : {}),
    },
  }));

type Around = 'nothing' | 'override' | 'unmade';

/** What else Terraform reads: a file that overrides a level for emergencies, or a module that would make one and is never made. */
function surrounded(files: Files, around: Around): Files {
  const text = `${files['main.tf'] ?? ''}${files['more.tf'] ?? ''}`;
  if (around === 'override') {
    const found = emergencyResource.exec(text);
    const body =
      '  basic {\n    combining_function = "OR"\n    conditions {\n      regions = ["KR"]\n    }\n    conditions {\n      members = ["user:kim@example.org"]\n    }\n  }\n';
    return found ? { ...files, 'z_override.tf': `resource "${levelType}" "${found[1]}" {\n${body}}\n` } : files;
  }
  if (around === 'nothing' || text === '' || text.includes('/emergency_access"')) return files;
  const name = 'accessPolicies/1/accessLevels/emergency_access';
  const level = `resource "${levelType}" "e" {\n  parent = "accessPolicies/1"\n  name   = "${name}"\n  title  = "e"\n  basic {\n    conditions {\n      members = ${JSON.stringify(emergencyUsers)}\n    }\n  }\n}\n`;
  return { ...files, 'm/level.tf': level, 'modules.tf': 'module "m" {\n  source = "./m"\n  count  = 0\n}\n' };
}

/** One that has nothing but conditions. */
const emergencyResource =
  /resource "google_access_context_manager_access_level" "(\w+)" \{\n[^{}]*\/emergency_access"[^{}]*basic \{/;

type Plain = string | number | boolean | readonly Plain[] | { readonly [key: string]: Plain };

function written(form: Form, all: readonly Level[]): Files {
  switch (form) {
    case 'tf':
      return terraformFiles(all);
    case 'tf.json':
      return { 'main.tf.json': `${JSON.stringify(terraformJson(all), null, 2)}\n` };
    case 'tfList':
      return { 'main.tf': levelList(all.filter(({ id }, index) => all.findIndex((one) => one.id === id) === index)) };
    case 'yamlList':
      return {
        'levels.yaml': commented(all, (text) => all.map((one, index) => text(index, restLevel(one, index, all), '- ')).join('')),
      };
    case 'jsonList':
      return {
        'levels.json': `${JSON.stringify(
          all.map((one, index) => restLevel(one, index, all)),
          null,
          2,
        )}\n`,
      };
    case 'json':
      return Object.fromEntries(
        all.map((one, index) => [`level${index}.json`, `${JSON.stringify(restLevel(one, index, all), null, 2)}\n`]),
      );
    case 'yaml':
      return Object.fromEntries(
        all.map((one, index) => [`level${index}.yaml`, dump(restLevel(one, index, all), { lineWidth: -1 })]),
      );
    case 'spec': {
      const [first] = all;
      return { 'spec.yaml': dump((first?.conditions ?? []).map((one) => restCondition(one, 0, all))) };
    }
    default:
      return fabricFiles(all);
  }
}

/** YAML with a comment of its own above each item of a list. */
function commented(_: readonly Level[], write: (text: (index: number, value: Plain, dash: string) => string) => string): string {
  let number = 0;
  return write((index, value, dash) => {
    const text = dump(value, { lineWidth: -1 });
    const lines = text.split('\n').flatMap((line) => {
      const isItem = /^\s*- (?!accessPolicies|user|service|\d|[A-Z]{2}$)/.test(line) && index % 2 === 0;
      return isItem ? [`${/^\s*/.exec(line)?.[0] ?? ''}# c${++number}x`, line] : [line];
    });
    return lines.map((line, at) => (line === '' ? line : at === 0 ? dash + line : `  ${line}`)).join('\n');
  });
}

function fullName({ id, policy }: Level): string {
  return `accessPolicies/${policy === 'var' ? variablePolicy : policy}/accessLevels/${id}`;
}

const nowhere = 'accessPolicies/1/accessLevels/elsewhere';

/** The level that is `ahead` behind the one at `index`, if there is one. */
function levelBehind(ahead: number, index: number, all: readonly Level[]): Level | undefined {
  return ahead < 0 ? undefined : all[index + 1 + ahead];
}

function restLevel(one: Level, index: number, all: readonly Level[]): Plain {
  const head = { name: fullName(one), title: one.id.replaceAll('_', ' ') };
  if (one.expression) return { ...head, custom: { expr: { expression: expressionText(one.expression, index, all) } } };
  const conditions = one.conditions.map((condition) => restCondition(condition, index, all));
  const isTold = one.fn === 'AND' || one.fn === 'OR';
  return { ...head, basic: { conditions, ...(isTold ? { combiningFunction: one.fn } : {}) } };
}

function restCondition({ fields, negate }: Condition, index: number, all: readonly Level[]): Plain {
  const entries = fields.map((one): [string, Plain] => {
    if (one.kind === 'device') return ['devicePolicy', Object.fromEntries(one.flags.map((flag) => [flag, true]))];
    if (one.kind === 'required') return ['requiredAccessLevels', one.levels.map((ahead) => namedBehind(ahead, index, all))];
    return [one.kind, one.values === 'var' ? [valuesFor[one.kind]] : [...one.values]];
  });
  return { ...Object.fromEntries(entries), ...(negate ? { negate } : {}) };
}

const valuesFor = { regions: 'US', members: users[0], ipSubnetworks: subnets[0] } as const;
const variableFor = { regions: 'regions', members: 'users', ipSubnetworks: 'cidrs' } as const;

function namedBehind(ahead: number, index: number, all: readonly Level[]): string {
  const found = levelBehind(ahead, index, all);
  return found ? fullName(found) : nowhere;
}

function expressionText({ parts, shape, comments }: Expression, index: number, all: readonly Level[]): string {
  const own = all[index];
  const behind = all.slice(index + 1).find(({ policy }) => policy === own?.policy);
  const words = parts.map((part) => {
    const choices = [
      'device.is_corp_owned_device',
      'origin.region_code == "KR"',
      'origin.region_code in ["KR", "JP"]',
      '!device.is_admin_approved_device',
      `levels.${behind?.id ?? 'elsewhere'}`,
      'origin.region_code != "//"',
      '(device.is_corp_owned_device || device.is_admin_approved_device)',
      "origin.region_code == '?'",
      `levels.${mayAskFor('emergency_access', index, all) ? 'emergency_access' : 'elsewhere'}`,
    ];
    return choices[part] ?? 'true';
  });
  const joint = shape === 'or' ? '||' : '&&';
  const joined = words.join(comments ? ` ${joint} // c1x a\n` : ` ${joint} `);
  const whole =
    shape === 'conditional'
      ? `${joined} ? device.is_corp_owned_device : ${words[0]}`
      : shape === 'brackets'
        ? `(${joined})`
        : joined;
  return comments ? `${whole} // c2x || b` : whole;
}

/** Whether no circle comes of asking for the level: of one's own access policy it stands behind, or isn't there at all. */
function mayAskFor(wished: string, index: number, all: readonly Level[]): boolean {
  return !all.slice(0, index + 1).some(({ id, policy }) => id === wished && policy === all[index]?.policy);
}

function fabricFiles(all: readonly Level[]): Files {
  const made = all.filter(
    ({ expression: custom }, index) => !custom && all.findIndex(({ id }) => id === all[index]?.id) === index,
  );
  return Object.fromEntries(
    made.map((one, index) => {
      const conditions = one.conditions.map(({ fields, negate }) => ({
        ...Object.fromEntries(
          fields.map((asked): [string, Plain] => {
            if (asked.kind === 'device')
              return ['device_policy', Object.fromEntries(asked.flags.map((flag) => [snake(flag), true]))];
            if (asked.kind === 'required')
              return [
                'required_access_levels',
                asked.levels.map((ahead) => {
                  const found = levelBehind(ahead, index, made);
                  return found ? `$access_levels:${found.id}` : nowhere;
                }),
              ];
            return [snake(asked.kind), asked.values === 'var' ? [valuesFor[asked.kind]] : [...asked.values]];
          }),
        ),
        ...(negate ? { negate } : {}),
      }));
      const isTold = one.fn === 'AND' || one.fn === 'OR';
      const text = dump({ ...(isTold ? { combining_function: one.fn } : {}), conditions }, { lineWidth: -1 });
      return [`levels/${one.id}.yaml`, `# c1x\n${text}`];
    }),
  );
}

function snake(name: string): string {
  return name === 'requireScreenlock' ? 'require_screen_lock' : name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

const levelType = 'google_access_context_manager_access_level';

function addressOf({ id, policy }: Level): string {
  return `${id}${policy === 1 ? '' : `_of_${policy}`}`;
}

function terraformName(one: Level): string {
  return one.policy === 'var' ? `accessPolicies/\${var.policy}/accessLevels/${one.id}` : fullName(one);
}

function terraformFiles(all: readonly Level[]): Files {
  const texts: [string, string] = ['locals {\n  fn      = "OR"\n  regions = ["KR", "US"]\n}\n', ''];
  for (const [index, one] of all.entries()) texts[index === 0 ? 0 : one.file] += `\n${resource(one, index, all)}`;
  return { 'main.tf': texts[0], ...(texts[1] === '' ? {} : { 'more.tf': texts[1].slice(1) }) };
}

function resource(one: Level, index: number, all: readonly Level[]): string {
  const { extra } = one;
  const each = extra === 'forEach' ? '_${each.key}' : '';
  const head = [
    ...(extra === 'provider' ? ['  provider = google.other'] : []),
    ...(extra === 'count' ? ['  count = var.on ? 1 : 0'] : []),
    ...(extra === 'forEach' ? ['  for_each = toset(["a", "b"])'] : []),
    `  parent = "accessPolicies/${one.policy === 'var' ? '${var.policy}' : one.policy}"`,
    `  name   = "${terraformName(one)}${each}"`,
    `  title  = "${one.id.replaceAll('_', ' ')}${each}" # e1`,
    ...(extra === 'dependsOn' ? ['  depends_on = [terraform_data.first]'] : []),
  ];
  const text = `# c${index}a\nresource "${levelType}" "${addressOf(one)}" {\n${head.join('\n')}\n\n${body(one, index, all, '  ')}}\n`;
  const address = `${levelType}.${addressOf(one)}${extra === 'count' ? '[0]' : extra === 'forEach' ? '["a"]' : ''}`;
  if (extra === 'condition')
    return `${text}\nresource "${levelType}_condition" "${addressOf(one)}" {\n  access_level = ${levelType}.${addressOf(one)}.name\n  regions      = ["KR"]\n}\n`;
  if (extra === 'usedElsewhere')
    return `${text}\nresource "google_access_context_manager_service_perimeter" "p${index}" {\n  status {\n    access_levels = [${address}.name]\n  }\n}\n`;
  return text;
}

function body(one: Level, index: number, all: readonly Level[], indent: string): string {
  if (one.expression) {
    const text = expressionText(one.expression, index, all);
    const inner = `${indent}    `;
    const isHeredoc = one.expression.written === 'heredoc' || one.expression.written === 'folded';
    const value = isHeredoc
      ? `<<-EOT\n${text
          .split('\n')
          .map((line) => `${inner}  ${line}\n`)
          .join('')}${inner}EOT`
      : JSON.stringify(text);
    return `${indent}custom {\n${indent}  expr {\n${inner}expression = ${value}\n${indent}  }\n${indent}}\n`;
  }
  const fn = { AND: '"AND"', OR: '"OR"', absent: undefined, var: 'var.fn', local: 'local.fn' }[one.fn];
  const lines = [
    ...(fn ? [`${indent}  combining_function = ${fn}`] : []),
    ...one.conditions.flatMap((condition, at) => conditionLines(condition, { index, all, at, indent: `${indent}  ` })),
    ...(one.extra === 'dynamic'
      ? [
          `${indent}  dynamic "conditions" {`,
          `${indent}    for_each = var.regions`,
          `${indent}    content {`,
          `${indent}      regions = [conditions.value]`,
          `${indent}    }`,
          `${indent}  }`,
        ]
      : []),
  ];
  return `${indent}basic {\n${lines.join('\n')}\n${indent}}\n`;
}

interface ConditionPlace {
  readonly index: number;
  readonly all: readonly Level[];
  readonly at: number;
  readonly indent: string;
}

function conditionLines({ fields, negate, comments }: Condition, { index, all, at, indent }: ConditionPlace): readonly string[] {
  const mark = (name: string) => `# c${index}${at}${name}`;
  const lines = fields.flatMap((asked, number) => {
    const above = comments[number + 1] ? [`${indent}  ${mark(`f${number}`)}`] : [];
    if (asked.kind === 'device')
      return [
        ...above,
        `${indent}  device_policy {`,
        ...asked.flags.map((flag) => `${indent}    ${snake(flag)} = true`),
        `${indent}  }`,
      ];
    const value =
      asked.kind === 'required'
        ? `[${asked.levels.map((ahead) => reference(ahead, index, all)).join(', ')}]`
        : asked.values === 'var'
          ? `var.${variableFor[asked.kind]}`
          : list(asked.values, comments[4] === true && number === 0 ? mark('l') : undefined, `${indent}  `);
    const key = asked.kind === 'required' ? 'required_access_levels' : snake(asked.kind);
    return [...above, `${indent}  ${key} = ${value}${comments[5] && number === 0 ? ' # e2' : ''}`];
  });
  return [
    ...(comments[0] ? [`${indent}${mark('b')}`] : []),
    `${indent}conditions {`,
    ...lines,
    ...(negate ? [`${indent}  negate = true`] : []),
    `${indent}}`,
  ];
}

function list(values: readonly string[], comment: string | undefined, indent: string): string {
  if (comment === undefined || values.length === 0) return `[${values.map((value) => JSON.stringify(value)).join(', ')}]`;
  return `[\n${indent}  ${comment}\n${values.map((value) => `${indent}  ${JSON.stringify(value)},\n`).join('')}${indent}]`;
}

function reference(ahead: number, index: number, all: readonly Level[]): string {
  const found = levelBehind(ahead, index, all);
  if (!found) return `"${nowhere}"`;
  if (found.extra === 'count' || found.extra === 'forEach') return `"${nowhere}"`;
  return ahead % 2 === 0 ? `${levelType}.${addressOf(found)}.name` : `"${terraformName(found)}"`;
}

function terraformJson(all: readonly Level[]): Plain {
  const bodies = all.map((one, index): [string, Plain] => {
    const head = {
      ...(one.extra === 'provider' ? { provider: 'google.other' } : {}),
      parent: `accessPolicies/${one.policy === 'var' ? '${var.policy}' : one.policy}`,
      name: terraformName(one),
      title: one.id.replaceAll('_', ' '),
    };
    if (one.expression)
      return [addressOf(one), { ...head, custom: [{ expr: [{ expression: expressionText(one.expression, index, all) }] }] }];
    const conditions = one.conditions.map(({ fields, negate }) => ({
      ...Object.fromEntries(
        fields.map((asked): [string, Plain] => {
          if (asked.kind === 'device')
            return ['device_policy', [Object.fromEntries(asked.flags.map((flag) => [snake(flag), true]))]];
          if (asked.kind === 'required')
            return [
              'required_access_levels',
              asked.levels.map((ahead) => {
                const found = levelBehind(ahead, index, all);
                return found ? `\${${levelType}.${addressOf(found)}.name}` : nowhere;
              }),
            ];
          return [snake(asked.kind), asked.values === 'var' ? `\${var.${variableFor[asked.kind]}}` : [...asked.values]];
        }),
      ),
      ...(negate ? { negate } : {}),
    }));
    const fn = { AND: 'AND', OR: 'OR', absent: undefined, var: '${var.fn}', local: '${local.fn}' }[one.fn];
    return [addressOf(one), { ...head, basic: { ...(fn ? { combining_function: fn } : {}), conditions } }];
  });
  return { locals: { fn: 'OR' }, resource: { [levelType]: Object.fromEntries(bodies) } };
}

function levelList(all: readonly Level[]): string {
  const blocks = all.map((one, index) => {
    const name = fullName({ ...one, policy: 1 });
    const listed = { ...one, extra: 'none' as const, policy: 1 as const };
    const inner = body(listed, index, namesOnly(all), '    ');
    return `  access_levels {\n    name  = "${name}"\n    title = "${one.id.replaceAll('_', ' ')}"\n${inner}  }\n`;
  });
  return `locals {\n  fn = "OR"\n}\n\nresource "${levelType}s" "all" {\n  parent = "accessPolicies/1"\n${blocks.join('')}}\n`;
}

/** In a list there is no resource to refer to. */
function namesOnly(all: readonly Level[]): readonly Level[] {
  return all.map((one) => ({ ...one, policy: 1 as const, extra: 'count' as const }));
}

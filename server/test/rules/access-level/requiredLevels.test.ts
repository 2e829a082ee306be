import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { told } from '../inspect';

const rule = 'access-level/without-emergency-access';
const settings = { emergencyAccess: { members: ['user:emergency@example.org'] } };
const nameOf = (id: string) => `accessPolicies/1/accessLevels/${id}`;

type Condition = Readonly<Record<string, unknown>>;

const region: Condition = { regions: ['KR'] };
const emergency: Condition = { members: ['user:emergency@example.org'] };
const somebody: Condition = { members: ['user:somebody@example.org'] };
const require = (...ids: readonly string[]): Condition => ({ requiredAccessLevels: ids.map(nameOf) });

/** A list, as for `replace-all`; each level has its conditions, joined by OR, or an expression. */
function json(levels: Readonly<Record<string, readonly Condition[] | string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(levels).map(([id, definition]) => [
      `${id}.json`,
      JSON.stringify({
        name: nameOf(id),
        title: id,
        ...(typeof definition === 'string'
          ? { custom: { expr: { expression: definition } } }
          : { basic: { conditions: definition, combiningFunction: 'OR' } }),
      }),
    ]),
  );
}

/** The same levels in one module, each required by its resource. */
function terraform(levels: Readonly<Record<string, readonly Condition[] | string>>): Readonly<Record<string, string>> {
  const list = (texts: unknown) => JSON.stringify(texts);
  const reference = (name: string) => `google_access_context_manager_access_level.${name.split('/').at(-1)}.name`;
  const conditionText = ({ requiredAccessLevels, ...rest }: Condition) => {
    const required = requiredAccessLevels as readonly string[] | undefined;
    const lines = Object.entries(rest).map(([key, value]) => `      ${key} = ${list(value)}\n`);
    if (required) lines.push(`      required_access_levels = [${required.map(reference).join(', ')}]\n`);
    return `    conditions {\n${lines.join('')}    }\n`;
  };
  return Object.fromEntries(
    Object.entries(levels).map(([id, definition]) => [
      `${id}.tf`,
      `resource "google_access_context_manager_access_level" "${id}" {\n  parent = "accessPolicies/1"\n  name = "${nameOf(id)}"\n  title = "${id}"\n${
        typeof definition === 'string'
          ? `  custom {\n    expr {\n      expression = ${list(definition)}\n    }\n  }\n`
          : `  basic {\n    combining_function = "OR"\n${definition.map(conditionText).join('')}  }\n`
      }}\n`,
    ]),
  );
}

/** The files of Fabric's factory. */
function fabric(levels: Readonly<Record<string, readonly Condition[] | string>>): Readonly<Record<string, string>> | undefined {
  const files = Object.entries(levels).map(([id, definition]) => {
    if (typeof definition === 'string') return undefined;
    const items = definition.map(({ requiredAccessLevels, ...rest }) => {
      const ids = (requiredAccessLevels as readonly string[] | undefined)?.map((name) => name.split('/').at(-1));
      return `- ${JSON.stringify({ ...rest, ...(ids ? { required_access_levels: ids } : {}) })}\n`;
    });
    return [`${id}.yaml`, `combining_function: OR\nconditions:\n${items.join('')}`] as const;
  });
  return files.every((file) => file !== undefined) ? Object.fromEntries(files) : undefined;
}

type Case = readonly [what: string, levels: Readonly<Record<string, readonly Condition[] | string>>, found: readonly string[]];

const missing = ['missing'];
const nothing: readonly string[] = [];

const cases: readonly Case[] = [
  ['the emergency level itself', { a: [region, require('b')], b: [emergency] }, nothing],
  ['a level that asks for more', { a: [region, require('b')], b: [region] }, missing],
  ['somebody else’s level', { a: [region, require('b')], b: [somebody] }, missing],
  ['a level that requires the emergency level', { a: [region, require('b')], b: [require('c')], c: [emergency] }, nothing],
  ['a level that requires somebody else’s', { a: [region, require('b')], b: [require('c')], c: [somebody] }, missing],
  ['a level that requires one that asks for more', { a: [region, require('b')], b: [require('c')], c: [region] }, missing],
  [
    'a chain of four, somebody else and the user at its ends',
    { a: [region, require('b')], b: [somebody, require('c')], c: [require('d')], d: [region, emergency] },
    nothing,
  ],
  ['a chain that ends in nothing known', { a: [region, require('b')], b: [require('c')], c: [require('d')] }, nothing],
  [
    'several, one of which lets in nobody',
    { a: [region, require('b', 'c')], b: [require('d')], c: [emergency], d: [region] },
    missing,
  ],
  [
    'several that let in the user',
    { a: [region, require('b', 'c')], b: [require('d')], c: [emergency], d: [emergency] },
    nothing,
  ],
  ['a level that requires several', { a: [region, require('b')], b: [require('c', 'd')], c: [emergency], d: [region] }, nothing],
  [
    'a level that requires several, none the user’s',
    { a: [region, require('b')], b: [require('c', 'd')], c: [somebody], d: [region] },
    missing,
  ],
  ['a circle of two', { a: [region, require('b')], b: [require('a')] }, nothing],
  [
    'a circle further on',
    { a: [region, require('b')], b: [require('c')], c: [require('d')], d: [require('c'), somebody] },
    nothing,
  ],
  ['a level that requires itself', { a: [region, require('b')], b: [require('b')] }, nothing],
  ['a custom level that asks for the emergency level', { a: [region, require('b')], b: 'levels.c', c: [emergency] }, nothing],
  [
    'a custom level that asks for somebody’s',
    { a: [region, require('b')], b: 'levels.c || (levels.d)', c: [somebody], d: [region] },
    missing,
  ],
  [
    'a custom level that asks for something else',
    { a: [region, require('b')], b: 'levels.c || device.x', c: [somebody] },
    nothing,
  ],
];

describe('levels are looked through, however far', () => {
  for (const [what, levels, found] of cases) {
    for (const [form, files] of Object.entries({ json: json(levels), terraform: terraform(levels), fabric: fabric(levels) })) {
      if (!files) continue;
      test(`${what}, ${form}`, () => {
        // Whichever file comes first behind the one that is looked at.
        const [first, ...rest] = Object.entries(files);
        for (const order of [rest, [...rest].reverse()]) {
          const all = Object.fromEntries([...(first ? [first] : []), ...order]);
          const messages = told(rule, all, { settings: { ...settings, accessLevels: { exemptBuildingBlocks: false } } });
          assert.deepEqual(
            messages.map((message) => message.split(' ')[0]),
            found,
          );
        }
      });
    }
  }
});

test('custom levels ask through levels that require others', () => {
  for (const [last, found] of [
    [emergency, nothing],
    [somebody, ['missingCustom']],
    [region, ['missingCustom']],
  ] as const) {
    const files = json({ a: 'device.is_corp_owned_device || levels.b', b: [require('c')], c: [last] });
    assert.deepEqual(
      told(rule, files, { settings }).map((message) => message.split(' ')[0]),
      found,
    );
  }
});

test('a level of another policy that has the same id is another level', () => {
  const files = json({ a: 'device.is_corp_owned_device || levels.b', b: [require('c')], c: [somebody] });
  const other = JSON.stringify({ name: 'accessPolicies/2/accessLevels/b', title: 'b', basic: { conditions: [emergency] } });
  const found = told(rule, { ...files, 'other.json': other }, { settings });
  assert.deepEqual(
    found.map((message) => message.split(' ')[0]),
    ['missingCustom'],
  );
});

test('what a resource adds to a level on the way may let in anybody', () => {
  const levels = { a: [region, require('b')], b: [require('c')], c: [region] };
  const added = `resource "google_access_context_manager_access_level_condition" "more" {
  access_level = google_access_context_manager_access_level.c.name
  members = ["user:who@example.org"]
}
`;
  const shown = (files: Readonly<Record<string, string>>) =>
    told(rule, files, { settings: { ...settings, accessLevels: { exemptBuildingBlocks: false } } }).map(
      (message) => message.split(' ')[0],
    );
  assert.deepEqual(shown(terraform(levels)), missing);
  assert.deepEqual(shown({ ...terraform(levels), 'more.tf': added }), nothing);
  // The level is added to by one of its names and asked for by another.
  const named = added.replace('google_access_context_manager_access_level.c.name', `"${nameOf('c')}"`);
  assert.deepEqual(shown({ ...terraform(levels), 'more.tf': named }), nothing);
  const required = terraform(levels)['b.tf']?.replace('google_access_context_manager_access_level.c.name', `"${nameOf('c')}"`);
  assert.deepEqual(shown({ ...terraform(levels), 'b.tf': required ?? '', 'more.tf': added }), nothing);
});

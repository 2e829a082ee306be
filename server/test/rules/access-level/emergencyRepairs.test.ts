import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { renderFix } from '../../../src/lint/fixes/fix';
import { applyEdits } from '../../../src/text/edit';
import { inspect, told } from '../inspect';
import { conditionBlocks, terraformLevel } from './levels';

const rule = 'access-level/without-emergency-access';
type Files = Readonly<Record<string, string>>;
type Settings = Readonly<Record<string, unknown>>;

/** The first file after the repair, or why there is none. */
function repaired(files: Files, settings?: Settings): string {
  const [found] = inspect(rule, files, settings ? { settings } : {});
  assert(found, 'nothing is found');
  const [fix] = found.finding.fixes();
  assert(fix);
  if ('disabled' in fix) return fix.disabled;
  const edits = renderFix(found.file.text, found.finding, fix);
  assert(edits, 'the format can’t write the fix');
  return applyEdits(found.file.text, edits);
}

interface CustomOptions {
  readonly policy?: string;
  readonly id?: string;
  readonly head?: string;
}

function custom(expression: string, { policy = 'accessPolicies/1', id = 'device', head = '' }: CustomOptions = {}): string {
  return `resource "google_access_context_manager_access_level" "device" {
${head}  parent = "${policy}"
  name   = "${policy}/accessLevels/${id}"
  title  = "device"

  custom {
    expr {
      expression = ${expression}
    }
  }
}
`;
}

function named(
  address: string,
  { policy = 'accessPolicies/1', id = address, members = '"user:a@example.org"', more = '', head = '' } = {},
) {
  return `resource "google_access_context_manager_access_level" "${address}" {
${head}  parent = "${policy}"
  name   = "${policy}/accessLevels/${id}"
  title  = "${address}"
  basic {
    conditions {
      members = [${members}]
    }
${more}  }
}
`;
}

const expression = '"device.is_corp_owned_device"';
const reused = /\|\| levels\.emergency_access"/;
const made = /\|\| levels\.device_emergency_access"[\s\S]*"google_access_context_manager_access_level" "device_emergency_access"/;

describe('the emergency-access level of a custom level', () => {
  test('one of the same policy with users alone is taken, by whatever words the policy is told', () => {
    assert.match(repaired({ 'a.tf': custom(expression), 'b.tf': named('emergency_access') }), reused);
    const policy = 'accessPolicies/${var.policy}';
    assert.match(repaired({ 'a.tf': custom(expression, { policy }), 'b.tf': named('emergency_access', { policy }) }), reused);
    const settings = { 'emergencyAccess.members': ['user:a@example.org', 'user:b@example.org'] };
    assert.match(repaired({ 'a.tf': custom(expression), 'b.tf': named('emergency_access') }, settings), reused);
    const list = `- name: accessPolicies/1/accessLevels/device
  title: device
  custom: {expr: {expression: device.is_corp_owned_device}}
- name: accessPolicies/1/accessLevels/emergency_access
  title: emergency
  basic:
    conditions:
    - members: ["user:a@example.org"]
`;
    assert.match(repaired({ 'a.yaml': list }), /device\.is_corp_owned_device \|\| levels\.emergency_access\}/);
  });

  const others: Readonly<Record<string, readonly [string, Settings?]>> = {
    'another policy': [named('emergency_access', { policy: 'accessPolicies/2' })],
    'a policy that may be another': [named('emergency_access', { policy: 'accessPolicies/${var.other}' })],
    'service accounts alone': [named('emergency_access', { members: '"serviceAccount:a@b.iam.gserviceaccount.com"' })],
    'a service account too': [
      named('emergency_access', { members: '"user:a@example.org", "serviceAccount:a@b.iam.gserviceaccount.com"' }),
    ],
    'others than those wished for': [
      named('emergency_access', { members: '"user:a@example.org", "user:z@example.org"' }),
      { 'emergencyAccess.members': ['user:a@example.org'] },
    ],
    'users that a variable tells': [named('emergency_access', { members: 'var.user' })],
    'an office too': [
      named('emergency_access', {
        more: '    combining_function = "OR"\n    conditions {\n      regions = ["KR"]\n    }\n',
      }),
    ],
    'an office that another resource adds': [
      `${named('emergency_access')}resource "google_access_context_manager_access_level_condition" "more" {
  access_level = google_access_context_manager_access_level.emergency_access.name
  regions      = ["KR"]
}
`,
    ],
    'none or several': [named('emergency_access', { head: '  count = var.on ? 1 : 0\n' })],
    'a level that waits for this one': [
      named('emergency_access', { head: '  depends_on = [google_access_context_manager_access_level.device]\n' }),
    ],
    'a condition whose level is told without its policy': [
      `${named('emergency_access')}resource "google_access_context_manager_access_level_condition" "more" {
  access_level = "accessPolicies/\${var.policy}/accessLevels/emergency_access"
  regions      = ["KR"]
}
`,
    ],
    'two of that id': [named('emergency_access') + named('another', { id: 'emergency_access' })],
  };
  for (const [what, [text, settings]] of Object.entries(others)) {
    test(`${what}: a level of its own is made`, () =>
      assert.match(repaired({ 'a.tf': custom(expression), 'b.tf': text }, settings), made));
  }

  const more = `variable "level" {}
resource "google_access_context_manager_access_level_condition" "more" {
  access_level = var.level
  regions      = ["KR"]
}
`;
  const called = (more: string, source = './m') => `module "m" {\n  source = "${source}"\n${more}}\n`;
  const elsewhere: Readonly<Record<string, Files>> = {
    'a level that an override file opens': {
      'b.tf': named('emergency_access'),
      'b_override.tf':
        'resource "google_access_context_manager_access_level" "emergency_access" {\n  basic {\n    conditions {\n      regions = ["KR"]\n    }\n  }\n}\n',
    },
    'a level that an override in JSON calls otherwise': {
      'b.tf': named('emergency_access'),
      'override.tf.json':
        '{"resource":{"google_access_context_manager_access_level":{"emergency_access":{"name":"accessPolicies/1/accessLevels/z"}}}}',
    },
    'a list of levels that an override file replaces': {
      'b.tf': `resource "google_access_context_manager_access_levels" "all" {
  parent = "accessPolicies/1"
  access_levels {
    name  = "accessPolicies/1/accessLevels/emergency_access"
    title = "emergency"
    basic {
      conditions {
        members = ["user:a@example.org"]
      }
    }
  }
}
`,
      'override.tf': `resource "google_access_context_manager_access_levels" "all" {
  access_levels {
    name  = "accessPolicies/1/accessLevels/z"
    title = "z"
    basic {
      conditions {
        regions = ["KR"]
      }
    }
  }
}
`,
    },
    'a condition that a module adds to it': {
      'b.tf': named('emergency_access') + called('  level  = google_access_context_manager_access_level.emergency_access.name\n'),
      'm/a.tf': more,
    },
    'a level of a module that is never made': { 'b.tf': called('  count  = 0\n'), 'm/a.tf': named('emergency_access') },
    'a level of a module that may not be made': {
      'b.tf': called('  count  = var.on ? 1 : 0\n'),
      'm/a.tf': named('emergency_access'),
    },
    'a level of a module that an override file switches off': {
      'b.tf': called(''),
      'b_override.tf': 'module "m" {\n  count = 0\n}\n',
      'm/a.tf': named('emergency_access'),
    },
    'a level of a module in a module that is never made': {
      'b.tf': called('  for_each = {}\n'),
      'm/a.tf': called('', './in'),
      'm/in/a.tf': named('emergency_access'),
    },
  };
  for (const [what, files] of Object.entries(elsewhere)) {
    test(`${what}: a level of its own is made`, () => {
      const text = repaired({ 'a.tf': custom(expression), ...files });
      assert.match(text, /\|\| levels\.device_emergency_access"/);
    });
  }

  test('nothing is told where a condition may be added to any level', () => {
    const levels = custom(expression) + named('emergency_access');
    const first = called('  level  = "accessPolicies/1/accessLevels/y"\n');
    const second = first.replace('"m"', '"n"').replace('/y"', '/z"');
    assert.equal(told(rule, { 'a.tf': levels, 'b.tf': first, 'm/a.tf': more }).length, 1);
    assert.deepEqual(told(rule, { 'a.tf': levels, 'b.tf': first + second, 'm/a.tf': more }), []);
    assert.deepEqual(told(rule, { 'a.tf': levels, 'b.tf': more }), []);
  });

  test('is taken where it surely stands as it is written', () => {
    const files: readonly Files[] = [
      // A condition of which the caller tells that it is another level's.
      { 'b.tf': named('emergency_access') + called('  level  = "accessPolicies/1/accessLevels/z"\n'), 'm/a.tf': more },
      { 'b.tf': called(''), 'm/a.tf': named('emergency_access') },
      { 'b.tf': called('  count  = 1\n'), 'm/a.tf': called('', './in'), 'm/in/a.tf': named('emergency_access') },
      { 'b.tf': `${named('emergency_access')}import {\n  to = google_access_context_manager_access_level.emergency_access\n}\n` },
    ];
    for (const more of files) assert.match(repaired({ 'a.tf': custom(expression), ...more }), reused);
    // Where the one is made, so is the other.
    const beside = repaired({
      'm/a.tf': custom(expression),
      'm/b.tf': named('emergency_access'),
      'a.tf': called('  count  = var.on ? 1 : 0\n'),
    });
    assert.match(beside, reused);
  });

  test('is waited for, as no expression makes Terraform do so', () => {
    const wait = /depends_on = \[google_access_context_manager_access_level\.emergency_access\]/;
    const policy = 'accessPolicies/${google_access_context_manager_access_policy.p.name}';
    assert.match(repaired({ 'a.tf': custom(expression), 'b.tf': named('emergency_access') }), wait);
    const ofMade = { 'a.tf': custom(expression, { policy }), 'b.tf': named('emergency_access', { policy }) };
    assert.match(repaired(ofMade), wait);
    const waiting = custom(expression, {
      head: '  depends_on = [google_access_context_manager_access_level.emergency_access]\n',
    });
    assert.equal(repaired({ 'a.tf': waiting, 'b.tf': named('emergency_access') }).match(/emergency_access\]/g)?.length, 1);
    const inJson = JSON.stringify({
      resource: {
        google_access_context_manager_access_level: {
          device: {
            parent: 'accessPolicies/1',
            name: 'accessPolicies/1/accessLevels/device',
            title: 'device',
            custom: { expr: { expression: 'device.is_corp_owned_device' } },
          },
        },
      },
    });
    assert.match(
      repaired({ 'a.tf.json': inJson, 'b.tf': named('emergency_access') }),
      /"depends_on": ?\["google_access_context_manager_access_level\.emergency_access"\]/,
    );
  });

  test('is not waited for where it may wait itself, or stands elsewhere', () => {
    const titled = named('emergency_access').replace(
      /title .*/,
      'title = google_access_context_manager_access_level.device.title',
    );
    const files: readonly Files[] = [{ 'b.tf': titled }, { 'b.tf': called(''), 'm/a.tf': named('emergency_access') }];
    for (const more of files) {
      const text = repaired({ 'a.tf': custom(expression), ...more });
      assert.match(text, reused);
      assert.doesNotMatch(text, /depends_on/);
    }
  });

  test('is made in the list of a request that replaces all', () => {
    const levels = (more: string) =>
      `{"accessLevels": [{"name": "accessPolicies/1/accessLevels/device", "title": "device", "custom": {"expr": {"expression": "device.is_corp_owned_device${more}`;
    const text = repaired({ 'a.json': levels('"}}}]}') });
    assert.ok(text.startsWith(levels(' || levels.device_emergency_access"}}}, {')), text);
    assert.equal(JSON.parse(text).accessLevels[1].name, 'accessPolicies/1/accessLevels/device_emergency_access');
    const alone = levels('"}}}]}').replace('{"accessLevels": [', '').replace(/\]\}$/, '');
    assert.equal(repaired({ 'a.json': alone }), 'needsSecondLevel');
  });

  test('what isn’t taken silences nothing, and what is made does', () => {
    const alternative = '"device.is_corp_owned_device || levels.emergency_access"';
    const account = named('emergency_access', { members: '"serviceAccount:a@b.iam.gserviceaccount.com"' });
    assert.deepEqual(told(rule, { 'a.tf': custom(alternative), 'b.tf': account }), ['missingCustom custom']);
    const outsider = { settings: { 'emergencyAccess.members': ['user:b@example.org'] } };
    assert.deepEqual(told(rule, { 'a.tf': custom(alternative), 'b.tf': named('emergency_access') }, outsider), [
      'missingCustom custom',
    ]);
    assert.deepEqual(told(rule, { 'a.tf': custom(alternative), 'b.tf': named('emergency_access') }), []);
    // Nobody knows what it holds.
    assert.deepEqual(told(rule, { 'a.tf': custom(alternative) }), []);
    assert.deepEqual(told(rule, { 'a.tf': custom(alternative), 'b.tf': account.replaceAll('Policies/1', 'Policies/2') }), []);
    assert.deepEqual(told(rule, { 'a.tf': repaired({ 'a.tf': custom(expression) }) }), []);
  });

  test('a level that is required instead counts by those it lets in, not by its id', () => {
    const level = terraformLevel(
      `    combining_function = "OR"\n${conditionBlocks(
        'ip_subnetworks = ["203.0.113.0/24"]',
        'required_access_levels = ["accessPolicies/1/accessLevels/vip"]',
      )}`,
    );
    const vip = (policy: string, members: string) => named('vip', { policy, members });
    const user = '"user:a@example.org"';
    assert.deepEqual(told(rule, { 'a.tf': level, 'b.tf': vip('accessPolicies/1', user) }), []);
    assert.deepEqual(told(rule, { 'a.tf': level, 'b.tf': vip('accessPolicies/2', user) }), ['missing basic']);
    const account = '"serviceAccount:a@b.iam.gserviceaccount.com"';
    assert.deepEqual(told(rule, { 'a.tf': level, 'b.tf': vip('accessPolicies/1', account) }), ['missing basic']);
    const settings = { 'emergencyAccess.members': ['user:b@example.org'] };
    assert.deepEqual(told(rule, { 'a.tf': level, 'b.tf': vip('accessPolicies/1', user) }, { settings }), ['missing basic']);
  });
});

describe('an alternative in an expression', () => {
  const written: Readonly<Record<string, readonly [string, string]>> = {
    'before a comment': [
      '<<-EOT\n        device.is_corp_owned_device && // owned\n        origin.region_code == "KR" // office\n      EOT',
      '<<-EOT\n        device.is_corp_owned_device && // owned\n        origin.region_code == "KR" || levels.device_emergency_access // office\n      EOT',
    ],
    'around a conditional with a comment': [
      '<<-EOT\n        // why\n        device.is_corp_owned_device ? true : false // office\n      EOT',
      '<<-EOT\n        // why\n        (device.is_corp_owned_device ? true : false) || levels.device_emergency_access // office\n      EOT',
    ],
    'in quotes with escapes': [
      '"origin.region_code == \\"KR\\""',
      '"origin.region_code == \\"KR\\" || levels.device_emergency_access"',
    ],
    'in quotes with a comment': ['"a // office\\n"', '"a || levels.device_emergency_access // office\\n"'],
  };
  for (const [what, [before, after]] of Object.entries(written))
    test(what, () =>
      assert.ok(repaired({ 'a.tf': custom(before) }).includes(`expression = ${after}\n`), repaired({ 'a.tf': custom(before) })),
    );

  test('folded and literal text stays as it is', () => {
    for (const mark of ['|', '>', '|-', '>-']) {
      const text = `- name: accessPolicies/1/accessLevels/device
  title: device
  custom:
    expr:
      expression: ${mark}
        device.is_corp_owned_device &&
        origin.region_code == "KR"
`;
      const after = repaired({ 'a.yaml': text });
      assert.ok(after.startsWith(text.replace('"KR"', '"KR" || levels.device_emergency_access')), after);
    }
  });

  test('not where a part of the text or of the id isn’t known', () => {
    assert.equal(repaired({ 'a.tf': custom('local.e').replace(/^/, 'locals {\n  e = "a"\n}\n') }), 'notLiteral');
    assert.equal(repaired({ 'a.tf': custom(expression, { id: '${var.env}_device' }) }), 'computed');
    assert.equal(repaired({ 'a.tf': custom(expression, { id: '${var.name}' }) }), 'computed');
  });
});

const network = 'ip_subnetworks = ["203.0.113.0/24"]';
const apart = conditionBlocks('regions = ["KR"]', 'regions = ["KR", "JP"]');

describe('names that a repair makes', () => {
  const requirements = (n: string) => new RegExp(`"google_access_context_manager_access_level" "corp_requirements${n}"`);

  test('a resource of that name in another file', () => {
    const other = named('corp_requirements', { id: 'other' });
    const after = repaired({ 'a.tf': terraformLevel(apart), 'b.tf': other });
    assert.match(after, requirements('_2'));
    assert.match(after, /name {3}= "accessPolicies\/1\/accessLevels\/corp_requirements"/);
  });

  test('a level of that id or title in another file or folder, or one that somebody asks for', () => {
    const by: Files = {
      'b.tf': named('other', { id: 'corp_requirements' }),
      'c/b.tf': named('other', { id: 'corp_requirements' }),
      'd.yaml': '- name: accessPolicies/1/accessLevels/x\n  title: Corp requirements\n  basic: {conditions: [{regions: [KR]}]}\n',
      'e.tf': 'resource "x" "y" {\n  level = "accessPolicies/1/accessLevels/corp_requirements"\n}\n',
    };
    for (const [name, text] of Object.entries(by)) {
      const after = repaired({ 'a.tf': terraformLevel(apart), [name]: text });
      assert.match(after, /accessLevels\/corp_requirements_2"/, name);
      assert.match(after, /"corp requirements 2"/, name);
    }
    const elsewhere = named('other', { policy: 'accessPolicies/2', id: 'corp_requirements' });
    assert.match(repaired({ 'a.tf': terraformLevel(apart), 'b.tf': elsewhere }), /accessLevels\/corp_requirements"/);
  });

  test('in .tf.json nothing is written over', () => {
    const body = { parent: 'accessPolicies/1', title: 'x', basic: { conditions: [{ members: ['user:a@example.org'] }] } };
    const text = JSON.stringify({
      resource: {
        google_access_context_manager_access_level: {
          corp: {
            parent: 'accessPolicies/1',
            name: 'accessPolicies/1/accessLevels/corp',
            title: 'corp',
            basic: { conditions: [{ regions: ['KR'] }, { regions: ['JP'] }] },
          },
          corp_requirements: { ...body, name: 'accessPolicies/1/accessLevels/other' },
        },
      },
    });
    const after = JSON.parse(repaired({ 'a.tf.json': text })) as {
      readonly resource: { readonly google_access_context_manager_access_level: Readonly<Record<string, unknown>> };
    };
    const levels = after.resource.google_access_context_manager_access_level;
    assert.deepEqual(Object.keys(levels), ['corp', 'corp_requirements', 'corp_requirements_2']);
    assert.deepEqual(levels.corp_requirements, { ...body, name: 'accessPolicies/1/accessLevels/other' });
  });

  test('a level that is made has the same provider, and none is made of several', () => {
    const text = terraformLevel(apart).replace('  parent', '  provider = google.beta\n  parent');
    assert.match(repaired({ 'a.tf': text }), /"corp_requirements" \{\n {2}provider = google\.beta\n {2}parent/);
    assert.equal(repaired({ 'a.tf': text.replace('  parent', '  count = 2\n  parent') }), 'repeated');
  });

  test('an id that a local gives another level is taken, and one that nothing tells may be', () => {
    const made = (id: string, others: Files = {}) =>
      repaired({
        'a.tf': custom('"origin.region_code == \\"KR\\""'),
        'b.tf': named('office').replace('/accessLevels/office', `/accessLevels/${id}`),
        ...others,
      });
    const locals = { 'c.tf': 'locals {\n  office = "device_emergency_access"\n}\n' };
    assert.match(made('${local.office}', locals), /accessLevels\/device_emergency_access_2"/);
    assert.match(made('${local.other}', { 'c.tf': 'locals {\n  other = "x"\n}\n' }), /accessLevels\/device_emergency_access"/);
    assert.equal(made('${var.office}'), 'computed');
  });

  test('only users who are named are put in', () => {
    const files = { 'a.tf': custom('"origin.region_code == \\"KR\\""') };
    for (const members of [
      ['group:oncall@example.org'],
      ['ana@example.org'],
      ['user:ana@example.org', 'allUsers'],
      ['User:ana@example.org'],
    ])
      assert.equal(repaired(files, { 'emergencyAccess.members': members }), 'notUsers', members.join());
    const level = '- name: accessPolicies/1/accessLevels/a\n  title: a\n  basic:\n    conditions:\n    - regions: [KR]\n';
    assert.equal(repaired({ 'a.yaml': level }, { 'emergencyAccess.members': ['group:oncall@example.org'] }), 'notUsers');
  });

  test('an expression that Terraform lets be is not changed', () => {
    const lifecycle = '  lifecycle {\n    ignore_changes = [custom]\n  }\n';
    assert.equal(repaired({ 'a.tf': custom('"origin.region_code == \\"KR\\""', { head: lifecycle }) }), 'lifecycle');
  });

  test('no id longer than the API takes', () => {
    const long = 'a'.repeat(40);
    assert.equal(repaired({ 'a.tf': terraformLevel(apart).replaceAll('/corp"', `/${long}"`) }), 'longName');
  });

  test('what is moved out has no finding of its own, whatever the setting', () => {
    const settings = { 'accessLevels.exemptBuildingBlocks': false };
    const after = repaired({ 'a.tf': terraformLevel(apart) }, settings);
    assert.deepEqual(told(rule, { 'a.tf': after }, { settings }), []);
    // Somebody else asks for it: then it is a level like others.
    const outer = terraformLevel(
      `    combining_function = "OR"\n${conditionBlocks('required_access_levels = ["accessPolicies/1/accessLevels/corp_requirements"]', 'members = ["user:a@example.org"]')}`,
    ).replaceAll('corp"', 'outer"');
    assert.equal(told(rule, { 'a.tf': after, 'b.tf': outer }, { settings }).length, 1);
  });
});

describe('a custom level waits for the level that it asks for by its id', () => {
  const address = 'google_access_context_manager_access_level.device_emergency_access';

  test('in each way to write what it waits for', () => {
    assert.ok(repaired({ 'a.tf': custom(expression) }).includes(`depends_on = [${address}]\n`));
    const head = '  depends_on = [x.y]\n';
    assert.ok(repaired({ 'a.tf': custom(expression, { head }) }).includes(`depends_on = [x.y, ${address}]\n`));
    const json = {
      parent: 'accessPolicies/1',
      name: 'accessPolicies/1/accessLevels/device',
      title: 'device',
      custom: { expr: { expression: 'a' } },
    };
    const text = JSON.stringify({ resource: { google_access_context_manager_access_level: { device: json } } });
    assert.ok(repaired({ 'a.tf.json': text }).includes(`"depends_on":["${address}"]`));
  });
});

describe('a combining function', () => {
  test('that isn’t known, or not written here, is not written over', () => {
    const level = (fn: string) => terraformLevel(`    combining_function = ${fn}\n${conditionBlocks(network)}`);
    assert.equal(repaired({ 'a.tf': level('var.fn') }), 'computed');
    assert.equal(repaired({ 'a.tf': `locals {\n  fn = "AND"\n}\n${level('local.fn')}` }), 'computed');
    assert.equal(repaired({ 'a.tf': level('"XOR"') }), 'computed');
    assert.match(repaired({ 'a.tf': level('"AND"') }), /combining_function = "OR"/);
    assert.match(repaired({ 'a.tf': `locals {\n  fn = "OR"\n}\n${level('local.fn')}` }), /combining_function = local\.fn/);
  });
});

describe('stray text', () => {
  test('keeps an edit away', () => {
    const stray = terraformLevel(`${conditionBlocks(network)}\n    members = ["user:kim@example.org"]`);
    assert.equal(repaired({ 'a.tf': stray }), 'unsure');
    const misspelt = terraformLevel(conditionBlocks(network)).replace('title ', 'titel ');
    assert.equal(repaired({ 'a.tf': misspelt }), 'unsure');
    const twice = `name: accessPolicies/1/accessLevels/corp
title: corp
title: other
basic:
  conditions:
  - regions: [KR]
`;
    assert.equal(repaired({ 'a.yaml': twice }), 'unsure');
  });
});

describe('comments between the fields of a condition', () => {
  test('stand once where the conditions move to another level', () => {
    const yaml =
      '- name: accessPolicies/1/accessLevels/corp\n  title: corp\n  basic:\n    conditions:\n    # C1\n    - regions: [KR] # C2\n      negate: true # C3\n    - ipSubnetworks: [203.0.113.0/24] # C4\n';
    const after = repaired({ 'levels.yaml': yaml });
    assert.match(after, /corp_requirements/);
    for (const comment of ['# C1', '# C2', '# C3', '# C4'])
      assert.equal(after.split(comment).length, 2, `${comment} in\n${after}`);
  });

  const commented = (fields: string) => `# why\n${fields} # at the end`;

  test('stay where they are when it is the one that others are merged into', () => {
    const after = repaired({ 'a.tf': terraformLevel(conditionBlocks(network, commented('regions = ["KR"]'))) });
    assert.match(after, /# why\n {6}regions += \["KR"\] # at the end\n {6}ip_subnetworks = \["203\.0\.113\.0\/24"\]\n/);
    assert.doesNotMatch(after, /corp_requirements/);
  });

  test('move with it where more than one has some', () => {
    const other = commented(network).replace('why', 'the office');
    const after = repaired({ 'a.tf': terraformLevel(conditionBlocks(commented('regions = ["KR"]'), other)) });
    assert.match(after, /corp_requirements"[\s\S]*# why[\s\S]*# the office/);
  });
});

describe('conditions that all have to hold', () => {
  const level = (...policies: readonly string[]) =>
    `resource "google_access_context_manager_access_level" "dp" {
  parent = "accessPolicies/1"
  name   = "accessPolicies/1/accessLevels/dp"
  title  = "dp"
  basic {
${policies.map((policy) => `    conditions {\n      device_policy {\n        ${policy}\n      }\n    }\n`).join('')}  }
}
`;

  test('are moved where two of them bring the same part of a device policy', () => {
    const text = repaired({
      'a.tf': level(
        'require_screen_lock = true',
        'allowed_encryption_statuses = ["ENCRYPTED"]',
        'allowed_encryption_statuses = ["UNENCRYPTED"]',
      ),
    });
    assert.match(text, /"dp_requirements"/);
    assert.equal(text.match(/allowed_encryption_statuses/g)?.length, 2);
  });

  test('are merged where each brings another part', () => {
    const text = repaired({
      'a.tf': level('require_screen_lock = true', 'allowed_encryption_statuses = ["ENCRYPTED"]', 'require_corp_owned = true'),
    });
    assert.doesNotMatch(text, /_requirements/);
    assert.equal(text.match(/device_policy/g)?.length, 1);
  });
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { explain, explanations } from '../../../src/features/explain';
import { lenses } from '../../../src/features/lenses';
import { emptyWorkspace } from '../../../src/workspace/index/workspace';
import { parse } from './policies';

type Others = Readonly<Record<string, string>>;

function page(name: string, text: string, others: Others = {}, locale: 'en' | 'ko' = 'en'): string {
  const { reading, workspace } = parse(name, text, others);
  return explain(reading, explanations(reading), { locale, workspace });
}

/** A level with these conditions in YAML. */
function level(conditions: string, joined = ''): string {
  return `name: accessPolicies/7/accessLevels/corp
title: Corporate network
basic:
${joined ? `  combiningFunction: ${joined}\n` : ''}  conditions:
${conditions.replace(/^/gm, '  ')}
`;
}

const emergency = `- members: [user:emergency@example.org]`;
const office = `- ipSubnetworks: [203.0.113.0/24]`;

const rich = level(
  `- regions: [KR, XX]
  requiredAccessLevels: [accessPolicies/7/accessLevels/trusted]
  devicePolicy:
    requireScreenlock: true
    requireCorpOwned: false
    allowedEncryptionStatuses: [ENCRYPTED]
    osConstraints:
    - osType: DESKTOP_MAC
      minimumVersion: 12.0.0
    - osType: DESKTOP_CHROME_OS
      requireVerifiedChromeOs: true
- vpcNetworkSources:
  - vpcSubnetwork:
      network: //compute.googleapis.com/projects/p/global/networks/n
  - vpcSubnetwork:
      network: //compute.googleapis.com/projects/p/global/networks/m
      vpcIpSubnetworks: [10.1.0.0/24]
${emergency}`,
  'OR',
);

test('a level is told as what one must be or come from, and who gets in without', () => {
  assert.equal(
    page('level.yaml', rich),
    `# What the access levels in level.yaml ask for

**Access level**: \`accessPolicies/7/accessLevels/corp\` (Corporate network)

Any one condition is enough: the level is as weak as its weakest condition.

## Condition 1

All of this must hold:

- The request comes from one of these regions:
  - South Korea (KR)
  - \`XX\`
- All of these access levels hold:
  - \`accessPolicies/7/accessLevels/trusted\`
- The device meets all of this:
  - The device must lock its screen.
  - One of these:
    - The device is encrypted. (\`ENCRYPTED\`)
  - It runs one of these:
    - macOS, \`12.0.0\` or later
    - ChromeOS, verified when it started

## Condition 2

This must hold:

- The request comes from one of these VPC networks:
  - \`//compute.googleapis.com/projects/p/global/networks/n\` (anywhere in it)
  - \`//compute.googleapis.com/projects/p/global/networks/m\`
    - \`10.1.0.0/24\` – Private range of 256 addresses: 10.1.0.0 – 10.1.0.255.

## Condition 3

This must hold:

- Whoever asks is one of these:
  - \`user:emergency@example.org\`

## Emergency access

Condition 3 asks for nothing but to be one of those it names. They get in when the other conditions fail: \`user:emergency@example.org\`

## Who uses it

No file that was read names it. What uses it elsewhere is not told here.
`,
  );
});

test('in Korean every word is Korean save names', () => {
  const told = page('level.yaml', rich, {}, 'ko');
  assert.match(told, /^# level\.yaml 파일의 액세스 수준이 요구하는 것\n/);
  assert.match(told, /대한민국 \(KR\)/);
  assert.doesNotMatch(told, /request|device |Condition|Who|hold|\{\w+\}/);
});

test('AND, one condition and none are told apart, and what asks for nothing is said to let everyone in', () => {
  assert.match(page('a.yaml', level(`${office}\n- regions: [KR]`)), /\nAll conditions must hold\.\n/);
  assert.match(page('a.yaml', level(office)), /\nIt has one condition, which must hold\.\n\nThis must hold:\n/);
  assert.match(page('a.yaml', level('  []')), /\nIt has no conditions\.\n/);
  assert.match(page('a.yaml', level(`${office}\n- {}`, 'OR')), /## Condition 2\n\nIt asks for nothing: everyone meets it\./);
});

test('negate turns one requirement round, and of several it is said that the meaning is told differently', () => {
  const one = page('a.yaml', level('- negate: true\n  regions: [KR]'));
  assert.match(one, /\nThis must not hold \(`negate`\):\n\n- The request comes from one of these regions:/);
  const two = page('a.yaml', level('- negate: true\n  regions: [KR]\n  ipSubnetworks: [203.0.113.0/24]'));
  assert.match(two, /\nThis must not hold \(`negate`\)\. Whether .* is told differently:\n/);
  assert.match(page('a.yaml', level('- negate: false\n  regions: [KR]')), /\nThis must hold:\n/);
  assert.match(page('a.yaml', level('- negate: true')), /\nThe text does not tell what it asks for\.\n/);
});

test('a named user is an emergency access only where nothing else is asked of them', () => {
  const said = (text: string, others: Others = {}) =>
    /## Emergency access\n\n(.*)\n/.exec(page('a.yaml', text, others))?.[1] ?? '';
  const inside = '- regions: [KR]\n  members: [user:emergency@example.org]';
  const required = '- requiredAccessLevels: [accessPolicies/7/accessLevels/people]';
  const people = level(emergency).replaceAll('corp', 'people');
  assert.match(said(level(`${office}\n${emergency}`, 'AND')), /yet all conditions must hold/);
  assert.match(said(level(`${office}\n${inside}`, 'OR')), /^None:/);
  assert.match(said(level(emergency)), /^The level asks for nothing but/);
  assert.match(said(level(`${office}\n${emergency}\n  negate: true`, 'OR')), /^The text does not tell/);
  assert.match(said(level(`${office}\n${required}`, 'OR')), /^The text does not tell/);
  assert.match(said(level(`${office}\n${required}`, 'OR'), { 'people.yaml': people }), /the workspace knows, by their ids/);
  assert.match(said(`${office}\n${emergency}\n`), /^Condition 2 .* Joined by `OR`, .*; joined by `AND`, /);
});

const custom = `name: accessPolicies/7/accessLevels/custom
title: custom
custom:
  expr:
    expression: levels.corp && origin.region_code in ['KR']
`;

test('a custom level is told as its expression', () => {
  const told = page('a.yaml', custom);
  assert.match(told, /It holds when this expression is true:\n\n```cel\nlevels\.corp && origin\.region_code in \['KR'\]\n```\n/);
  assert.match(told, /\nIt names these access levels .* by their ids: `corp`\n/);
  assert.match(told, /is up to the expression/);
});

test('an expression that a variable gives may be another one, and one that is put together is shown as it is written', () => {
  const inTerraform = (expression: string) => `variable "rule" {
  default = "levels.corp"
}

resource "google_access_context_manager_access_level" "custom" {
  title = "custom"
  custom {
    expr {
      expression = ${expression}
    }
  }
}
`;
  assert.match(page('a.tf', inTerraform('var.rule')), /```cel\nlevels\.corp\n```\n\n\(a variable has this value here/);
  assert.match(
    page('a.tf', inTerraform('join(" && ", var.rules)')),
    /is true:\n\n`join\(" && ", var\.rules\)` \(not told by the text\)/,
  );
});

test('who uses a level is told by file, with what an id alone leaves open', () => {
  const binding = '{"groupKey": "g", "accessLevels": ["accessPolicies/7/accessLevels/corp"]}';
  const another = `${level('- requiredAccessLevels: [accessPolicies/7/accessLevels/corp]').replace('s/corp\n', 's/other\n')}`;
  const told = page('levels/a.yaml', level(office), {
    'bindings/b.json': binding,
    'levels/c.yaml': another,
    'levels/d.yaml': custom,
  });
  assert.match(told, /\n- `bindings\/b\.json`: it is named there\.\n/);
  assert.match(told, /\n- `c\.yaml`: another access level requires it\.\n/);
  assert.match(told, /\n- `d\.yaml`: another access level requires it\. \(by its id alone,/);
  const { reading } = parse('a.yaml', level(office));
  const unread = explain(reading, explanations(reading), { locale: 'en', workspace: emptyWorkspace });
  assert.match(unread, /No file that was read names it\.[\s\S]*not wholly read yet/);
});

const terraform = `variable "os" {
  default = "IOS"
}

resource "google_access_context_manager_access_level" "corp" {
  parent = "accessPolicies/7"
  name   = "accessPolicies/7/accessLevels/corp"
  title  = var.title
  basic {
    combining_function = var.how
    conditions {
      ip_subnetworks = concat(var.ranges, ["203.0.113.0/24"])
      regions        = var.regions
      negate         = var.negate
      device_policy {
        require_screen_lock = var.lock
        os_constraints {
          os_type = var.os
        }
        dynamic "os_constraints" {
          for_each = var.systems
          content {
            os_type = os_constraints.value
          }
        }
      }
    }
    dynamic "conditions" {
      for_each = var.more
      content {
        regions = conditions.value
      }
    }
  }
}

resource "google_access_context_manager_access_level_condition" "more" {
  access_level = google_access_context_manager_access_level.corp.name
  regions      = ["KR"]
}

resource "google_access_context_manager_gcp_user_access_binding" "all" {
  access_levels = [google_access_context_manager_access_level.corp.name]
}
`;

test('what the text does not tell is said to be unknown', () => {
  const told = page('a.tf', terraform);
  for (const said of [
    'The text does not tell whether all conditions must hold or any one is enough.',
    'there may be more.',
    'Whether this must hold or, by `negate`, must not hold is not told by the text:',
    '  - There may be more that the text does not tell.',
    '  - `var.regions` (not told by the text)',
    '  - `require_screen_lock`: `var.lock` (not told by the text)',
    '    - iOS (a variable has this value here; it may be given another one)',
    '    - There may be more that the text does not tell.',
    'which are not told here: `google_access_context_manager_access_level_condition.more`',
    'The text does not tell whether a named user gets in when the conditions fail.',
    '- `a.tf`: it is named there.',
    '**One condition of an access level that stands elsewhere**: `accessPolicies/7/accessLevels/corp`',
  ])
    assert.ok(told.includes(`${said}\n`), `${said}\n\n${told}`);
  assert.doesNotMatch(told, /lock its screen/);
});

test('in Terraform’s JSON too', () => {
  const body = {
    parent: 'accessPolicies/7',
    name: 'accessPolicies/7/accessLevels/corp',
    title: 'corp',
    basic: {
      combining_function: 'OR',
      conditions: [{ device_policy: { require_screen_lock: true } }, { negate: true, regions: ['KR'] }],
    },
  };
  const told = page('a.tf.json', JSON.stringify({ resource: { google_access_context_manager_access_level: { corp: body } } }));
  assert.match(told, /- The device meets all of this:\n {2}- The device must lock its screen\.\n/);
  assert.match(told, /## Condition 2\n\nThis must not hold/);
});

test('a level may be required by one that does not tell what it requires', () => {
  const another = terraform
    .replaceAll('"corp"', '"other"')
    .replaceAll('/corp', '/other')
    .replace('regions        = var.regions', 'required_access_levels = var.levels');
  const told = page('a.yaml', level(office), { 'b.tf': another });
  assert.match(told, /\nAn access level of the same folder requires levels that the text does not tell/);
  assert.doesNotMatch(page('a.yaml', level(office), { 'b/c.tf': another }), /An access level of the same folder/);
});

test('each level has a lens where it begins, and beside an allow policy a heading of its own', () => {
  const list = `resource "google_access_context_manager_access_levels" "all" {
  parent = "accessPolicies/7"
  access_levels {
    name  = "accessPolicies/7/accessLevels/a"
    title = "a"
    basic {
      conditions {
        regions = ["KR"]
      }
    }
  }
  access_levels {
    name  = "accessPolicies/7/accessLevels/b"
    title = "b"
    basic {
      conditions {
        regions = ["JP"]
      }
    }
  }
}

resource "google_project_iam_member" "kim" {
  project = "p"
  role    = "roles/browser"
  member  = "user:kim@example.org"
}
`;
  const { reading } = parse('main.tf', list);
  const lines = list.split('\n');
  assert.deepEqual(
    lenses(reading.file.uri, explanations(reading), { locale: 'ko' }).map(({ title, range }) => [
      title,
      lines[list.slice(0, range.start).split('\n').length - 1]?.trim().split(' ')[0],
    ]),
    [
      ['이 액세스 수준 설명', 'access_levels'],
      ['이 액세스 수준 설명', 'access_levels'],
      ['이 파일의 역할 부여 설명', 'resource'],
    ],
  );
  const told = page('main.tf', list);
  assert.match(told, /^# What main\.tf allows\n\n## The access level from line 3\n/);
  assert.match(told, /\n## The access level from line 12\n/);
  assert.match(told, /\n## The grants of this file\n/);
});

test('levels that one block stands for are told together, each that differs by itself', () => {
  const text = `resource "google_access_context_manager_access_level" "corp" {
  for_each = { kr = ["KR"], us = ["US"] }
  parent   = "accessPolicies/7"
  name     = "accessPolicies/7/accessLevels/\${each.key}"
  title    = "t"
  basic {
    conditions {
      regions = each.value
    }
  }
}
`;
  const { reading, workspace } = parse('main.tf', text, {});
  const found = explanations(reading);
  assert.equal(found.length, 1);
  const told = explain(reading, found, { locale: 'en', workspace });
  assert.match(told, /accessLevels\/kr/);
  assert.match(told, /accessLevels\/us/);
});

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { inspect, told } from '../inspect';

const rule = 'access-level/without-emergency-access';

/** A Terraform level whose `basic` block holds the given text. */
function level(basic: string, rest = ''): string {
  return `resource "google_access_context_manager_access_level" "corp" {
  parent = "accessPolicies/1"
  name   = "accessPolicies/1/accessLevels/corp"
  title  = "corp"
  basic {
${basic}
  }
${rest}}
`;
}

const network = '    conditions {\n      ip_subnetworks = ["203.0.113.0/24"]\n    }';
const users = '    conditions {\n      members = ["user:a@example.org"]\n    }';

describe(rule, () => {
  test('finds the two traps with a message of their own', () => {
    assert.deepEqual(told(rule, { 'a.tf': level(`${network}\n${users}`) }), ['membersAnded basic']);
    const inside = '    conditions {\n      regions = ["KR"]\n      members = ["user:a@example.org"]\n    }';
    assert.deepEqual(told(rule, { 'a.tf': level(inside) }), ['membersInside basic']);
  });

  test('a service account alone is no emergency-access user', () => {
    const account =
      '    combining_function = "OR"\n    conditions {\n      members = ["serviceAccount:a@b.iam.gserviceaccount.com"]\n    }';
    assert.deepEqual(told(rule, { 'a.tf': level(`${account}\n${network}`) }), ['missing basic']);
  });

  test('with the setting, another user does not count', () => {
    const file = { 'a.tf': level(`    combining_function = "OR"\n${network}\n${users}`) };
    assert.deepEqual(told(rule, file), []);
    assert.deepEqual(told(rule, file, { settings: { 'emergencyAccess.members': ['user:a@example.org'] } }), []);
    assert.equal(told(rule, file, { settings: { 'emergencyAccess.members': ['user:b@example.org'] } }).length, 1);
  });

  describe('leaves alone', () => {
    const quiet: Readonly<Record<string, Readonly<Record<string, string>>>> = {
      'an identity list': { 'a.tf': level(`${users}\n${users.replace('a@', 'b@')}`) },
      'the exemption joined by OR': { 'a.tf': level(`    combining_function = "OR"\n${network}\n${users}`) },
      'an exemption among other users': {
        'a.tf': level(
          `    combining_function = "OR"\n${network}\n    conditions {\n      members = ["serviceAccount:a@b.iam.gserviceaccount.com", "user:a@b.c"]\n    }`,
        ),
      },
      'an exemption with negate written out as false, which nothing tells for sure': {
        'a.tf': level(
          `    combining_function = "OR"\n${network}\n    conditions {\n      members = ["user:a@b.c"]\n      negate = false\n    }`,
        ),
      },
      'a bare list of conditions': { 'spec.yaml': '- ipSubnetworks:\n  - 203.0.113.0/24\n' },
      'an unknown combining function': { 'a.tf': level(`    combining_function = var.f\n${network}\n${users}`) },
      'unknown members joined by OR': {
        'a.tf': level(`    combining_function = "OR"\n${network}\n    conditions {\n      members = var.emergency\n    }`),
      },
      'members that a variable adds to': {
        'a.tf': level(
          `    combining_function = "OR"\n${network}\n    conditions {\n      members = ["serviceAccount:a@b.iam.gserviceaccount.com", var.user]\n    }`,
        ),
      },
      'conditions from a dynamic block': {
        'a.tf': level(
          `    combining_function = "OR"\n${network}\n    dynamic "conditions" {\n      for_each = var.c\n      content {\n        regions = conditions.value\n      }\n    }`,
        ),
      },
      'a condition of which a module’s variables decide everything': {
        'a.tf': level(
          '    conditions {\n      members = var.m\n      regions = var.r\n      dynamic "device_policy" {\n        for_each = local.d\n        content {\n          require_corp_owned = true\n        }\n      }\n    }',
        ),
      },
      'conditions that are ignored': {
        'a.tf': level(network, '  lifecycle {\n    ignore_changes = [basic[0].conditions]\n  }\n'),
      },
      'conditions added by another resource': {
        'a.tf': level(network),
        'b.tf':
          'resource "google_access_context_manager_access_level_condition" "more" {\n  access_level = google_access_context_manager_access_level.corp.name\n  members = ["user:a@b.c"]\n}\n',
      },
      'a level that only other levels require': {
        'a.tf': level(network),
        'b.tf': `resource "google_access_context_manager_access_level" "outer" {
  parent = "accessPolicies/1"
  name   = "accessPolicies/1/accessLevels/outer"
  title  = "outer"
  basic {
    combining_function = "OR"
    conditions {
      required_access_levels = [google_access_context_manager_access_level.corp.name]
    }
    conditions {
      members = ["user:a@b.c"]
    }
  }
}
`,
      },
      'an alternative that requires a level of named users': {
        'a.tf': level(
          `    combining_function = "OR"\n${network}\n    conditions {\n      required_access_levels = [google_access_context_manager_access_level.emergency.name]\n    }`,
        ),
        'b.tf': level(users).replaceAll('corp', 'emergency'),
      },
      'a custom level with an alternative level': {
        'a.json':
          '{"title": "c", "name": "accessPolicies/1/accessLevels/c", "custom": {"expr": {"expression": "origin.region_code == \\"KR\\" || levels.emergency_access"}}}',
      },
      'a custom level that is half-typed': {
        'a.json':
          '{"title": "c", "name": "accessPolicies/1/accessLevels/c", "custom": {"expr": {"expression": "origin.region_code =="}}}',
      },
      Kubernetes: { 'a.yaml': 'apiVersion: v1\nkind: X\ntitle: t\nbasic:\n  conditions:\n  - regions: [KR]\n' },
    };
    for (const [name, files] of Object.entries(quiet)) {
      test(name, () => assert.deepEqual(told(rule, files), []));
    }
  });

  test('a level that asks for more of everybody lets nobody in by name, whatever else it asks', () => {
    const requiring = level('    conditions {\n      required_access_levels = ["accessPolicies/1/accessLevels/below"]\n    }');
    const below = (basic: string) => level(basic).replaceAll('corp', 'below');
    const unknown = ['regions = []', 'members = [var.user]', 'members = var.users', ''];
    for (const fields of unknown) {
      const other = `    conditions {\n      ${fields}\n    }`;
      assert.deepEqual(told(rule, { 'a.tf': requiring, 'b.tf': below(`${network}\n${other}`) }), ['missing basic'], fields);
      const or = `    combining_function = "OR"\n${network}\n${other}`;
      assert.deepEqual(told(rule, { 'a.tf': requiring, 'b.tf': below(or) }), [], fields);
      const variable = `    combining_function = var.fn\n${network}\n${other}`;
      assert.deepEqual(told(rule, { 'a.tf': requiring, 'b.tf': below(variable) }), [], fields);
    }
    const dynamic = `${network}\n    dynamic "conditions" {\n      for_each = var.all\n      content {\n      }\n    }`;
    assert.deepEqual(told(rule, { 'a.tf': requiring, 'b.tf': below(dynamic) }), []);
  });

  test('says nothing until every file has been read', () => {
    assert.deepEqual(told(rule, { 'a.tf': level(network) }, { complete: false }), []);
  });

  test('a building block that something else uses too is found, and every one without the setting', () => {
    const outer =
      'resource "x" "outer" {\n  basic {\n    conditions {\n      required_access_levels = [google_access_context_manager_access_level.corp.name]\n    }\n  }\n}\n';
    const perimeter =
      'resource "google_access_context_manager_service_perimeter" "p" {\n  status {\n    access_levels = [google_access_context_manager_access_level.corp.name]\n  }\n}\n';
    assert.deepEqual(told(rule, { 'a.tf': level(network), 'b.tf': outer }), []);
    assert.equal(told(rule, { 'a.tf': level(network), 'b.tf': outer + perimeter }).length, 1);
    const settings = { 'accessLevels.exemptBuildingBlocks': false };
    assert.equal(told(rule, { 'a.tf': level(network), 'b.tf': outer }, { settings }).length, 1);
  });

  test('a custom level without an alternative is information', () => {
    const text =
      '{"title": "c", "name": "accessPolicies/1/accessLevels/c", "custom": {"expr": {"expression": "origin.region_code == \\"KR\\""}}}';
    const [found] = inspect(rule, { 'a.json': text });
    assert.equal(found?.finding.severity, 'information');
    assert.deepEqual(
      found?.finding.fixes().map((fix) => ('disabled' in fix ? fix.disabled : fix.title)),
      ['needsSecondLevel'],
    );
  });
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseSettingsFile } from '../../src/lint/settings/file';
import { readSettings } from '../../src/lint/settings/settings';
import { ruleOf } from './shouting';

const folder = 'file:///work';
const file = (value: unknown) => ({ uri: `${folder}/envs/.leastwise.json`, value });

test('without settings everything has its default', () => {
  const { settings, problems } = readSettings({ folder });
  assert.deepEqual(problems, []);
  assert.deepEqual(settings.rules.emergencyAccessMembers, []);
  assert.equal(settings.rules.exemptBuildingBlocks, true);
  assert.deepEqual(settings.rules.accountPrefixes, ['vm-', 'wi-', 'wif-', 'onprem-']);
  assert.equal(settings.severityOf(ruleOf('test/a')), 'warning');
  assert.equal(settings.attachmentFor(`${folder}/a.json`), undefined);
  assert.equal(settings.excluded(`${folder}/a.json`), false);
});

test('prefixes of account ids replace the usual ones', () => {
  const client = { 'serviceAccounts.prefixes': ['batch-'] };
  assert.deepEqual(readSettings({ client, folder }).settings.rules.accountPrefixes, ['batch-']);
});

test('names may be dotted, nested and prefixed', () => {
  const members = ['user:a@example.com'];
  for (const client of [
    { 'emergencyAccess.members': members },
    { emergencyAccess: { members } },
    { 'leastwise.emergencyAccess.members': members },
  ]) {
    assert.deepEqual(readSettings({ client, folder }).settings.rules.emergencyAccessMembers, members);
  }
});

test('domains are taken with and without an @, in any case; empty ones are told', () => {
  const { settings, problems } = readSettings({ client: { organizationDomains: ['@Example.org', 'b.example', '@', 1] }, folder });
  assert.deepEqual(settings.rules.organizationDomains, ['example.org', 'b.example']);
  assert.deepEqual(
    problems.map(({ setting }) => setting),
    ['organizationDomains[2]', 'organizationDomains[3]'],
  );
});

test('the file wins over the client, setting by setting', () => {
  const client = {
    emergencyAccess: { members: ['user:client@example.com'] },
    rules: { 'test/a': 'error', 'test/b': 'error' },
    groups: { 'group:A@example.com': ['serviceAccount:1@x'], 'group:b@example.com': ['serviceAccount:2@x'] },
    accessLevels: { exemptBuildingBlocks: false },
  };
  const { settings } = readSettings({
    client,
    file: file({
      'emergencyAccess.members': ['user:file@example.com'],
      rules: { 'test/a': 'off' },
      groups: { 'group:a@example.com': [] },
    }),
    folder,
  });
  assert.deepEqual(settings.rules.emergencyAccessMembers, ['user:file@example.com']);
  assert.equal(settings.rules.exemptBuildingBlocks, false);
  assert.deepEqual(
    [...settings.rules.groups],
    [
      ['group:a@example.com', []],
      ['group:b@example.com', ['serviceAccount:2@x']],
    ],
  );
  assert.deepEqual(
    ['test/a', 'test/b'].map((id) => settings.severityOf(ruleOf(id))),
    ['off', 'error'],
  );
});

test('for severities an id counts more than an area, and an earlier id goes on counting', () => {
  const { settings } = readSettings({ client: { rules: { 'test/*': 'hint', 'test/old': 'error', 'other/*': 'off' } }, folder });
  assert.equal(settings.severityOf(ruleOf('test/a')), 'hint');
  assert.equal(settings.severityOf(ruleOf('test/new', undefined, { renamedFrom: ['test/old'] })), 'error');
  assert.equal(settings.severityOf(ruleOf('test/new', undefined, { renamedFrom: ['other/old'] })), 'hint');
  assert.equal(settings.severityOf(ruleOf('tester/a')), 'warning');
});

test('globs count from the folder of whoever wrote them', () => {
  const { settings } = readSettings({
    client: {
      policyFiles: { 'policies/**/*.yaml': 'project' },
      groupFiles: { 'robots.json': 'group:robots@example.com' },
      exclude: ['gen/', '*.draft.json'],
    },
    file: file({ policyFiles: { 'policies/*.yaml': 'folder', './top.json': 'bucket' } }),
    folder: `${folder}/`,
  });
  assert.equal(settings.attachmentFor(`${folder}/policies/a/b.yaml`), 'project');
  assert.equal(settings.attachmentFor(`${folder}/envs/policies/b.yaml`), 'folder');
  assert.equal(settings.attachmentFor(`${folder}/envs/top.json`), 'bucket');
  assert.equal(settings.attachmentFor(`${folder}/envs/deeper/top.json`), undefined);
  assert.equal(settings.groupFor(`${folder}/any/where/robots.json`), 'group:robots@example.com');
  assert.ok(settings.excluded(`${folder}/gen/a/b.json`));
  assert.ok(settings.excluded(`${folder}/a.draft.json`));
  assert.ok(!settings.excluded(`${folder}/generated/a.json`));
});

test('addresses are compared whatever their spelling', () => {
  const { settings } = readSettings({ client: { exclude: ['정책/*.json'] }, folder: 'file:///C:/한 곳' });
  assert.ok(settings.excluded('file:///c%3A/%ED%95%9C%20%EA%B3%B3/%EC%A0%95%EC%B1%85/a.json'));
});

test('what has the wrong type is left out alone, and told', () => {
  const { settings, problems } = readSettings({
    client: { rules: { 'test/a': 'loud', 'test/b': 'hint' }, exclude: 'gen', unheardOf: 1 },
    file: file({
      groups: { 'x@example.com': [], 'group:y@example.com': ['serviceAccount:a@x', 1] },
      rulez: {},
      ignore: [{ rule: 'test/a' }],
    }),
    folder,
  });
  assert.equal(settings.severityOf(ruleOf('test/a')), 'warning');
  assert.equal(settings.severityOf(ruleOf('test/b')), 'hint');
  assert.deepEqual([...settings.rules.groups], [['group:y@example.com', ['serviceAccount:a@x']]]);
  assert.deepEqual(problems.map(({ where, setting, expected }) => `${where} ${setting} ${expected}`).sort(), [
    'client exclude strings',
    'client rules["test/a"] knownRule',
    'client rules["test/a"] severity',
    'client rules["test/b"] knownRule',
    'file groups["group:y@example.com"][1] string',
    'file groups["x@example.com"] group',
    'file ignore[0] ignoreEntry',
    'file rulez knownSetting',
  ]);
});

test('nothing that can be written as settings makes the reading throw', () => {
  const names = [
    'rules',
    'groups',
    'groupFiles',
    'policyFiles',
    'exclude',
    'ignore',
    'emergencyAccess',
    'accessLevels',
    '__proto__',
    'serviceAccounts',
  ];
  const settingsValue = fc.dictionary(fc.constantFrom(...names), fc.jsonValue({ maxDepth: 3 }));
  fc.assert(
    fc.property(fc.oneof(settingsValue, fc.jsonValue()), fc.webUrl(), (value, uri) => {
      const { settings } = readSettings({ client: value, file: file(value), folder });
      settings.severityOf(ruleOf('test/a'));
      settings.attachmentFor(uri);
      settings.groupFor(uri);
      settings.excluded(`${folder}/a/b.json`);
    }),
    { numRuns: 200 },
  );
});

test('a settings file may have comments; a broken one has no value', () => {
  assert.deepEqual(parseSettingsFile('// why\n{ "exclude": ["a"], }'), { exclude: ['a'] });
  assert.deepEqual(parseSettingsFile(''), {});
  assert.equal(parseSettingsFile('{ "exclude": '), undefined);
  assert.equal(parseSettingsFile('['.repeat(100_000)), undefined);
});

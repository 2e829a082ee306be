import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { planWith, type ResourceOfPlan, stateWith } from '../kinds/planDocument';
import { folderOf, run } from './program';

const type = 'google_project_iam_member';
const grant = (member: string | undefined, role = 'roles/viewer', more: object = {}) => ({
  ...{ condition: [], project: 'p', role },
  ...(member === undefined ? {} : { member }),
  ...more,
});
const condition = (expression: string) => ({ condition: [{ title: 't', description: '', expression }] });
const secret = 'user:secret@example.org';

async function told(plan: string, ...args: readonly string[]) {
  const folder = folderOf({ 'plan.json': plan });
  const { out, err, code } = await run(folder, ['grants', '--format', 'json', 'plan.json', ...args]);
  assert.deepEqual([err, code], ['', 0]);
  return JSON.parse(out);
}

const members = (rows: readonly { member: string; address: string }[]) => rows.map(({ member, address }) => [member, address]);

describe('grants of a plan', () => {
  test('each resource once, with its address and the line that it stands in', async () => {
    const plan = planWith([
      { address: `${type}.x["a"]`, after: grant('user:a@e.org', 'roles/owner', { id: 'i', ...condition('true') }) },
      { address: `module.m[0].${type}.y`, before: grant('user:b@e.org'), after: grant('user:b@e.org'), actions: ['no-op'] },
      {
        address: 'google_storage_bucket_iam_binding.z',
        after: { bucket: 'b', role: 'roles/viewer', members: ['user:c@e.org', 'allUsers'] },
      },
      { address: 'terraform_data.w', after: { input: { role: 'roles/owner', member: 'allUsers' } } },
      { address: `${type}.gone`, before: grant('user:gone@e.org') },
    ]);
    const { grants, unknown } = await told(JSON.stringify(JSON.parse(plan), undefined, 2));
    assert.deepEqual(members(grants), [
      ['user:a@e.org', `${type}.x["a"]`],
      ['user:c@e.org', 'google_storage_bucket_iam_binding.z'],
      ['allUsers', 'google_storage_bucket_iam_binding.z'],
      ['user:b@e.org', `module.m[0].${type}.y`],
    ]);
    const lines = JSON.stringify(JSON.parse(plan), undefined, 2).split('\n');
    const { condition: when, resource, file, line } = grants[0];
    assert.deepEqual([when, resource, file], [{ title: 't', expression: 'true' }, 'projects/p', 'plan.json']);
    assert.ok(lines[line - 1]?.includes(`${type}.x[`));
    assert.deepEqual(unknown, []);
  });

  test('a state, and a policy in a string', async () => {
    const policy = JSON.stringify({ bindings: [{ role: 'roles/editor', members: ['user:a@e.org'] }] });
    const { grants } = await told(
      stateWith([{ address: 'google_folder_iam_policy.x', after: { folder: 'f', policy_data: policy } }]),
    );
    assert.deepEqual([members(grants), grants[0].role], [[['user:a@e.org', 'google_folder_iam_policy.x']], 'roles/editor']);
  });

  test('what stands in modules of modules, and nothing that is merely looked at', async () => {
    const resource = (address: string, values: object, mode = 'managed') => ({
      ...{ address, mode, type: address.split('.').at(-2), name: address.split('.').at(-1), values, sensitive_values: {} },
    });
    const policy = JSON.stringify({ bindings: [{ role: 'roles/owner', members: ['user:data@e.org'] }] });
    const inner = { address: 'module.a.module.b', resources: [resource(`module.a.module.b.${type}.x`, grant('user:x@e.org'))] };
    const state = JSON.stringify({
      format_version: '1.0',
      terraform_version: '1.11.4',
      values: {
        root_module: {
          resources: [resource('data.google_project_iam_policy.p', { project: 'p', policy_data: policy }, 'data')],
          child_modules: [{ address: 'module.a', child_modules: [inner] }],
        },
      },
    });
    const { grants, unknown } = await told(state);
    assert.deepEqual(members(grants), [['user:x@e.org', `module.a.module.b.${type}.x`]]);
    assert.deepEqual(unknown, []);
  });

  test('what only the change marks as sensitive is sensitive', async () => {
    const plan = JSON.parse(planWith([{ address: `${type}.a`, after: grant(secret), sensitive: { member: true } }]));
    plan.planned_values.root_module.resources[0].sensitive_values = {};
    const { grants, unknown } = await told(JSON.stringify(plan));
    assert.deepEqual(grants, []);
    assert.deepEqual(
      unknown.map(({ why }: { why: string }) => why),
      [`sensitive: ${type}.a.member`],
    );
  });

  test('what isn’t known or is sensitive is told as such, and nowhere what it is', async () => {
    const resources: readonly ResourceOfPlan[] = [
      { address: `${type}.a`, after: grant(undefined), unknown: { member: true, id: true } },
      { address: `${type}.b`, after: grant(secret), sensitive: { member: true } },
      {
        address: `${type}.c`,
        after: grant('user:c@e.org', 'roles/viewer', condition(secret)),
        sensitive: { condition: [{ expression: true }] },
      },
      {
        address: 'google_folder_iam_binding.d',
        after: { folder: 'f', role: 'roles/viewer', members: [null, secret, 'user:d@e.org'] },
        unknown: { members: [true, false, false] },
        sensitive: { members: [false, true, false] },
      },
      { address: `${type}.e`, after: grant(secret), sensitive: true },
      {
        address: 'google_folder_iam_policy.f',
        after: { folder: 'f', policy_data: `{"bindings":[{"role":"roles/owner","members":["${secret}"]}]}` },
        sensitive: { policy_data: true },
      },
    ];
    const { grants, unknown } = await told(planWith(resources));
    assert.deepEqual(members(grants), [
      ['user:c@e.org', `${type}.c`],
      ['user:d@e.org', 'google_folder_iam_binding.d'],
    ]);
    assert.deepEqual(
      unknown.map(({ address, what, why }: Record<string, string>) => [
        address?.split('.')[1],
        what,
        why?.replace(/\w+_iam_/, ''),
      ]),
      [
        ['a', 'members', 'attribute: member.a.member'],
        ['b', 'members', 'sensitive: member.b.member'],
        ['c', 'role', 'condition: sensitive: member.c.condition[0].expression'],
        ['d', 'members', 'attribute: binding.d.members[0]'],
        ['d', 'members', 'sensitive: binding.d.members[1]'],
        ['e', 'resource', 'sensitive: member.e'],
        ['e', 'role', 'sensitive: member.e'],
        ['e', 'role', 'condition: sensitive: member.e'],
        ['e', 'members', 'sensitive: member.e'],
        ['f', 'members', 'sensitive: policy.f.policy_data'],
      ],
    );
    const folder = folderOf({
      'plan.json': planWith(resources.map((one) => ({ ...one, before: one.after ?? null, sensitiveBefore: one.sensitive }))),
    });
    for (const format of ['table', 'json', 'csv', 'markdown'])
      for (const args of [[], ['--changes']]) {
        const { out, err } = await run(folder, ['grants', '--format', format, ...args]);
        assert.ok(out !== '' && !(out + err).includes('secret@'), out);
      }
    for (const format of ['pretty', 'json']) {
      const { out, err } = await run(folder, ['lint', '--format', format]);
      assert.ok(out.includes('basic-role') && !(out + err).includes('secret@'), out);
    }
  });

  test('a plan that isn’t whole says so', async () => {
    const resource = { address: `${type}.a`, after: grant('user:a@e.org') };
    for (const [text, why] of [
      [planWith([resource], { errored: true }), 'error: errored'],
      [planWith([resource], { deferred_changes: [{ reason: 'unknown' }] }), 'attribute: deferred_changes'],
      [planWith([resource]).slice(0, -1), 'unread'],
    ] as const) {
      const { unknown } = await told(text);
      assert.equal((await told(text, '--changes')).unknown.added.length, 1);
      assert.deepEqual(
        unknown.map((row: Record<string, string>) => [row.address, row.what, row.why]),
        [[null, 'instances', why]],
      );
    }
  });

  test('other documents with its words are none', async () => {
    const looksLike = {
      resource_changes: [],
      planned_values: { root_module: { resources: [{ address: 'a', mode: 'managed', type, values: grant('allUsers') }] } },
    };
    assert.deepEqual((await told(JSON.stringify(looksLike))).grants, []);
    for (const broken of [
      { planned_values: 1 },
      { planned_values: { root_module: [null, { resources: 1 }] } },
      { resource_changes: [1, { mode: 'managed', type, change: [] }] },
    ]) {
      const { grants } = await told(JSON.stringify({ format_version: '1.2', terraform_version: '1', ...broken }));
      assert.deepEqual(grants, []);
    }
  });
});

describe('grants --changes', () => {
  test('what a plan adds, removes, replaces, moves and forgets', async () => {
    const changes = await told(
      planWith([
        { address: `${type}.new`, after: grant('user:new@e.org') },
        { address: `${type}.old`, before: grant('user:old@e.org') },
        { address: `${type}.same`, before: grant('user:s@e.org'), after: grant('user:s@e.org'), actions: ['no-op'] },
        {
          address: `${type}.swapped`,
          before: grant('user:x@e.org'),
          after: grant('user:y@e.org'),
          actions: ['delete', 'create'],
        },
        { address: `${type}.left`, before: grant('user:m@e.org') },
        { address: `module.m.${type}.moved`, after: grant('user:m@e.org') },
        { address: `${type}.forgotten`, before: grant('user:f@e.org'), actions: ['forget'] },
        {
          address: `${type}.timed`,
          before: grant('user:t@e.org', 'roles/viewer', condition('a')),
          after: grant('user:t@e.org', 'roles/viewer', condition('b')),
        },
        { address: `${type}.kept`, before: grant('user:k@e.org'), after: grant('user:k@e.org'), actions: ['no-op'] },
        { address: `${type}.kept`, before: grant('user:z@e.org'), actions: ['delete'], deposed: '1' },
      ]),
      '--changes',
    );
    assert.deepEqual(
      members(changes.added).map(([member]) => member),
      ['user:new@e.org', 'user:y@e.org'],
    );
    assert.deepEqual(
      members(changes.removed).map(([member]) => member),
      ['user:old@e.org', 'user:x@e.org', 'user:z@e.org'],
    );
    assert.deepEqual(
      changes.changed.map(({ after }: { after: { member: string } }) => after.member),
      ['user:t@e.org'],
    );
    assert.deepEqual([changes.unsure, changes.unknown], [[], { added: [], removed: [] }]);
  });

  test('who is not known any more wasn’t surely removed', async () => {
    const changes = await told(
      planWith([{ address: `${type}.x`, before: grant('user:x@e.org'), after: grant(undefined), unknown: { member: true } }]),
      '--changes',
    );
    assert.deepEqual([changes.added, changes.removed, changes.unsure.length, changes.unknown.added.length], [[], [], 1, 1]);
  });

  test('exit codes, and what doesn’t go together', async () => {
    const folder = folderOf({
      'plan.json': planWith([{ address: `${type}.x`, after: grant('user:x@e.org') }]),
      'state.json': stateWith([]),
      'none/a.json': '{}',
    });
    const ask = (...args: readonly string[]) => run(folder, ['grants', ...args]);
    assert.equal((await ask('--changes')).code, 0);
    const elsewhere = folderOf({ 'plan.json': planWith([{ address: 'terraform_data.x', after: { input: 'a' } }]) });
    assert.equal((await run(elsewhere, ['grants', '--changes', 'plan.json'])).out, 'Access stays as it is.\n');
    assert.equal((await ask('--changes', '--fail-on-added', 'plan.json')).code, 1);
    for (const args of [['state.json'], ['none'], ['plan.json', 'none/a.json']]) {
      const { code, err } = await ask('--changes', ...args);
      assert.equal(code, 2, args.join(' '));
      assert.match(err, /is no plan of Terraform’s\. Write one with “terraform show -json/);
    }
    for (const args of [['--changes', '--against', 'HEAD'], ['--changes', '--by', 'role'], ['--fail-on-added']]) {
      const { code, err } = await ask(...args);
      assert.equal(code, 2);
      assert.match(err, /--/);
    }
  });
});

describe('lint of a plan', () => {
  const policy = JSON.stringify(
    { bindings: [{ role: 'roles/owner', members: ['user:a@example.org', 'User:b@example.org', 'allUsers'] }] },
    undefined,
    1,
  );
  const plan = planWith([
    { address: `module.m["k"].${type}.x`, after: grant('allUsers', 'roles/storage.admin') },
    { address: 'google_storage_bucket_iam_policy.y', after: { bucket: 'b', policy_data: policy } },
    { address: `${type}.gone`, before: grant('allUsers') },
    { address: `${type}.unknown`, after: { condition: [], project: 'p' }, unknown: { member: true, role: true } },
  ]);

  test('dangerous grants once each, with the address, where they stand', async () => {
    const { out, code } = await run(folderOf({ 'plan.json': plan }), ['lint', '--format', 'json']);
    assert.equal(code, 1);
    const { findings } = JSON.parse(out);
    const public_ = findings.filter(({ rule }: { rule: string }) => rule === 'allow-policy/public-access');
    assert.deepEqual(
      public_.map(
        ({
          addresses: [address],
          range: { start, end },
        }: {
          addresses: readonly string[];
          range: Record<'start' | 'end', { character: number }>;
        }) => [address, plan.slice(start.character, end.character)],
      ),
      [
        ['google_storage_bucket_iam_policy.y', 'allUsers'],
        [`module.m["k"].${type}.x`, '"allUsers"'],
      ].map(([address, text]) => [address, text === 'allUsers' ? '\\"allUsers\\"' : text]),
    );
    for (const { addresses, message } of findings) assert.ok(message.endsWith(` (${addresses})`), message);
    assert.ok(!out.includes(`${type}.unknown`));
  });

  test('nothing in it is ever edited, and no line of it is shown', async () => {
    const folder = folderOf({ 'plan.json': plan });
    const { out } = await run(folder, ['lint', '--fix']);
    assert.equal(readFileSync(join(folder, 'plan.json'), 'utf8'), plan);
    assert.match(out, /allUsers.*opens/);
    assert.doesNotMatch(out, /planned_values|"member"/);
  });
});

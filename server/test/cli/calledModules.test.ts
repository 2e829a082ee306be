import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { folderOf, run } from './program';

const call = (name: string, source: string) => `module "${name}" {\n  source = "${source}"\n}\n`;
const member = (value: string) =>
  `resource "google_project_iam_member" "x" {\n  project = "p"\n  role    = "roles/viewer"\n  member  = ${value}\n}\n`;
const files = {
  'envs/prod/main.tf': call('a', '../../modules/a'),
  'modules/a/main.tf': call('b', '../my b') + member('join(",", fileset("${path.module}/who", "*"))'),
  'modules/a/who/k.txt': '',
  'modules/my b/main.tf': member('trimspace(file("${path.module}/who.txt"))'),
  'modules/my b/who.txt': 'user:b@example.org\n',
};
const both = ['module.a.google_project_iam_member.x k.txt', 'module.a.module.b.google_project_iam_member.x user:b@example.org'];

async function told(folder: string, ...paths: readonly string[]) {
  const { out, err } = await run(folder, ['grants', '--format', 'json', ...paths]);
  assert.equal(err, '');
  const { grants, unknown } = JSON.parse(out);
  return [
    ...grants.map(({ address, member: who }: Record<string, unknown>) => `${address} ${who}`),
    ...unknown.map(({ address, why }: Record<string, unknown>) => `${address} ${why}`),
  ];
}

test('a module that is called is read where it stands, of a repository or of the folder that the command runs in', async () => {
  for (const git of [{}, { '.git/HEAD': '' }]) {
    const folder = folderOf({ ...files, ...git });
    assert.deepEqual(await told(folder, 'envs/prod'), both);
    assert.deepEqual(await told(folder, 'envs/prod/main.tf'), both);
    assert.deepEqual(await told(folder), both);
  }
  const repository = folderOf({ ...files, '.git/HEAD': '' });
  assert.deepEqual(await told(join(repository, 'envs/prod')), both);
  // Who asks for the module is told of what is called for it.
  assert.deepEqual(await told(repository, 'modules/my b'), [both[1]]);
});

test('one outside of that is told to be unknown, with what to do', async () => {
  const folder = folderOf(files);
  assert.deepEqual(await told(join(folder, 'envs/prod')), ['module.a folder: ../../modules/a']);
  const linked = folderOf({ 'in/main.tf': call('a', './link') });
  symlinkSync(join(folder, 'modules/my b'), join(linked, 'in/link'));
  assert.deepEqual(await told(linked, 'in'), ['module.a folder: ./link']);
  for (const [locale, words] of [
    ['en', /There is no module in the folder \.\.\/\.\.\/modules\/a, .*open or name a folder that holds both/],
    ['ko', /\.\.\/\.\.\/modules\/a 폴더에 모듈이 없습니다\. .*지정하세요/],
  ] as const)
    assert.match((await run(join(folder, 'envs/prod'), ['grants', '--lang', locale])).out, words);
  // Modules of a registry are no folders.
  assert.deepEqual(await told(folderOf({ 'main.tf': call('a', 'terraform-google-modules/iam/google') })), [
    'module.a name: module.a',
  ]);
});

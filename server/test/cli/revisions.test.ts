import assert from 'node:assert/strict';
import { chmodSync, existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { folderOf, run } from './program';
import { commit, git, replace, repositoryOf } from './repository';

const policy = (...members: readonly string[]) => JSON.stringify({ bindings: [{ role: 'roles/viewer', members }] });
const [kim, lee, pak] = ['kim', 'lee', 'pak'].map((name) => `user:${name}@example.org`) as [string, string, string];

/** Who was added and who was removed, by the files they stand in. */
async function membersIn(folder: string, ...args: readonly string[]): Promise<readonly string[]> {
  const { out, err } = await run(folder, ['grants', '--format', 'json', ...args]);
  assert.equal(err, '');
  const { added, removed, unsure, changed } = JSON.parse(out);
  assert.deepEqual([unsure, changed], [[], []]);
  const told = (sign: string) => (row: Record<string, string>) => `${sign}${row.member?.slice(5, 8)} ${row.file}`;
  return [...added.map(told('+')), ...removed.map(told('-'))];
}

describe('grants --against', () => {
  test('a revision and the working tree, two revisions, and what a branch has changed since it left', async () => {
    const folder = repositoryOf({ 'a.json': policy(kim) });
    git(folder, 'checkout', '--quiet', '-b', 'branch');
    commit(folder, { 'a.json': policy(kim, lee) });
    git(folder, 'checkout', '--quiet', 'main');
    commit(folder, { 'a.json': policy(kim, pak) });
    replace(folder, { 'a.json': policy(pak), 'new.json': policy(lee) });
    assert.deepEqual(await membersIn(folder, '--against', 'HEAD'), ['+lee new.json', '-kim a.json']);
    assert.deepEqual(await membersIn(folder, '--against', 'HEAD~1'), ['+pak a.json', '+lee new.json', '-kim a.json']);
    assert.deepEqual(await membersIn(folder, '--against', 'main..branch'), ['+lee a.json', '-pak a.json']);
    assert.deepEqual(await membersIn(folder, '--against', 'main...branch'), ['+lee a.json']);
    assert.deepEqual(await membersIn(folder, '--against', 'branch..'), ['+pak a.json', '-lee a.json']);
  });

  test('paths say what is compared, also those that are there at one time alone', async () => {
    const folder = repositoryOf({ 'a/a.json': policy(kim), 'b/b.json': policy(lee) });
    replace(folder, { 'b/b.json': policy(pak), 'c/c.json': policy(pak) });
    assert.deepEqual(await membersIn(folder, '--against', 'HEAD', 'a', 'c'), ['+pak c/c.json', '-kim a/a.json']);
    assert.deepEqual(await membersIn(folder, '--against', 'HEAD', 'b/b.json'), ['+pak b/b.json', '-lee b/b.json']);
    assert.deepEqual(await membersIn(join(folder, 'b'), '--against', 'HEAD'), ['+pak b.json', '-lee b.json']);
    const { code, err } = await run(folder, ['grants', '--against', 'HEAD', 'nowhere']);
    assert.equal(code, 2);
    assert.match(err, /nowhere/);
  });

  test('a module is read whole, whatever is asked about', async () => {
    const module = {
      'm/a.tf':
        'variable "who" {}\nresource "google_folder_iam_member" "x" {\n  folder = "f"\n  role = "roles/viewer"\n  member = var.who\n}\n',
    };
    const call = (who: string) => ({ ...module, 'a.tf': `module "m" {\n  source = "./m"\n  who = "${who}"\n}\n` });
    const folder = repositoryOf(call(kim));
    replace(folder, call(lee));
    assert.deepEqual(await membersIn(folder, '--against', 'HEAD', 'm'), ['+lee m/a.tf', '-kim m/a.tf']);
    // What a call makes of a module is its own, too.
    assert.deepEqual(await membersIn(folder, '--against', 'HEAD', 'a.tf'), ['+lee m/a.tf', '-kim m/a.tf']);
  });

  test('files of a revision are chosen as those of the disk are', async () => {
    const files = {
      '.gitignore': 'out/\n',
      'a.json': policy(kim),
      'out/a.json': policy(kim),
      'node_modules/a.json': policy(kim),
    };
    const folder = repositoryOf({ ...files, 'a.txt': policy(kim), 'long.json': `${' '.repeat(9_000_000)}${policy(kim)}` });
    replace(folder, {});
    writeFileSync(join(folder, 'utf16.json'), `\uFEFF${policy(lee)}`, 'utf16le');
    const { out, err, code } = await run(folder, ['grants', '--format', 'json', '--against', 'HEAD']);
    assert.match(err, /^long\.json is larger than 8 MB/);
    assert.equal(code, 0);
    const { added, removed } = JSON.parse(out);
    assert.deepEqual([added.length, removed.map(({ file }: { file: string }) => file)], [1, ['a.json']]);
    assert.deepEqual(await membersIn(folder, '--against', 'HEAD', 'out'), ['-kim out/a.json']);
  });

  test('links and repositories inside are nobody’s, at either time', async () => {
    const folder = repositoryOf({ 'a.json': policy(kim) });
    symlinkSync('a.json', join(folder, 'link.json'));
    git(folder, 'add', 'link.json');
    git(folder, 'commit', '--quiet', '--message', 'link');
    // What a link holds is where it leads, be that a policy.
    symlinkSync(policy(lee), join(folder, 'policy.json'));
    git(folder, 'add', 'policy.json');
    git(folder, 'commit', '--quiet', '--message', 'policy');
    assert.deepEqual(await membersIn(folder, '--against', 'HEAD~1..HEAD'), []);
    git(folder, 'rm', '--quiet', 'policy.json');
    git(folder, 'commit', '--quiet', '--message', 'no policy');
    const inner = join(folder, 'inner');
    mkdirSync(inner);
    git(inner, 'init', '--quiet');
    writeFileSync(join(inner, 'b.json'), policy(lee));
    assert.deepEqual(await membersIn(folder, '--against', 'HEAD'), []);
    assert.deepEqual(await membersIn(folder, '--against', 'HEAD~3'), []);
    rmSync(join(folder, 'link.json'));
    assert.deepEqual(await membersIn(folder, '--against', 'HEAD'), []);
  });

  test('exit code 1 where asked for, if somebody got something', async () => {
    const folder = repositoryOf({ 'a.json': policy(kim) }, { 'a.json': policy(kim, lee) });
    const code = async (...args: readonly string[]) => (await run(folder, ['grants', ...args])).code;
    assert.equal(await code('--against', 'HEAD~1'), 0);
    assert.equal(await code('--against', 'HEAD~1', '--fail-on-added'), 1);
    assert.equal(await code('--against', 'HEAD..HEAD~1', '--fail-on-added'), 0);
    assert.equal(await code('--against', 'HEAD', '--fail-on-added'), 0);
    assert.equal(await code('--against', 'HEAD~1', '--fail-on-added', '--member', 'kim'), 0);
    assert.equal(await code('--against', 'nothing', '--fail-on-added'), 2);
    assert.equal(await code('--fail-on-added'), 2);
  });

  test('a condition that is gone or another one gives something, one that is new doesn’t', async () => {
    const under = (expression?: string, title = 't') => {
      const condition = expression === undefined ? {} : { condition: { title, expression } };
      return JSON.stringify({ bindings: [{ role: 'roles/viewer', members: ['user:kim@example.org'], ...condition }] });
    };
    for (const [before, after, expected] of [
      [under('a'), under(), 1],
      [under('a'), under('b'), 1],
      [under(), under('a'), 0],
      [under('a'), under('a', 'renamed'), 0],
    ] as const) {
      const folder = repositoryOf({ 'a.json': before }, { 'a.json': after });
      const { code, out } = await run(folder, ['grants', '--against', 'HEAD~1', '--fail-on-added', '--format', 'json']);
      assert.equal(code, expected, `${before} ${after}`);
      const { added, changed } = JSON.parse(out);
      assert.deepEqual([added.length, changed.length], [0, 1]);
    }
  });

  test('a table, CSV and Markdown for a pull request, in both languages', async () => {
    const grant = (member: string, title: string) =>
      `resource "google_folder_iam_member" "x" {\n  folder = "f"\n  role = "roles/viewer"\n  member = ${member}\n  condition {\n    title = "${title}"\n    expression = "a || b"\n  }\n}\n`;
    const folder = repositoryOf({ 'a.json': policy(kim), 'a.tf': grant(`"${lee}"`, 'one') });
    replace(folder, {
      'a.json': policy('user:=x|y@example.org'),
      'a.tf': grant(`"${lee}"`, 'two'),
      'b/b.tf': `variable "v" {}\n${grant('var.v', 'one')}`,
    });
    const out = async (...args: readonly string[]) => (await run(folder, ['grants', '--against', 'HEAD', ...args])).out;
    const table = await out();
    assert.match(table, /^Change +Member +Role +Resource +Condition +Address +File\nadded +user:=x/);
    assert.match(
      table,
      /\nother condition +user:lee@example\.org +roles\/viewer +folders\/f +one: a \|\| b → two: a \|\| b +google/,
    );
    assert.match(
      table,
      /\nNow unknown: Members unknown: google_folder_iam_member\.x b\/b\.tf:2: var\.v has no value in the text\.\n$/,
    );
    const csv = await out('--format', 'csv', '--lang', 'ko');
    assert.match(csv, /^변경,구성원,역할,리소스,조건,주소,파일\r\n추가,user:=x\|y@example\.org,/);
    assert.match(csv, /\r\n새로 모르는 값,"?[^\r\n]*var\.v/);
    const markdown = await out('--format', 'markdown');
    assert.match(
      markdown,
      /^\*\*Access: 1 added, 1 removed, 1 with another condition, 1 now unknown\.\*\*\n\n#### Added\n\n\| Member \|/,
    );
    assert.match(markdown, /\n\| user:=x\\\|y@example\.org \| roles\/viewer \|/);
    assert.match(markdown, /\n#### Unknown\n\n- Now unknown: Members unknown: google\\_folder/);
    replace(folder, { 'a.json': policy(kim), 'a.tf': grant(`"${lee}"`, 'one') });
    rmSync(join(folder, 'b'), { recursive: true });
    assert.equal(await out(), 'Access stays as it is.\n');
    assert.equal(await out('--format', 'markdown', '--lang', 'ko'), '**접근 권한은 그대로입니다.**\n');
  });
});

describe('what keeps revisions from being compared is told with what to do', () => {
  async function refusal(folder: string, against: string, env?: Record<string, string>): Promise<string> {
    const [en, ko] = await Promise.all(
      ['en', 'ko'].map((lang) => run(folder, ['grants', '--against', against, '--lang', lang], env)),
    );
    assert.deepEqual([en?.code, ko?.code, en?.out, ko?.out], [2, 2, '', '']);
    assert.match(ko?.err ?? '', /[가-힣]/);
    return en?.err ?? '';
  }

  test('no git, no repository, several, and one that git doesn’t read', async () => {
    const folder = repositoryOf({ 'a.json': policy(kim) });
    assert.match(await refusal(folder, 'HEAD', { PATH: folderOf({}) }), /^git was not found\. Install it/);
    assert.match(await refusal(folderOf({ 'a.json': policy(kim) }), 'HEAD'), /is in no git repository/);
    const { err } = await run(folder, ['grants', '--against', 'HEAD', '.', repositoryOf({ 'b.json': policy(kim) })]);
    assert.match(err, /is in another git repository/);
    const broken = join(folder, 'broken');
    mkdirSync(join(broken, '.git'), { recursive: true });
    assert.match(await refusal(broken, 'HEAD'), /^git cannot read the repository .*broken/);
  });

  test('a revision that isn’t there, is no commit, or looks like an option', async () => {
    const folder = repositoryOf({ 'a.json': policy(kim) });
    for (const revision of [
      'nothing',
      'HEAD~9',
      'HEAD:a.json',
      'nothing..HEAD',
      'HEAD..nothing',
      '--all',
      '-x..HEAD',
      '--output=a',
      'a\nb',
    ])
      assert.match(await refusal(folder, revision), /^There is no revision/, revision);
    assert.match(await refusal(repositoryOf(), 'HEAD'), /^There is no revision “HEAD”/);
  });

  test('a shallow clone', async () => {
    const whole = repositoryOf({ 'a.json': policy(kim) }, { 'a.json': policy(lee) });
    const clone = folderOf({});
    git(clone, 'clone', '--quiet', '--depth', '1', `file://${whole}`, '.');
    assert.match(await refusal(clone, 'HEAD~1'), /^“HEAD~1” is not in the shallow clone .*--unshallow/);
    assert.deepEqual(await membersIn(clone, '--against', 'HEAD'), []);
  });

  test('the repository of a hook that started it is no other one', async () => {
    const folder = repositoryOf({ 'a.json': policy(kim) }, { 'a.json': policy(kim, lee) });
    const other = repositoryOf({ 'a.json': policy(kim) });
    const env = { GIT_DIR: join(other, '.git'), GIT_WORK_TREE: other };
    const { out, err } = await run(folder, ['grants', '--against', 'HEAD~1', '--format', 'json'], env);
    assert.equal(err, '');
    assert.equal(JSON.parse(out).added.length, 1);
  });

  test('nothing that a repository sets up is run', async () => {
    const folder = repositoryOf(
      { 'a.json': policy(kim), '.gitattributes': '*.json diff=x filter=x\n' },
      { 'a.json': policy(lee) },
    );
    const trap = join(folder, '.git', 'trap');
    writeFileSync(trap, `#!/bin/sh\ntouch '${join(folder, 'sprung')}'\nexit 1\n`);
    chmodSync(trap, 0o755);
    for (const name of [
      'core.fsmonitor',
      'core.pager',
      'core.sshCommand',
      'diff.x.textconv',
      'filter.x.smudge',
      'core.askPass',
      'core.editor',
    ])
      git(folder, 'config', name, trap);
    for (const [name, value] of [
      ['core.hooksPath', join(folder, '.git')],
      ['core.repositoryFormatVersion', '1'],
      ['extensions.partialClone', 'o'],
      ['remote.o.url', folder],
      ['remote.o.promisor', 'true'],
      ['remote.o.uploadpack', trap],
    ] as const)
      git(folder, 'config', name, value);
    const lost = git(folder, 'rev-parse', 'HEAD~1:a.json');
    rmSync(join(folder, '.git', 'objects', lost.slice(0, 2), lost.slice(2)));
    const { err, code } = await run(folder, ['grants', '--against', 'HEAD~1']);
    assert.match(err, /^a\.json is not in this partial clone as it was\. Clone/);
    assert.equal(code, 2);
    assert.equal(existsSync(join(folder, 'sprung')), false);
  });
});

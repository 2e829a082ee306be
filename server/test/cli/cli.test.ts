import assert from 'node:assert/strict';
import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { folderOf, run } from './program';

const policy = (...members: readonly string[]) =>
  `${JSON.stringify({ bindings: [{ role: 'roles/viewer', members }] }, undefined, 2)}\n`;
const clean = policy('user:a@example.org');
const wrongCase = policy('user:a@example.org', 'User:b@example.org');

test('exit codes: 0 nothing found, 1 something found, 2 it can’t be told', async () => {
  assert.equal((await run(folderOf({ 'a.json': clean }), ['lint'])).code, 0);
  assert.equal((await run(folderOf({ 'a.json': policy('allUsers') }), ['lint'])).code, 1);
  assert.equal((await run(folderOf({ 'a.json': clean }), ['lint', 'missing'])).code, 2);
  assert.equal((await run(folderOf({}), ['lint'])).code, 0);
});

test('a policy that doesn’t parse is a finding, and a broken file of others is none', async () => {
  const broken = await run(folderOf({ 'a.yaml': 'bindings: [\n  {role: roles/viewer\n' }), ['lint']);
  assert.equal(broken.code, 1);
  assert.match(broken.out, /^a\.yaml:2:\d+ error .* file\/syntax$/m);
  assert.equal((await run(folderOf({ 'a.yaml': 'services: [\n  {web: x\n' }), ['lint'])).code, 0);
  const yaml = await run(folderOf({ 'a.json': `bindings:\n- role: roles/viewer\n  members: [allUsers]\n` }), ['lint']);
  assert.match(yaml.out, /a\.json:1:1 warning .* file\/syntax/);
  assert.match(yaml.out, /a\.json:3:13 error .* allow-policy\/public-access/);
});

test('hints alone are no reason to fail, and what is off is not there', async () => {
  const settings = (level: string) => JSON.stringify({ rules: { 'allow-policy/public-access': level } });
  for (const [level, code] of [
    ['information', 1],
    ['hint', 0],
    ['off', 0],
  ] as const) {
    const folder = folderOf({ 'a.json': policy('allUsers'), '.leastwise.json': settings(level) });
    assert.equal((await run(folder, ['lint'])).code, code, level);
  }
});

test('what can’t be done is said on stderr with what to do instead', async () => {
  const folder = folderOf({ 'a.json': clean, 'notes.md': '' });
  for (const [args, words] of [
    [[], /leastwise lint/],
    [['check'], /“check”/],
    [['lint', '--unknown'], /“--unknown”/],
    [['lint', '--fix=maybe'], /“--fix”/],
    [['lint', '--format'], /“--format”/],
    [['lint', '--format', 'xml'], /“xml”/],
    [['lint', '--lang', 'fr'], /“fr”/],
    [['lint', 'missing'], /missing \(ENOENT\)/],
    [['lint', 'notes.md'], /notes\.md/],
  ] as const) {
    const { code, err } = await run(folder, args);
    assert.equal(code, 2, args.join(' '));
    assert.match(err, words);
  }
});

test('help and version go to stdout', async () => {
  const folder = folderOf({});
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
  assert.deepEqual(await run(folder, ['--version']), { code: 0, out: `${version}\n`, err: '' });
  assert.match((await run(folder, ['lint', '--help'])).out, /^Usage: leastwise lint/);
  assert.match((await run(folder, ['--help'], { LANG: 'ko_KR.UTF-8' })).out, /^사용법/);
});

test('pretty: place, severity, words, rule, and the line with marks under the finding', async () => {
  const folder = folderOf({
    'policies/prod.yaml':
      'bindings:\n- members: [allUsers]  # 🔑\n  role: roles/storage.admin\n- role: roles/viewer\n  members: ["user:가@example.org", allUsers]\n',
  });
  const { out, code } = await run(folder, ['lint']);
  assert.equal(code, 1);
  const lines = out.split('\n');
  assert.match(lines[0] ?? '', /^policies\/prod\.yaml:2:13 error .* allow-policy\/public-access$/);
  assert.deepEqual(lines.slice(1, 3), ['    - members: [allUsers]  # 🔑', `    ${' '.repeat(12)}${'^'.repeat(8)}`]);
  const wide = lines.findIndex((line) => line.includes('가@'));
  assert.equal(lines[wide + 1]?.indexOf('^'), (lines[wide]?.indexOf('allUsers') ?? 0) + 1);
  assert.match(out, /\n1 file checked: 2 errors\./);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences are what is looked for.
  assert.doesNotMatch(out, /\u001B/);
});

test('Korean by option and by environment', async () => {
  const folder = folderOf({ 'a.json': policy('allUsers') });
  assert.match((await run(folder, ['lint', '--lang', 'ko'])).out, /오류 .*[가-힣].*\n.*파일 1개 검사: 오류 1건\./s);
  assert.match((await run(folder, ['lint'], { LC_ALL: 'ko_KR.UTF-8' })).out, /오류 1건/);
  assert.match((await run(folder, ['lint', '--lang', 'en'], { LC_ALL: 'ko_KR.UTF-8' })).out, /1 error/);
});

test('what is written in a file can’t command the terminal, and no key gets into the output', async () => {
  const name = 'user:\u001B[31m\u202Ex';
  const { out } = await run(
    folderOf({ 'a.yaml': `bindings:\n- {role: roles/viewer, members: [allUsers, "${name}"]} # \u001B[2J\n` }),
    ['lint'],
  );
  // biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences are what is looked for.
  assert.doesNotMatch(out, /[\u001B\u202E]/);
  const key = '{"bindings":[{"role":"roles/viewer","members":["allUsers"]}],"private_key":"-----BEGIN PRIVATE KEY-----\\nMIIE"}';
  assert.doesNotMatch((await run(folderOf({ 'a.json': key }), ['lint'])).out, /MIIE/);
});

test('a file in one long line shows the part around the finding', async () => {
  const many = Array.from({ length: 500 }, (_, index) => `user:${index}@example.org`);
  const folder = folderOf({
    'a.json': JSON.stringify({ bindings: [{ role: 'roles/viewer', members: [...many, 'allUsers', ...many] }] }),
  });
  const lines = (await run(folder, ['lint'])).out.split('\n');
  const shown = lines.findIndex((line) => line.startsWith('    …') && line.endsWith('…'));
  assert.ok((lines[shown]?.length ?? 999) < 200);
  const marks = lines[shown + 1] ?? '';
  assert.equal(lines[shown]?.slice(marks.indexOf('^'), marks.lastIndexOf('^') + 1), '"allUsers"');
});

test('JSON: one object with places, words and what can be fixed', async () => {
  const folder = folderOf({ 'b/a.json': wrongCase, 'a.json': clean });
  const { out, code, err } = await run(folder, ['lint', '--format', 'json']);
  assert.equal(code, 1);
  assert.equal(err, '');
  const report = JSON.parse(out);
  assert.deepEqual(Object.keys(report), ['version', 'findings', 'summary']);
  assert.equal(report.version, 1);
  assert.equal(report.findings.length, 1);
  const { message, fingerprint, ...finding } = report.findings[0];
  assert.match(message, /user:/);
  assert.match(fingerprint, /^[0-9a-f]{16}:1$/);
  assert.deepEqual(finding, {
    path: 'b/a.json',
    range: { start: { line: 6, character: 8 }, end: { line: 6, character: 28 } },
    rule: 'allow-policy/invalid-member',
    severity: 'error',
    fixable: true,
  });
  assert.deepEqual(report.summary, { files: 2, error: 1, warning: 0, information: 0, hint: 0, fixable: 1, fixed: 0 });
});

test('JSON: related places are told with their file, where they stand after repairs too', async () => {
  const variables = (moved: string) => `${moved}variable "who" {\n  default = "allUsers"\n}\n`;
  const folder = folderOf({
    'module/main.tf':
      'resource "google_project_iam_member" "a" {\n  project = "example"\n  role    = "roles/viewer"\n  member  = var.who\n}\n',
    'module/variables.tf': variables(
      'data "google_iam_policy" "c" {\n  binding {\n    role    = "roles/viewer"\n    members = ["user:a@example.org"]\n  }\n\n' +
        '  binding {\n    role    = "roles/viewer"\n    members = ["user:b@example.org"]\n  }\n}\n\n',
    ),
  });
  const relatedOf = async (...args: readonly string[]) => {
    const { findings } = JSON.parse((await run(folder, ['lint', '--format', 'json', ...args])).out);
    const found = findings.find(({ rule }: { readonly rule: string }) => rule === 'allow-policy/public-access');
    assert.equal(found.path, 'module/main.tf');
    return found.related;
  };
  const lineOf = (text: string) => text.split('\n').findIndex((line) => line.includes('allUsers'));
  const [before] = await relatedOf();
  const text = readFileSync(join(folder, 'module/variables.tf'), 'utf8');
  assert.equal(before.path, 'module/variables.tf');
  assert.match(before.message, /\w/);
  assert.deepEqual(before.range, { start: { line: lineOf(text), character: 12 }, end: { line: lineOf(text), character: 22 } });
  const [after] = await relatedOf('--fix');
  const fixed = readFileSync(join(folder, 'module/variables.tf'), 'utf8');
  assert.ok(lineOf(fixed) < lineOf(text), 'the repair moves what is below');
  assert.equal(after.range.start.line, lineOf(fixed));
});

test('JSON: what is written piece by piece is one object in one line, over several files', async () => {
  const many = (count: number) => policy(...Array.from({ length: count }, () => 'allUsers'));
  const folder = folderOf({ 'a.json': many(700), 'b.json': clean, 'c.json': many(3) });
  const { out } = await run(folder, ['lint', '--format', 'json']);
  const report = JSON.parse(out);
  assert.equal(out, `${JSON.stringify(report)}\n`);
  const { error, warning, information, hint } = report.summary;
  assert.equal(report.findings.length, error + warning + information + hint);
  assert.deepEqual([...new Set(report.findings.map(({ path }: { readonly path: string }) => path))], ['a.json', 'c.json']);
  const known = report.findings.map(({ path, fingerprint }: Readonly<Record<string, string>>) => `${path} ${fingerprint}`);
  assert.equal(new Set(known).size, known.length);
});

test('--fix writes what keeps the meaning, with the file’s own encoding, line ends, mode and links', async () => {
  const text = `{\r\n  // 한국어\r\n  "bindings": [{ "role": "roles/viewer", "members": ["User:b@example.org", "allUsers"] }]\r\n}\r\n`;
  const fixed = text.replace('User:', 'user:');
  const big = (bytes: Buffer) => Buffer.from(bytes).swap16();
  const folder = folderOf({
    'bom.jsonc': `\uFEFF${text}`,
    'plain.jsonc': text,
    'little.jsonc': Buffer.from(`\uFEFF${text}`, 'utf16le'),
    'big.jsonc': big(Buffer.from(`\uFEFF${text}`, 'utf16le')),
    'clean.json': clean,
  });
  chmodSync(join(folder, 'plain.jsonc'), 0o640);
  symlinkSync('plain.jsonc', join(folder, 'link.jsonc'));
  const before = statSync(join(folder, 'clean.json')).mtimeMs;
  const { code, out } = await run(folder, ['lint', '--fix']);
  assert.equal(code, 1);
  assert.match(out, /Fixed: 4\. .*5 errors/s);
  assert.equal(readFileSync(join(folder, 'bom.jsonc'), 'utf8'), `\uFEFF${fixed}`);
  assert.equal(readFileSync(join(folder, 'plain.jsonc'), 'utf8'), fixed);
  assert.deepEqual(readFileSync(join(folder, 'little.jsonc')), Buffer.from(`\uFEFF${fixed}`, 'utf16le'));
  assert.deepEqual(readFileSync(join(folder, 'big.jsonc')), big(Buffer.from(`\uFEFF${fixed}`, 'utf16le')));
  assert.equal(statSync(join(folder, 'plain.jsonc')).mode & 0o777, 0o640);
  assert.equal(statSync(join(folder, 'clean.json')).mtimeMs, before);
  assert.deepEqual(readdirSync(folder).sort(), [
    'big.jsonc',
    'bom.jsonc',
    'clean.json',
    'link.jsonc',
    'little.jsonc',
    'plain.jsonc',
  ]);
});

test('--fix leaves what it can’t read for sure', async () => {
  const bytes = Buffer.concat([
    Buffer.from(`# caf`),
    Buffer.from([0xe9]),
    Buffer.from('\nbindings:\n- {role: roles/viewer, members: ["User:b@example.org"]}\n'),
  ]);
  const folder = folderOf({ 'a.yaml': bytes });
  const { code, err } = await run(folder, ['lint', '--fix']);
  assert.equal(code, 2);
  assert.match(err, /UTF-8/);
  assert.deepEqual(readFileSync(join(folder, 'a.yaml')), bytes);
});

test('--fix leaves a file that is not to be written, and names it', async () => {
  const text = '{ "bindings": [{ "role": "roles/viewer", "members": ["User:b@example.org"] }] }\n';
  const folder = folderOf({ 'a.json': text });
  chmodSync(join(folder, 'a.json'), 0o444);
  const { code, err } = await run(folder, ['lint', '--fix']);
  assert.equal(code, 2);
  assert.match(err, /a\.json/);
  assert.equal(readFileSync(join(folder, 'a.json'), 'utf8'), text);
  assert.equal(statSync(join(folder, 'a.json')).mode & 0o777, 0o444);
});

test('folders are walked without what tools own, what git ignores and what is excluded; a named file is read nevertheless', async () => {
  const bad = policy('allUsers');
  const names = [
    'a.json',
    'node_modules/x/a.json',
    '.terraform/a.json',
    '.git/a.json',
    'ignored/a.json',
    'sub/local.json',
    'sub/kept.json',
    'gen/a.json',
  ];
  const folder = folderOf({
    ...Object.fromEntries(names.map((name) => [name, bad])),
    '.gitignore': 'ignored/\n',
    'sub/.gitignore': 'local.json\n',
    '.leastwise.json': '{ "exclude": ["gen"] }',
  });
  const paths = async (at: string, ...args: string[]) => {
    const { out } = await run(at, ['lint', '--format', 'json', ...args]);
    return JSON.parse(out).findings.map(({ path }: { path: string }) => path);
  };
  assert.deepEqual(await paths(folder), ['a.json', 'sub/kept.json']);
  assert.deepEqual(await paths(join(folder, 'sub')), ['kept.json']);
  assert.deepEqual(await paths(folder, 'ignored', 'sub/local.json', 'a.json', 'a.json'), [
    'a.json',
    'ignored/a.json',
    'sub/local.json',
  ]);
  assert.deepEqual(await paths(folder, 'gen/a.json'), []);
});

test('the nearest .leastwise.json counts; a broken one is told and nothing is called clean', async () => {
  const off = '{ "rules": { "allow-policy/*": "off" } }';
  const folder = folderOf({
    '.leastwise.json': off,
    'a.json': policy('allUsers'),
    'sub/.leastwise.json': '{}',
    'sub/a.json': policy('allUsers'),
  });
  assert.deepEqual(
    JSON.parse((await run(folder, ['lint', '--format', 'json'])).out).findings.map(({ path }: { path: string }) => path),
    ['sub/a.json'],
  );
  const broken = await run(folderOf({ '.leastwise.json': '{', 'a.json': clean }), ['lint']);
  assert.equal(broken.code, 2);
  assert.match(broken.err, /\.leastwise\.json has a syntax error/);
  const mistyped = await run(folderOf({ '.leastwise.json': '{ "rules": { "a/b": "loud" } }', 'a.json': clean }), ['lint']);
  assert.equal(mistyped.code, 0);
  assert.match(mistyped.err, /rules\["a\/b"\] must be "error"/);
});

test('a misspelt rule in .leastwise.json is told with the id that may be meant', async () => {
  const folder = folderOf({ 'a.json': clean, '.leastwise.json': '{"rules":{"allow-policy/public-acess":"off"}}' });
  const { err, code } = await run(folder, ['lint']);
  assert.match(err, /rules\["allow-policy\/public-acess"\] names no rule; “allow-policy\/public-access” may be meant/);
  assert.equal(code, 0);
});

test('an entry of .leastwise.json that names no rule is told and repaired there', async () => {
  const entry = { rule: 'allow-policy/everybody', path: 'a.json', at: '/bindings/0', reason: 'agreed' };
  const folder = folderOf({ '.leastwise.json': JSON.stringify({ ignore: [entry] }), 'a.json': clean });
  const { findings } = JSON.parse((await run(folder, ['lint', '--format', 'json'])).out);
  assert.deepEqual(
    findings.map(({ path, rule }: { path: string; rule: string }) => `${path} ${rule}`),
    ['.leastwise.json suppression/unknown-rule'],
  );
  assert.equal((await run(folder, ['lint', '--fix'])).code, 0);
});

test('facts of other files count, also of those beside a named one', async () => {
  const folder = folderOf({
    'grant.tf':
      'resource "google_project_iam_binding" "g" {\n  project = "p"\n  role    = "roles/browser"\n  members = ["group:pipelines@example.org"]\n}\n',
    'groups.tf':
      'resource "googleworkspace_group_member" "m" {\n  group_id = "pipelines@example.org"\n  email    = "a@p.iam.gserviceaccount.com"\n}\n',
  });
  const rules = async (...args: string[]) =>
    JSON.parse((await run(folder, ['lint', '--format', 'json', ...args])).out).findings.map(({ rule }: { rule: string }) => rule);
  assert.deepEqual(await rules(), ['service-account/group-grant']);
  assert.deepEqual(await rules('grant.tf'), ['service-account/group-grant']);
  writeFileSync(join(folder, 'groups.tf'), '');
  assert.deepEqual(await rules(), []);
});

describe('a part of a workspace', () => {
  const grant =
    'resource "google_project_iam_binding" "g" {\n  project = "p"\n  role    = "roles/browser"\n  # leastwise: ignore[service-account/group-grant] agreed\n  members = ["group:pipelines@example.org"]\n}\n';
  const files = {
    'tf/grant.tf': grant,
    'yaml/pipelines@example.org.json': '[{"preferredMemberKey": {"id": "a@p.iam.gserviceaccount.com"}}]\n',
  };
  const kept = (folder: string) => readFileSync(join(folder, 'tf/grant.tf'), 'utf8') === grant;

  test('of a repository is judged by all of it', async () => {
    for (const path of ['tf', 'tf/grant.tf']) {
      const folder = folderOf(files);
      mkdirSync(join(folder, '.git'));
      await run(folder, ['lint', '--fix', path]);
      assert.ok(kept(folder), path);
      rmSync(join(folder, 'yaml'), { recursive: true });
      await run(folder, ['lint', '--fix', path]);
      assert.ok(!kept(folder), path);
    }
  });

  test('without a repository tells nothing of what the rest may hold', async () => {
    for (const path of ['tf', 'tf/grant.tf', './tf/']) {
      const folder = folderOf(files);
      rmSync(join(folder, 'yaml'), { recursive: true });
      await run(folder, ['lint', '--fix', path]);
      assert.ok(kept(folder), path);
      await run(folder, ['lint', '--fix']);
      assert.ok(!kept(folder), path);
    }
  });

  test('is told of nothing that is wrong elsewhere', async () => {
    const folder = folderOf({ 'tf/a.json': clean, 'yaml/b.json': '' });
    mkdirSync(join(folder, '.git'));
    truncateSync(join(folder, 'yaml/b.json'), 50 * 1024 * 1024);
    const { code, err } = await run(folder, ['lint', 'tf']);
    assert.deepEqual([code, err.includes('b.json')], [0, false]);
  });
});

test('files that are too large, links in a circle and what is closed to us keep nothing else from being checked', async () => {
  const wide = Buffer.from(`\ufeff${policy('allUsers')}`, 'utf16le');
  const folder = folderOf({ 'a.json': policy('allUsers'), 'deep/b.json': policy('allUsers'), 'wide.json': wide });
  symlinkSync('.', join(folder, 'round'));
  symlinkSync('..', join(folder, 'deep/up'));
  symlinkSync('0.json', join(folder, '1.json'));
  symlinkSync('1.json', join(folder, '0.json'));
  // A file with a hole: as long as it says, and nothing on the disk.
  writeFileSync(join(folder, 'huge.json'), '');
  truncateSync(join(folder, 'huge.json'), 50 * 1024 * 1024);
  const { out, err, code } = await run(folder, ['lint', '--format', 'json']);
  const found = JSON.parse(out).findings.map(({ path, rule }: { path: string; rule: string }) => `${path} ${rule}`);
  assert.deepEqual(
    found.filter((line: string) => line.endsWith('public-access')),
    ['a.json', 'deep/b.json', 'wide.json'].map((path) => `${path} allow-policy/public-access`),
  );
  assert.match(err, /huge\.json/);
  assert.equal(code, 1);
});

test('a .leastwise.json that is no object is told, and a byte order mark is not its fault', async () => {
  for (const [text, isTold] of [
    ['[]', true],
    ['null', true],
    ['1', true],
    ['\ufeff{}', false],
    ['', false],
  ] as const) {
    const { out, err, code } = await run(folderOf({ '.leastwise.json': text, 'a.json': policy('allUsers') }), ['lint']);
    assert.equal(err.includes('.leastwise.json'), isTold, text);
    assert.match(out, /public-access/);
    assert.equal(code, 1);
  }
});

describe('grants', () => {
  const files = {
    'infra/main.tf': `module "team" {
  source   = "./grant"
  for_each = { kim = "roles/viewer", lee = "roles/browser" }
  who      = "user:\${each.key}@example.org"
  role     = each.value
}
`,
    'infra/grant/main.tf': `variable "who" {}
variable "role" {}
variable "project" {}
resource "google_project_iam_member" "m" {
  project = "p"
  role    = var.role
  member  = var.who

  condition {
    title      = "a, b"
    expression = "true"
  }
}
resource "google_storage_bucket_iam_member" "b" {
  bucket = var.project
  role   = "roles/storage.admin"
  member = "serviceAccount:x@\${var.project}.iam.gserviceaccount.com"
}
`,
    'policies/p.yaml': 'bindings:\n- role: roles/owner\n  members:\n  - user:=kim@example.org\n',
  };

  test('every role of every member, with what isn’t known', async () => {
    const { code, out } = await run(folderOf(files), ['grants', '--format', 'json']);
    assert.equal(code, 0);
    const { grants, unknown } = JSON.parse(out);
    assert.deepEqual(grants[0], {
      address: 'module.team["kim"].google_project_iam_member.m',
      kind: 'google_project_iam_member',
      role: 'roles/viewer',
      member: 'user:kim@example.org',
      resource: 'projects/p',
      condition: { title: 'a, b', expression: 'true' },
      file: 'infra/grant/main.tf',
      line: 4,
      from: [
        { file: 'infra/main.tf', line: 3 },
        { file: 'infra/main.tf', line: 4 },
      ],
    });
    assert.deepEqual(
      grants
        .map(({ address, role, member, file, line }: Record<string, unknown>) => [address, role, member, file, line])
        .slice(1),
      [
        ['module.team["lee"].google_project_iam_member.m', 'roles/browser', 'user:lee@example.org', 'infra/grant/main.tf', 4],
        [null, 'roles/owner', 'user:=kim@example.org', 'policies/p.yaml', 2],
      ],
    );
    assert.deepEqual(
      unknown.map(({ address, what, why }: Record<string, unknown>) => [address, what, why]),
      ['kim', 'lee'].flatMap((key) =>
        ['resource', 'members'].map((what) => [
          `module.team["${key}"].google_storage_bucket_iam_member.b`,
          what,
          'variable: var.project',
        ]),
      ),
    );
  });

  test('as a table, CSV and Markdown, filtered, in both languages', async () => {
    const folder = folderOf(files);
    const table = await run(folder, ['grants', '--member', 'KIM']);
    assert.match(
      table.out,
      /^Member +Role +Resource +Condition +Address +File\nuser:kim@example\.org +roles\/viewer +projects\/p +a, b +module/,
    );
    assert.match(table.out, /Members unknown: module\.team\["kim"\][^\n]*: var\.project has no value in the text\./);
    const csv = await run(folder, ['grants', '--format', 'csv', '--role', 'viewer', '--lang', 'ko']);
    assert.match(csv.out, /^구성원,역할,리소스,조건,주소,파일\r\nuser:kim@example\.org,roles\/viewer,projects\/p,"a, b","module/);
    const markdown = await run(folder, ['grants', '--format', 'markdown', '--resource', 'projects/p', 'infra']);
    assert.match(markdown.out, /^\| Member \| Role \| .*\n\| --- \|/);
    assert.equal(markdown.out.match(/^\| user/gm)?.length, 2);
  });

  test('what isn’t understood is told', async () => {
    for (const args of [
      ['grants', '--fix'],
      ['lint', '--member', 'kim'],
      ['grants', '--format', 'pretty'],
      ['grants', 'missing'],
    ]) {
      const { code, err } = await run(folderOf(files), args);
      assert.equal(code, 2, args.join(' '));
      assert.notEqual(err, '', args.join(' '));
    }
  });
});

test('files of any ending that Terraform’s functions read are read for findings, too', async () => {
  const main = (members: string) =>
    `resource "google_project_iam_binding" "a" {\n  project = "p"\n  role    = "roles/browser"\n  members = ${members}\n}\n`;
  const rows = main('[for r in csvdecode(file("${path.module}/who.csv")) : r.member]');
  const data = { 'who.csv': 'member\nallUsers\n', 'who/a.txt': 'allUsers' };
  const codeOf = async (files: Record<string, string>, ...paths: string[]) =>
    (await run(folderOf({ '.git/HEAD': '', ...files }), ['lint', ...paths])).code;
  assert.equal(await codeOf({ ...data, 'main.tf': rows }), 1);
  // Of the repository around what is given.
  assert.equal(await codeOf({ 'who.csv': data['who.csv'], 'in/main.tf': rows.replace('/who', '/../who') }, 'in'), 1);
  const listed = main('[for f in fileset("${path.module}/who", "*") : file("${path.module}/who/${f}")]');
  assert.equal(await codeOf({ ...data, 'main.tf': listed }), 1);
  // What git ignores or the settings leave out isn't read, nor what is outside.
  assert.equal(await codeOf({ ...data, 'main.tf': rows, '.gitignore': '*.csv' }), 0);
  assert.equal(await codeOf({ ...data, 'main.tf': rows, '.leastwise.json': '{ "exclude": ["who.csv"] }' }), 0);
  const folder = folderOf({
    ...data,
    'in/.git/HEAD': '',
    'in/main.tf': rows.replace('/who', '/../who') + rows.replace('"a"', '"b"').replace('browser', 'viewer'),
  });
  symlinkSync('../who.csv', join(folder, 'in/who.csv'));
  assert.equal((await run(join(folder, 'in'), ['lint'])).code, 0);
});

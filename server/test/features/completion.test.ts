import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import fc from 'fast-check';
import { type Completion, type CompletionItem, complete } from '../../src/features/completion/completion';
import { summarise } from '../../src/kinds/facts';
import type { FormatName } from '../../src/syntax/format';
import { formatOf, parseSourceFile, type SourceFile } from '../../src/syntax/sourceFile';
import { prepareTerraform } from '../../src/syntax/terraform/reading/grammar';
import { applyEdits } from '../../src/text/edit';
import { join } from '../../src/workspace/index/workspace';

before(prepareTerraform);

const folder = 'file:///work';

function fileOf(name: string, text: string) {
  const uri = `${folder}/${name}`;
  return parseSourceFile(uri, text, formatOf(uri) as FormatName);
}

/** What is offered at the `|` of a text, beside other files of the workspace. */
function completed(name: string, marked: string, others: Readonly<Record<string, string>> = {}): Completion {
  const offset = marked.indexOf('|');
  const file = fileOf(name, marked.slice(0, offset) + marked.slice(offset + 1));
  const files = [file, ...Object.entries(others).map(([other, text]) => fileOf(other, text))];
  return complete(file, offset, workspaceOf(files), { locale: 'en', accountPrefixes: ['vm-', 'batch-'] });
}

function workspaceOf(files: readonly SourceFile[]) {
  return join(
    files.map((file) => summarise(file, { group: undefined })),
    true,
  );
}

function labels(name: string, marked: string, others?: Readonly<Record<string, string>>): string[] {
  return completed(name, marked, others).items.map(({ label }) => label);
}

/** The text after the item was taken, with the cursor at `|`. */
function accepted(name: string, marked: string, label: string, others?: Readonly<Record<string, string>>): string {
  const item = completed(name, marked, others).items.find((one): one is CompletionItem => one.label === label);
  assert.ok(item, `${label} among ${labels(name, marked, others).slice(0, 12).join(', ')}`);
  const { newText, cursor = newText.length, range } = item;
  const text = marked.replace('|', '');
  return applyEdits(text, [{ range, newText: `${newText.slice(0, cursor)}|${newText.slice(cursor)}` }]);
}

describe('roles', () => {
  const role = 'roles/browser';
  test('in every syntax, whole or half-typed', () => {
    assert.equal(accepted('a.json', '{"bindings":[{"role":"|"}]}', role), '{"bindings":[{"role":"roles/browser"|}]}');
    assert.equal(accepted('a.json', '{"bindings":[{"role":"roles/br|', role), '{"bindings":[{"role":"roles/browser"|');
    assert.equal(accepted('a.json', '{"bindings":[{"role":|}]}', role), '{"bindings":[{"role":"roles/browser"|}]}');
    assert.equal(
      accepted('a.json', '{\n "bindings":[{\n "role": "bro|,\n "members": []}]}', role),
      '{\n "bindings":[{\n "role": "roles/browser"|,\n "members": []}]}',
    );
    assert.equal(
      accepted('a.json', '{"bindings":[{"members":["user:a@example.org"],"role": "br|ow"}]}', role),
      '{"bindings":[{"members":["user:a@example.org"],"role": "roles/browser"|}]}',
    );
    assert.equal(accepted('a.yaml', 'bindings:\n- role: |\n', role), 'bindings:\n- role: roles/browser|\n');
    assert.equal(accepted('a.yaml', 'bindings:\n- role:|', role), 'bindings:\n- role: roles/browser|');
    assert.equal(
      accepted('a.yaml', 'bindings:\n- role: "ro|\n  members:\n  - user:a@example.org\n', role),
      'bindings:\n- role: "roles/browser"|\n  members:\n  - user:a@example.org\n',
    );
    assert.equal(accepted('a.yaml', "bindings:\n- role: 'ro|'\n", role), "bindings:\n- role: 'roles/browser'|\n");
    const block = (value: string) => `resource "google_project_iam_member" "a" {\n  role = ${value}\n  project = "p"\n}\n`;
    assert.equal(accepted('a.tf', block('"|"'), role), block('"roles/browser"|'));
    assert.equal(accepted('a.tf', block('"roles/b|'), role), block('"roles/browser"|'));
    assert.equal(accepted('a.tf', block('|'), role), block('"roles/browser"|'));
    assert.equal(accepted('a.tf', block('bro|'), role), block('"roles/browser"|'));
    assert.equal(
      accepted('a.tf', 'resource "google_project_iam_member" "a" {\n  role = "|', role),
      'resource "google_project_iam_member" "a" {\n  role = "roles/browser"|',
    );
  });

  test('in documents inside of Terraform', () => {
    const policy = (data: string) => `resource "google_project_iam_policy" "a" {\n  policy_data = ${data}\n}\n`;
    const encoded = (value: string) => policy(`jsonencode({\n    bindings = [{\n      role = ${value}\n    }]\n  })`);
    assert.equal(accepted('a.tf', encoded('"|"'), role), encoded('"roles/browser"|'));
    const heredoc = (value: string) => policy(`<<-EOT\n    {\n      "bindings": [{ "role": ${value} }]\n    }\n  EOT`);
    assert.equal(accepted('a.tf', heredoc('"|"'), role), heredoc('"roles/browser"|'));
    assert.equal(accepted('a.tf', heredoc('"ro|"'), role), heredoc('"roles/browser"|'));
    const json = (value: string) => `{"resource":{"google_project_iam_member":{"a":{"role":${value}}}}}`;
    assert.equal(accepted('a.tf.json', json('"|"'), role), json('"roles/browser"|'));
  });

  test('of the resource’s service come first', () => {
    const first = (type: string) => labels('a.tf', `resource "${type}" "a" {\n  role = "|"\n}\n`)[0] ?? '';
    assert.match(first('google_storage_bucket_iam_member'), /^roles\/storage\./);
    assert.match(first('google_kms_crypto_key_iam_binding'), /^roles\/cloudkms\./);
    assert.match(first('google_service_account_iam_member'), /^roles\/iam\./);
    assert.doesNotMatch(first('google_project_iam_member'), /^roles\/storage\./);
  });
});

describe('members', () => {
  const account = 'resource "google_service_account" "app" {\n  account_id = "vm-app"\n  project = "example-project"\n}\n';
  const email = 'serviceAccount:vm-app@example-project.iam.gserviceaccount.com';

  test('a prefix leaves the cursor behind it', () => {
    assert.equal(accepted('a.json', '{"bindings":[{"members":["|"]}]}', 'group:'), '{"bindings":[{"members":["group:|"]}]}');
    assert.equal(
      accepted('a.yaml', 'bindings:\n- role: roles/browser\n  members:\n  - |\n', 'user:'),
      'bindings:\n- role: roles/browser\n  members:\n  - user:|\n',
    );
    assert.equal(
      accepted('a.yaml', 'bindings:\n- members:\n  - ser|\n', 'serviceAccount:'),
      'bindings:\n- members:\n  - serviceAccount:|\n',
    );
    assert.equal(accepted('a.yaml', 'bindings:\n- members:\n    |\n', 'user:'), 'bindings:\n- members:\n    - user:|\n');
  });

  test('an account of the module is a reference in Terraform, an address elsewhere', () => {
    const grant = (value: string) => `resource "google_project_iam_member" "a" {\n  member = ${value}\n}\n`;
    const name = 'google_service_account.app.member';
    assert.equal(accepted('a.tf', grant('"serv|"'), name, { 'b.tf': account }), grant(`${name}|`));
    assert.equal(accepted('a.tf', grant('goog|'), name, { 'b.tf': account }), grant(`${name}|`));
    assert.ok(!labels('a.tf', grant('"|"'), { 'other/b.tf': account }).includes(name));
    assert.ok(labels('a.tf', grant('"|"'), { 'other/b.tf': account }).includes(email));
    assert.equal(
      accepted('a.json', '{"bindings":[{"members":["user:a@example.org", "ser|"]}]}', email, { 'b.tf': account }),
      `{"bindings":[{"members":["user:a@example.org", "${email}"|]}]}`,
    );
    const json = (value: string) => `{"resource":{"google_project_iam_binding":{"a":{"members":[${value}]}}}}`;
    assert.equal(accepted('a.tf.json', json('"|"'), name, { 'b.tf': account }), json(`"\${${name}}"|`));
  });

  test('a group of the module is a template', () => {
    const group = 'resource "googleworkspace_group" "ops" {\n  email = "Ops@example.org"\n}\n';
    const binding = (value: string) => `resource "google_project_iam_binding" "a" {\n  members = [\n    ${value}\n  ]\n}\n`;
    const written = `group:\${googleworkspace_group.ops.email}`;
    assert.equal(accepted('a.tf', binding('"gro|"'), written, { 'b.tf': group }), binding(`"${written}"|`));
    assert.equal(accepted('a.tf', binding('|'), written, { 'b.tf': group }), binding(`"${written}"|`));
    assert.ok(labels('a.json', '{"bindings":[{"members":["|"]}]}', { 'b.tf': group }).includes('group:ops@example.org'));
  });

  test('a comma goes between it and the next one', () => {
    const list = (value: string) =>
      `resource "google_project_iam_binding" "a" {\n  members = [\n    ${value}\n    "user:b@example.org"\n  ]\n}\n`;
    assert.equal(accepted('a.tf', list('"user:b|"'), 'user:b@example.org'), list('"user:b@example.org",|'));
  });

  test('those that the file names elsewhere are offered, and in levels only what levels take', () => {
    const text = '{"bindings":[{"role":"x","members":["user:ann@example.org","group:ops@example.org"]},{"members":["|"]}]}';
    assert.ok(labels('a.json', text).includes('user:ann@example.org'));
    assert.ok(labels('a.json', text).includes('group:ops@example.org'));
    const level =
      'name: accessPolicies/1/accessLevels/a\n# group:ops@example.org\nbasic:\n  conditions:\n  - members:\n    - |\n';
    assert.deepEqual(labels('a.yaml', level), ['user:', 'serviceAccount:']);
  });
});

describe('fields', () => {
  test('of what is being written, without those that are there', () => {
    assert.deepEqual(labels('a.json', '{"bindings":[{"role":"roles/browser","|"}]}'), ['members', 'condition']);
    assert.deepEqual(labels('a.json', '{"version":3,"|","bindings":[]}'), ['auditConfigs', 'etag']);
    assert.deepEqual(labels('a.yaml', 'bindings:\n- role: roles/browser\n  |\n'), ['members', 'condition']);
    assert.deepEqual(labels('a.yaml', 'bindings:\n- role: roles/browser\n  condition:\n    title: t\n    |\n'), [
      'description',
      'expression',
    ]);
    assert.deepEqual(labels('a.yaml', 'bindings:\n- role: roles/browser\n  condition:\n    ex|\n'), ['expression']);
    assert.deepEqual(labels('a.yaml', 'bindings:\n- |\n'), ['role', 'members', 'condition']);
    assert.deepEqual(labels('a.tf', 'resource "google_storage_bucket_iam_member" "a" {\n  bucket = "b"\n  |\n}\n'), [
      'role',
      'member',
      'condition',
    ]);
    assert.deepEqual(labels('a.tf', 'resource "google_project_iam_member" "a" {\n  condition {\n    tit|\n  }\n}\n'), ['title']);
    assert.deepEqual(labels('a.tf', 'data "google_iam_policy" "a" {\n  binding {\n    me|\n  }\n}\n'), ['members']);
    assert.deepEqual(labels('a.json', '{"bindings": [], "etag": "ACAB", "|"}'), ['version', 'auditConfigs']);
    assert.deepEqual(labels('a.json', '{"etag": "ACAB", "|"}'), ['version', 'bindings', 'auditConfigs']);
    assert.deepEqual(labels('a.yaml', 'etag: ACAB\nbi|\n'), ['bindings']);
    assert.deepEqual(labels('a.json', '{"etag": "ACAB", "name": "x", "|"}'), []);
    assert.deepEqual(labels('a.tf', 'resource "google_spanner_database_iam_member" "a" {\n  |\n}\n'), [
      'instance',
      'database',
      'project',
      'role',
      'member',
      'condition',
    ]);
    const audit = (inner: string) => `resource "google_project_iam_audit_config" "a" {\n  ${inner}\n}\n`;
    assert.deepEqual(labels('a.tf', audit('|')), ['project', 'service', 'audit_log_config']);
    assert.deepEqual(labels('a.tf', audit('audit_log_config {\n    |\n  }')), ['log_type', 'exempted_members']);
    assert.ok(labels('a.tf', audit('audit_log_config {\n    log_type = "|"\n  }')).includes('DATA_WRITE'));
  });

  test('are spelled as their place has it', () => {
    const rest = 'name: accessPolicies/1/accessLevels/a\nbasic:\n  conditions:\n  - devicePolicy:\n      requireScr|\n';
    assert.deepEqual(labels('a.yaml', rest), ['requireScreenlock']);
    const block =
      'resource "google_access_context_manager_access_level" "a" {\n  basic {\n    conditions {\n      device_policy {\n        require_scr|\n      }\n    }\n  }\n}\n';
    assert.deepEqual(labels('a.tf', block), ['require_screen_lock']);
    assert.deepEqual(labels('a.yaml', '- ipSubnetworks:\n  - 203.0.113.0/24\n- req|\n'), ['requiredAccessLevels']);
  });

  test('come with the place for their value', () => {
    assert.equal(accepted('a.json', '{"bindings":[{"|"}]}', 'role'), '{"bindings":[{"role": "|"}]}');
    assert.equal(accepted('a.json', '{"bindings":[{mem|}]}', 'members'), '{"bindings":[{"members": [|]}]}');
    assert.equal(
      accepted('a.json', '{"bindings":[{"con|" "role":"x"}]}', 'condition'),
      '{"bindings":[{"condition": {|}, "role":"x"}]}',
    );
    assert.equal(accepted('a.json', '{"bindings":[{"r|": "x"}]}', 'role'), '{"bindings":[{"role"|: "x"}]}');
    assert.equal(accepted('a.yaml', 'bindings:\n- mem|\n', 'members'), 'bindings:\n- members:\n  - |\n');
    const block = (inner: string) => `resource "google_project_iam_member" "a" {\n  ${inner}\n}\n`;
    assert.equal(accepted('a.tf', block('ro|'), 'role'), block('role = "|"'));
    assert.equal(accepted('a.tf', block('con|'), 'condition'), block('condition {\n  |\n}'));
    assert.equal(accepted('a.tf', block('co| {}'), 'condition'), block('condition| {}'));
    const encoded = (inner: string) =>
      block(`policy_data = jsonencode({ bindings = [{ ${inner} }] })`).replace('member', 'policy');
    assert.equal(accepted('a.tf', encoded('mem|'), 'members'), encoded('members = [|]'));
  });
});

describe('values', () => {
  test('of fields with a few known ones', () => {
    const level = (inner: string) => `{"name":"accessPolicies/1/accessLevels/a","basic":{${inner}}}`;
    assert.equal(accepted('a.json', level('"combiningFunction":"|"'), 'OR'), level('"combiningFunction":"OR"|'));
    assert.deepEqual(labels('a.json', level('"conditions":[{"devicePolicy":{"osConstraints":[{"osType":"DESK|"}]}}]')), [
      'DESKTOP_MAC',
      'DESKTOP_WINDOWS',
      'DESKTOP_LINUX',
      'DESKTOP_CHROME_OS',
    ]);
    assert.equal(accepted('a.json', level('"conditions":[{"negate":|}]'), 'true'), level('"conditions":[{"negate":true|}]'));
    assert.equal(accepted('a.json', '{"version":|,"bindings":[]}', '3'), '{"version":3|,"bindings":[]}');
  });

  test('regions by code or name, and Norway stays a text', () => {
    const level = (value: string) =>
      `name: accessPolicies/1/accessLevels/a\nbasic:\n  conditions:\n  - regions:\n    - ${value}\n`;
    assert.equal(accepted('a.yaml', level('korea|'), 'KR'), level('KR|'));
    assert.equal(accepted('a.yaml', level('NO|'), 'NO'), level('"NO"|'));
    assert.equal(completed('a.yaml', level('|')).items.length, 249);
  });

  test('ids of new service accounts begin with a prefix', () => {
    const block = (value: string) => `resource "google_service_account" "a" {\n  account_id = ${value}\n}\n`;
    assert.deepEqual(labels('a.tf', block('"|"')), ['vm-', 'batch-']);
    assert.equal(accepted('a.tf', block('"|"'), 'vm-'), block('"vm-|"'));
  });

  test('access levels of the workspace, but not the level itself', () => {
    const level = (name: string, inner = '') =>
      `resource "google_access_context_manager_access_level" "${name}" {\n${inner}\n}\n`;
    const inner = '  basic {\n    conditions {\n      required_access_levels = ["|"]\n    }\n  }';
    assert.deepEqual(labels('a.tf', level('a', inner) + level('b')), ['google_access_context_manager_access_level.b.name']);
    const spec = '- requiredAccessLevels:\n  - |\n';
    assert.deepEqual(labels('a.yaml', spec, { 'b.yaml': 'name: accessPolicies/1/accessLevels/corp\ntitle: c\n' }), [
      'accessPolicies/1/accessLevels/corp',
    ]);
  });
});

test('the services of audit logs by host, with their products', () => {
  const [all, ...others] = completed('a.json', '{"bindings":[],"auditConfigs":[{"service":"|"}]}').items;
  assert.equal(all?.label, 'allServices');
  assert.equal(others[0]?.label, 'iam.googleapis.com');
  assert.equal(others.find(({ label }) => label === 'storage.googleapis.com')?.detail, 'Cloud Storage');
  const terraform = 'resource "google_project_iam_audit_config" "a" {\n  service = "|"\n}\n';
  assert.ok(labels('a.tf', terraform).includes('storage.googleapis.com'));
  assert.ok(labels('a.tf', terraform.replace('service = "|"', '|')).includes('audit_log_config'));
});

test('nothing is offered where nothing is known', () => {
  for (const [name, text] of [
    ['package.json', '{"name":"a","|":1}'],
    ['a.json', '{|}'],
    ['function.json', '{"bindings":[{"type":"httpTrigger","|"}]}'],
    ['role.yaml', 'apiVersion: v1\nkind: RoleBinding\nbindings:\n- role: |\n'],
    ['a.yaml', 'bindings:\n- role: roles/browser\n  # |\n'],
    ['a.tf', 'resource "google_project_iam_member" "a" {\n  # role = "|"\n}\n'],
    ['a.tf', 'resource "google_project_iam_member" "a" {\n  member = "serviceAccount:${goo|}"\n}\n'],
    ['a.tf', 'resource "aws_iam_policy" "a" {\n  |\n}\n'],
    ['a.tf', '|'],
    ['a.json', '|'],
    ['a.yaml', '|'],
  ] as const)
    assert.deepEqual(labels(name, text), [], text);
});

test('anything at all is borne', () => {
  const piece = fc.constantFrom(
    '{',
    '}',
    '[',
    ']',
    '"',
    "'",
    ':',
    ',',
    '\n',
    '  ',
    '- ',
    '=',
    '#',
    '${',
    '<<EOT\n',
    'bindings',
    'role',
    'members',
    '\\',
    'x',
    '\ud800',
  );
  const name = fc.constantFrom('a.json', 'a.yaml', 'a.tf', 'a.tf.json');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 25 }), name, fc.nat(60), (pieces, fileName, at) => {
      const text = pieces.join('');
      const file = fileOf(fileName, text);
      complete(file, Math.min(at, text.length), workspaceOf([file]), { locale: 'en' });
    }),
    { numRuns: 400 },
  );
});

describe('what is handed to modules and factories', () => {
  const call = (inputs: string, name = 'projects_iam') =>
    `module "m" {\n  source = "terraform-google-modules/iam/google//modules/${name}"\n  ${inputs}\n}\n`;

  test('members and roles of calls of published modules', () => {
    assert.ok(labels('a.tf', call('bindings = { "roles/viewer" = ["us|"] }')).includes('user:'));
    assert.ok(labels('a.tf', call('project_roles = ["roles/brow|"]', 'member_iam')).includes('roles/browser'));
    assert.ok(labels('a.tf', call('conditional_bindings = [{ role = "roles/brow|" }]')).includes('roles/browser'));
    assert.deepEqual(labels('a.tf', call('others = { "roles/viewer" = ["us|"] }')), []);
    assert.deepEqual(labels('a.tf', call('bindings = { "roles/viewer" = ["us|"] }', 'unheard_of')), []);
  });

  test("members and roles of Fabric's factories, and nothing below another's `iam`", () => {
    assert.ok(labels('a.yaml', 'iam:\n  roles/viewer:\n    - us|\n').includes('user:'));
    assert.ok(labels('a.yaml', 'iam_bindings:\n  a:\n    role: roles/brow|\n').includes('roles/browser'));
    assert.ok(labels('a.yaml', 'iam_by_principals:\n  group:a@example.org:\n    - roles/brow|\n').includes('roles/browser'));
    assert.deepEqual(labels('a.yaml', 'iam:\n  users:\n    - us|\n'), []);
    assert.deepEqual(labels('a.yaml', 'apiVersion: v1\nkind: X\niam:\n  roles/viewer:\n    - us|\n'), []);
  });
});

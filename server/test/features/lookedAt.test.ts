import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lookAt, lookedAtPage, notLookedAtPage } from '../../src/features/lookedAt/lookedAt';
import { summarise } from '../../src/kinds/facts';
import type { Locale } from '../../src/kinds/speech';
import { createLinter } from '../../src/lint/lint';
import { readSettings } from '../../src/lint/settings/settings';
import { rules } from '../../src/rules/index.generated';
import { formatOf, longestText, parseSourceFile } from '../../src/syntax/sourceFile';
import { prepareTerraform } from '../../src/syntax/terraform/reading/grammar';
import { join } from '../../src/workspace/index/workspace';

await prepareTerraform();

const folder = 'file:///workspace';
const now = new Date('2026-09-01T00:00:00Z');

interface Asked {
  /** Other files of the workspace, by name. */
  readonly files?: Readonly<Record<string, string>>;
  readonly settings?: unknown;
  readonly settingsFile?: unknown;
  readonly complete?: boolean;
  readonly locale?: Locale;
}

/** The page for the place of `‸` in the text. */
function page(
  name: string,
  marked: string,
  { files = {}, settings: client, settingsFile, complete = true, locale = 'en' }: Asked = {},
) {
  const offset = marked.indexOf('‸');
  const parsed = (path: string, text: string) => {
    const uri = `${folder}/${path}`;
    const format = formatOf(uri);
    assert.ok(format);
    return parseSourceFile(uri, text, format);
  };
  const file = parsed(name, marked.replace('‸', ''));
  const all = [file, ...Object.entries(files).map(([path, text]) => parsed(path, text))];
  const workspace = join(
    all.map((each) => summarise(each, { group: undefined })),
    complete,
  );
  const own = settingsFile === undefined ? undefined : { uri: `${folder}/.leastwise.json`, value: settingsFile };
  const { settings } = readSettings({ client, file: own, folder });
  const linter = createLinter({
    rules,
    settings,
    onFault(_, error) {
      throw error;
    },
  });
  const findings = linter.lint(file, workspace, now);
  const suppressions = linter.suppressions(file, workspace, now);
  const seen = lookAt(
    { reading: linter.read(file, workspace), findings, suppressions, rules, settings, workspace },
    Math.max(offset, 0),
  );
  return lookedAtPage(seen, { locale, textOf: (uri) => all.find((each) => each.uri === uri)?.text });
}

const policy = `bindings:
- role: roles/browser
  members: [‸allUsers]
`;

test('a policy is told by its kind and what it hangs on, with the rules that read it and what they found', () => {
  const told = page('policy.yaml', policy, { settings: { policyFiles: { '*.yaml': 'project' } } });
  assert.match(told, /^# What was looked at in policy\.yaml, line 3\n/);
  assert.match(told, /- An allow policy, from line 1\. It hangs on: a project\./);
  assert.match(told, /- `allow-policy\/public-access`: found something, line 3\n/);
  assert.match(told, /- `allow-policy\/invalid-role`\n/);
  assert.match(told, /Nothing: the text tells all that was asked\./);
  assert.doesNotMatch(told, /access-level\/|switched off|suppressed/);
});

test('what a policy hangs on is told as unknown where nothing tells it', () => {
  assert.match(page('policy.yaml', policy), /The text does not tell what it hangs on\. .*`leastwise\.policyFiles`/);
});

test('rules that are switched off are named as such, and a policy whose rules are all off is still one', () => {
  const one = page('policy.yaml', policy, { settings: { rules: { 'allow-policy/public-access': 'off' } } });
  assert.match(one, /## Rules that are switched off\n\n- `allow-policy\/public-access`\n/);
  assert.match(one, /## Rules that looked\n\n- `allow-policy\//);
  const areas = new Set(rules.map(({ id }) => `${id.split('/')[0]}/*`));
  const all = page('policy.yaml', policy, { settings: { rules: Object.fromEntries([...areas].map((area) => [area, 'off'])) } });
  assert.match(all, /- An allow policy/);
  assert.match(all, /all rules for this are switched off/);
});

test('what was found and suppressed is told with what hides it, as long as it does', () => {
  const comment = (until: string) =>
    policy.replace('  members', `  # leastwise: ignore[allow-policy/public-access] a public page ${until}\n  members`);
  assert.match(
    page('policy.yaml', comment('')),
    /## Found but suppressed\n\n- `allow-policy\/public-access`: line 4, by the comment in line 3\. a public page\n/,
  );
  assert.doesNotMatch(page('policy.yaml', comment('until 2020-01-01')), /Found but suppressed/);
  const ignore = [
    { rule: 'allow-policy/public-access', path: 'policy.yaml', at: '/bindings/0/members/0', reason: 'a public page' },
  ];
  assert.match(page('policy.yaml', policy, { settingsFile: { ignore } }), /line 3, by `\.leastwise\.json`\. a public page/);
});

test('values of variables are told with the place where they are written', () => {
  const grant = `resource "google_project_iam_binding" "b" {
  project = "p-1"
  role    = "roles/browser"
  members = ‸var.members
}
`;
  const files = { 'variables.tf': '\n\nvariable "members" {\n  default = ["user:kim@example.org"]\n}\n' };
  const told = page('main.tf', grant, { files });
  assert.match(told, /- A part of an allow policy: all members of one role, from line 1\. It hangs on: a project\./);
  assert.match(told, /- `members` = `var\.members` \(line 4\): this is the value .* Written in `variables\.tf:\d+`\./);
  const inPart = page('main.tf', grant.replace('var.members', '["group:${var.team}@example.org"]'), {
    files: { 'variables.tf': '\nvariable "team" {\n  default = "a"\n}\n' },
  });
  assert.match(
    inPart,
    /- `members` = `"group:\$\{var\.team\}@example\.org"` \(line 4\): this is .* Written in `variables\.tf:\d+`\./,
  );
  assert.match(page('main.tf', grant), /- `members` = `var\.members` \(line 4\): the text does not tell the value/);
  assert.match(page('main.tf', grant.replace('var.members', 'concat(var.more, ["user:kim@example.org"])')), /there may be more/);
});

test('a block is one place from its header on, and each of its instances is looked at', () => {
  const told = page(
    'main.tf',
    `resource "google_storage_bucket_iam_member" "‸b" {
  for_each = { a = "user:kim@example.org", b = var.who }
  bucket   = "b"
  role     = "roles/browser"
  member   = each.value
}
`,
  );
  assert.equal(told.split('one role for one member').length, 2);
  assert.match(told, /- `members?` = `each\.value` \(line 5\): the text does not tell/);
});

test('a workspace that is not read yet is told', () => {
  assert.match(page('policy.yaml', policy, { complete: false }), /not wholly read yet/);
  assert.doesNotMatch(page('policy.yaml', policy), /not wholly read yet/);
});

test('an access level is told too', () => {
  const told = page(
    'level.yaml',
    'name: accessPolicies/1/accessLevels/office\ntitle: Office\nbasic:\n  conditions:\n  - regions: [‸KR]\n',
  );
  assert.match(told, /- Access level, from line 1\./);
  assert.match(told, /`access-level\/invalid-region`/);
});

test('the name that a factory makes out of the file’s is no unknown', () => {
  const level = 'combining_function: OR\nconditions:\n- regions: [‸KR]\n- members: ["user:kim@example.org"]\n';
  assert.match(page('geo.yaml', level), /Access level, from line 1\.[\s\S]*Nothing: the text tells all that was asked\./);
  assert.match(page('geo.yaml', level.replace('"user:', '$people, "user:')), /`members`/);
});

test('where nothing was looked at, the reason is told', () => {
  const reasons: readonly (readonly [string, string, RegExp])[] = [
    ['notes.yaml', '‸notes: [a, b]\n', /Nothing here was recognised as a policy/],
    [
      'role.yaml',
      'apiVersion: iam.example.org/v1\nkind: Policy\nbindings:\n- role: ‸roles/browser\n  members: [allUsers]\n',
      /Kubernetes/,
    ],
    ['plan.json', '{"format_version":"1.2","planned_values":{‸}}', /plan or a state that Terraform/],
    ['rules.yaml', 'rules: [‸]\nservice: a\n', /another service/],
    ['broken.json', '{"notes": [‸', /syntax error/],
    ['large.json', `  ‸${' '.repeat(longestText + 1)}`, /larger than 8 MB/],
    ['two.yaml', `‸notes: a\n---\n${policy.replace('‸', '')}`, /Nothing here[\s\S]*Other places[^\n]*: 3\./],
  ];
  for (const [name, text, reason] of reasons) {
    const told = page(name, text);
    assert.match(told, /No rule looked at this place\./, name);
    assert.match(told, reason, name);
    assert.doesNotMatch(told, /## /, name);
  }
  assert.match(
    notLookedAtPage(`${folder}/a.json`, 'excluded', { locale: 'en' }),
    /What was looked at in a\.json\n[\s\S]*`leastwise\.exclude`/,
  );
});

test('of a key file nothing is quoted', () => {
  const told = page(
    'key.json',
    `{"type": "service_account", ‸"private_key": "-----BEGIN PRIVATE KEY-----\\nMIIEvsecret${'a1B2'.repeat(300)}\\n-----END PRIVATE KEY-----\\n"}`,
  );
  assert.match(told, /- A key file of a service account/);
  assert.doesNotMatch(told, /MII/);
});

test('the page is Korean where that is asked for, for every kind of line', () => {
  for (const text of [policy, '‸notes: a\n']) {
    for (const line of page('policy.yaml', text, { locale: 'ko', complete: false }).split('\n')) {
      if (line !== '' && !/^- `[^`]+`$/.test(line)) assert.match(line, /[가-힣]/);
    }
  }
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type ExplainOptions, explain, explanations } from '../../src/features/explain';
import { lenses } from '../../src/features/lenses';
import { codeSpan } from '../../src/text/markdown';
import { parse } from './explain/policies';

function page(name: string, text: string, options: Partial<ExplainOptions> = {}): string {
  const { reading, workspace } = parse(name, text);
  return explain(reading, explanations(reading), { locale: 'en', workspace, ...options });
}

const policy = `bindings:
- role: roles/browser
  members:
  - user:kim@example.org
  - group:ops@example.org
- role: roles/iam.serviceAccountUser
  members:
  - user:Kim@example.org
  condition:
    title: Until summer
    expression: request.time < timestamp("2027-06-30T00:00:00Z")
- role: roles/storage.objectViewer
  members: [allUsers]
`;

test('a policy is told by who may do what, everybody first, and by role', () => {
  assert.equal(
    page('policy.yaml', policy.replace(/roles\/(\w+\.)?/g, 'projects/p-1/roles/')),
    `# What policy.yaml allows

The text does not tell what it hangs on.

## Who may do what

### \`allUsers\`

**Everyone on the internet, signed in or not.**

- \`projects/p-1/roles/objectViewer\`

### \`user:kim@example.org\`

- \`projects/p-1/roles/browser\`
- \`projects/p-1/roles/serviceAccountUser\`
  - only while \`request.time < timestamp("2027-06-30T00:00:00Z")\` (Until summer)

### \`group:ops@example.org\`

- \`projects/p-1/roles/browser\`

## Roles and who holds them

### \`projects/p-1/roles/browser\`

- \`user:kim@example.org\`
- \`group:ops@example.org\`

### \`projects/p-1/roles/serviceAccountUser\`

- \`user:Kim@example.org\`
  - only while \`request.time < timestamp("2027-06-30T00:00:00Z")\` (Until summer)

### \`projects/p-1/roles/objectViewer\`

- \`allUsers\`
`,
  );
});

test('what a role reaches is marked wherever it is named', () => {
  for (const locale of ['en', 'ko'] as const) {
    const told = page('policy.yaml', policy, { locale });
    assert.equal(told.split('⚠').length, 3, told);
    assert.match(told, /- `roles\/iam\.serviceAccountUser`\n {2}- .*\n {2}- ⚠ .*`iam\.serviceAccounts\.actAs`/);
    assert.match(told, /### `roles\/iam\.serviceAccountUser`\n\n[^\n]+\n\n⚠ .*`iam\.serviceAccounts\.actAs`/);
  }
});

test('in Korean every word is Korean save names', () => {
  const told = page('policy.yaml', policy, { locale: 'ko' });
  assert.match(told, /^# policy\.yaml 파일이 허용하는 것\n/);
  assert.match(told, /\n## 누가 무엇을 할 수 있는지\n/);
  assert.doesNotMatch(told, /Who|only|hangs/);
});

test('what the text does not tell is shown as it is written, and more may be', () => {
  const told = page(
    'main.tf',
    `resource "google_project_iam_binding" "readers" {
  project = "p"
  role    = "roles/browser"
  members = concat(var.readers, ["user:kim@example.org"])
}

resource "google_project_iam_member" "app" {
  project = "p"
  role    = var.role
  member  = google_service_account.app.member
}

resource "google_project_iam_binding" "nobody" {
  project = "p"
  role    = "roles/owner"
  members = []
}
`,
  );
  assert.match(told, /there may be more/);
  assert.match(
    told,
    /### `google_service_account\.app\.member` \(not told by the text\)\n\n- `var\.role` \(not told by the text\) · `google_project_iam_member\.app`/,
  );
  assert.match(told, /### `roles\/owner`\n[^#]*\n- nobody · `google_project_iam_binding\.nobody`/);
  assert.doesNotMatch(told, /What it hangs|hangs on/);
});

test('a policy tells what it hangs on where that is known', () => {
  const bucket = '{"kind": "storage#policy", "bindings": [{"role": "roles/storage.admin", "members": ["user:a@example.org"]}]}';
  assert.match(page('bucket.json', bucket), /It hangs on: a bucket\./);
});

test('a policy that grants nothing says so', () => {
  assert.equal(
    page('a.json', '{"etag": "ACAB"}'),
    '# What a.json allows\n\nThe text does not tell what it hangs on.\n\nIt grants no role to anybody.\n',
  );
});

test('each policy has a lens where it begins, and the grants of a file share one', () => {
  const text = `resource "google_project_iam_member" "a" {
  role   = "roles/browser"
  member = "user:kim@example.org"
}

data "google_iam_policy" "site" {
  for_each = toset(["one", "two"])

  binding {
    role    = "roles/storage.objectViewer"
    members = ["user:kim@example.org"]
  }
}

resource "google_project_iam_member" "b" {
  for_each = toset(["roles/browser", "roles/logging.viewer"])
  role     = each.value
  member   = "user:lee@example.org"
}
`;
  const { reading } = parse('main.tf', text);
  const shown = lenses('file:///main.tf', explanations(reading), { locale: 'en' });
  assert.deepEqual(
    shown.map(({ title, range, arguments: args }) => [title, text.slice(range.start).split('\n')[0], args[1]]),
    [
      ['Explain the grants of this file', 'resource "google_project_iam_member" "a" {', 0],
      ['Explain this policy', 'data "google_iam_policy" "site" {', 1],
    ],
  );
  const told = page('main.tf', text);
  assert.match(told, /\n## The grants of this file\n/);
  assert.match(told, /\n## The policy from line 6\n\n/);
  assert.equal(told.split('- `roles/storage.objectViewer`\n').length, 2);
  assert.match(
    told,
    /#### `user:lee@example\.org`\n\n- `roles\/browser` · `google_project_iam_member\.b\["roles\/browser"\]`\n- `roles\/logging\.viewer`/,
  );
});

test('a file without policies says so, and what is written in a policy stays text', () => {
  assert.match(page('package.json', '{"name": "x"}'), /No policy that grants roles/);
  const told = page('x.json', '{"bindings":[{"role":"roles/a`b","members":["user:<b>*x*@example.org","user:`"]}]}');
  assert.match(told, /``roles\/a`b``/);
  assert.match(told, /`user:<b>\*x\*@example\.org`/);
  assert.equal(codeSpan('a ``b`` c'), '```a ``b`` c```');
  assert.equal(codeSpan('`'), '`` ` ``');
  assert.equal(codeSpan(''), '`  `');
});

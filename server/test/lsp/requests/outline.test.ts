import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DocumentSymbol, SemanticTokens, SymbolInformation } from 'vscode-languageserver-protocol/node';
import { lineTable } from '../../../src/text/lines/lineTable';
import { type Editor, everything, startEditor } from '../editor';

const nesting = {
  ...everything,
  textDocument: { ...everything.textDocument, documentSymbol: { hierarchicalDocumentSymbolSupport: true } },
};

async function outline(text: string, name: string, locale = 'en'): Promise<readonly string[]> {
  const editor = await startEditor({ capabilities: nesting, options: { locale } });
  const uri = `file:///nowhere/${name}`;
  await editor.open(uri, text);
  const symbols: DocumentSymbol[] = await editor.connection.sendRequest('textDocument/documentSymbol', { textDocument: { uri } });
  await editor.stop();
  const lines = lineTable(text);
  const told = (symbol: DocumentSymbol, depth: number): string[] => {
    const [from, to] = [lines.offsetAt(symbol.selectionRange.start), lines.offsetAt(symbol.selectionRange.end)];
    assert.ok(lines.offsetAt(symbol.range.start) <= from && to <= lines.offsetAt(symbol.range.end));
    const [selected = ''] = text.slice(from, to).split('\n');
    const line = `${'  '.repeat(depth)}${symbol.name}${symbol.detail ? ` (${symbol.detail})` : ''} @ ${selected}`;
    return [line, ...(symbol.children ?? []).flatMap((child) => told(child, depth + 1))];
  };
  return symbols.flatMap((symbol) => told(symbol, 0));
}

test('the outline of an allow policy shows its roles and how many hold each', async () => {
  const text = `bindings:
- role: roles/browser
  members:
  - user:ada@example.org
- role: roles/logging.viewer
  members: [user:ada@example.org, group:ops@example.org]
- members: []
  condition: { title: a, expression: 'true' }
`;
  assert.deepEqual(await outline(text, 'policy.yaml'), [
    'Allow policy (3 roles) @ bindings:',
    '  roles/browser (1 member) @ roles/browser',
    '  roles/logging.viewer (2 members) @ roles/logging.viewer',
    '  no role (0 members) @ members: []',
  ]);
  assert.deepEqual((await outline(text, 'policy.yaml', 'ko')).slice(0, 2), [
    '허용 정책 (역할 3개) @ bindings:',
    '  roles/browser (주 구성원 1개) @ roles/browser',
  ]);
});

test('the outline of access levels shows the conditions', async () => {
  const text = `[
  {
    "name": "accessPolicies/1/accessLevels/office", "title": "Office",
    "basic": { "combiningFunction": "OR", "conditions": [{ "regions": ["KR"] }, { "members": ["user:a@example.org"], "negate": true }] }
  },
  { "title": "Half", "basic": { "conditions": [{}] } },
  { "name": "accessPolicies/1/accessLevels/device", "custom": { "expr": { "expression": "true" } } }
]
`;
  assert.deepEqual(await outline(text, 'levels.json'), [
    'office (OR) @ "accessPolicies/1/accessLevels/office"',
    '  regions @ "regions"',
    '  members, negate @ "members"',
    'Half @ { "title": "Half", "basic": { "conditions": [{}] } }',
    '  {} @ {}',
    'device (custom) @ "accessPolicies/1/accessLevels/device"',
  ]);
});

test('the outline of Terraform shows the provider’s resources with what they hold, each once', async () => {
  const text = `variable "role" {}

resource "google_project_iam_member" "app" {
  for_each = toset(["user:a@example.org", "user:b@example.org"])
  project  = "p"
  role     = var.role
  member   = each.value
}

resource "google_project_iam_binding" "ops" {
  project = "p"
  role    = "roles/browser"
  members = concat(["user:a@example.org"], var.more)
}

resource "google_project_iam_policy" "all" {
  project     = "p"
  policy_data = <<-EOT
    {
      "bindings": [{ "role": "roles/logging.viewer", "members": ["user:a@example.org"] }]
    }
  EOT
}

resource "google_access_context_manager_access_levels" "all" {
  parent = "accessPolicies/1"
  access_levels {
    name  = "accessPolicies/1/accessLevels/office"
    title = "Office"
    basic {
      conditions {
        ip_subnetworks = ["203.0.113.0/24"]
      }
    }
  }
}

resource "google_service_account" "report" {
  account_id = "vm-report"
}

resource "aws_iam_role" "other" {}
`;
  assert.deepEqual(await outline(text, 'main.tf'), [
    'google_project_iam_member.app @ resource "google_project_iam_member" "app"',
    '  var.role (1 member) @ var.role',
    'google_project_iam_binding.ops @ resource "google_project_iam_binding" "ops"',
    '  roles/browser (1+ members) @ "roles/browser"',
    'google_project_iam_policy.all @ resource "google_project_iam_policy" "all"',
    '  roles/logging.viewer (1 member) @ "roles/logging.viewer"',
    'google_access_context_manager_access_levels.all @ resource "google_access_context_manager_access_levels" "all"',
    '  office @ "accessPolicies/1/accessLevels/office"',
    '    ip_subnetworks @ ip_subnetworks',
    'google_service_account.report @ resource "google_service_account" "report"',
  ]);
});

test('an editor that knows no nested symbols gets them in a row; a file that isn’t ours has none', async () => {
  const editor = await startEditor();
  const uri = 'file:///nowhere/policy.json';
  await editor.open(uri, '{"bindings":[{"role":"roles/browser","members":["user:a@example.org"]}]}');
  const flat: SymbolInformation[] = await editor.connection.sendRequest('textDocument/documentSymbol', { textDocument: { uri } });
  assert.deepEqual(
    flat.map(({ name, containerName, location }) => [name, containerName, location.uri]),
    [
      ['Allow policy', undefined, uri],
      ['roles/browser', 'Allow policy', uri],
    ],
  );
  const other = 'file:///nowhere/package.json';
  await editor.open(other, '{"name":"a","bindings":[{"key":"ctrl+a"}]}');
  assert.deepEqual(await editor.connection.sendRequest('textDocument/documentSymbol', { textDocument: { uri: other } }), []);
  await editor.stop();
});

/** `<type> <text>` of each token, as an editor colours them. */
async function colours(editor: Editor, name: string, text: string): Promise<readonly string[] | null> {
  const uri = `file:///nowhere/${name}`;
  await editor.open(uri, text);
  const answer: SemanticTokens | null = await editor.connection.sendRequest('textDocument/semanticTokens/full', {
    textDocument: { uri },
  });
  if (!answer) return null;
  const legend = editor.initialized.capabilities.semanticTokensProvider?.legend.tokenTypes ?? [];
  const lines = text.split('\n');
  const told: string[] = [];
  let [line, character, end] = [0, 0, 0];
  for (let at = 0; at < answer.data.length; at += 5) {
    const [down = 0, right = 0, length = 0, type = 0] = answer.data.slice(at, at + 5);
    if (down > 0) end = 0;
    line += down;
    character = down > 0 ? right : character + right;
    assert.ok(character >= end, 'tokens overlap');
    end = character + length;
    assert.ok(end <= (lines[line]?.length ?? 0), 'a token leaves its line');
    told.push(`${legend[type]} ${lines[line]?.slice(character, end)}`);
  }
  return told;
}

test('roles, members, names of access levels and enum values have colours of their own in every format', async () => {
  const editor = await startEditor();
  assert.deepEqual(
    await colours(
      editor,
      'a.json',
      '{"bindings":[{"role":"projects/p/roles/r","members":["user:a@example.org","allUsers","principal://iam.googleapis.com/x","user\\u003aescaped@example.org"]}],\n"auditConfigs":[{"auditLogConfigs":[{"logType":"DATA_READ"},{"logType":"NONSENSE"}]}]}',
    ),
    [
      'type projects/p/roles/r',
      'keyword user:',
      'variable a@example.org',
      'keyword allUsers',
      'keyword principal:',
      'variable //iam.googleapis.com/x',
      'keyword user\\u003a',
      'variable escaped@example.org',
      'enumMember DATA_READ',
    ],
  );
  assert.deepEqual(
    await colours(
      editor,
      'a.yaml',
      '# user:a@example.org\nscopedAccessSettings:\n- activeSettings:\n    accessLevels: [accessPolicies/1/accessLevels/office]\n    sessionSettings: { sessionReauthMethod: LOGIN, sessionLength: LOGIN }\n',
    ),
    ['class office', 'enumMember LOGIN'],
  );
  assert.deepEqual(
    await colours(
      editor,
      'main.tf',
      'resource "google_project_iam_binding" "a" {\n  role = "roles/browser"\n  members = concat(["group:ops@example.org"], ["serviceAccount:${var.a}"])\n}\nresource "google_access_context_manager_access_level" "a" {\n  name = "${var.policy}/accessLevels/office"\n  basic {\n    combining_function = "OR"\n  }\n}\nresource "aws_x" "y" {\n  role = "roles/browser"\n}\n',
    ),
    [
      'type roles/browser',
      'keyword group:',
      'variable ops@example.org',
      'keyword serviceAccount:',
      'class office',
      'enumMember OR',
    ],
  );
  assert.equal(await colours(editor, 'other.json', '{"a":"user:a@example.org","role":"roles/browser"}'), null);
  await editor.stop();
});

test('JSON inside a heredoc is coloured like JSON', async () => {
  const editor = await startEditor();
  const text = `resource "google_project_iam_policy" "all" {
  policy_data = <<-EOT
    {
      "bindings": [{ "role": "roles/browser", "members": ["user:a@example.org", "user:\${var.b}"] }],
      "etag": "BwX="
    }
  EOT
}
`;
  assert.deepEqual(await colours(editor, 'main.tf', text), [
    'property "bindings"',
    'property "role"',
    'string "',
    'type roles/browser',
    'string "',
    'property "members"',
    'string "',
    'keyword user:',
    'variable a@example.org',
    'string "',
    'keyword user:',
    'property "etag"',
    'string "BwX="',
  ]);
  await editor.stop();
});

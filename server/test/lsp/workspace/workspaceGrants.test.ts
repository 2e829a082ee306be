import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CancellationTokenSource, type Location, type WorkDoneProgressBegin } from 'vscode-languageserver-protocol/node';
import { type Editor, eventually, makeFolder, startEditor } from '../editor';

interface Row {
  readonly address: string | null;
  readonly role: string;
  readonly member: string;
  readonly resource: string | null;
  readonly condition: object | null;
  readonly at: Location;
}

interface Result {
  readonly files: number;
  readonly grants: readonly Row[];
  readonly unknown: readonly {
    readonly address: string | null;
    readonly what: string;
    readonly reason: string;
    readonly at: Location;
  }[];
}

const ask = (editor: Editor, params: object = {}): Promise<Result> => editor.connection.sendRequest('leastwise/grants', params);

const module = `variable "more" {}
locals {
  readers = ["user:ann@example.org", "user:bo@example.org"]
}
resource "google_project_iam_member" "readers" {
  for_each = toset(local.readers)
  project  = "example-prod"
  role     = "roles/viewer"
  member   = each.value
}
resource "google_project_iam_binding" "more" {
  project = "example-prod"
  role    = "roles/browser"
  members = var.more
}
`;
const policy = 'bindings:\n- role: roles/browser\n  members: [user:kim@example.org]\n';

test('all grants of the workspace are told with their places, and what isn’t known with the reason', async () => {
  const folder = makeFolder({ 'infra/main.tf': module, 'policy.yaml': policy, 'notes.txt': policy });
  const editor = await startEditor({ folders: [folder.uri] });
  const { files, grants, unknown } = await ask(editor);
  assert.equal(files, 2);
  const main = folder.uriOf('infra/main.tf');
  assert.deepEqual(
    grants.map(({ address, role, member, resource, at }) => [address, role, member, resource, at.uri, at.range.start.line]),
    [
      [
        'google_project_iam_member.readers["user:ann@example.org"]',
        'roles/viewer',
        'user:ann@example.org',
        'projects/example-prod',
        main,
        4,
      ],
      [
        'google_project_iam_member.readers["user:bo@example.org"]',
        'roles/viewer',
        'user:bo@example.org',
        'projects/example-prod',
        main,
        4,
      ],
      [null, 'roles/browser', 'user:kim@example.org', null, folder.uriOf('policy.yaml'), 1],
    ],
  );
  assert.deepEqual(
    unknown.map(({ address, what, reason, at }) => [address, what, reason, at.uri, at.range.start.line]),
    [['google_project_iam_binding.more', 'Members', 'var.more has no value in the text.', main, 10]],
  );
  await editor.stop();
  folder.remove();
});

test('an open document counts as it is typed, and what a setting leaves out does not count', async () => {
  const folder = makeFolder({
    'policy.yaml': policy,
    'other.yaml': policy,
    '.leastwise.json': '{"exclude":["other.yaml"]}',
    '.gitignore': 'ignored.yaml\n',
    'ignored.yaml': policy,
  });
  const editor = await startEditor({ folders: [folder.uri], options: { locale: 'ko' } });
  for (const name of ['policy.yaml', 'other.yaml', 'ignored.yaml']) await editor.open(folder.uriOf(name), policy);
  await editor.change(folder.uriOf('policy.yaml'), [{ text: `\n${policy.replace('kim', 'lee')}` }]);
  const { grants } = await ask(editor);
  assert.deepEqual(
    grants.map(({ member, at }) => [member, at.uri, at.range.start.line]),
    [['user:lee@example.org', folder.uriOf('policy.yaml'), 2]],
  );
  await editor.close(folder.uriOf('policy.yaml'));
  await eventually(async () => {
    const members = (await ask(editor)).grants.map(({ member }) => member);
    assert.deepEqual(members, ['user:kim@example.org']);
  });
  await editor.stop();
  folder.remove();
});

test('a file that nobody has told of counts as it is on the disk', async () => {
  const folder = makeFolder({ 'policy.yaml': policy });
  const editor = await startEditor({ folders: [folder.uri] });
  await editor.indexed();
  folder.write('new/other.yaml', policy.replace('kim', 'lee'));
  folder.write('policy.yaml', policy.replace('kim', 'park'));
  const members = (await ask(editor)).grants.map(({ member }) => member);
  assert.deepEqual(members, ['user:lee@example.org', 'user:park@example.org']);
  await editor.stop();
  folder.remove();
});

test('5,000 grants are told, in the order of files and lines', async () => {
  const folder = makeFolder(
    Object.fromEntries(Array.from({ length: 10 }, (_, part) => [`team-${part}/main.tf`, bigModule(part, 500)])),
  );
  const editor = await startEditor({ folders: [folder.uri] });
  const { grants, unknown } = await ask(editor);
  assert.equal(unknown.length, 0);
  assert.equal(grants.length, 5000);
  assert.equal(new Set(grants.map(({ role, member }) => `${role} ${member}`)).size, 5000);
  await editor.stop();
  folder.remove();
});

test('while it is worked out, how far it is is told, and a keystroke is answered', async () => {
  const folder = makeFolder(
    Object.fromEntries(Array.from({ length: 200 }, (_, part) => [`team-${part}/main.tf`, bigModule(part, 50)])),
  );
  const editor = await startEditor({ folders: [folder.uri] });
  await editor.indexed();
  const typed = 'file:///nowhere/typed.yaml';
  await editor.open(typed, policy);
  const told: string[] = [];
  let answered: string | undefined;
  editor.connection.onNotification('$/progress', ({ value }: { value: WorkDoneProgressBegin }) => {
    told.push(value.kind);
    if (value.kind !== 'begin') return;
    void editor.hover(typed, { line: 1, character: 10 }).then(() => {
      answered = told.at(-1);
    });
  });
  assert.equal((await ask(editor, { workDoneToken: 'bar' })).grants.length, 200 * 50);
  assert.deepEqual([told[0], told[1], told.at(-1)], ['begin', 'report', 'end']);
  assert.ok(answered !== undefined && answered !== 'end');
  await editor.stop();
  folder.remove();
});

test('as long as the workspace is still being read, that is told, and waited for', async () => {
  let goOn = () => {};
  const told = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  const editor = await startEditor({
    folders: ['demo://files/w'],
    served: { 'demo://files/w/policy.yaml': policy },
    beforeRead: () => told,
  });
  editor.connection.onNotification('$/progress', ({ value }: { value: WorkDoneProgressBegin }) => {
    if (value.message === 'The workspace is still being read.') goOn();
  });
  assert.equal((await ask(editor, { workDoneToken: 'bar' })).grants.length, 1);
  await editor.stop();
});

test('the person can stop it', async () => {
  const served = Object.fromEntries(Array.from({ length: 200 }, (_, index) => [`demo://files/w/${index}.yaml`, policy]));
  const cancellation = new CancellationTokenSource();
  let asked = false;
  const editor = await startEditor({
    folders: ['demo://files/w'],
    served,
    // Sent before what was read, and so known by then.
    beforeRead: async () => (asked ? cancellation.cancel() : undefined),
  });
  await editor.indexed();
  const before = editor.reads.length;
  asked = true;
  await assert.rejects(editor.connection.sendRequest('leastwise/grants', {}, cancellation.token), /Cancelled/i);
  const { length: read } = editor.reads.slice(before);
  assert.ok(read > 0 && read < 200, `read: ${read}`);
  await editor.stop();
});

test('a file that is too large is told as unknown, and without a folder there is nothing', async () => {
  const folder = makeFolder({ 'policy.yaml': policy, 'large.yaml': `${policy}${'#'.repeat(8 * 1024 * 1024)}` });
  const editor = await startEditor({ folders: [folder.uri] });
  const { grants, unknown } = await ask(editor);
  assert.equal(grants.length, 1);
  assert.deepEqual(
    unknown.map(({ reason, at }) => [reason, at.uri]),
    [['The text can’t be read here.', folder.uriOf('large.yaml')]],
  );
  await editor.stop();
  folder.remove();
  const alone = await startEditor();
  assert.deepEqual(await ask(alone), { files: 0, grants: [], unknown: [] });
  await alone.stop();
});

interface Changes {
  readonly files: number;
  readonly changes: readonly { readonly change: string; readonly before: Row | null; readonly after: Row | null }[];
  readonly unknown: readonly { readonly change: string; readonly reason: string }[];
}

const compare = (editor: Editor, before: readonly { uri: string; text: string | null }[]): Promise<Changes> =>
  editor.connection.sendRequest('leastwise/grantChanges', { before });

test('what has changed since files held something else, weren’t there or were is told, with the lines of either time', async () => {
  const folder = makeFolder({ 'infra/main.tf': module, 'policy.yaml': policy, 'new.yaml': policy.replace('kim', 'new') });
  const editor = await startEditor({ folders: [folder.uri] });
  const [main, gone, added] = ['infra/main.tf', 'gone.yaml', 'new.yaml'].map(folder.uriOf);
  assert.ok(main && gone && added);
  const { changes, unknown } = await compare(editor, [
    {
      uri: main,
      text: `# The list was shorter.\n${module.replace(', "user:bo@example.org"', '').replace('= var.more', '= ["user:cy@example.org"]')}`,
    },
    { uri: gone, text: `\n\n${policy.replace('kim', 'gone')}` },
    { uri: added, text: null },
    { uri: folder.uriOf('readme.md'), text: 'what is not read is nothing' },
  ]);
  assert.deepEqual(
    changes.map(({ change, before, after }) => {
      const row = after ?? before;
      return [change, row?.member, row?.at.uri, row?.at.range.start.line];
    }),
    [
      ['added', 'user:bo@example.org', main, 4],
      ['added', 'user:new@example.org', added, 1],
      ['removed', 'user:gone@example.org', gone, 3],
      ['perhapsRemoved', 'user:cy@example.org', main, 11],
    ],
  );
  assert.deepEqual(
    unknown.map(({ change, reason }) => [change, reason]),
    [['added', 'var.more has no value in the text.']],
  );
  await editor.stop();
  folder.remove();
});

test('another way to write the same is no change', async () => {
  const folder = makeFolder({ 'infra/main.tf': module });
  const editor = await startEditor({ folders: [folder.uri] });
  const literal = ['ann', 'bo'].map(
    (name) =>
      `resource "google_project_iam_member" "${name}" {\n  project = "example-prod"\n  role = "roles/viewer"\n  member = "user:${name}@example.org"\n}\n`,
  );
  const before = module.replace(/resource "google_project_iam_member" "readers" \{[\s\S]*?\n\}\n/, literal.join(''));
  assert.notEqual(before, module);
  const { changes, unknown } = await compare(editor, [{ uri: folder.uriOf('infra/main.tf'), text: before }]);
  assert.deepEqual([changes, unknown], [[], []]);
  await editor.stop();
  folder.remove();
});

function bigModule(part: number, members: number): string {
  return `resource "google_project_iam_member" "of" {
  for_each = toset([for n in range(${members}) : format("user:person-%d@team-${part}.example.org", n)])
  project  = "example-${part}"
  role     = "roles/viewer"
  member   = each.value
}
`;
}

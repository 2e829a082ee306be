import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { formatOf, parseSourceFile } from '../../../src/syntax/sourceFile';
import { terraformJsonFormat } from '../../../src/syntax/terraform/json/terraformJson';
import { prepareTerraform } from '../../../src/syntax/terraform/reading/grammar';
import { entryOf, type MappingNode, type SyntaxNode } from '../../../src/syntax/tree';
import { copyOf, expression, type TreeEdit } from '../../../src/syntax/treeEdit';
import { applyEdits } from '../../../src/text/edit';

before(prepareTerraform);

const text = `{
  "resource": {
    "google_project_iam_member": {
      "한": {
        "project": "\${var.project}",
        "member": "serviceAccount:\${google_service_account.app[\\"a\\"].email}",
        "role": "roles/$\${owner}",
        "title": "a\\nb",
        "policy": "\${jsonencode({ a = 1 })}",
        "text": "{\\"role\\": \\"roles/\${var.r}\\"}",
        "bad": "\${var.}",
        "if": "%{ if a }b%{ endif }"
      }
    }
  }
}`;

function bodyOf(source: string): MappingNode {
  let node: SyntaxNode | undefined = terraformJsonFormat.parse(source)[0]?.root.node;
  for (const key of ['resource', 'google_project_iam_member', '한'])
    node = node?.kind === 'mapping' ? entryOf(node, key)?.value : undefined;
  assert(node?.kind === 'mapping');
  return node;
}

function valueOfKey(key: string): SyntaxNode {
  const value = entryOf(bodyOf(text), key)?.value;
  assert(value);
  return value;
}

function sourceOf({ range }: { readonly range: { readonly start: number; readonly end: number } }): string {
  return text.slice(range.start, range.end);
}

test('which files are Terraform in JSON', () => {
  assert.equal(formatOf('file:///a/main.tf.json', 'json'), 'terraformJson');
  assert.equal(formatOf('file:///a/main.tofu.json'), 'terraformJson');
  assert.equal(formatOf('file:///a/x.tfvars.json'), 'json');
  assert.equal(formatOf('file:///a/main.json'), 'json');
  assert.equal(formatOf('file:///a/main.tf', 'terraform'), 'terraform');
  assert.equal(parseSourceFile('file:///a/main.tf.json', '{}', 'terraformJson').roots[0]?.root.format.name, 'terraformJson');
});

test('a string that is one expression is the expression', () => {
  const project = valueOfKey('project');
  assert.deepEqual(project.kind === 'reference' && project.path, ['var', 'project']);
  assert.equal(sourceOf(project), `"\${var.project}"`);
  const policy = valueOfKey('policy');
  assert.equal(policy.kind === 'opaque' && policy.call?.name, 'jsonencode');
  assert.deepEqual(valueOfKey('bad'), { kind: 'opaque', range: valueOfKey('bad').range });
});

test('a string with expressions is a template', () => {
  const member = valueOfKey('member');
  assert(member.kind === 'template');
  const [literal, hole] = member.parts;
  assert(literal && hole && 'literal' in literal && 'hole' in hole && hole.hole.kind === 'reference');
  assert.equal(literal.literal, 'serviceAccount:');
  assert.equal(sourceOf(literal), 'serviceAccount:');
  assert.deepEqual(hole.hole.path, ['google_service_account', 'app', 'a', 'email']);
  assert.equal(sourceOf(hole.hole), 'google_service_account.app[\\"a\\"].email');
});

test('escapes of JSON and of templates are read', () => {
  assert.deepEqual(valueOfKey('role'), { kind: 'scalar', range: valueOfKey('role').range, value: `roles/\${owner}` });
  assert.deepEqual(valueOfKey('title'), { kind: 'scalar', range: valueOfKey('title').range, value: 'a\nb' });
  assert.equal(valueOfKey('if').kind, 'opaque');
});

test('JSON in a string is a root', () => {
  const root = terraformJsonFormat.parse(text)[0]?.root;
  const [embedded, ...others] = root?.embedded ?? [];
  assert(embedded && others.length === 0 && embedded.root.node.kind === 'mapping');
  const role = entryOf(embedded.root.node, 'role')?.value;
  assert(role?.kind === 'template');
  const outer = embedded.toOuter(role.range);
  assert(outer);
  assert.equal(sourceOf({ range: outer }), `\\"roles/\${var.r}\\"`);
  assert.deepEqual(embedded.editOuter({ range: role.range, newText: '"roles/owner"' }), {
    range: outer,
    newText: '\\"roles/owner\\"',
  });
});

test('a computed key leaves its mapping incomplete', () => {
  const [placed] = terraformJsonFormat.parse(`{ "\${var.k}": 1, "a": 2 }`);
  const node = placed?.root.node;
  assert(node?.kind === 'mapping');
  assert.equal(node.complete, false);
  assert.deepEqual(
    node.entries.map(({ key }) => key),
    ['a'],
  );
});

test('the segments of strings', () => {
  const root = terraformJsonFormat.parse(text)[0]?.root;
  assert(root);
  const segments = terraformJsonFormat.segments(root, valueOfKey('title'));
  assert.deepEqual(
    segments?.map(({ inner, outer, outerEnd }) => [inner, text.slice(outer, outerEnd)]),
    [
      [0, 'a'],
      [1, '\\n'],
      [2, 'b'],
    ],
  );
});

test('an unchanged file is the same root', () => {
  const before = terraformJsonFormat.parse(text);
  assert.equal(terraformJsonFormat.parse(text, { roots: before })[0]?.root, before[0]?.root);
  const after = terraformJsonFormat.parse(text.replace('a\\nb', 'c'), { roots: before });
  assert.notEqual(after[0]?.root, before[0]?.root);
  assert.equal(valueOfKey('project').kind, 'reference');
});

test('edits write expressions and escape what would be one', () => {
  const [placed] = terraformJsonFormat.parse(text);
  assert(placed);
  const body = entryOf(
    entryOf(entryOf(placed.root.node as MappingNode, 'resource')?.value as MappingNode, 'google_project_iam_member')
      ?.value as MappingNode,
    '한',
  );
  const mapping = body?.value as MappingNode;
  const edits: readonly TreeEdit[] = [
    { kind: 'set', in: mapping, key: 'member', to: expression('google_service_account.b.member') },
    { kind: 'set', in: mapping, key: 'title', to: [`\${x}`, { a: expression('b.c') }] },
    { kind: 'set', in: mapping, key: 'copy', to: copyOf(valueOfKey('project')) },
  ];
  const changes = terraformJsonFormat.render(placed.root, edits);
  assert(changes);
  const written = JSON.parse(applyEdits(placed.root.text, changes)).resource.google_project_iam_member.한;
  assert.equal(written.member, `\${google_service_account.b.member}`);
  assert.deepEqual(written.title, [`$\${x}`, { a: `\${b.c}` }]);
  assert.equal(written.copy, `\${var.project}`);
});

test('broken text raises nothing', () => {
  for (let end = 0; end <= text.length; end++) terraformJsonFormat.parse(text.slice(0, end));
});

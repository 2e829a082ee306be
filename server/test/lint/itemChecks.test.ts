import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { summarise } from '../../src/kinds/facts';
import { renderFix } from '../../src/lint/fixes/fix';
import { createLinter, type Linter } from '../../src/lint/lint';
import { type PlacedFinding, rangeInFile } from '../../src/lint/places/placedFinding';
import { readSettings } from '../../src/lint/settings/settings';
import { rules } from '../../src/rules/index.generated';
import type { Rule } from '../../src/rules/rule';
import { formatOf, parseSourceFile, type SourceFile } from '../../src/syntax/sourceFile';
import { prepareTerraform } from '../../src/syntax/terraform/reading/grammar';
import { applyEdits } from '../../src/text/edit';
import { join, type Workspace } from '../../src/workspace/index/workspace';

await prepareTerraform();

const folder = 'file:///work';
const now = new Date('2026-06-15T12:00:00Z');
const { settings } = readSettings({
  client: {
    organizationDomains: ['example.org'],
    groups: { 'group:listed@example.org': ['serviceAccount:a@p-one.iam.gserviceaccount.com'] },
  },
  folder,
});

function newLinter(some: readonly Rule[] = rules): Linter {
  return createLinter({
    rules: some,
    settings,
    onFault(rule, error) {
      throw new Error(`a fault in ${rule}`, { cause: error });
    },
  });
}

interface Binding {
  readonly role: string;
  readonly members: readonly string[];
  readonly condition?: string;
}

const members = [
  'user:kim@example.org',
  'user:Kim@example.org',
  'allUsers',
  'group:listed@example.org',
  'group:seen@example.org',
  'serviceAccount:a@p-one.iam.gserviceaccount.com',
  'serviceAccount:b@p-one.iam.gserviceaccount.com',
  'deleted:user:lee@example.org?uid=113748291058392715206',
  'user:lee@gmail.com',
  'User:lee@example.org',
  'serviceAccount:4@p-one.iam.gserviceaccount.com',
];
const faulty: fc.Arbitrary<Binding> = fc.record(
  {
    role: fc.constantFrom('roles/owner', 'roles/browser', 'roles/viewr', 'viewer', 'roles/run.serviceAgent'),
    members: fc.array(fc.constantFrom(...members), { maxLength: 4 }),
    condition: fc.constantFrom('request.tiem < timestamp("2030-01-01T00:00:00Z")', 'resource.name == "a"'),
  },
  { requiredKeys: ['role', 'members'] },
);
/** What is said of a group depends on who else has its role. */
const granting: fc.Arbitrary<Binding> = fc.record({
  role: fc.constantFrom('roles/browser', 'roles/storage.objectViewer'),
  members: fc.subarray(['group:listed@example.org', 'serviceAccount:a@p-one.iam.gserviceaccount.com'], { minLength: 1 }),
});
const binding = fc.oneof(faulty, granting);

/** How a policy is written; `head` stands where all bindings may depend on it. */
type Writing = (bindings: readonly Binding[], head: string) => string;

const asObject = ({ role, members: holders, condition }: Binding) => ({
  role,
  members: holders,
  ...(condition ? { condition: { title: 't', expression: condition } } : {}),
});
const hcl = (value: unknown) => JSON.stringify(value, null, 2).replace(/"(\w+)":/g, '$1 =');
const yamlItem = (one: Binding) => {
  const lines = JSON.stringify(asObject(one), null, 2).split('\n');
  return `- ${lines.map((line, index) => (index === 0 ? line : `  ${line}`)).join('\n')}\n`;
};
const block = ({ role, members: holders, condition }: Binding) =>
  `  binding {\n    role = ${role === 'viewer' ? 'local.role' : JSON.stringify(role)}\n    members = ${JSON.stringify(holders)}\n${
    condition ? `    condition {\n      title = "t"\n      expression = ${JSON.stringify(condition)}\n    }\n` : ''
  }  }\n`;

const writings: Readonly<Record<string, Writing>> = {
  'policy.json': (bindings, head) => JSON.stringify({ etag: head, bindings: bindings.map(asObject) }, null, 2),
  'line.json': (bindings, head) =>
    JSON.stringify({ bindings: bindings.map(asObject), resource: `//cloudresourcemanager.googleapis.com/${head}/1` }),
  'policy.yaml': (bindings, head) => `etag: ${head}\nbindings:\n${bindings.map(yamlItem).join('')}`,
  'aliased.yaml': (bindings, head) =>
    `bindings:\n- role: roles/browser\n  members: &all [allUsers, 'user:${head}@gmail.com']\n${bindings.map(yamlItem).join('')}- role: roles/viewer\n  members: *all\n`,
  'data.tf': (bindings, head) =>
    `data "google_iam_policy" "a" {\n${head === 'folders' ? '  count = 1\n' : ''}${bindings.map(block).join('')}}\n`,
  'encoded.tf': (bindings, head) =>
    `resource "google_${head === 'folders' ? 'folder' : 'project'}_iam_policy" "a" {\n  policy_data = jsonencode({ bindings = ${hcl(bindings.map(asObject))} })\n}\n`,
  'quoted.tf': (bindings) =>
    `resource "google_project_iam_policy" "a" {\n  project = "p"\n  policy_data = <<-EOT\n    ${JSON.stringify({ bindings: bindings.map(asObject) })}\n  EOT\n}\n`,
};

type Step =
  | { readonly kind: 'put'; readonly at: number; readonly binding: Binding; readonly instead: boolean }
  | { readonly kind: 'takeOut' | 'move'; readonly at: number; readonly to: number }
  | { readonly kind: 'head'; readonly head: string }
  | { readonly kind: 'elsewhere'; readonly text: string }
  | { readonly kind: 'attach'; readonly to: string | undefined }
  | { readonly kind: 'type'; readonly at: number; readonly text: string }
  | { readonly kind: 'mend' };

const place = fc.nat(1000);
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constant('put' as const), at: place, binding, instead: fc.boolean() }),
  fc.record({ kind: fc.constantFrom('takeOut' as const, 'move' as const), at: place, to: place }),
  fc.record({ kind: fc.constant('head' as const), head: fc.constantFrom('a', 'b', 'projects', 'folders') }),
  fc.record({ kind: fc.constant('elsewhere' as const), text: fc.constantFrom('', 'local', 'membership', 'account') }),
  fc.record({ kind: fc.constant('attach' as const), to: fc.constantFrom('bucket', 'project', undefined) }),
  fc.record({ kind: fc.constant('type' as const), at: place, text: fc.constantFrom('"', '{', ',', ' ', 'x', '\n', '}', '*') }),
  fc.constant({ kind: 'mend' as const }),
);

const elsewhere: Readonly<Record<string, string>> = {
  '': '',
  local: 'locals {\n  role = "roles/editor"\n}\n',
  account:
    'locals {\n  role = "roles/browser"\n}\nresource "google_service_account" "b" {\n  account_id = "b"\n  project = "p-one"\n}\n',
  membership:
    'resource "google_cloud_identity_group_membership" "m" {\n  group = "seen@example.org"\n  preferred_member_key {\n    id = "b@p-one.iam.gserviceaccount.com"\n  }\n  roles {\n    name = "MEMBER"\n  }\n}\n',
};

test('bindings that are looked at one by one are told what a fresh start would tell of them', () => {
  let count = 0;
  const input = fc.record({
    name: fc.constantFrom(...Object.keys(writings)),
    first: fc.array(binding, { minLength: 5, maxLength: 9 }),
    steps: fc.array(step, { minLength: 1, maxLength: 7 }),
  });
  fc.assert(
    fc.property(input, ({ name, first, steps }) => {
      const linter = newLinter();
      const write = writings[name] ?? assert.fail();
      let bindings = first;
      let head = 'projects';
      let others = '';
      let attachment: string | undefined;
      let text = write(bindings, head);
      let file = parsed(`${folder}/${name}`, text);
      told(linter, file, workspaceOf(file, others));
      for (const one of steps) {
        if (one.kind === 'put') bindings = bindings.toSpliced(at(bindings, one.at), one.instead ? 1 : 0, one.binding);
        if (one.kind === 'takeOut') bindings = bindings.toSpliced(at(bindings, one.at), 1);
        if (one.kind === 'move') {
          const moved = bindings.slice(at(bindings, one.at), at(bindings, one.at) + 1);
          bindings = bindings.toSpliced(at(bindings, one.at), 1).toSpliced(at(bindings, one.to), 0, ...moved);
        }
        if (one.kind === 'head') head = one.head;
        if (one.kind === 'elsewhere') others = one.text;
        if (one.kind === 'attach') attachment = one.to;
        if (one.kind === 'type') {
          const offset = Math.floor((one.at / 1000) * text.length);
          text = text.slice(0, offset) + one.text + text.slice(offset);
        } else text = write(bindings, head);
        file = parsed(file.uri, text, file);
        // Under a name of its own nothing is known of it.
        const fresh = parsed(`${folder}/${count++}-${name}`, text);
        const actual = told(linter, file, workspaceOf(file, others, attachment), attachment);
        const expected = told(newLinter(), fresh, workspaceOf(fresh, others, attachment), attachment);
        assert.deepEqual(actual, expected, `${name} after ${JSON.stringify(one)}`);
      }
    }),
    { numRuns: 80 },
  );
});

function at(list: readonly unknown[], place: number): number {
  return Math.floor((place / 1001) * list.length);
}

function parsed(uri: string, text: string, previous?: SourceFile): SourceFile {
  return parseSourceFile(uri, text, formatOf(uri) ?? 'json', previous);
}

function workspaceOf(file: SourceFile, others: string, attachment?: string): Workspace {
  const other = parsed(`${folder}/other.tf`, elsewhere[others] ?? '');
  return join([summarise(file, { group: undefined, attachment }), summarise(other, { group: undefined })], true);
}

/** With what the file tells others. */
function told(linter: Linter, file: SourceFile, workspace: Workspace, attachment?: string): unknown {
  const inFile = (uri: string) => (uri === file.uri ? 'this file' : uri);
  return [
    ...linter.lint(file, workspace, now).map((finding) => ({
      rule: finding.rule.id,
      message: finding.message,
      arguments: finding.arguments,
      severity: finding.severity,
      range: rangeInFile(finding),
      related: finding.related.map((related) => [related.message, inFile(related.at.uri)]),
      fixes: finding
        .fixes()
        .map((fix) => [fix, repaired(file, finding, fix)].slice(1).concat('disabled' in fix ? fix.disabled : fix.title)),
    })),
    ...summarise(file, { group: undefined, attachment })
      .filter(({ kind }) => kind === 'grant')
      .map(({ value, at: { range } }) => ({ ...value, range })),
  ];
}

function repaired({ text }: SourceFile, finding: PlacedFinding, fix: Parameters<typeof renderFix>[2]): string | undefined {
  const edits = renderFix(text, finding, fix);
  return edits && applyEdits(text, edits);
}

test('who types into one binding has that one looked at, wherever the others come to stand', () => {
  const rule = rules.find(({ id }) => id === 'allow-policy/invalid-member') ?? assert.fail();
  let looks = 0;
  const counting: Rule = {
    ...rule,
    checkItem(item, context) {
      looks++;
      rule.checkItem?.(item, context);
    },
  };
  const many = Array.from({ length: 40 }, (_, index) => ({
    role: 'roles/browser',
    members: [`user:kim${index}@example.org`, 'user:'],
  }));
  for (const name of Object.keys(writings).filter((one) => one !== 'quoted.tf')) {
    const write = writings[name] ?? assert.fail();
    const linter = newLinter([counting]);
    let file = parsed(`${folder}/${name}`, write(many, 'a'));
    linter.lint(file, workspaceOf(file, ''), now);
    looks = 0;
    const edited = many.with(20, { role: 'roles/browser', members: ['user:kim@example.org', 'user:', 'user:'] });
    file = parsed(file.uri, write(edited, 'a'), file);
    const found = linter.lint(file, workspaceOf(file, ''), now);
    // Whatever an alias stands for is looked at again.
    assert.ok(looks <= 2, `${name}: ${looks}`);
    assert.ok(found.length > 40, `${name}: ${found.length} findings`);
  }
});

test('fixes are worked out when somebody asks, once for each state of the workspace', () => {
  const rule = rules.find(({ id }) => id === 'allow-policy/public-access') ?? assert.fail();
  let looks = 0;
  const counting: Rule = {
    ...rule,
    checkItem(item, context) {
      rule.checkItem?.(item, {
        ...context,
        whole: context.whole,
        report: (marked, message, detail) =>
          context.report(marked, message, {
            ...detail,
            fixes() {
              looks++;
              return detail?.fixes?.() ?? [];
            },
          }),
      });
    },
  };
  const file = parsed(
    `${folder}/a.json`,
    '{ "bindings": [{ "role": "roles/browser", "members": ["allUsers", "user:a@b.example"] }] }',
  );
  const linter = newLinter([counting]);
  const [finding] = linter.lint(file, workspaceOf(file, ''), now);
  assert.equal(looks, 0);
  assert.deepEqual(
    finding?.fixes().map(({ title }) => title),
    ['remove'],
  );
  assert.equal(looks, 1);
});

test('more bindings than a call can take arguments are looked at, each with something that is found and asked', () => {
  const rule = rules.find(({ id }) => id === 'allow-policy/public-access') ?? assert.fail();
  const asking: Rule = {
    ...rule,
    checkItem(item, context) {
      context.workspace.find('group', 'anybody');
      rule.checkItem?.(item, context);
    },
  };
  const count = 150_000;
  const one = '{"role":"roles/browser","members":["allUsers"]}';
  const file = parsed(`${folder}/many.json`, `{"bindings":[${Array.from({ length: count }, () => one).join()}]}`);
  assert.equal(newLinter([asking]).lint(file, workspaceOf(file, ''), now).length, count);
});

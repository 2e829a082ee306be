import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { mayHoldFacts, summarise } from '../../src/kinds/facts';
import { type GrantFact, grantsOn, grantsOnSome, grantsTo } from '../../src/kinds/gcp/grants/facts';
import { formatOf, parseSourceFile } from '../../src/syntax/sourceFile';
import { prepareTerraform } from '../../src/syntax/terraform/reading/grammar';
import { join } from '../../src/workspace/index/workspace';

await prepareTerraform();

const folder = 'file:///work';
const app = 'serviceAccount:app@p.iam.gserviceaccount.com';
const viewer = 'roles/storage.objectViewer';

function workspaceOf(files: Readonly<Record<string, string>>, attachment?: string) {
  const lists = Object.entries(files).map(([name, text]) => {
    const uri = `${folder}/${name}`;
    const format = formatOf(uri) ?? 'json';
    const facts = summarise(parseSourceFile(uri, text, format), { group: undefined, attachment });
    if (facts.some(({ kind }) => kind !== 'text' && kind !== 'fileBelow'))
      assert.ok(mayHoldFacts(text, format, uri), 'not passed over');
    return facts;
  });
  return join(lists, true);
}

function grantsOf(name: string, files: Readonly<Record<string, string>>, attachment?: string): readonly GrantFact[] {
  return workspaceOf(files, attachment)
    .find('grant', name)
    .map(({ value }) => value);
}

const document = `{"bindings": [{"role": "${viewer}", "members": ["${app}", "user:kim@example.org"]}]}`;
const block = `  binding {\n    role = "${viewer}"\n    members = ["${app}", "user:kim@example.org"]\n  }\n`;

const resource = (ending: string, body: string) =>
  `resource "google_storage_bucket_iam_${ending}" "r" {\n  bucket = "b"\n${body}}\n`;
const policyOf = (value: string) => resource('policy', `  policy_data = ${value}\n`);
const expression = `{\n    bindings = [{ role = "${viewer}", members = ["${app}", "user:kim@example.org"] }]\n  }`;

/** One pair of grants in every form that there is. */
const forms: Readonly<Record<string, readonly [form: GrantFact['form'], name: string, text: string]>> = {
  'a _member resource': ['member', 'a.tf', resource('member', `  role = "${viewer}"\n  member = "${app}"\n`)],
  'a _binding resource': [
    'binding',
    'a.tf',
    resource('binding', `  role = "${viewer}"\n  members = ["${app}", "user:kim@example.org"]\n`),
  ],
  'a _binding resource in JSON': [
    'binding',
    'a.tf.json',
    JSON.stringify({
      resource: {
        google_storage_bucket_iam_binding: { r: { bucket: 'b', role: viewer, members: [app, 'user:kim@example.org'] } },
      },
    }),
  ],
  'a policy by jsonencode': ['policy', 'a.tf', policyOf(`jsonencode(${expression})`)],
  'a policy in a heredoc': ['policy', 'a.tf', policyOf(`<<EOT\n${document}\nEOT`)],
  'a policy in a string': ['policy', 'a.tf', policyOf(JSON.stringify(document))],
  'a data source': ['dataSource', 'a.tf', `data "google_iam_policy" "r" {\n${block}}\n`],
  'a JSON document': ['document', 'a.json', document],
  'a YAML document': ['document', 'a.yaml', `bindings:\n- role: ${viewer}\n  members:\n  - ${app}\n  - user:kim@example.org\n`],
  'a YAML document, flow': ['document', 'a.yaml', `bindings: [{role: ${viewer}, members: ["${app}", 'user:kim@example.org']}]\n`],
  'the request that sets a policy': ['document', 'a.json', `{"policy": ${document}, "updateMask": "bindings"}`],
  'a list of policies': ['document', 'a.json', `[{"policy": ${document}}]`],
};

describe('a grant is told wherever it stands', () => {
  for (const [what, [form, name, text]] of Object.entries(forms)) {
    test(what, () => {
      const held = grantsOf(grantsTo(app), { [name]: text });
      assert.equal(held.length, 1);
      const [grant] = held;
      assert.ok(grant);
      const isResource = form === 'member' || form === 'binding' || form === 'policy';
      const address = { member: '_member.r', binding: '_binding.r', policy: '_policy.r' }[form as 'member'];
      assert.deepEqual(
        { ...grant, terms: undefined },
        {
          form,
          address: isResource
            ? `google_storage_bucket_iam${address}`
            : form === 'dataSource'
              ? 'data.google_iam_policy.r'
              : undefined,
          level: isResource ? 'bucket' : undefined,
          family: isResource ? 'google_storage_bucket' : undefined,
          terms: undefined,
          role: viewer,
          identity: JSON.stringify([viewer]),
          member: app,
          account: undefined,
          group: undefined,
          unknown: 'none',
          certain: true,
          complete: true,
          source: undefined,
        },
      );
      if (isResource) {
        assert.deepEqual(grant.terms?.texts, { bucket: '"b"', role: JSON.stringify(viewer) });
        assert.equal(grant.terms?.sure, true);
      }
      const others = grantsOf(grantsTo('user:kim@example.org'), { [name]: text });
      assert.equal(others.length, form === 'member' ? 0 : 1);
    });
  }

  test('what hangs on one thing is one look-up, whatever grants it', () => {
    const files = Object.fromEntries(
      Object.entries(forms).map(([, [, name, text]], at) => [`${at}${name}`, text.replaceAll('"r"', `"r${at}"`)]),
    );
    const on = grantsOf(grantsOn(folder, 'google_storage_bucket'), files);
    assert.deepEqual(
      on.map(({ form, member }) => `${form} ${member}`).sort(),
      [
        ...['binding', 'binding', 'policy', 'policy', 'policy'].flatMap((form) => [
          `${form} ${app}`,
          `${form} user:kim@example.org`,
        ]),
        `member ${app}`,
      ].sort(),
    );
    assert.equal(grantsOf(grantsTo(app), files).length, Object.keys(forms).length);
    assert.deepEqual(new Set(on.map(({ terms }) => terms?.texts.bucket)), new Set(['"b"']));
  });
});

test('what a document hangs on is told by a setting or by itself, and only which kind of thing that is', () => {
  assert.deepEqual(grantsOf(grantsOnSome('project'), { 'a.json': document }), []);
  assert.equal(grantsOf(grantsOnSome('project'), { 'a.json': document }, 'project').length, 2);
  const ofBucket = document.replace('{', '{"kind": "storage#policy", ');
  assert.deepEqual(
    grantsOf(grantsOnSome('bucket'), { 'a.json': ofBucket }).map(({ level, family }) => [level, family]),
    [
      ['bucket', undefined],
      ['bucket', undefined],
    ],
  );
});

test('the setting counts anew for a file that stays', () => {
  const uri = `${folder}/a.json`;
  const file = parseSourceFile(uri, document, 'json');
  const places = (attachment: string | undefined) =>
    summarise(file, { group: undefined, attachment })
      .filter(({ name }) => name.startsWith('on '))
      .map(({ name }) => name);
  for (const [attachment, found] of [
    [undefined, []],
    ['project', ['on some project', 'on some project']],
    ['folder', ['on some folder', 'on some folder']],
    [undefined, []],
  ] as const)
    assert.deepEqual(places(attachment), found);
});

describe('what isn’t sure is told as such', () => {
  const bindingWith = (members: string, more = '') =>
    resource('binding', `  role = "${viewer}"\n  members = ${members}\n${more}`);
  const on = (text: string) => grantsOf(grantsOn(folder, 'google_storage_bucket'), { 'a.tf': text });
  const short = ({ member, account, unknown, certain, complete, terms }: GrantFact) =>
    [member ?? account?.address ?? '?', unknown, certain, complete, terms?.sure].join(' ');

  for (const [what, text, told] of [
    [
      'a list that goes on',
      bindingWith(`concat(["${app}"], var.more)`),
      [`${app} none true false true`, '? any false false true'],
    ],
    ['a list that is not known', bindingWith('var.all'), ['? any false false true']],
    ['a list of nobody', bindingWith('[]'), ['? none false true true']],
    [
      'an account by its resource',
      bindingWith('[google_service_account.app.member]'),
      ['google_service_account.app none true true true'],
    ],
    [
      'an account by its address',
      bindingWith('["serviceAccount:${google_service_account.app.email}"]'),
      ['google_service_account.app none true true true'],
    ],
    ['an account nobody knows', bindingWith('["serviceAccount:${var.who}@x"]'), ['? one true true true']],
    ['a group nobody knows', bindingWith('["group:${var.who}"]'), ['? none true true true']],
    ['a resource that may not be there', bindingWith(`["${app}"]`, '  count = var.n\n'), [`${app} none true true false`]],
    [
      'changes that are let be',
      bindingWith(`["${app}"]`, '  lifecycle {\n    ignore_changes = [members]\n  }\n'),
      [`${app} none true true false`],
    ],
    ['a document from elsewhere', policyOf('file("p.json")'), ['? any false false true']],
    ['a policy of nobody', policyOf('jsonencode({ bindings = [] })'), ['? none false true true']],
  ] as const) {
    test(what, () => assert.deepEqual(on(text).map(short), told));
  }

  test('a policy that takes its document from a data source says which', () => {
    const text = `${policyOf('data.google_iam_policy.r.policy_data')}data "google_iam_policy" "r" {\n${block}}\n`;
    const [policy] = on(text);
    assert.deepEqual([policy?.unknown, policy?.source], ['any', 'data.google_iam_policy.r']);
    const made = grantsOf(grantsOn(folder, policy?.source ?? ''), { 'a.tf': text });
    assert.deepEqual(
      made.map(({ member }) => member),
      [app, 'user:kim@example.org'],
    );
  });

  test('a data source with a dynamic binding', () => {
    const text = `data "google_iam_policy" "r" {\n  dynamic "binding" {\n    for_each = var.b\n    content {\n      role = "${viewer}"\n      members = ["${app}"]\n    }\n  }\n}\n`;
    assert.deepEqual(
      grantsOf(grantsTo(app), { 'a.tf': text }).map(({ certain }) => certain),
      [false],
    );
  });

  test('the account of a resource is found by the resource', () => {
    const text = bindingWith('[google_service_account.app.member]');
    const found = grantsOf(grantsTo({ folder, address: 'google_service_account.app' }), { 'a.tf': text });
    assert.deepEqual(
      found.map(({ form }) => form),
      ['binding'],
    );
  });

  test('each resource that for_each stands for grants by itself', () => {
    const text = `resource "google_storage_bucket_iam_member" "r" {\n  for_each = toset(["a@x.org", "b@x.org"])\n  bucket = "b"\n  role = "${viewer}"\n  member = "user:\${each.value}"\n}\n`;
    assert.deepEqual(on(text).map(short), ['user:a@x.org none true true false', 'user:b@x.org none true true false']);
  });
});

test('two conditions that say the same are one, however they stand', () => {
  const condition = '{ title = "t", expression = "true" }';
  const inBlock = resource(
    'binding',
    `  role = "${viewer}"\n  members = ["${app}"]\n  condition {\n    expression = "true"\n    title = "t"\n  }\n`,
  );
  const inPolicy = policyOf(
    `jsonencode({ bindings = [{ role = "${viewer}", members = ["${app}"], condition = ${condition} }] })`,
  );
  const [one, other] = [inBlock, inPolicy].map((text) => grantsOf(grantsTo(app), { 'a.tf': text })[0]);
  assert.deepEqual(one?.terms?.texts, other?.terms?.texts);
  assert.ok(one?.identity);
  assert.equal(one.identity, other?.identity);
});

test('a document that the API would refuse for its length costs next to nothing', () => {
  const members = Array.from({ length: 1_501 }, (_, at) => `user:u${at}@example.org`);
  const text = JSON.stringify({ bindings: [{ role: viewer, members }] });
  const facts = workspaceOf({ 'a.json': text }, 'project').find('grant', grantsOnSome('project'));
  assert.deepEqual(
    facts.map(({ value: { unknown, complete } }) => [unknown, complete]),
    [['any', false]],
  );
});

test('foreign documents grant nothing', () => {
  const asset = `[{"asset_type": "x", "iam_policy": {}}]`;
  const kubernetes = `apiVersion: v1\nkind: List\nbindings:\n- role: ${viewer}\n  members: ["${app}"]\n`;
  assert.deepEqual(grantsOf(grantsTo(app), { 'a.json': asset, 'a.yaml': kubernetes }), []);
});

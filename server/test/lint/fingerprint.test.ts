import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { summarise } from '../../src/kinds/facts';
import { fingerprintsOf } from '../../src/lint/fingerprint';
import { createLinter } from '../../src/lint/lint';
import { rangeInFile } from '../../src/lint/places/placedFinding';
import { readSettings } from '../../src/lint/settings/settings';
import { ignorePlace, isHiddenByEntry } from '../../src/lint/suppression/entries';
import { rules } from '../../src/rules/index.generated';
import { formatOf, parseSourceFile, type SourceFile } from '../../src/syntax/sourceFile';
import { prepareTerraform } from '../../src/syntax/terraform/reading/grammar';
import { digestOf } from '../../src/text/digest';
import { join } from '../../src/workspace/index/workspace';

await prepareTerraform();

function reportOf(name: string, text: string, client: Readonly<Record<string, unknown>> = {}) {
  const uri = `file:///workspace/${name}`;
  const file: SourceFile = parseSourceFile(uri, text, formatOf(uri) ?? 'json');
  const { settings } = readSettings({ client, folder: 'file:///workspace' });
  const onFault = (_: string, error: unknown) => {
    throw error;
  };
  const linter = createLinter({ rules, settings, onFault });
  return linter.report(file, join([summarise(file, { group: undefined })], true), new Date('2026-01-15T12:00:00Z'));
}

interface Known {
  /** `<rule> <marked text>` */
  readonly told: string;
  readonly fingerprint: string;
  /** How much of the text stands behind it. */
  readonly behind: number;
}

function knownIn(name: string, text: string, client?: Readonly<Record<string, unknown>>): readonly Known[] {
  const { findings, fingerprints } = reportOf(name, text, client);
  const known = fingerprints();
  return findings.map((finding, index) => {
    const { start, end } = rangeInFile(finding);
    const told = `${finding.rule.id} ${text.slice(start, end)}`;
    return { told, fingerprint: known[index] ?? '', behind: text.length - start };
  });
}

/** What has been known before is known again, each once. */
function knownAgain(name: string, before: string, after: string, changedName = name): void {
  const [old, young] = [knownIn(name, before), knownIn(changedName, after)];
  assert.ok(old.length > 0, 'nothing is found');
  const left = young.map(({ fingerprint }) => fingerprint);
  const gone = old.filter(({ fingerprint }) => !left.includes(fingerprint));
  assert.deepEqual(gone, [], `not known again: ${JSON.stringify(young)}`);
  assert.equal(new Set(left).size, left.length, 'one name for two');
}

/** The same where something is inserted above: each finding below keeps its own, whatever is found in what is inserted. */
function knownBelow(name: string, before: string, after: string): void {
  knownAgain(name, before, after);
  const young = knownIn(name, after);
  const isBelow = ({ told, behind }: Known) => young.some((one) => one.behind === behind && one.told === told);
  const below = knownIn(name, before).filter(isBelow);
  assert.ok(below.length > 0, 'nothing is found below');
  const moved = below.filter(
    ({ behind, fingerprint }) => !young.some((one) => one.behind === behind && one.fingerprint === fingerprint),
  );
  assert.deepEqual(moved, [], `other fingerprints: ${JSON.stringify(young)}`);
}

const yaml = (...bindings: readonly string[]) => `bindings:\n${bindings.join('')}`;
const binding = (role: string, ...members: readonly string[]) =>
  `- members:\n${members.map((member) => `  - ${member}\n`).join('')}  role: roles/${role}\n`;
const badBinding = binding('viewer', 'allUsers', 'User:kim@example.org', 'user:a@example.org');

describe('a fingerprint stays the same', () => {
  test('when a binding, a member or a comment is inserted above', () => {
    const before = yaml(badBinding);
    knownBelow('a.yaml', before, yaml(binding('owner', 'user:b@example.org'), badBinding));
    knownBelow('a.yaml', before, yaml(binding('editor', 'allUsers', 'User:kim@example.org'), badBinding));
    knownBelow('a.yaml', before, before.replace('  - allUsers', '  - user:new@example.org\n  - allUsers'));
    knownBelow('a.yaml', before, `# Who may look.\n\n${before}`);
    knownBelow('a.yaml', before, `${yaml(binding('editor', 'user:c@example.org'))}---\n${before}`);
  });

  test('when bindings, members and keys are in another order', () => {
    const other = binding('storage.admin', 'allUsers');
    knownAgain('a.yaml', yaml(badBinding, other), yaml(other, badBinding));
    knownAgain('a.yaml', yaml(badBinding), yaml(binding('viewer', 'user:a@example.org', 'User:kim@example.org', 'allUsers')));
    const keys = '- role: roles/viewer\n  members:\n  - allUsers\n  - User:kim@example.org\n  - user:a@example.org\n';
    knownAgain('a.yaml', yaml(badBinding), yaml(keys));
  });

  test('in JSON and YAML, in lines and in one, with LF and CRLF, as an item of a list', () => {
    const before = yaml(badBinding);
    const document = {
      bindings: [{ role: 'roles/viewer', members: ['allUsers', 'User:kim@example.org', 'user:a@example.org'] }],
    };
    knownAgain('a.yaml', before, JSON.stringify(document), 'a.json');
    knownAgain('a.yaml', before, JSON.stringify(document, undefined, '\t'), 'a.json');
    knownAgain('a.yaml', before, before.replaceAll('\n', '\r\n'));
    knownAgain('a.yaml', before, JSON.stringify([{ bindings: [] }, document]), 'a.json');
    knownAgain('a.yaml', before, `- bindings: []\n- ${before.replaceAll('\n', '\n  ').trimEnd()}\n`);
  });

  test('of a value over several lines, with LF and CRLF', () => {
    const member = '<<EOT\nUser:kim@example.org\nand others\nEOT\n';
    const before = `data "google_iam_policy" "all" {\n  binding {\n    role    = "roles/viewer"\n    members = [${member}    ]\n  }\n}\n`;
    knownAgain('a.tf', before, before.replaceAll('\n', '\r\n'));
  });

  test('of a Terraform resource by its address, in HCL and JSON, wherever it stands in the module', () => {
    const grant = (name: string, member: string) =>
      `resource "google_project_iam_member" "${name}" {\n  project = "example"\n  role    = "roles/viewer"\n  member  = ${member}\n}\n`;
    const before = grant('everybody', '"allUsers"');
    knownBelow('a.tf', before, grant('first', '"allUsers"') + before);
    knownAgain('a.tf', before, before, 'b.tf');
    knownAgain('a.tf', before, before.replace('  project', '  # Nobody knows why.\n  project'));
    const json = {
      resource: { google_project_iam_member: { everybody: { project: 'example', role: 'roles/viewer', member: 'allUsers' } } },
    };
    knownAgain('a.tf', before, JSON.stringify(json), 'a.tf.json');
    const [one] = knownIn('a.tf', before);
    const [other] = knownIn('a.tf', grant('anybody', '"allUsers"'));
    assert.notEqual(one?.fingerprint, other?.fingerprint);
  });

  test('of a repeated block that is marked at its header, and of what stands in it', () => {
    const block = (role: string, members: string) => `  binding {\n    role = "roles/${role}"\n${members}  }\n`;
    const data = (...blocks: readonly string[]) => `data "google_iam_policy" "all" {\n${blocks.join('\n')}}\n`;
    const everybody = '    members = ["allUsers"]\n';
    const before = data(block('viewer', ''), block('browser', everybody));
    const told = knownIn('a.tf', before).map((known) => known.told);
    assert.ok(told.includes('allow-policy/empty-binding binding'), String(told));
    knownBelow(
      'a.tf',
      before,
      data(block('editor', ''), block('owner', everybody), block('viewer', ''), block('browser', everybody)),
    );
  });

  test('through strings that hold documents, however they are written', () => {
    const document = '{ "bindings": [{ "role": "roles/viewer", "members": ["allUsers"] }] }';
    const resource = (data: string) =>
      `resource "google_project_iam_policy" "all" {\n  project     = "example"\n  policy_data = ${data}\n}\n`;
    const heredoc = resource(`<<EOT\n${document}\nEOT`);
    const encoded = 'jsonencode({ bindings = [{ role = "roles/viewer", members = ["allUsers"] }] })';
    knownAgain('a.tf', heredoc, resource(encoded));
    knownAgain('a.tf', heredoc, resource(JSON.stringify(document)));
    const longer = document.replace('[{', '[{ "role": "roles/editor", "members": ["allUsers"] }, {');
    knownBelow('a.tf', heredoc, resource(`<<EOT\n${longer}\nEOT`));
  });

  test('of an access level by its name, else its title', () => {
    const level = (name: string, extra = '') =>
      `- name: accessPolicies/1/accessLevels/${name}\n${extra}  basic:\n    conditions:\n    - members:\n      - group:a@example.org\n`;
    const before = level('corp');
    knownBelow('levels.yaml', before, level('other') + level('corp'));
    knownAgain('levels.yaml', before, level('other') + level('corp', '  title: Corporate\n'));
  });

  test('under a new id of its rule', () => {
    const { findings } = reportOf('a.yaml', yaml(badBinding));
    const renamed = findings.map((finding) => ({
      ...finding,
      rule: { ...finding.rule, id: `new/${finding.rule.id}`, renamedFrom: [finding.rule.id] },
    }));
    assert.deepEqual(fingerprintsOf(renamed), fingerprintsOf(findings));
  });

  test('when an equal one above it is suppressed', () => {
    const twice = yaml(binding('viewer', 'allUsers'), binding('viewer', 'allUsers'));
    const comment = '  # leastwise: ignore[allow-policy/*] It is a public page.\n';
    const hidden = twice.replace('  - allUsers', `${comment}  - allUsers`);
    const publicIn = (text: string) =>
      knownIn('a.yaml', text)
        .filter(({ told }) => told.startsWith('allow-policy/public-access'))
        .map(({ fingerprint }) => fingerprint);
    const [first = '', second = ''] = publicIn(twice);
    assert.match(first, /:1$/);
    assert.equal(second, first.replace(':1', ':2'));
    assert.deepEqual(publicIn(hidden), [second]);
  });
});

describe('a fingerprint tells', () => {
  test('the same member in two bindings apart, by role and by the title of the condition', () => {
    const condition = (title: string) =>
      `  condition:\n    title: ${title}\n    expression: request.time < timestamp("2027-01-01T00:00:00Z")\n`;
    const first = binding('viewer', 'allUsers') + condition('day');
    const second = binding('viewer', 'allUsers') + condition('night');
    const rest = 'version: 3\netag: BwX=\n';
    const before = `${rest}${yaml(second)}`;
    knownBelow('a.yaml', before, `${rest}${yaml(first, second)}`);
    const digests = knownIn('a.yaml', `${rest}${yaml(first, second)}`)
      .filter(({ told }) => told.includes('public-access'))
      .map(({ fingerprint }) => fingerprint.replace(/:\d+$/, ''));
    assert.equal(new Set(digests).size, 2);
  });

  test('equal ones apart by their number, in the order of the text', () => {
    const known = knownIn('a.yaml', yaml(binding('viewer', 'allUsers', 'allUsers', 'allUsers'))).filter(({ told }) =>
      told.startsWith('allow-policy/public-access'),
    );
    assert.deepEqual(
      known.map(({ fingerprint }) => fingerprint.split(':')[1]),
      ['1', '2', '3'],
    );
    assert.equal(new Set(known.map(({ fingerprint }) => fingerprint.split(':')[0])).size, 1);
  });

  test('all findings of every example from each other', () => {
    const format = { json: 'json', yaml: 'yaml', terraform: 'tf' } as const;
    for (const { id, examples } of rules) {
      for (const { bad, language, file, settings } of examples) {
        const known = knownIn(file ?? `policy.${format[language]}`, bad.replaceAll(/[«»]/g, ''), settings);
        const names = known.map(({ fingerprint }) => fingerprint);
        assert.equal(new Set(names).size, names.length, id);
      }
    }
  });

  test('nothing: it holds no text of the file', () => {
    for (const { fingerprint } of knownIn('a.yaml', yaml(badBinding))) assert.match(fingerprint, /^[0-9a-f]{16}:\d+$/);
  });
});

test('two ways to one place are one finding, two places are two', () => {
  const aliased = 'bindings:\n- role: roles/viewer\n  members: &m [allUsers]\n- role: roles/viewer\n  members: *m\n';
  const isPublic = ({ rule }: { readonly rule: { readonly id: string } }) => rule.id === 'allow-policy/public-access';
  assert.equal(reportOf('a.yaml', aliased).findings.filter(isPublic).length, 1);
  assert.equal(reportOf('a.yaml', aliased.replace('*m', '[allUsers]').replace('&m ', '')).findings.filter(isPublic).length, 2);
});

test('an entry of .leastwise.json hides by the address whatever stands in the resource, also what is no policy by itself', () => {
  const resource = {
    project: 'example',
    role: 'roles/viewer',
    member: 'serviceAccount:a@your-project-id.iam.gserviceaccount.com',
  };
  const texts = {
    'a.tf': `resource "google_project_iam_member" "app" {\n${Object.entries(resource)
      .map(([key, value]) => `  ${key} = "${value}"\n`)
      .join('')}}\n`,
    'a.tf.json': JSON.stringify({ resource: { google_project_iam_member: { other: {}, app: resource } } }),
  };
  for (const [name, text] of Object.entries(texts)) {
    const found = reportOf(name, text).findings.filter(({ rule }) => rule.id === 'example/placeholder');
    assert.equal(found.length, 1, name);
    const entry = { rule: 'example/placeholder', address: '', reason: '', until: undefined };
    for (const finding of found) {
      const hides = (at: string) => isHiddenByEntry(finding, { ...entry, at, value: undefined });
      assert.ok(hides('google_project_iam_member.app'), name);
      assert.ok(!hides('google_project_iam_member.other'), name);
      assert.ok(hides(ignorePlace(finding).at), name);
    }
  }
});

test('long lists are gone through as short ones are, with aliases too', () => {
  const members = Array.from({ length: 100 }, (_, index) => (index === 60 ? 'allUsers' : `user:${index}@example.org`));
  const one = reportOf('a.yaml', yaml(binding('viewer', ...members))).findings.find(({ rule }) =>
    rule.id.endsWith('public-access'),
  );
  assert.ok(one);
  assert.deepEqual(ignorePlace(one), { at: '/bindings/0/members/60', value: 'allUsers' });
  const aliased = [...members.slice(0, 10), '&all allUsers', ...members.slice(10, 39), '*all', ...members.slice(61)];
  const other = reportOf('a.yaml', yaml(binding('viewer', ...aliased))).findings.find(({ rule }) =>
    rule.id.endsWith('public-access'),
  );
  assert.ok(other);
  assert.deepEqual(ignorePlace(other), { at: '/bindings/0/members/10', value: 'allUsers' });
});

test('a digest tells texts apart that differ by one letter, at any place', () => {
  const text = 'allow-policy/public-access'.repeat(20);
  const changed = Array.from(text, (_, index) => `${text.slice(0, index)}#${text.slice(index + 1)}`);
  assert.equal(new Set([text, ...changed].map(digestOf)).size, changed.length + 1);
  assert.equal(digestOf('a'), digestOf('a'));
  assert.match(digestOf(''), /^[0-9a-f]{16}$/);
});

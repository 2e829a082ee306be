import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { documentSymbols } from '../../../src/features/symbols';
import { grantsOfFile } from '../../../src/kinds/grants';
import { parseUnlessIdle } from '../../../src/kinds/idle/idleFile';
import { createLinter } from '../../../src/lint/lint';
import { readSettings } from '../../../src/lint/settings/settings';
import { emptyWorkspace } from '../../../src/workspace/index/workspace';
import { fileOf, folder } from '../../lint/shouting';
import { fixed, inspect, inspectAll, told } from '../../rules/inspect';
import { isSaid, offered } from './shapes/asked';

/** An object as people write it, with `spec` at its end. */
function yaml(kind: string, spec: string, group = 'iam'): string {
  return `# Applied by Config Sync.
apiVersion: ${group}.cnrm.cloud.google.com/v1beta1
kind: ${kind}
metadata:
  name: site
  namespace: web
  annotations:
    cnrm.cloud.google.com/project-id: example-project
spec:
${spec}`;
}

const bucket = '  resourceRef:\n    kind: StorageBucket\n    name: site\n';
const project = '  resourceRef:\n    kind: Project\n    external: projects/example-project\n';
const member = (who: string, role = 'roles/storage.admin') =>
  yaml('IAMPolicyMember', `  member: ${who}\n  role: ${role}\n${bucket}`);
const policy = (members: string, role = 'roles/browser', more = '') =>
  yaml('IAMPolicy', `${project}  bindings:\n  - role: ${role}\n    members:\n${members}${more}`);
const partial = (members: string, role = 'roles/browser', more = '') =>
  yaml('IAMPartialPolicy', `${project}  bindings:\n  - role: ${role}\n    members:\n${members}${more}`);

/** `<rule> <marked text>` */
function all(name: string, text: string): readonly string[] {
  return inspectAll({ [name]: text }).map(({ finding, told }) => `${finding.rule.id} ${told.replace(/^\S+ /, '')}`);
}

const json = {
  apiVersion: 'v1',
  kind: 'List',
  items: [
    {
      apiVersion: 'iam.cnrm.cloud.google.com/v1beta1',
      kind: 'IAMPolicyMember',
      metadata: { name: 'a' },
      spec: { member: 'allUsers', role: 'roles/storage.admin', resourceRef: { kind: 'StorageBucket', external: 'example-site' } },
    },
    {
      apiVersion: 'iam.cnrm.cloud.google.com/v1beta1',
      kind: 'IAMPartialPolicy',
      metadata: { name: 'b' },
      spec: {
        resourceRef: { kind: 'Folder', name: 'apps' },
        bindings: [
          { role: 'roles/owner', members: [{ member: 'kim@example.org' }, { memberFrom: { logSinkRef: { name: 'sink' } } }] },
        ],
      },
    },
  ],
};

describe('what Config Connector’s objects grant', () => {
  test('is found fault with as elsewhere', () => {
    assert.deepEqual(all('a.yaml', member('allUsers')), ['allow-policy/public-access allUsers']);
    assert.deepEqual(all('a.yaml', member('user:kim')), ['allow-policy/invalid-member user:kim']);
    assert.deepEqual(all('a.yaml', member('group:a@example.org', 'storage.objectViewer')), [
      'allow-policy/invalid-role storage.objectViewer',
    ]);
    assert.deepEqual(all('a.yaml', member('group:a@example.org', 'roles/pubsub.serviceAgent')), [
      'allow-policy/service-agent-role group:a@example.org',
    ]);
    assert.deepEqual(all('a.yaml', member('user:kim@gmail.com')), ['allow-policy/external-member user:kim@gmail.com']);
    assert.deepEqual(all('a.yaml', policy('    - group:a@example.org\n    - group:a@example.org\n', 'roles/loging.logWriter')), [
      'allow-policy/unknown-role roles/loging.logWriter',
      'allow-policy/duplicate-member group:a@example.org',
    ]);
    assert.deepEqual(all('a.yaml', partial('    - member: allAuthenticatedUsers\n', 'roles/owner')), [
      'allow-policy/basic-role roles/owner',
      'allow-policy/public-access allAuthenticatedUsers',
    ]);
  });

  test('is silent where all is right', () => {
    for (const text of [
      member('group:a@example.org'),
      policy('    - group:a@example.org\n    - serviceAccount:web-app@example-project.iam.gserviceaccount.com\n'),
      partial('    - member: group:a@example.org\n    - memberFrom:\n        serviceAccountRef:\n          name: app\n'),
      yaml('IAMPolicyMember', `  memberFrom:\n    sqlInstanceRef:\n      name: db\n  role: roles/browser\n${bucket}`),
      yaml('IAMPolicyMember', `  memberFrom:\n    logSinkRef:\n      name: db\n  role: roles/pubsub.serviceAgent\n${bucket}`),
      yaml('IAMServiceAccount', '  displayName: app\n'),
      policy(
        '    - group:a@example.org\n',
        'roles/browser',
        '    condition:\n      title: until\n      expression: request.time < timestamp("2099-01-01T00:00:00Z")\n',
      ),
    ])
      assert.deepEqual(all('a.yaml', text), [], text);
  });

  test('is read in lists, in JSON as in YAML, each by itself', () => {
    const expected = [
      'allow-policy/public-access "allUsers"',
      'allow-policy/basic-role "roles/owner"',
      'allow-policy/invalid-member "kim@example.org"',
    ];
    assert.deepEqual(all('a.json', JSON.stringify(json, null, 2)), expected);
    assert.deepEqual(all('a.json', JSON.stringify(json.items, null, 2)), expected);
    assert.deepEqual(all('a.yaml', `${member('group:a@example.org')}---\n${member('allUsers')}`), [
      'allow-policy/public-access allUsers',
    ]);
  });

  test('has fields that are told by near names', () => {
    const text = policy('    - group:a@example.org\n', 'roles/browser', '    conditon:\n      title: t\n');
    assert.deepEqual(told('allow-policy/unknown-field', { 'a.yaml': text }), ['misspelt conditon']);
    assert.match(fixed('allow-policy/unknown-field', { 'a.yaml': text }) ?? '', /^ {4}condition:$/m);
    const one = member('group:a@example.org').replace('resourceRef', 'resourceref');
    assert.deepEqual(told('allow-policy/unknown-field', { 'a.yaml': one }), ['misspelt resourceref']);
    assert.deepEqual(told('file/wrong-shape', { 'a.yaml': policy('      a: b\n') }).length, 1);
    assert.deepEqual(told('file/missing-field', { 'a.yaml': member('a').replace(/ {2}role.*\n/, '') }), ['missing member']);
  });

  test('is repaired in its own shape', () => {
    const two = partial('    - member: allUsers\n    - member: group:a@example.org\n');
    assert.equal(fixed('allow-policy/public-access', { 'a.yaml': two }), two.replace('    - member: allUsers\n', ''));
    const split = partial('    - member: user:a@example.org,user:b@example.org\n');
    assert.match(
      fixed('allow-policy/invalid-member', { 'a.yaml': split }) ?? '',
      /- member: user:a@example.org\n {4}- member: user:b@example.org\n/,
    );
    const misspelt = member('serviceaccount:app@example-project.iam.gserviceaccount.com');
    assert.match(fixed('allow-policy/invalid-member', { 'a.yaml': misspelt }) ?? '', /member: serviceAccount:app@/);
    const again = partial(
      '    - member: group:a@example.org\n',
      'roles/browser',
      '  - role: roles/browser\n    members:\n    - member: group:b@example.org # B\n',
    );
    assert.equal(
      fixed('allow-policy/duplicate-binding', { 'a.yaml': again }),
      partial('    - member: group:a@example.org\n    - member: group:b@example.org # B\n'),
    );
  });

  test('goes with its whole object, which is not done here', () => {
    const [found] = inspect('allow-policy/public-access', { 'a.yaml': member('allUsers') });
    const [fix] = found?.finding.fixes() ?? [];
    assert.equal(fix && 'disabled' in fix && fix.disabled, 'wholeObject');
  });

  test('is listed with what it hangs on, as far as the object says', () => {
    const rows = (name: string, text: string) => {
      const { grants, unknown } = grantsOfFile(parseUnlessIdle(`file:///w/${name}`, text, name.endsWith('n') ? 'json' : 'yaml'));
      return [
        ...grants.map(({ role, member, resource, address }) => [role, member, resource ?? 'null', address ?? 'null'].join(' ')),
        ...unknown.map(({ what, why, because }) => `${what} ${why} ${because}`),
      ];
    };
    assert.deepEqual(rows('a.yaml', member('allUsers')), ['roles/storage.admin allUsers StorageBucket/site null']);
    assert.deepEqual(rows('a.json', JSON.stringify(json)), [
      'roles/storage.admin allUsers example-site null',
      'roles/owner kim@example.org Folder/apps null',
      'members attribute memberFrom',
    ]);
    assert.deepEqual(rows('a.yaml', policy('    - ${who}\n')), ['members placeholder ']);
  });
});

test('a key of a service account is a key', () => {
  const key = yaml('IAMServiceAccountKey', '  serviceAccountRef:\n    name: app\n');
  assert.deepEqual(all('a.yaml', key), ['service-account/key IAMServiceAccountKey']);
  const uploaded = yaml('IAMServiceAccountKey', '  publicKeyData: aGVsbG8=\n  serviceAccountRef:\n    name: app\n');
  assert.deepEqual(told('service-account/key', { 'a.yaml': uploaded }), ['uploaded IAMServiceAccountKey']);
});

describe('an access level', () => {
  const level = (basic: string, name = 'site') =>
    yaml(
      'AccessContextManagerAccessLevel',
      `  accessPolicyRef:\n    external: accessPolicies/1\n  title: Site\n  basic:\n${basic}`,
      'accesscontextmanager',
    ).replace('name: site', `name: ${name}`);
  const geo = '    conditions:\n    - regions:\n      - KR\n';
  const users = (who: string) => `    - members:\n      - user: ${who}\n`;

  test('is found fault with as elsewhere', () => {
    assert.deepEqual(told('access-level/invalid-region', { 'a.yaml': level(geo.replace('KR', 'UK')) }).length, 1);
    assert.deepEqual(
      told('access-level/invalid-subnet', { 'a.yaml': level('    conditions:\n    - ipSubnetworks: [203.0.113.1/24]\n') }).length,
      1,
    );
    const either = (who: string) => level(`    combiningFunction: OR\n${geo}${users(who)}`);
    assert.deepEqual(
      inspect('access-level/invalid-member', { 'a.yaml': either('kim@example.org') }).map(({ told }) =>
        told.replace(/^\S+ /, ''),
      ),
      ['kim@example.org'],
    );
    assert.match(
      fixed('access-level/invalid-member', { 'a.yaml': either('User:kim@example.org') }) ?? '',
      /- user: user:kim@example.org/,
    );
    const text = level(geo.replace('regions', 'region'));
    assert.deepEqual(told('access-level/invalid-field', { 'a.yaml': text }), ['misspelt region']);
    const device = level('    conditions:\n    - devicePolicy:\n        requireScreenlock: true\n');
    assert.deepEqual(told('access-level/invalid-field', { 'a.yaml': device }), ['misspelt requireScreenlock']);
  });

  test('is silent where all is right', () => {
    const right = level(
      `    combiningFunction: OR\n    conditions:\n    - devicePolicy:\n        requireScreenLock: true\n        osConstraints:\n        - osType: DESKTOP_CHROME_OS\n${users('user:kim@example.org')}`,
    );
    assert.deepEqual(all('a.yaml', right), []);
    const references = level(
      `    combiningFunction: OR\n    conditions:\n    - requiredAccessLevels:\n      - name: geo\n    - members:\n      - serviceAccountRef:\n          name: app\n      - serviceAccountRef:\n          external: serviceAccount:web-app@example-project.iam.gserviceaccount.com\n`,
    );
    assert.deepEqual(all('a.yaml', references), []);
    assert.deepEqual(all('a.yaml', level('{{- toYaml .Values.basic | nindent 4 }}\n')), []);
  });

  test('gets a way in, in its own shape', () => {
    const rule = 'access-level/without-emergency-access';
    const settings = { accessLevels: { emergencyAccessMembers: ['user:kim@example.org'] } };
    assert.deepEqual(told(rule, { 'a.yaml': level(geo) }), ['missing basic']);
    const repaired = fixed(rule, { 'a.yaml': level(geo) }, { settings });
    assert.match(repaired ?? '', /combiningFunction: OR/);
    assert.match(repaired ?? '', /- members:\n {6}- user: user:/);
    assert.deepEqual(told(rule, { 'a.yaml': repaired ?? '' }, { settings }), []);
    const requires = level(
      '    combiningFunction: OR\n    conditions:\n    - requiredAccessLevels:\n      - name: geo\n' +
        users('user:kim@example.org'),
    );
    assert.deepEqual(told(rule, { 'geo.yaml': level(geo, 'geo'), 'a.yaml': requires }), []);
  });

  test('has words and an outline', () => {
    isSaid('a.yaml', level(geo).replace('accessPolicyRef', 'access‸PolicyRef'), /access policy/);
    isSaid('a.yaml', level(`    conditions:\n${users('user:kim@example.org')}`).replace('- user', '- us‸er'), /let in/);
  });
});

test('fields, roles and members are told and offered', () => {
  isSaid('a.yaml', member('allUsers').replace('resourceRef', 'reso‸urceRef'), /hangs on/);
  isSaid('a.yaml', member('allUsers').replace('storage.admin', 'stor‸age.admin'), /Cloud Storage/);
  isSaid('a.yaml', partial('    - mem‸ber: allUsers\n'), /Who gets the role/);
  //   assert.ok(offered('a.yaml', member('group:a@example.org', 'roles/stor‸')).includes('roles/storage.admin'));
  assert.ok(offered('a.yaml', partial('    - member: ‸\n')).some((label) => label.startsWith('serviceAccount:')));
  assert.ok(offered('a.yaml', `${member('allUsers')}  co‸\n`).includes('condition'));
});

test('the outline names objects as Kubernetes does', () => {
  const { settings } = readSettings({ folder });
  const linter = createLinter({ rules: [], settings, onFault: (_, error) => assert.fail(String(error)) });
  const text = `${member('allUsers')}---\n${yaml('IAMServiceAccount', '  displayName: app\n')}`;
  const symbols = documentSymbols(linter.read(fileOf('a.yaml', text), emptyWorkspace), 'en');
  assert.deepEqual(
    symbols.map(({ name }) => name),
    ['IAMPolicyMember/site', 'IAMServiceAccount/site'],
  );
});

test('what merely looks like it is somebody else’s', () => {
  const bindings = '  bindings:\n  - role: roles/owner\n    members: [allUsers, kim]\n';
  const others = {
    'another group': `apiVersion: iam.example.org/v1\nkind: IAMPolicy\nspec:\n${bindings}`,
    Crossplane: `apiVersion: cloudplatform.gcp.upbound.io/v1beta1\nkind: ProjectIAMMember\nspec:\n  forProvider:\n    role: roles/owner\n    member: allUsers\n`,
    'another kind': yaml('IAMWorkforcePool', bindings),
    'a group like it': `apiVersion: xiam.cnrm.cloud.google.com.evil/v1\nkind: IAMPolicy\nspec:\n${bindings}`,
    'an object inside of another one': `apiVersion: fn.kpt.dev/v1\nkind: Template\nitem:\n${member('allUsers').replace(/^/gm, '  ')}`,
    'objects of others in a list': `- apiVersion: v1\n  kind: X\n  spec:\n${bindings.replace(/^/gm, '  ')}`,
    'a definition': `apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata:\n  name: iampolicies.iam.cnrm.cloud.google.com\nspec:\n${bindings}`,
    'a template': member('{{ .Values.member }}', '{{ .Values.role }}'),
    'a placeholder': partial(
      '    - member: serviceAccount:${ACCOUNT}@example-project.iam.gserviceaccount.com # kpt-set\n',
      '${role}',
    ),
    'a chart': policy('{{- range .Values.members }}\n    - {{ . }}\n{{- end }}\n'),
    'nothing yet': yaml('IAMPolicy', ''),
  };
  for (const [name, text] of Object.entries(others)) assert.deepEqual(all('a.yaml', text), [], name);
});

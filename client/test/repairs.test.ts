import { CodeActionKind, window, workspace } from 'vscode';
import { equal, matches } from './host/assert';
import {
  actionNamed,
  addressOf,
  apply,
  closeAndDelete,
  eventually,
  findingOf,
  noFindingOf,
  preferredRepair,
  select,
  write,
  writeAndOpen,
} from './host/editor';
import { chooseWithKeys, undoWithKeys } from './host/keys';

interface Case {
  readonly path: string;
  readonly text: string;
  /** The text that is underlined. */
  readonly marked: string;
  readonly repaired: string;
  /** Files that tell what the repair needs to know. */
  readonly besides?: Readonly<Record<string, string>>;
}

const memberships = JSON.stringify([
  { preferredMemberKey: { id: 'ingest@example-prod.iam.gserviceaccount.com' }, type: 'SERVICE_ACCOUNT' },
  { preferredMemberKey: { id: 'report@example-prod.iam.gserviceaccount.com' }, type: 'SERVICE_ACCOUNT' },
]);

describeRepairs('service-account/group-grant', 'replaces a group grant with direct bindings', {
  JSON: {
    path: 'repairs/policy.json',
    besides: { 'repairs/batch@example.org.json': memberships },
    text: '{\n  "bindings": [{ "role": "roles/storage.objectViewer", "members": ["group:batch@example.org"] }]\n}\n',
    marked: '"group:batch@example.org"',
    repaired:
      '{\n  "bindings": [{ "role": "roles/storage.objectViewer", "members": ["serviceAccount:ingest@example-prod.iam.gserviceaccount.com", "serviceAccount:report@example-prod.iam.gserviceaccount.com"] }]\n}\n',
  },
  YAML: {
    path: 'repairs/policy.yaml',
    besides: { 'repairs/batch@example.org.json': memberships },
    text: 'bindings:\n- members:\n  - group:batch@example.org\n  - user:kim@example.org # 김민지\n  role: roles/pubsub.publisher\n',
    marked: 'group:batch@example.org',
    repaired:
      'bindings:\n- members:\n  - serviceAccount:ingest@example-prod.iam.gserviceaccount.com\n  - serviceAccount:report@example-prod.iam.gserviceaccount.com\n  - user:kim@example.org # 김민지\n  role: roles/pubsub.publisher\n',
  },
  Terraform: {
    path: 'repairs/main.tf',
    besides: { 'repairs/batch@example.org.json': memberships },
    text: 'resource "google_project_iam_binding" "viewers" {\n  project = "example-prod"\n  role    = "roles/bigquery.dataViewer"\n  members = [\n    "group:batch@example.org",\n  ]\n}\n',
    marked: '"group:batch@example.org"',
    repaired:
      'resource "google_project_iam_binding" "viewers" {\n  project = "example-prod"\n  role    = "roles/bigquery.dataViewer"\n  members = [\n    "serviceAccount:ingest@example-prod.iam.gserviceaccount.com",\n    "serviceAccount:report@example-prod.iam.gserviceaccount.com",\n  ]\n}\n',
  },
});

describeRepairs('access-level/without-emergency-access', 'adds an emergency-access OR condition', {
  JSON: {
    path: 'repairs/level.json',
    text: '{\n  "name": "accessPolicies/1/accessLevels/office",\n  "title": "office",\n  "basic": {\n    "conditions": [\n      { "regions": ["KR"] }\n    ]\n  }\n}\n',
    marked: '"basic"',
    repaired:
      '{\n  "name": "accessPolicies/1/accessLevels/office",\n  "title": "office",\n  "basic": {\n    "conditions": [\n      { "regions": ["KR"] },\n      { "members": ["user:emergency-access@example.com"] }\n    ],\n    "combiningFunction": "OR"\n  }\n}\n',
  },
  YAML: {
    path: 'repairs/levels.yaml',
    text: '- name: accessPolicies/1/accessLevels/office\n  title: 서울 사무실\n  basic:\n    conditions:\n    - ipSubnetworks:\n      - 203.0.113.0/24\n',
    marked: 'basic',
    repaired:
      '- name: accessPolicies/1/accessLevels/office\n  title: 서울 사무실\n  basic:\n    conditions:\n    - ipSubnetworks:\n      - 203.0.113.0/24\n    - members:\n      - user:emergency-access@example.com\n    combiningFunction: OR\n',
  },
  Terraform: {
    path: 'repairs/level.tf',
    text: 'resource "google_access_context_manager_access_level" "office" {\n  parent = "accessPolicies/1"\n  name   = "accessPolicies/1/accessLevels/office"\n  title  = "office"\n\n  basic {\n    # 본사\n    conditions {\n      ip_subnetworks = ["203.0.113.0/24"]\n    }\n    conditions {\n      regions = ["KR"]\n    }\n  }\n}\n',
    marked: 'basic',
    repaired:
      'resource "google_access_context_manager_access_level" "office" {\n  parent = "accessPolicies/1"\n  name   = "accessPolicies/1/accessLevels/office"\n  title  = "office"\n\n  basic {\n    combining_function = "OR"\n    # 본사\n    conditions {\n      ip_subnetworks = ["203.0.113.0/24"]\n      regions        = ["KR"]\n    }\n    conditions {\n      members = ["user:emergency-access@example.com"]\n    }\n  }\n}\n',
  },
});

function describeRepairs(rule: string, promise: string, cases: Readonly<Record<string, Case>>) {
  describe(`a quick fix of ${rule}`, () => {
    afterEach(() => closeAndDelete('repairs'));

    for (const [format, { path, text, marked, repaired, besides = {} }] of Object.entries(cases)) {
      it(`${promise} in ${format}`, async () => {
        for (const [other, content] of Object.entries(besides)) await write(other, content);
        const document = await writeAndOpen(path, text);
        const finding = await findingOf(rule, document);
        equal(document.getText(finding.range), marked, 'underlined');
        await apply(await preferredRepair(document, finding));
        equal(document.getText(), repaired, 'repaired text');
        await noFindingOf(rule, document);
      });

      it(`${promise} in ${format} with the keyboard, at once, and takes it back at once`, async () => {
        for (const [other, content] of Object.entries(besides)) await write(other, content);
        const document = await writeAndOpen(path, text);
        const { range } = await findingOf(rule, document);
        const { title } = await preferredRepair(document, await findingOf(rule, document));
        select(range.start);
        await chooseWithKeys(title, document);
        equal(document.getText(), repaired, 'repaired text');
        await undoWithKeys(document);
        equal(document.getText(), text, 'text as it was');
      });
    }
  });
}

describe('a quick fix that changes another file', () => {
  afterEach(() => closeAndDelete('repairs', '.leastwise.json'));

  it('does so with the keyboard, at once, and takes it back at once', async () => {
    const settings = '{\n  "rules": { "allow-policy/without-etag": "off" }\n}\n';
    await write('.leastwise.json', settings);
    const other = await workspace.openTextDocument(addressOf('.leastwise.json'));
    const document = await writeAndOpen(
      'repairs/policy.json',
      '{"bindings":[{"role":"roles/storage.objectViewer","members":["allUsers"]}]}\n',
    );
    const { range } = await findingOf('allow-policy/public-access', document);
    select(range.start);
    await chooseWithKeys('Suppress allow-policy/public-access', other);
    matches(other.getText(), /"ignore": \[\s+\{\s+"rule": "allow-policy\/public-access"/);
    await window.showTextDocument(other);
    await undoWithKeys(other);
    equal(other.getText(), settings, 'settings as they were');
  });
});

describe('fix all', () => {
  afterEach(() => closeAndDelete('repairs'));

  it('repairs everything that is safe to repair', async () => {
    const text =
      '{"bindings":[{"role":"roles/viewer","members":["serviceaccount:a@b-project.iam.gserviceaccount.com","USER:kim@example.org"]}]}\n';
    const document = await writeAndOpen('repairs/all.json', text);
    const finding = await findingOf('allow-policy/invalid-member', document);
    const kind = CodeActionKind.SourceFixAll.append('leastwise');
    const action = await actionNamed(/./, document, finding.range, kind);
    await apply(action);
    await eventually('repaired text', () => !/serviceaccount:|USER:/.test(document.getText()) || undefined);
    matches(document.getText(), /"serviceAccount:a@b-project[^"]*","user:kim@example\.org"/);
  });
});

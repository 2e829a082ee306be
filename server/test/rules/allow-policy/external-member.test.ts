import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { inspect, told } from '../inspect';

const rule = 'allow-policy/external-member';

const found = (member: string, ...organizationDomains: string[]) =>
  inspect(
    rule,
    { 'a.json': JSON.stringify({ bindings: [{ role: 'roles/browser', members: [member] }] }) },
    { settings: { organizationDomains } },
  ).map(({ finding }) => `${finding.message} ${finding.severity} ${finding.arguments.domain}`);

describe(rule, () => {
  test('people, groups and domains of elsewhere', () => {
    for (const member of ['user:lee@partner.example', 'group:all@Partner.example', 'domain:partner.example']) {
      assert.deepEqual(found(member, 'example.org'), ['outside warning partner.example'], member);
    }
    assert.deepEqual(found('user:lee@evil-example.org', 'example.org'), ['outside warning evil-example.org']);
    assert.deepEqual(found('user:lee@example.org.evil.example', 'example.org').length, 1);
    assert.deepEqual(found('user:lee@gmail.com', 'example.org'), ['outside warning gmail.com']);
  });

  test('not those of one’s own domains, however they are written', () => {
    for (const domain of ['example.org', 'EXAMPLE.org', '@example.org'])
      assert.deepEqual(found('user:lee@Example.ORG', domain), []);
    assert.deepEqual(found('user:lee@sub.example.org', 'example.org'), []);
    assert.deepEqual(found('user:lee@b.example', 'a.example', 'b.example'), []);
    assert.deepEqual(found('user:lee@gmail.com', 'gmail.com'), []);
  });

  test('without the setting, private accounts alone', () => {
    assert.deepEqual(found('user:lee@gmail.com'), ['consumer information gmail.com']);
    assert.deepEqual(found('user:lee@GoogleMail.com'), ['consumer information googlemail.com']);
    assert.deepEqual(found('user:lee@partner.example'), []);
  });

  const others = [
    'serviceAccount:reports@other-project.iam.gserviceaccount.com',
    'serviceAccount:123-compute@developer.gserviceaccount.com',
    'serviceAccount:other.svc.id.goog[default/app]',
    'allUsers',
    'allAuthenticatedUsers',
    'projectOwner:other',
    'deleted:user:lee@partner.example?uid=1',
    'principal://iam.googleapis.com/locations/global/workforcePools/pool/subject/lee@partner.example',
    'principalSet://iam.googleapis.com/locations/global/workforcePools/pool/*',
    'lee@partner.example',
    'user:lee',
    'user:{{ name }}@{{ domain }}',
    'user:emergency-access@example.com',
  ];
  for (const member of others) test(`leaves ${member} alone`, () => assert.deepEqual(found(member, 'example.org'), []));

  test('in a template the end tells the domain', () => {
    const member = (text: string, above = '') =>
      told(
        rule,
        { 'a.tf': `${above}resource "google_project_iam_member" "m" {\n  role   = "roles/browser"\n  member = ${text}\n}\n` },
        { settings: { organizationDomains: ['example.org'] } },
      );
    assert.equal(member('"user:${var.name}@partner.example"').length, 1);
    assert.deepEqual(member('"user:${var.name}@example.org"'), []);
    assert.deepEqual(member('"user:lee@${var.domain}"'), []);
    assert.deepEqual(member('"user:lee@${var.domain}.example"'), []);
    assert.deepEqual(member('var.member'), []);
    assert.deepEqual(member('var.member', 'variable "member" {\n  default = "user:lee@partner.example"\n}\n'), [
      'outside "user:lee@partner.example"',
    ]);
  });
});

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { inspect, told } from '../inspect';

const rule = 'allow-policy/deleted-member';

const found = (member: string) =>
  inspect(rule, {
    'a.json': JSON.stringify({ bindings: [{ role: 'roles/browser', members: [member, 'user:kim@example.org'] }] }),
  }).map(({ finding }) => finding.arguments.member);

describe(rule, () => {
  test('every kind of principal', () => {
    assert.deepEqual(found('deleted:user:lee@example.org?uid=1'), ['user:lee@example.org']);
    assert.deepEqual(found('deleted:group:all@example.org?uid=1'), ['group:all@example.org']);
    const subject = 'principal://iam.googleapis.com/locations/global/workforcePools/pool/subject/lee';
    assert.deepEqual(found(`deleted:${subject}`), [subject]);
  });

  test('names that only look like it', () => {
    for (const member of [
      'user:deleted@example.org',
      'group:deleted:x@example.org',
      'deleted',
      'deleted:',
      'Deleted:user:a@b.c?uid=1',
    ]) {
      assert.deepEqual(found(member), [], member);
    }
  });

  test('in Terraform, also where only the beginning is known', () => {
    const member = (text: string) =>
      `resource "google_project_iam_member" "m" {\n  role   = "roles/browser"\n  member = ${text}\n}\n`;
    assert.deepEqual(told(rule, { 'a.tf': member('"deleted:user:${var.name}?uid=1"') }), [
      'deletedUnknown "deleted:user:${var.name}?uid=1"',
    ]);
    assert.deepEqual(told(rule, { 'a.tf': member('var.member') }), []);
    const [fix] =
      inspect(rule, {
        'a.tf': member('"deleted:user:a@example.org?uid=1"'),
        'b.tf': 'output "o" {\n  value = google_project_iam_member.m.id\n}\n',
      })[0]?.finding.fixes() ?? [];
    assert.equal(fix && 'disabled' in fix && fix.disabled, 'referredTo');
  });
});

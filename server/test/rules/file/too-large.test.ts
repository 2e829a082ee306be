import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { longestText } from '../../../src/syntax/sourceFile';
import { inspect } from '../inspect';

const rule = 'file/too-large';
const found = (name: string, text: string) =>
  inspect(rule, { [name]: text }).map(({ finding, told }) => `${finding.severity} ${told}`);
const nested = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);

describe(rule, () => {
  test('finds what is nested deeper than 500 levels', () => {
    assert.deepEqual(found('a.json', nested(501)), ['information tooDeep [']);
    assert.deepEqual(found('a.tf.json', nested(501)), ['information tooDeep [']);
    assert.deepEqual(found('a.yaml', `${nested(501)}\n`), ['information tooDeep [']);
    assert.deepEqual(found('a.tf', `# deep\nlocals {\n  a = ${nested(501)}\n}\n`), ['information tooDeep l']);
    assert.deepEqual(found('a.json', nested(500)), []);
    assert.deepEqual(found('a.yaml', `${nested(499)}\n`), []);
    assert.deepEqual(found('a.tf', `locals {\n  a = ${nested(400)}\n}\n`), []);
  });

  test('the rest of the file is read', () => {
    const text = `locals {\n  a = ${nested(600)}\n}\nresource "google_storage_bucket_iam_member" "b" {\n  bucket = "b"\n  role = "roles/viewer"\n  member = "allUsers"\n}\n`;
    assert.equal(inspect('allow-policy/public-access', { 'a.tf': text }).length, 1);
  });

  for (const name of ['a.json', 'a.yaml', 'a.tf', 'a.tf.json', 'a.tfvars']) {
    test(`finds ${name} over 8 MB, and tells nothing of its text`, () => {
      assert.deepEqual(found(name, ' '.repeat(longestText + 1)), ['information tooLong ']);
      assert.deepEqual(found(name, ' '.repeat(100_000)), []);
    });
  }
});

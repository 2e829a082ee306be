import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { rules } from '../../src/rules/index.generated';
import { withoutKeyText } from '../../src/text/keyText';
import { workspaces } from '../silence/workspaces';

test('nothing of a key is shown, whole or cut, escaped or not', () => {
  for (let round = 0; round < 200; round++) {
    const body = createHash('sha384').update(String(round)).digest('base64');
    for (const text of [
      `-----BEGIN PRIVATE KEY-----\n${body}\n-----END PRIVATE KEY-----`,
      `-----BEGIN RSA PRIVATE KEY-----\\n${body}`,
      `-----BEGIN PRIVATE KEY-----\\nMIIE`,
      body,
    ]) {
      const shown = withoutKeyText(`a ${text}`);
      for (let at = 0; at + 24 <= body.length; at++) assert.ok(!shown.includes(body.slice(at, at + 24)), shown);
      assert.ok(!shown.includes('MIIE') || !text.startsWith('-'));
    }
  }
  assert.equal(withoutKeyText('x -----BEGIN PRIVATE KEY-----\nQQ==\n-----END PRIVATE KEY-----\ny'), 'x …\ny');
});

test('what policies say is no key', () => {
  for (const { texts } of workspaces) for (const text of Object.values(texts)) assert.equal(withoutKeyText(text), text);
  for (const text of [
    'projects/p-1/roles/objectViewer',
    'principal://iam.googleapis.com/projects/123456789012/locations/global/workloadIdentityPools/github2Pool/subject/repoA1',
    'deleted:serviceAccount:my-app@p.iam.gserviceaccount.com?uid=123456789012345678901',
    'projects/p-1/roles/serviceAccountTokenCreatorV2',
    'folders/1/organizations/2/accessPolicies/3/accessLevels/corpNetOnly4',
    '0123456789abcdef0123456789abcdef01234567',
    'CgoKCg==',
    'BwWWja0YfJA=',
  ]) {
    assert.equal(withoutKeyText(text), text);
  }
  for (const { id, examples } of rules) {
    if (id === 'service-account/key-file') continue;
    for (const { bad, good } of examples) assert.deepEqual([withoutKeyText(bad), withoutKeyText(good)], [bad, good]);
  }
});

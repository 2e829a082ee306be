import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AllowPolicy } from '../../../src/kinds/gcp/allow-policy/policy';
import { principalsIn } from '../../../src/kinds/gcp/allow-policy/principals';
import { inspect } from '../../rules/inspect';

test('the principals of a policy are counted once, however many of its groups ask', () => {
  const binding = { role: 'roles/viewer', members: ['group:g@example.org', 'user:kim@example.org', 'domain:example.org'] };
  const settings = { groups: { 'group:g@example.org': ['serviceAccount:a@example-project.iam.gserviceaccount.com'] } };
  const files = { 'a.json': JSON.stringify({ bindings: [binding] }) };
  const [found] = inspect('service-account/group-grant', files, { settings });
  const policy = found?.finding.policy as AllowPolicy;
  assert.deepEqual(principalsIn(policy), { principals: 3, groupsAndDomains: 2 });
  assert.equal(principalsIn(policy), principalsIn(policy));
});

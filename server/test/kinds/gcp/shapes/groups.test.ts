import assert from 'node:assert/strict';
import { test } from 'node:test';
import { told } from '../../../rules/inspect';
import { cannotBe, coloured, isSaid, offered, readAs, taken } from './asked';

const wrong = (name: string, text: string) => told('file/wrong-shape', { [name]: text });

const block = (inner: string, type = 'google_cloud_identity_group_membership') => `resource "${type}" "a" {\n  ${inner}\n}\n`;
const membership = (inner: string) => `{"preferredMemberKey":{"id":"a@example.org"},${inner}}`;

test('keys and words are told in Terraform', () => {
  isSaid('a.tf', block('preferred_‸member_key {\n  }'), /^Who the member is/);
  isSaid('a.tf', block('roles {\n    expiry‸_detail {\n    }\n  }'), /^When the role ends/);
  isSaid('a.tf', block('roles {\n    name = "MAN‸AGER"\n  }'), /^Manages the members/);
  isSaid(
    'a.tf',
    block('group_key {\n    i‸d = "a@example.org"\n  }', 'google_cloud_identity_group'),
    /e-mail address of the group/,
  );
  isSaid('a.tf', block('initial_group_config = "WITH_‸INITIAL_OWNER"', 'google_cloud_identity_group'), /^Whoever makes/);
  isSaid('a.tf', block('ema‸il = "a@example.org"', 'googleworkspace_group'), /^The e-mail address of the group/);
  isSaid('a.tf', block('group‸_id = "x"', 'googleworkspace_group_member'), /^The group that the member is in/);
  isSaid('a.tf', block('members {\n    ema‸il = "x"\n  }', 'googleworkspace_group_members'), /address of the member/);
});

test('keys and words are told in lists of memberships', () => {
  isSaid('a.json', `[${membership('"ro‸les":[{"name":"MEMBER"}]')}]`, /^What the member may do/);
  isSaid('a.json', `[${membership('"type":"USER"')},${membership('"roles":[{"name":"OWN‸ER"}]')}]`, /^Manages the group/);
  isSaid('a.json', `{"memberships":[${membership('"type":"SERVICE_‸ACCOUNT"')}]}`, /^A service account/);
  isSaid('a.yaml', '- memberKey:\n    id: a@example.org\n  roles:\n  - na‸me: MEMBER\n', /^The role in the group/);
});

test('keys and words are offered', () => {
  assert.deepEqual(offered('a.tf', block('create‸')), ['create_ignore_already_exists']);
  assert.deepEqual(offered('a.tf', block('roles {\n    name = "‸"\n  }')), ['MEMBER', 'MANAGER', 'OWNER']);
  assert.deepEqual(offered('a.tf', block('ali‸', 'googleworkspace_group')), ['aliases']);
  assert.deepEqual(offered('a.yaml', '- preferredMemberKey:\n    i‸\n'), ['id']);
  assert.deepEqual(offered('a.yaml', '- preferredMemberKey:\n    id: a@example.org\n  ro‸\n'), ['roles']);
  assert.equal(taken('a.json', membership('"roles":[{"name":"‸"}]'), 'OWNER'), membership('"roles":[{"name":"OWNER"}]'));
});

test('words are coloured', () => {
  assert.deepEqual(coloured('a.json', membership('"roles":[{"name":"OWNER"}],"type":"USER"')), ['OWNER', 'USER']);
  assert.deepEqual(coloured('a.tf', block('initial_group_config = "EMPTY"', 'google_cloud_identity_group')), ['EMPTY']);
});

test('they are named where somebody asks what was looked at', () => {
  assert.deepEqual(readAs('a.tf', block('')), ['A membership in a group']);
  assert.deepEqual(readAs('a.tf', block('', 'googleworkspace_group')), ['A group']);
  assert.deepEqual(readAs('a.json', membership('"roles":[]')), ['A membership in a group']);
});

test('values of a wrong shape are found', () => {
  assert.deepEqual(wrong('a.json', membership('"roles":"MEMBER"')), ['objects "MEMBER"']);
  assert.deepEqual(wrong('a.json', membership('"roles":[{"name":["MEMBER"]}]')), ['text ["MEMBER"]']);
  assert.deepEqual(
    wrong('a.yaml', '- preferredMemberKey:\n    id: [a@example.org]\n- preferredMemberKey:\n    id: b@example.org\n'),
    ['text [a@example.org]'],
  );
});

test('legal spellings are none', () => {
  for (const text of [
    membership('"roles":null'),
    membership('"roles":[]'),
    membership('"roles":[{"expiryDetail":null}]'),
    // Of `--flatten=roles`.
    membership('"roles":{"name":"MEMBER","expiryDetail":{"expireTime":"2027-01-31T00:00:00Z"}}'),
    membership('"unknown":[1]'),
    membership('"groupKey":"ops@example.org"'),
    '{"groupKey":["a"],"roles":"x"}',
    '{"memberKey":"a@example.org","roles":"x"}',
  ])
    assert.deepEqual(wrong('a.json', `[${text}]`), [], text);
  assert.deepEqual(cannotBe('a.tf', block('group = ["x"]\n  preferred_member_key = "a"')), ['group', 'preferred_member_key']);
  for (const inner of [
    'group = var.group',
    'group = null',
    'group =',
    'preferred_member_key {',
    'dynamic "roles" {\n    for_each = var.roles\n    content {\n      name = roles.value\n    }\n  }',
    'roles {\n    name = "MEMBER"\n  }\n  roles {\n    name = var.role\n  }',
  ])
    assert.deepEqual(cannotBe('a.tf', block(inner)), [], inner);
  const inJson = (inner: string) => `{"resource":{"google_cloud_identity_group_membership":{"a":${inner}}}}`;
  for (const inner of ['{"roles":{"name":"MEMBER"},"preferred_member_key":[{"id":"a"}]}', '[{"roles":[{"name":"MEMBER"}]}]'])
    assert.deepEqual(wrong('a.tf.json', inJson(inner)), [], inner);
  assert.deepEqual(wrong('a.tf', block('group = ["x"]')), []);
});

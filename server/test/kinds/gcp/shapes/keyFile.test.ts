import assert from 'node:assert/strict';
import { test } from 'node:test';
import { told } from '../../../rules/inspect';
import { coloured, isSaid, offered, said, taken } from './asked';

const wrong = (name: string, text: string) => told('file/wrong-shape', { [name]: text });

const key = '-----BEGIN PRIVATE KEY-----\\nREDACTED\\n-----END PRIVATE KEY-----\\n';
const file = (inner: string) => `{"type":"service_account","private_key":"${key}",${inner}}`;

test('keys and the type are told, and nothing of the key', () => {
  isSaid('a.json', file('"project‸_id":"p"'), /^The project of the service account/);
  isSaid('a.json', file('"project_id":"p"').replace('service_', 'service_‸'), /^The key of a service account/);
  isSaid('a.yaml', `type: service_account\nprivate_key: "${key}"\nprivate_key‸_id: "1"\n`, /^The id of the key/);
  isSaid('a.json', file('"x":1').replace('private_key', 'private_‸key'), /^The private key/);
  isSaid(
    'a.tf',
    `locals {\n  k = jsonencode({ type = "service_account", private_key = "${key}", client_‸email = "a" })\n}\n`,
    /e-mail/,
  );
  assert.equal(said('a.json', file('"x":1').replace('REDACTED', 'RED‸ACTED')), '');
  assert.equal(said('a.json', '{"type":"authorized_user","private_key":"x","client‸_email":"a"}'), '');
});

test('keys and the type are offered, and never a place for a key', () => {
  assert.deepEqual(offered('a.json', '{"type":"service_account","‸"}'), ['project_id', 'client_email']);
  assert.deepEqual(offered('a.yaml', 'type: service_account\npro‸\n'), ['project_id']);
  const typed = (type: string) => `{"type":${type},"private_key_id":"1","client_email":"a"}`;
  assert.equal(taken('a.json', typed('"‸"'), 'service_account'), typed('"service_account"'));
  for (const text of ['{"type":"service_account","roles":[],"‸"}', '{"type":"user","‸"}', '{"type":"‸"}'])
    assert.deepEqual(offered('a.json', text), [], text);
});

test('the type is coloured', () => {
  assert.deepEqual(coloured('a.json', file('"project_id":"p"')), ['service_account']);
});

test('values of a wrong shape are found, and legal spellings are none', () => {
  assert.deepEqual(wrong('a.json', file('"project_id":["p"]')), ['text ["p"]']);
  assert.deepEqual(wrong('a.json', `[${file('"client_email":{"a":1}')},${file('"client_email":"a"')}]`), ['text {"a":1}']);
  for (const inner of ['"project_id":null', '"project_id":""', '"project_id":"${project}"', '"scopes":["a"]', '"client_email":'])
    assert.deepEqual(wrong('a.json', file(inner)), [], inner);
  assert.deepEqual(wrong('a.json', '{"type":["service_account"],"private_key":["x"],"project_id":["p"]}'), []);
  const encoded = (value: string) =>
    `resource "local_file" "a" {\n  content = jsonencode({\n    type = "service_account"\n    private_key = "${key}"\n    project_id = ${value}\n  })\n}\n`;
  assert.deepEqual(wrong('a.tf', encoded('["p"]')), ['text ["p"]']);
  for (const value of ['var.project', 'null', '"${var.project}"', 'one(var.projects)'])
    assert.deepEqual(wrong('a.tf', encoded(value)), [], value);
  const plain = `{ type = "service_account", private_key = "${key}", project_id = ["p"] }`;
  assert.deepEqual(wrong('a.tf', `locals {\n  k = ${plain}\n}\n`), []);
  assert.deepEqual(wrong('a.tf.json', `{"locals":{"k":${file('"project_id":["p"]')}}}`), []);
});

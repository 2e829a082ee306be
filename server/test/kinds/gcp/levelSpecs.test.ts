import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readSpec } from '../../../src/kinds/gcp/access-level/read';
import { emptyWorkspace } from '../../../src/workspace/index/workspace';
import { fileOf, folder } from '../../lint/shouting';
import { told } from '../../rules/inspect';

const spec = '- ipSubnetworks: [203.0.113.0/24]\n- regions: [KR]\n';

function specsIn(name: string, text: string) {
  const [placed] = fileOf(name, text).roots;
  assert.ok(placed);
  return readSpec(placed.root, { uri: `${folder}/${name}`, workspace: emptyWorkspace, attachment: undefined });
}

describe('a file of conditions for gcloud', () => {
  test('stays one while something is typed into it', () => {
    for (const typed of ['- ', '- r', '- re', '  ipS:', '- ipS:', '  foo:', '  foo: 1', '- foo: 1'])
      assert.equal(specsIn('a.yaml', `${spec}${typed}\n`).length, 1, typed);
    for (const typed of ['', 'r', '""', '"r"', '{', '{"', '{"r', '{"ipS"', '{"regions": ["KR"], ""}', '{"foo": 1}'])
      assert.equal(specsIn('a.json', `[{"ipSubnetworks": ["203.0.113.0/24"]}, ${typed}]`).length, 1, typed);
  });

  test('is nothing else', () => {
    for (const other of ['- r\n- s', '- a sentence', '- 1', '- [r]', '  foo: 1\n  bar: 2', '- foo: 1\n- bar: 1'])
      assert.equal(specsIn('a.yaml', `${spec}${other}\n`).length, 0, other);
    for (const text of [
      '- r\n',
      '- \n',
      '- foo: 1\n  ipSubnetworks: [203.0.113.0/24]\n',
      '- members: [user:a@b.example]\n- foo: 1\n',
    ])
      assert.equal(specsIn('a.yaml', text).length, 0, text);
  });

  test('is not all that there will be while an item of it is no condition', () => {
    const conditionsOf = (text: string) => {
      const [found] = specsIn('a.yaml', text);
      assert.ok(found?.definition.state === 'known' && found.definition.value.kind === 'basic');
      return found.definition.value.conditions;
    };
    assert.equal(conditionsOf(spec).complete, true);
    assert.equal(conditionsOf(`${spec}- `).complete, false);
  });

  test('what is wrong in it is told', () => {
    assert.deepEqual(told('access-level/invalid-field', { 'a.yaml': `${spec}  foo: 1\n` }), ['unknownField foo']);
    assert.deepEqual(told('access-level/invalid-region', { 'a.yaml': `${spec.replace('KR', 'UK')}- r` }).length, 1);
  });
});

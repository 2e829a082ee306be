import assert from 'node:assert/strict';
import { test } from 'node:test';
import { summarise } from '../../src/kinds/facts';
import { formatOf, parseSourceFile } from '../../src/syntax/sourceFile';

const list = (id: string) => `- preferredMemberKey: {id: ${id}@example-project.iam.gserviceaccount.com}\n`;

function groupsToldBy(name: string, text: string) {
  const uri = `file:///work/${name}`;
  const parse = () => parseSourceFile(uri, text, formatOf(uri) ?? 'json');
  const kept = parse();
  return (group: string | undefined) => {
    const told = (file: typeof kept) => summarise(file, { group }).map(({ kind, name: of, at }) => ({ kind, of, at }));
    assert.deepEqual(told(kept), told(parse()), String(group));
    return new Set(told(kept).flatMap(({ kind, of }) => (kind === 'membership' ? [of] : [])));
  };
}

for (const [name, text] of [
  ['members.yaml', list('one') + list('two')],
  ['members.yaml', `---\n${list('one')}---\n${list('two')}`],
  ['members.json', '[{"preferredMemberKey":{"id":"one@example-project.iam.gserviceaccount.com"}}]'],
] as const) {
  test(`a file that is said to list another group tells of that one, as if it had never listed the first: ${text}`, () => {
    const groups = groupsToldBy(name, text);
    assert.deepEqual(groups('group:a@example.org'), new Set(['a@example.org']));
    assert.deepEqual(groups('group:b@example.org'), new Set(['b@example.org']));
    assert.deepEqual(groups('group:a@example.org'), new Set(['a@example.org']));
    assert.deepEqual(groups(undefined).has('a@example.org'), false);
  });
}

test('a tree that stands in another file, too, tells of each where it stands', () => {
  const text = 'locals {\n  who = "a"\n}\n';
  const [one, other] = ['file:///one/main.tf.json', 'file:///other/main.tf.json'];
  const file = parseSourceFile(one, '{"locals":{"who":"a"}}', 'terraformJson');
  const moved = { ...file, uri: other };
  for (const [asked, folder] of [
    [file, 'file:///one'],
    [moved, 'file:///other'],
    [file, 'file:///one'],
  ] as const) {
    const [fact] = summarise(asked, { group: undefined });
    assert.deepEqual([fact?.name, fact?.at.uri], [`${folder}#who`, asked.uri], text);
  }
});

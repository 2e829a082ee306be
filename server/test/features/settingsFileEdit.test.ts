import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withIgnoreEntry } from '../../src/features/actions/settingsFileEdit';
import { parseSettingsFile } from '../../src/lint/settings/file';
import { applyEdits } from '../../src/text/edit';

const entry = { rule: 'area/rule', path: 'a.json', at: '/x', value: 'v', reason: '' };

function added(text: string | undefined): string {
  const change = withIgnoreEntry(text, entry);
  assert.ok(!('refused' in change), `refused in ${text}`);
  return 'newText' in change ? change.newText : applyEdits(text ?? '', change.edits);
}

test('an entry comes behind the others, which stay as they are', () => {
  const cases: readonly (readonly [string, string])[] = [
    [
      '{ "ignore": [ {"rule":"b",   "path":"b"} ], "rules": {"a":"off"} }',
      '{ "ignore": [ {"rule":"b",   "path":"b"}, { "rule": "area/rule", "path": "a.json", "at": "/x", "value": "v", "reason": "" } ], "rules": {"a":"off"} }',
    ],
    [
      '{\r\n\t"ignore": [\r\n\t\t// why\r\n\t\t{ "rule": "b" }, // b\r\n\t],\r\n\t"exclude": ["x",\r\n  "y"],\r\n}\r\n',
      '{\r\n\t"ignore": [\r\n\t\t// why\r\n\t\t{ "rule": "b" }, // b\r\n\t\t{ "rule": "area/rule", "path": "a.json", "at": "/x", "value": "v", "reason": "" },\r\n\t],\r\n\t"exclude": ["x",\r\n  "y"],\r\n}\r\n',
    ],
    [
      '\uFEFF{\n    "exclude": [ "x","y" ]\n}\n',
      '\uFEFF{\n    "exclude": [ "x","y" ],\n    "ignore": [\n        {\n            "rule": "area/rule",\n            "path": "a.json",\n            "at": "/x",\n            "value": "v",\n            "reason": ""\n        }\n    ]\n}\n',
    ],
  ];
  for (const [before, after] of cases) assert.equal(added(before), after);
});

test('with the key twice, the entry stands where it counts', () => {
  const other = { rule: 'b' };
  for (const text of [
    '{"ignore":[],"ignore":[{"rule":"b"}]}',
    '{"leastwise.ignore":[{"rule":"b"}]}',
    '// only\n{"ignore":[{"rule":"b"}]}',
  ]) {
    const value = parseSettingsFile(added(text)) as Readonly<Record<string, unknown>>;
    assert.deepEqual(value.ignore ?? value['leastwise.ignore'], [other, entry]);
  }
});

test('a file that is not there, empty, or all comments gets its settings', () => {
  for (const text of [undefined, '', ' \n', '// later\n', '/* later */', '// a\r\n// b'] as const) {
    const after = added(text);
    assert.deepEqual(parseSettingsFile(after), { ignore: [entry] }, after);
    assert.ok(after.startsWith((text ?? '').trim()));
  }
});

test('why nothing can be added is told apart', () => {
  const reason = (text: string) => {
    const change = withIgnoreEntry(text, entry);
    return 'refused' in change ? change.refused : undefined;
  };
  for (const text of ['{', '{"ignore": [}', '{"ignore": []} x', ']', 'x']) assert.equal(reason(text), 'syntaxError', text);
  for (const text of ['[]', 'null', '1', '"x"', '{"ignore": {}}', '{"ignore": null}'])
    assert.equal(reason(text), 'otherContent', text);
});

test('no depth is too deep', () => {
  const deep = `{"x": ${'['.repeat(3_000)}${']'.repeat(3_000)}}`;
  assert.ok(added(deep).startsWith(deep.slice(0, -1)));
  const list = `{"ignore": ${'['.repeat(30_000)}${']'.repeat(30_000)}}`;
  assert.doesNotThrow(() => withIgnoreEntry(list, entry));
});

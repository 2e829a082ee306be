import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lintAll, loud, workspaces } from './workspaces';

/** What may be said of a document that is right, since it is true of it: how often, by rule and severity and by document. */
const rightly: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  // A list for `replace-all` deletes what it leaves out, which is worth a warning even where it is meant.
  'access-level/authoritative-list warning': { 'replace-all.yaml': 1, 'perimeter.yaml': 1 },
  // Publishing a website is somebody's decision, and everybody is to see that it was taken.
  'allow-policy/public-access warning': { 'site.json': 1, 'site.yaml': 1, 'bucket.tf': 1, 'service.tf': 1 },
  'file/syntax error': { 'broken.json': 1, 'broken.yaml': 1 },
};

for (const documents of workspaces) {
  test(`nothing is held against ${documents.name}`, () => {
    const allowed = new Map<string, number>();
    const others = loud(lintAll(documents)).filter((told) => {
      const [rule = '', severity, place = ''] = told.split(' ');
      const name = place.slice(0, place.lastIndexOf(':'));
      const said = `${rule} ${severity}`;
      if (rightly[said]?.[name] === undefined) return true;
      allowed.set(`${said} ${name}`, (allowed.get(`${said} ${name}`) ?? 0) + 1);
      return false;
    });
    assert.deepEqual(others, []);
    for (const [key, times] of allowed) {
      const [rule = '', severity = '', name = ''] = key.split(' ');
      assert.equal(times, rightly[`${rule} ${severity}`]?.[name], key);
    }
  });
}

test('nor while the workspace is still being read', () => {
  const told = workspaces.flatMap((documents) => loud(lintAll(documents, false)).map((line) => `${documents.name}: ${line}`));
  assert.deepEqual(
    told.filter((line) => !Object.keys(rightly).some((rule) => line.includes(`: ${rule} `))),
    [],
  );
});

test('what is published is told once, as a warning', () => {
  const websites = workspaces.find(({ name }) => name === 'websites');
  assert.ok(websites);
  assert.deepEqual(
    loud(lintAll(websites)).map((line) => line.split(' ').slice(0, 3).join(' ').replace(/:\d+$/, '')),
    Object.keys(websites.texts).map((name) => `allow-policy/public-access warning ${name}`),
  );
});

test('the silence is not that of a reader who skips: the same documents with misspelt members are accused', () => {
  const read = {
    'allow-policy/invalid-member': [
      'google-policies',
      'storage',
      'landing-zone',
      'threads/kics-5206.tf',
      'threads/tflint-google-387.tf',
    ],
    'access-level/invalid-member': ['access-context', 'fabric', 'access-bindings', 'threads/provider-google-8125.tf'],
  };
  for (const [rule, names] of Object.entries(read)) {
    for (const documents of workspaces.filter(({ name }) => names.includes(name))) {
      const texts = Object.fromEntries(
        Object.entries(documents.texts).map(([file, text]) => [
          file,
          text.replace(/\b(user|group|domain|serviceAccount):(?=\w)/g, 'grp:'),
        ]),
      );
      const told = loud(lintAll({ name: documents.name, texts }));
      assert.ok(
        told.some((line) => line.startsWith(`${rule} error`)),
        documents.name,
      );
    }
  }
});

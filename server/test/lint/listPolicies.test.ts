import assert from 'node:assert/strict';
import { test } from 'node:test';
import { summarise } from '../../src/kinds/facts';
import { createLinter } from '../../src/lint/lint';
import { readSettings } from '../../src/lint/settings/settings';
import { rules } from '../../src/rules/index.generated';
import { parseSourceFile, type SourceFile } from '../../src/syntax/sourceFile';
import { join } from '../../src/workspace/index/workspace';

const now = new Date('2026-06-15T12:00:00Z');
const binding = (member: string) => ({ role: 'roles/browser', members: [member] });
const assets = ['allUsers', 'user:kim@example.org'].map((member, index) => ({
  name: `//cloudresourcemanager.googleapis.com/projects/p${index}`,
  policy: { bindings: [binding(member)] },
}));

/** Puts the tree of a list together for nobody. */
function untold(file: SourceFile): SourceFile {
  const roots = file.roots.map(({ root, offset }) => {
    assert.ok(root.items);
    const guarded = Object.create(root, { node: { get: () => assert.fail('somebody asked for the whole list') } });
    return { root: guarded, offset };
  });
  return { ...file, roots };
}

for (const [name, text] of [
  ['assets.json', JSON.stringify(assets, null, 2)],
  ['assets.yaml', assets.map((asset) => `- ${JSON.stringify(asset)}\n`).join('')],
] as const) {
  test(`what the items of ${name} tell is told without the whole list`, () => {
    const file = untold(parseSourceFile(`file:///w/${name}`, text, name === 'assets.json' ? 'json' : 'yaml'));
    const faults: unknown[] = [];
    const { settings } = readSettings({ folder: 'file:///w' });
    const linter = createLinter({ rules, settings, onFault: (rule, error) => faults.push([rule, error]) });
    const found = linter.lint(file, join([summarise(file, { group: undefined })], true), now);
    assert.deepEqual(faults, []);
    assert.deepEqual(
      found.map(({ rule }) => rule.id),
      ['allow-policy/public-access'],
    );
  });
}

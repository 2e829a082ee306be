import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { a, b, both, type Files, grant, group, membersIn, repaired } from './groupGrants';

const until = '"request.time < timestamp(\'2030-01-01T00:00:00Z\')"';
const condition = `{"title": "t", "expression": ${until}}`;

describe('a binding that isn’t wholly known gives the role to nobody for sure', () => {
  const inJson = (more: string, own = '') =>
    `{"bindings": [{"role": "roles/viewer", "members": ["group:g@example.org"]${own}}, {"role": "roles/viewer", "members": ["${a}"]${more}}]}`;
  const inYaml = (more: string) =>
    `bindings:\n- role: roles/viewer\n  members: [group:g@example.org]\n- role: roles/viewer\n  members: [${a}]\n${more}`;
  const inData = (more: string) =>
    `data "google_iam_policy" "p" {\n  binding {\n    role = "roles/viewer"\n    members = [${group}]\n  }\n  binding {\n    role = "roles/viewer"\n    members = ["${a}"]\n${more}  }\n}\n`;
  const inEncoded = (more: string) =>
    `resource "google_project_iam_policy" "p" {\n  policy_data = jsonencode({ bindings = [\n    { role = "roles/viewer", members = [${group}] },\n    { role = "roles/viewer", members = ["${a}"]${more} },\n  ] })\n}\n`;
  const inDataJson = (more: string) =>
    `{"data": {"google_iam_policy": {"p": {"binding": [{"role": "roles/viewer", "members": ["group:g@example.org"]}, {"role": "roles/viewer", "members": ["${a}"]${more}}]}}}}`;
  const hcl = `title = "t"\n      expression = ${until}\n`;
  const unsure: Readonly<Record<string, Files>> = {
    'a misspelt condition in JSON': { 'a.json': inJson(`, "conditon": ${condition}`) },
    'a capital in JSON': { 'a.json': inJson(`, "Condition": ${condition}`) },
    'a capital in jsonencode': { 'a.tf': inEncoded(`, Condition = { title = "t", expression = ${until} }`) },
    'a computed key in jsonencode': { 'a.tf': inEncoded(`, (var.k) = { title = "t", expression = ${until} }`) },
    'a plural block': { 'a.tf': inData(`    conditions {\n      ${hcl}    }\n`) },
    'a dynamic block in JSON': {
      'a.tf.json': inDataJson(`, "dynamic": {"condition": {"for_each": [1], "content": ${condition}}}`),
    },
    'a dynamic block': {
      'a.tf': inData(`    dynamic "condition" {\n      for_each = var.c\n      content {\n      ${hcl}      }\n    }\n`),
    },
    'a half-typed key': { 'a.yaml': inYaml('  cond:\n') },
    'a half-typed key without a colon': { 'a.yaml': inYaml('  condtion\n') },
    'an empty condition': { 'a.yaml': inYaml('  condition:\n') },
    'an empty condition with a comment': { 'a.yaml': inYaml('  condition: # to do\n') },
    'a key that merges another object': { 'a.yaml': inYaml(`  <<: {condition: ${condition}}\n`) },
    'a role that stands twice': { 'a.json': inJson(', "role": "roles/viewer"') },
    'members that stand twice': { 'a.json': inJson(', "members": ["user:kim@example.org"]') },
    'a condition that stands twice': { 'a.json': inJson(`, "condition": null, "condition": ${condition}`) },
    'an unknown key in an equal condition': {
      'a.json': inJson(
        `, "condition": {"title": "t", "expression": "true", "expresion": "false"}`,
        ', "condition": {"title": "t", "expression": "true"}',
      ),
    },
    'the key that isn’t known in the group’s binding': {
      'a.json': inJson('', `, "conditon": ${condition}`),
    },
  };
  for (const [what, files] of Object.entries(unsure)) {
    test(`for ${what}`, () => {
      for (const title of ['replace', 'add']) {
        const text = repaired(title, files, both);
        assert.equal(text.split(a).length, 3, text);
        assert.equal(text.split(b).length, 2, text);
      }
    });
  }

  test('and is left out of account where all of it is known', () => {
    const known: readonly Files[] = [
      { 'a.json': inJson(', "condition": null') },
      { 'a.json': inJson(', "bindingId": "x"') },
      { 'a.yaml': inYaml('  condition: null\n') },
      { 'a.tf': inData('') },
      { 'a.tf': inEncoded('') },
      { 'a.tf.json': inDataJson('') },
    ];
    for (const files of known) assert.equal(repaired('addOne', files, both).split(a).length, 2, JSON.stringify(files));
  });

  test('nor is one dynamic condition another one', () => {
    const when = (list: string) =>
      `    dynamic "condition" {\n      for_each = ${list}\n      content {\n        ${hcl}      }\n    }\n`;
    const text = inData(when('var.d')).replace(`[${group}]\n`, `[${group}]\n${when('var.c')}`);
    assert.equal(repaired('replace', { 'a.tf': text }, both).split(a).length, 3);
  });

  test('nor does a resource of the module', () => {
    const on = (more: string) => `  condition {\n    title = "t"\n    expression = "true"\n${more}  }\n`;
    for (const more of [on('    expresion = "false"\n'), `${on('')}${on('')}`]) {
      const files = { 'a.tf': grant('m', group, {}, on('')), 'b.tf': grant('d', `"${a}"`, {}, more) };
      assert.deepEqual(membersIn(repaired('replace', files, both)), [`"${a}"`, `"${b}"`], more);
    }
    const unknown = on('    expresion = "false"\n');
    const files = { 'a.tf': grant('m', group, {}, unknown), 'b.tf': grant('d', `"${a}"`, {}, unknown) };
    assert.deepEqual(membersIn(repaired('replace', files, both)), [`"${a}"`, `"${b}"`]);
  });
});

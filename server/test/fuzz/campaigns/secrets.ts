import assert from 'node:assert/strict';
import fc from 'fast-check';
import { formatOf, parseSourceFile } from '../../../src/syntax/sourceFile';
import { join } from '../../../src/workspace/index/workspace';
import { type Campaign, campaign } from '../campaign';
import type { Document } from '../corpus';
import { edits, placeIn, somePlaces, textsAfter } from './edits';
import { factsOf, folder, newLinter, view } from './view';

/** Lines as a PEM block has them: long enough to pass for a key, and all of it one word that nothing else holds. */
const keyLine = 'Zq7XvK0wJxQ9zHkVqYb3'.repeat(3);
const pem = ['-----BEGIN PRIVATE KEY-----', ...Array.from({ length: 12 }, () => keyLine), '-----END PRIVATE KEY-----', ''];
const keyFile = {
  type: 'service_account',
  project_id: 'example-project',
  private_key_id: keyLine,
  private_key: pem.join('\n'),
  client_email: 'app@example-project.iam.gserviceaccount.com',
};
const bindings = [{ role: 'roles/owner', members: ['allUsers', 'User:b@example.org', 'group:a@example.org'] }];
const indented = pem.map((line) => `    ${line}\n`).join('');

const texts: Readonly<Record<string, string>> = {
  'key.json': JSON.stringify(keyFile, undefined, 2),
  'keys.json': JSON.stringify([keyFile, { bindings, ...keyFile }]),
  'policy.json': JSON.stringify({ bindings, private_key: keyFile.private_key, etag: 'x' }, undefined, 2),
  'key.yaml': `bindings:\n- role: roles/owner\n  members: [allUsers]\ntype: service_account\nprivate_key: |\n${indented}name: x\n`,
  'secret.yaml': `bindings:\n- {role: roles/editor, members: ["allUsers"]}\nkey:\n  private_key: >-\n${indented}  type: service_account\n`,
  'main.tf': `resource "google_project_iam_member" "a" {\n  project = "p"\n  role = "roles/owner"\n  member = "allUsers"\n}\nlocals {\n  key = <<EOT\n${JSON.stringify(keyFile, undefined, 2)}\nEOT\n  pem = "${pem.join('\\n')}"\n}\n`,
  'main.tf.json': JSON.stringify({
    locals: { key: JSON.stringify(keyFile), private_key: keyFile.private_key },
    resource: { google_project_iam_member: { a: { project: 'p', role: 'roles/owner', member: 'allUsers' } } },
  }),
};

const input = fc.record({
  name: fc.constantFrom(...Object.keys(texts)),
  edits: edits({ maxLength: 8 }),
  places: somePlaces(),
});

/** No word that people read, and no log, holds a part of a key, however the file is damaged. */
export const secrets: Campaign = campaign('keys, edited', 40, input, ({ name, edits: all, places }, step) => {
  const original = texts[name] ?? '';
  const linter = newLinter();
  for (const text of [original, ...textsAfter(original, all)]) {
    step(JSON.stringify({ name, text }));
    const file = parseSourceFile(`${folder}/${name}`, text, formatOf(name) ?? 'json');
    const { findings, actions, fixAll, ...seen } = view(
      file,
      linter,
      join([factsOf(file)], true),
      places.map((place) => placeIn(text, place)),
    );
    const titles = actions.map(({ title, disabledReason, otherFile }) => ({ title, disabledReason, otherFile }));
    const words = JSON.stringify({ ...seen, titles, messages: findings.map(({ said }) => said) });
    const leak = keyIn(words);
    assert.equal(
      leak,
      undefined,
      `in ${words.slice(words.indexOf(leak ?? '') - 300, words.indexOf(leak ?? '') + 100)} of ${text}`,
    );
  }
});

/** Documents that hold a key. */
export const keyDocuments: readonly Document[] = Object.entries(texts).map(([name, text]) => ({ name, text, beside: {} }));

/** The first part of the key that the words hold. */
export function keyIn(words: string): string | undefined {
  return pieces.find((piece) => words.includes(piece));
}

/** Every twenty-four letters of the key: fewer tell nothing of it. */
const pieces = Array.from({ length: 20 }, (_, index) => keyLine.slice(index, index + 24));

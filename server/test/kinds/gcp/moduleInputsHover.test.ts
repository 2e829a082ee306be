import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hover } from '../../../src/features/hover/hover';
import { documentSymbols } from '../../../src/features/symbols';
import { createLinter } from '../../../src/lint/lint';
import { readSettings } from '../../../src/lint/settings/settings';
import { prepareTerraform } from '../../../src/syntax/terraform/reading/grammar';
import { emptyWorkspace } from '../../../src/workspace/index/workspace';
import { fileOf, folder } from '../../lint/shouting';

await prepareTerraform();

const { settings } = readSettings({ folder });
const linter = createLinter({ rules: [], settings, onFault: (_, error) => assert.fail(String(error)) });

const call = `module "iam" {
  source   = "terraform-google-modules/iam/google//modules/projects_iam"
  bindings = {
    "roles/run.invoker" = ["serviceAccount:a@p.iam.gserviceaccount.com", "allUsers"]
  }
}
`;
const factory = 'iam:\n  roles/run.invoker:\n    - serviceAccount:a@p.iam.gserviceaccount.com\n    - allUsers\n';

for (const [name, text] of [
  ['main.tf', call],
  ['a.yaml', factory],
] as const) {
  test(`hover tells roles and members of ${name}, and the outline its roles`, () => {
    const reading = linter.read(fileOf(name, text), emptyWorkspace);
    const said = (word: string, locale: 'en' | 'ko') => hover([], text.indexOf(word) + 1, { locale, reading })?.contents ?? '';
    assert.match(said('roles/run.invoker', 'en'), /Calls Cloud Run services/);
    assert.match(said('allUsers', 'en'), /internet/);
    assert.match(said('allUsers', 'ko'), /[가-힣]/);
    assert.match(JSON.stringify(documentSymbols(reading, 'en')), /roles\/run\.invoker/);
  });
}

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { plannedGrants } from '../../../src/kinds/gcp/grants/planned/plannedGrants';
import { functions } from '../../../src/workspace/terraform/functions';
import { rootModuleOf } from './modules';

/** What `docs/terraform.md` says of Terraform's forms. */
const { context, expressions, blocks } = JSON.parse(readFileSync('scripts/generate/terraformForms.json', 'utf8')) as {
  readonly context: string;
  readonly expressions: readonly {
    readonly en: string;
    readonly example: string;
    readonly value?: unknown;
    readonly unknown?: string;
  }[];
  readonly blocks: readonly {
    readonly en: string;
    readonly files: Readonly<Record<string, string>>;
    readonly told: readonly string[];
  }[];
};

function outputOf(expression: string) {
  return rootModuleOf({ 'main.tf': `${context}output "value" {\n  value = ${expression}\n}\n` }).output('value');
}

describe('each form of expressions is as the page says', () => {
  for (const { en, example, value, unknown } of expressions)
    test(en, () => {
      if (unknown) {
        const told = outputOf(example);
        assert.equal(told.kind === 'unknown' && told.why.id, unknown, example);
        return;
      }
      const told = outputOf(`jsonencode(${example})`);
      assert.ok(told.kind === 'string', `${example}: ${JSON.stringify(told)}`);
      assert.deepEqual(JSON.parse(told.text), value, example);
    });
});

describe('each form of blocks is as the page says', () => {
  for (const { en, files, told } of blocks)
    test(en, () => {
      const { grants, unknown } = plannedGrants(rootModuleOf(files));
      const all = [
        ...grants.map(({ address, member }) => `${address} ${member}`),
        ...unknown.map(({ address, what, why }) => `${address ?? null} ${what} ${why}`),
      ];
      assert.deepEqual(all, told);
    });
});

test('each function is as the page says', () => {
  const page = readFileSync('docs/terraform.md', 'utf8');
  const rows = [...page.slice(page.indexOf('## Functions')).matchAll(/^\| `(\w+)` \| (\w+)/gm)];
  const said = new Map(rows.map(([, name = '', word]) => [name, word]));
  assert.deepEqual([...said.keys()].sort(), [...functions.keys(), 'can', 'try'].sort());
  const recorded = readFileSync('server/test/workspace/terraform/fixtures/functions.jsonl', 'utf8').trim().split('\n');
  const told = new Set<string>();
  for (const line of recorded) {
    const { call, text, result } = JSON.parse(line);
    if (result !== 'error' && !told.has(call) && outputOf(text).kind !== 'unknown') told.add(call);
  }
  for (const [name, word] of said) {
    // What reads files is asked with files elsewhere.
    if (/^(file|templatefile)/.test(name)) assert.equal(word, 'evaluated', name);
    else if (name !== 'can' && name !== 'try') assert.equal(word, told.has(name) ? 'evaluated' : 'unknown', name);
  }
});

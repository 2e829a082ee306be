// `npm run new-rule <area>/<name> [-- --kind gcp/access-level]`: the files of a rule, for somebody to fill in: the rule, its Korean
// twin, its awkward cases and its tests. What is generated is made anew. Nothing that is there is written over.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { kindIds } from './generate/modules.mjs';
import { generate } from './generate.mjs';
import { root as repository } from './run.mjs';

/** Resolves to the paths of the files made. Rejects, saying what to do, for an id or a kind that can't be. */
export async function makeRule(id, { kind = 'gcp/allow-policy', root = repository } = {}) {
  if (!/^[a-z]+(?:-[a-z]+)*\/[a-z]+(?:-[a-z]+)*$/.test(id ?? ''))
    throw new Error('Say the rule’s id, which is its path: npm run new-rule allow-policy/some-fault');
  const kinds = kindIds(root);
  if (!kinds.includes(kind)) throw new Error(`There is no kind ${kind}. There are: ${kinds.join(', ')}`);
  const files = filesOf(id, kind);
  const taken = [...files.keys()].filter((path) => existsSync(join(root, path)));
  if (taken.length > 0) throw new Error(`There already: ${taken.join(', ')}`);
  for (const [path, text] of files) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  await generate({ root });
  return [...files.keys()];
}

function filesOf(id, kind) {
  const name = kind.split('/')[1].replace(/-(.)/g, (_, letter) => letter.toUpperCase());
  return new Map([
    [`server/src/rules/${id}.ts`, ruleText(id, kind, name)],
    [`server/src/rules/${id}.cases.ts`, casesText],
    [`server/src/l10n/ko/${id}.ts`, twinText(id)],
    [`server/test/rules/${id}.test.ts`, testText(id)],
  ]);
}

const ruleText = (id, kind, name) => `import ${name} from '../../kinds/${kind}/kind';
import { defineRule } from '../rule';

export default defineRule({
  id: '${id}',
  kind: ${name},
  severity: 'warning',
  fixClass: 'none',
  source: { title: 'Where it is published', url: 'https://example.com/' },
  since: '0.1.0',
  summary: 'One sentence: what is wrong.',
  rationale: 'Why it matters, and what to do.',
  messages: { found: 'The fault in the first words. Then what to do.' },
  // Each pair is on the rule’s page and goes through all laws; «» stands around what is marked.
  examples: [],

  check(_policy, _context) {},
});
`;

const casesText = `import type { Example } from '../rule';

/** Pairs that would spoil the page. */
export default [] satisfies readonly Example[];
`;

const twinText = (id) => `import type rule from '../../../rules/${id}';
import type { TranslationOf } from '../../../rules/rule';

export default {
  summary: '무엇이 잘못되었는지 한 문장으로 적습니다.',
  rationale: '왜 중요한지, 무엇을 해야 하는지 적습니다.',
  messages: { found: '문제를 먼저 말하고, 할 일을 이어서 적습니다.' },
} satisfies TranslationOf<typeof rule>;
`;

const testText = (id) => `import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { told } from '../inspect';

const rule = '${id}';

describe(rule, () => {
  test('says nothing of what it must not find', () => {
    assert.deepEqual(told(rule, { 'a.json': '{}' }), []);
  });
});
`;

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { kind: { type: 'string' } } });
  try {
    for (const path of await makeRule(positionals[0], { kind: values.kind })) console.log(`wrote ${path}`);
    console.log(`Fill them in, then: npm run test:rule ${positionals[0]}`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 2;
  }
}

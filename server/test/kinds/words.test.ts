import assert from 'node:assert/strict';
import { test } from 'node:test';
import { perimeter } from '../../src/kinds/gcp/authoritative-list/perimeter';
import { perimetersResource, requests } from '../../src/kinds/gcp/authoritative-list/shape';
import { flattenedMembership, blocks as groupBlocks, membership } from '../../src/kinds/gcp/groups/shape';
import { resourceShape } from '../../src/kinds/gcp/iam-resource/shape';
import { legacyPolicy, blocks as organizationPolicyBlocks, policy } from '../../src/kinds/gcp/organization-policy/shape';
import { kinds } from '../../src/kinds/index.generated';
import type { Shape, ShapeField } from '../../src/kinds/shape';
import type { Vocabulary, Words } from '../../src/kinds/speech';
import { korean } from '../../src/l10n/ko/kinds.generated';
import { speechOf } from '../../src/l10n/localize';
import { createReadings } from '../../src/lint/readings';
import { rules } from '../../src/rules/index.generated';
import { formatOf, parseSourceFile } from '../../src/syntax/sourceFile';
import { prepareTerraform } from '../../src/syntax/terraform/reading/grammar';
import { emptyWorkspace } from '../../src/workspace/index/workspace';

await prepareTerraform();

/** Every shape of a policy that some example has, of the resources of a family, and of what no example holds. */
const shapes = new Set([
  ...shapesOfExamples(),
  ...['member', 'binding', 'policy'].flatMap((ending) => resourceShape(`google_project_iam_${ending}`) ?? []),
  ...[perimeter, perimetersResource, ...Object.values(requests)],
  ...[policy, legacyPolicy, ...organizationPolicyBlocks.values()],
  ...[membership, flattenedMembership, ...groupBlocks.values()],
]);

const fields = new Set([...shapes].flatMap((shape) => fieldsBelow(shape)));

function* shapesOfExamples(): Generator<Shape> {
  const readings = createReadings(kinds);
  for (const { bad, language, file } of rules.flatMap(({ examples }) => examples)) {
    const uri = `file:///${file ?? `a.${{ json: 'json', yaml: 'yaml', terraform: 'tf' }[language]}`}`;
    const parsed = parseSourceFile(uri, bad.replace(/[«»]/g, ''), formatOf(uri) ?? 'json');
    for (const found of readings.ofFile(parsed, { workspace: emptyWorkspace, attachment: undefined }).policies())
      for (const { shape } of kinds.find(({ id }) => id === found.policy.kind)?.objects?.(found.policy) ?? []) yield shape;
  }
}

function fieldsBelow({ fields: own }: Shape): readonly ShapeField[] {
  return [...own.values()].flatMap((field) => [field, ...(field.inside ? fieldsBelow(field.inside) : [])]);
}

test('every field and every word of a choice has a sentence, in English and in Korean', () => {
  assert.ok(fields.size > 40, String(fields.size));
  for (const locale of ['en', 'ko'] as const) {
    for (const { vocabulary, says, choices = [], takes } of fields) {
      const words = speechOf(locale).words(vocabulary);
      assert.match(words.fields[says] ?? '', locale === 'ko' ? /[가-힣].*\.$/ : /^[A-Z`{].*\.$/, `${vocabulary.id} ${says}`);
      if (takes === 'boolean' || takes === 'number') continue;
      for (const choice of choices)
        assert.match(words.values[choice] ?? '', locale === 'ko' ? /[가-힣]/ : /^[A-Z]/, `${vocabulary.id} ${choice}`);
    }
  }
});

test('each word of a vocabulary has the same placeholders in Korean, and no particle right behind one', () => {
  const vocabularies = new Set<Vocabulary>([
    ...kinds.flatMap(({ words }) => words ?? []),
    ...[...fields].map(({ vocabulary }) => vocabulary),
  ]);
  assert.ok(vocabularies.size > 5);
  for (const { id, english } of vocabularies) {
    const twin = korean[id];
    assert.ok(twin, `${id} in Korean`);
    compare(english, twin, id);
  }
});

function compare(english: Words, twin: Words, path: string) {
  assert.deepEqual(Object.keys(twin).sort(), Object.keys(english).sort(), path);
  for (const [name, word] of Object.entries(english)) {
    const other = twin[name];
    if (typeof word !== 'string') compare(word, other as Words, `${path}.${name}`);
    else {
      assert.equal(typeof other, 'string', `${path}.${name}`);
      assert.deepEqual(placeholders(String(other)), placeholders(word), `${path}.${name}`);
      assert.doesNotMatch(String(other), /\}["'”`*]*(은|는|이|가|을|를|와|과|으로|로)(?![가-힣])/, `${path}.${name}`);
    }
  }
}

function placeholders(text: string): readonly string[] {
  return [...text.matchAll(/\{\w+\}/g)].map(String).sort();
}

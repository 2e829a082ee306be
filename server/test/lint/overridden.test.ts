import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PlacedFinding } from '../../src/lint/places/placedFinding';
import { rules } from '../../src/rules/index.generated';
import { refusals } from '../../src/rules/refusals';
import { prepareTerraform } from '../../src/syntax/terraform/reading/grammar';
import { type Sample, samplesOf } from '../laws/documents/sample';
import { formatOfPair, lintOwn } from '../laws/engine';

await prepareTerraform();

const samples = rules.flatMap((rule) => samplesOf(rule, [])).filter((sample) => formatOfPair(sample) === 'terraform');

/** Of each finding the titles of what is offered, with the reasons of what isn't. */
function offered(sample: Sample): readonly { readonly finding: PlacedFinding; readonly titles: readonly string[] }[] {
  return lintOwn(sample, sample.bad).findings.map((finding) => ({
    finding,
    titles: finding.fixes().map((fix) => {
      if ('disabled' in fix) return `${fix.title}: ${fix.disabled}`;
      return `${fix.title} ${fix.fixClass ?? finding.rule.fixClass}`;
    }),
  }));
}

test('a text that another one overrides is changed by no repair', () => {
  const refused = new Set<string>();
  for (const sample of samples) {
    for (const [index, { finding, titles }] of offered(sample).entries()) {
      const { resource } = finding.policy.place;
      if (!resource) continue;
      const override = `${resource.mode} "${resource.type}" "${resource.name}" {\n}\n`;
      const example = { ...sample.example, files: { ...sample.example.files, 'x_override.tf': override } };
      const beside = offered({ ...sample, example })[index];
      // Some accuse no such text in the first place.
      if (!beside) continue;
      const { id } = finding.rule;
      assert.deepEqual(
        beside.titles,
        titles.map((title) => title.replace(/ (same|changes|narrows|placeholder)$/, ': overridden')),
        `${id}\n${sample.bad}`,
      );
      if (beside.titles.some((title) => title.endsWith(': overridden'))) refused.add(id);
    }
  }
  for (const id of ['access-level/without-emergency-access', 'access-level/open-condition', 'allow-policy/public-access'])
    assert.ok(refused.has(id), `${id} is not among ${[...refused].join()}`);
});

test('every rule that repairs anything has the words for why it doesn’t', () => {
  for (const { id, kind, fixClass, messages } of rules) {
    if (fixClass === 'none' || kind.afterwards) continue;
    assert.deepEqual(
      Object.keys(refusals).filter((reason) => !(reason in messages)),
      [],
      id,
    );
  }
});

import assert from 'node:assert/strict';
import { message } from '../../../src/l10n/localize';
import type { MessageArguments, Rule, RuleText } from '../../../src/rules/rule';
import { lintOwn } from '../engine';
import type { Law } from '../law';

export function speaksKorean(rule: Rule, korean: RuleText | undefined): void {
  assert.ok(korean, `server/src/l10n/ko/${rule.id}.ts is missing`);
  assert.deepEqual(Object.keys(korean.messages).sort(), Object.keys(rule.messages).sort());
  for (const [id, english] of Object.entries(rule.messages)) {
    assert.deepEqual(placeholders(korean.messages[id] ?? ''), placeholders(english), `the placeholders of ${id}`);
  }
  for (const text of [korean.summary, korean.rationale, ...Object.values(korean.messages)]) {
    assert.match(text, /[\uAC00-\uD7A3]/, 'a text has no Korean in it');
    assert.doesNotMatch(
      text,
      particleAfterPlaceholder,
      'a particle depends on the sound before it, which a placeholder doesn’t tell',
    );
    assert.doesNotMatch(text, doubledParticle, 'a doubled particle');
  }
}

/** What the pairs make a rule say has an argument for every placeholder. */
export const fullWords: Law = {
  number: 11,
  says: 'no placeholder is left in the words',
  tests: [
    {
      run(sample) {
        const { rule, bad } = sample;
        for (const { message: id, arguments: args, fixes, related } of lintOwn(sample, bad).findings) {
          assertFull(rule, id, args);
          for (const fix of fixes()) {
            assertFull(rule, fix.title, fix.arguments ?? {});
            if ('disabled' in fix) assertFull(rule, fix.disabled, fix.arguments ?? {});
          }
          for (const { message: remark, arguments: remarkArgs = {} } of related) assertFull(rule, remark, remarkArgs);
        }
      },
    },
  ],
};

function assertFull(rule: Rule, id: string, args: MessageArguments): void {
  for (const locale of ['en', 'ko'] as const) {
    // Placeholders are named by words; policies have braces of other kinds.
    for (const name of placeholders(rule.messages[id] ?? '')) assert.ok(Object.hasOwn(args, name), `${id} gets no {${name}}`);
    assert.notEqual(message(rule, id, args, locale), id, `${id} is no message`);
  }
}

const particleAfterPlaceholder =
  /\}[`"'”’」』)\]]*(은|는|이|가|을|를|와|과|(으로|로)(만|도|는|써|서)?|이나|나|(이라|라)(는|고)?|이며|며|이고|고|이랑|랑)(?![\uAC00-\uD7A3])/;
const doubledParticle = /[을를이가은는와과]\([을를이가은는와과]\)|\(으\)로|으로\(로\)|\(이\)/;

function placeholders(text: string): string[] {
  return [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '').sort();
}

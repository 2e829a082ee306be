import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hover } from '../../src/features/hover/hover';
import { ruleDocumentation } from '../../src/features/ruleDocumentation';
import { korean } from '../../src/l10n/ko/words';
import { localeOf, message, wordsOf } from '../../src/l10n/localize';
import { english } from '../../src/l10n/words';
import { createLinter } from '../../src/lint/lint';
import { readSettings } from '../../src/lint/settings/settings';
import publicAccess from '../../src/rules/allow-policy/public-access';
import { rules } from '../../src/rules/index.generated';
import { fill } from '../../src/text/fill';
import { emptyWorkspace } from '../../src/workspace/index/workspace';
import { fileOf, folder, lint, ruleOf } from '../lint/shouting';

test('each word has the same placeholders in every language', () => {
  const placeholders = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort();
  for (const [key, text] of Object.entries(english))
    assert.deepEqual(placeholders(korean[key as keyof typeof english]), placeholders(text), key);
});

test('no Korean particle follows a placeholder, since it changes with what is put there', () => {
  for (const [key, text] of Object.entries(korean)) {
    assert.doesNotMatch(text, /\}["'”`*]*(은|는|이|가|을|를|와|과|으로|로)(?![가-힣])/, key);
    assert.doesNotMatch(text, /은\(는\)|이\(가\)|을\(를\)|와\(과\)/, key);
  }
});

test('the language is told by the tag of an editor or of a terminal', () => {
  for (const tag of ['ko', 'ko-KR', 'ko_KR.UTF-8', 'KO']) assert.equal(localeOf(tag), 'ko', tag);
  for (const tag of ['en', 'kok-IN', 'C', '', undefined]) assert.equal(localeOf(tag), 'en', tag);
});

test('arguments take the place of placeholders, once and as they are', () => {
  assert.equal(fill('{a} and {b} and {c}', { a: '{b}', b: '$&' }), '{b} and $& and {c}');
  assert.equal(fill('{constructor}', {}), '{constructor}');
});

test('what a language lacks is said in English', () => {
  assert.equal(message(ruleOf('test/a'), 'found', { words: 'hi' }, 'ko'), 'Says hi.');
  assert.notEqual(wordsOf('ko').hint, wordsOf('en').hint);
});

test('a hover says what was found, why it matters and where to read on', () => {
  const text = 'x: 1\nsay: "hi"\n';
  const rule = ruleOf('test/a');
  const at = (offset: number) => hover(lint('a.yaml', text, [rule]), offset, { locale: 'en' });
  assert.equal(at(0), undefined);
  assert.deepEqual(at(text.indexOf('hi')), {
    contents: '**Says hi.**\n\nBecause.\n\n[test/a](leastwise:/rules/test/a.md)',
    range: { start: text.indexOf('"hi"'), end: text.indexOf('"hi"') + 4 },
  });
});

test('a hover doesn’t repeat what the editor says anyway', () => {
  const text = 'say: "hi"\n';
  const options = { locale: 'en', messagesShown: true, rulePage: (id: string) => `page:${id}` } as const;
  const shown = hover(lint('a.yaml', text, [ruleOf('test/a')]), 6, options);
  assert.equal(shown?.contents, 'Because.\n\n[test/a](page:test/a)');
});

test('a hover shows all that was found and belongs to the smallest of it', () => {
  const text = '{ "say": "hi" }';
  const whole = ruleOf('test/whole', ({ node }, { report }) => report(node, 'found'));
  const { contents, range } = hover(lint('a.json', text, [whole, ruleOf('test/a')]), 10, { locale: 'en' }) ?? assert.fail();
  assert.match(contents, /test\/whole.*\n\n---\n\n.*test\/a/s);
  assert.equal(text.slice(range.start, range.end), '"hi"');
});

test('text of the file can’t break out of the hover', () => {
  const text = `say: '](command:x) <img src=x> **a** \`b\`'\n`;
  const { contents } = hover(lint('a.yaml', text, [ruleOf('test/a')]), 8, { locale: 'en' }) ?? assert.fail();
  assert.ok(contents.includes('\\](command:x) \\<img src=x\\> \\*\\*a\\*\\* \\`b\\`'), contents);
});

test('a hover on a member says who that is', () => {
  const members = {
    'user:a@example.com': /^One person/,
    'serviceAccount:a@p.iam.gserviceaccount.com': /^A service account/,
    'serviceAccount:1234-compute@developer.gserviceaccount.com': /Compute Engine/,
    'serviceAccount:p@appspot.gserviceaccount.com': /App Engine/,
    'group:g@example.com': /^A group/,
    'domain:example.com': /^Every account/,
    allUsers: /^Everyone on the internet/,
    allAuthenticatedUsers: /^Everyone who has signed in/,
  };
  const text = `bindings:\n- role: roles/viewer\n  members:\n${Object.keys(members)
    .map((member) => `  - ${member}\n`)
    .join('')}`;
  const file = fileOf('policy.yaml', text);
  const linter = createLinter({ rules: [publicAccess], settings: readSettings({ folder }).settings, onFault: assert.fail });
  for (const [member, expected] of Object.entries(members)) {
    const offset = text.indexOf(`- ${member}\n`) + 3;
    const reading = linter.read(file, emptyWorkspace);
    const shown = hover([], offset, { locale: 'en', reading });
    assert.match(shown?.contents ?? '', expected);
    assert.equal(text.slice(shown?.range.start, shown?.range.end), member);
    assert.match(hover([], offset, { locale: 'ko', reading })?.contents ?? '', /[가-힣]/);
  }
  const dash = text.indexOf('- role');
  assert.equal(hover([], dash, { locale: 'en', reading: linter.read(file, emptyWorkspace) }), undefined);
});

test('a hover on a level says how its parts come together, and what a bare list leaves to a flag', () => {
  const level = 'title: t\nbasic:\n  conditions:\n  - members:\n    - user:a@example.com\n';
  const spec = '- ipSubnetworks:\n  - 203.0.113.0/24\n';
  const rule = rules.find(({ id }) => id === 'access-level/invalid-member') ?? assert.fail();
  const linter = createLinter({ rules: [rule], settings: readSettings({ folder }).settings, onFault: assert.fail });
  const at = (text: string, word: string, locale: 'en' | 'ko' = 'en') => {
    const file = fileOf('level.yaml', text);
    const offset = text.indexOf(word) + 1;
    return hover([], offset, { locale, reading: linter.read(file, emptyWorkspace) })?.contents ?? '';
  };
  assert.match(at(level, 'basic'), /combiningFunction/);
  assert.match(at(level, 'user:'), /^One person/);
  assert.match(at(spec, 'ipSubnetworks'), /--combine-function/);
  assert.match(at(spec, 'ipSubnetworks', 'ko'), /플래그/);
  assert.match(at(spec, '203'), /^256 addresses/);
});

test('the page of a rule holds its words, its pairs without the marks, and how to hide it', () => {
  const rule = ruleOf('test/a', undefined, {
    renamedFrom: ['test/old'],
    examples: [
      {
        language: 'yaml',
        bad: '\n    a:\n      say: «"```"»\n  ',
        good: 'a:\n  say: "X"\n',
        file: 'a.yaml',
        files: { 'b.tf': 'locals {}\n' },
        settings: { exclude: [] },
      },
    ],
  });
  const page = ruleDocumentation(rule, 'en');
  assert.ok(page.startsWith('# test/a\n\nSomething is said.\n'));
  assert.doesNotMatch(page, /[«»]/);
  assert.ok(page.includes('````yaml\na:\n  say: "```"\n````'), page);
  assert.ok(page.includes('```terraform\nlocals {}\n```'));
  for (const words of [
    'test/old',
    '- Severity: warning',
    '[None](https://example.com/)',
    'leastwise: ignore[test/a] the reason until 2027-01-31',
    '"test/a": "off"',
  ]) {
    assert.ok(page.includes(words), words);
  }
  assert.match(ruleDocumentation(rule, 'ko'), /- 심각도: 경고/);
});

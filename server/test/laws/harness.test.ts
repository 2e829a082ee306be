import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rules } from '../../src/rules/index.generated';
import type { Example, Rule, RuleText } from '../../src/rules/rule';
import { samplesOf } from './documents/sample';
import { meaningOf } from './documents/secondParser';
import { levelMirror } from './documents/terraformMirrors';
import { identity } from './each/law10Identity';
import { speaksKorean } from './each/law11Korean';
import { kindInLaws } from './kinds';

const [someRule] = rules;
assert.ok(someRule);
const rule: Rule = someRule;

const pair = (bad: string): Example => ({ language: 'yaml', bad, good: '' });
const [sample] = samplesOf({ ...rule, examples: [pair('a: «b»\n«c»: [«d, «e»»]\n')] }, []);

test('marks are taken out and told in the order of the text', () => {
  assert.equal(sample?.bad, 'a: b\nc: [d, e]\n');
  assert.deepEqual(
    sample?.marks.map(({ start, end }) => sample.bad.slice(start, end)),
    ['b', 'c', 'd, e', 'e'],
  );
});

test('a mark that is not closed, or not opened, is told', () => {
  assert.throws(() => samplesOf({ ...rule, examples: [pair('a: «b')] }, []));
  assert.throws(() => samplesOf({ ...rule, examples: [] }, [pair('a: b»')]));
});

test('comments and trailing commas are no matter to the second parser of JSON, strings that look like them stay', async () => {
  const text = '\uFEFF{ "a": ["//x", "/*y*/", "z,]",], // one\n "b": 1, /* two */ }';
  assert.deepEqual(await meaningOf(text, 'json'), { a: ['//x', '/*y*/', 'z,]'], b: 1 });
});

test('the second parsers refuse broken text', async () => {
  await assert.rejects(meaningOf('{', 'json'));
  await assert.rejects(meaningOf('a: [', 'yaml'));
  await assert.rejects(meaningOf('resource "a" "b" {', 'terraform'));
});

test('what jsonencode holds is compared without its style', async () => {
  const one = await meaningOf('a = jsonencode({ b = ["c"], "d" = var.e })', 'terraform');
  const other = await meaningOf('a = jsonencode({\n  d = var.e\n  b = [\n    "c",\n  ]\n})', 'terraform');
  assert.deepEqual(one, other);
});

test('an access level’s mirror is what Terraform reads the same level from', async () => {
  const mirror = levelMirror({
    name: 'accessPolicies/1/accessLevels/corp',
    basic: {
      conditions: [{ devicePolicy: { requireScreenlock: true } }, { ipSubnetworks: ['203.0.113.0/24'] }],
      combiningFunction: 'OR',
    },
  });
  const body = {
    name: 'accessPolicies/1/accessLevels/corp',
    basic: [
      {
        conditions: [{ device_policy: [{ require_screen_lock: true }] }, { ip_subnetworks: ['203.0.113.0/24'] }],
        combining_function: 'OR',
      },
    ],
  };
  assert.ok(mirror);
  assert.deepEqual(await meaningOf(mirror.text, 'terraform'), {
    resource: { google_access_context_manager_access_level: { mirror_0: [body] } },
  });
  assert.deepEqual(mirror.path(['basic', 'conditions', 1, 'ipSubnetworks', 0]), [
    0,
    'basic',
    0,
    'conditions',
    1,
    'ip_subnetworks',
    0,
  ]);
  assert.equal(levelMirror([{ members: ['user:a@example.com'] }]), undefined);
});

test('a kind that the laws were never told of fails instead of being asked half of them', () => {
  assert.ok(sample);
  const kind = { ...rule.kind, id: 'gcp.somethingNew' };
  assert.throws(() => kindInLaws({ ...sample, rule: { ...rule, kind } }), /gcp\.somethingNew/);
  for (const { kind: known } of rules) kindInLaws({ ...sample, rule: { ...rule, kind: known } });
});

const words: RuleText = { summary: '누구나 들어옵니다.', rationale: '이유입니다.', messages: {} };
const english: Rule = { ...rule, summary: 'Everybody gets in.', messages: { found: 'Everybody gets {role}.' } };

test('Korean with the same placeholders passes', () => {
  for (const text of ['누구나 {role} 역할을 가집니다.', '“{role}”의 조건입니다.', '역할({role})', '{role}로그를 봅니다']) {
    speaksKorean(english, { ...words, messages: { found: text } });
  }
});

test('Korean that depends on a placeholder’s sound is told, and so are other placeholders, missing texts and English ones', () => {
  const faulty = [
    '{role}을 가집니다.',
    '“{role}”은 역할입니다.',
    '`{role}`으로만 됩니다',
    '{role} 역할을(를)',
    '역할 {rolle}',
    '역할',
    'role {role}',
  ];
  for (const text of faulty) assert.throws(() => speaksKorean(english, { ...words, messages: { found: text } }), text);
  assert.throws(() => speaksKorean(english, words));
  assert.throws(() => speaksKorean(english, undefined));
});

test('a rule that is called by another name than its file, or says too little, is told', () => {
  identity(rule, rule.id);
  const faulty: readonly Partial<Rule>[] = [
    { id: 'area/other-name' },
    { summary: 'no sentence' },
    { summary: 'Two sentences. At once.' },
    { rationale: ' ' },
    { source: { title: 'Page', url: 'http://example.com' } },
    { source: { title: '', url: 'https://example.com/page' } },
    { since: 'soon' },
    { examples: [] },
  ];
  for (const fault of faulty) assert.throws(() => identity({ ...rule, ...fault }, rule.id), JSON.stringify(fault));
});

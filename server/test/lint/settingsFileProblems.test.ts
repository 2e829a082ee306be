import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseSettingsFile } from '../../src/lint/settings/file';
import { settingsFileProblems } from '../../src/lint/settings/problems';

const uri = 'file:///workspace/.leastwise.json';

/** Each problem as what is marked and why. */
function told(text: string): string[] {
  return settingsFileProblems(uri, text).map(({ range, problem }) => {
    return `${text.slice(range.start, range.end)} ${problem === 'syntax' ? problem : problem.expected}`;
  });
}

test('what can’t be used is marked where it stands, however it is nested', () => {
  const text = `{
  // why
  "rules": { "allow-policy/*": "loud" },
  "emergencyAccess": { "members": ["user:a@example.org", 1], "nothing": 2 },
  "leastwise.accessLevels.exemptBuildingBlocks": "no",
  "groups": { "b@example.org": [], "group:c@example.org": 3 },
  "groupFiles": { "*.json": "d" },
  "ignore": [{}],
  "rulez": {},
}`;
  assert.deepEqual(told(text), [
    '"loud" severity',
    '1 string',
    '"nothing" knownSetting',
    '"no" boolean',
    '"b@example.org" group',
    '3 strings',
    '"d" group',
    '{} ignoreEntry',
    '"rulez" knownSetting',
  ]);
  assert.deepEqual(told(`\ufeff${text}`), told(text));
});

test('a rule that nobody has is told on its key, with the id that may be meant', () => {
  const text = `{ "rules": { "allow-policy/public-acess": "off", "alow-policy/*": "off", "file/nonsense": "hint", "file/syntax": "off", "file/*": "off" } }`;
  assert.deepEqual(
    settingsFileProblems(uri, text).map(({ range, problem }) => [
      text.slice(range.start, range.end),
      problem === 'syntax' ? problem : (problem.near ?? problem.expected),
    ]),
    [
      ['"allow-policy/public-acess"', 'allow-policy/public-access'],
      ['"alow-policy/*"', 'allow-policy/*'],
      ['"file/nonsense"', 'knownRule'],
    ],
  );
});

test('what is no settings at all is told as a whole, and a syntax error at its place', () => {
  assert.deepEqual(told('[1]'), ['[1] settings']);
  assert.deepEqual(told('null'), ['null settings']);
  assert.deepEqual(told('"x"'), ['"x" settings']);
  assert.deepEqual(told(''), []);
  assert.deepEqual(told('\ufeff{}'), []);
  assert.deepEqual(told('{ "rules": { ] }'), ['] syntax']);
  assert.equal(settingsFileProblems(uri, '['.repeat(100_000))[0]?.problem, 'syntax');
});

test('whatever is typed, problems lie within the text', () => {
  const piece = fc.constantFrom(
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '"rules"',
    '"groups"',
    '"a[0]"',
    '"x.y"',
    '1',
    'null',
    '\n',
    '//',
    '\ufeff',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.array(piece, { maxLength: 20 }).map((all) => all.join('')),
        fc.json(),
      ),
      (text) => {
        for (const { range } of settingsFileProblems(uri, text)) assert.ok(range.start <= range.end && range.end <= text.length);
        parseSettingsFile(text);
      },
    ),
    { seed: 1, numRuns: 500 },
  );
});

import assert from 'node:assert/strict';
import type { Rule } from '../../../src/rules/rule';

/** Law 10. `path` is where the rule's file stands, without its ending. */
export function identity(rule: Rule, path: string): void {
  assert.equal(rule.id, path);
  assert.match(rule.summary, /^[A-Z`][^\n]*\.$/, 'the summary is a sentence');
  assert.doesNotMatch(rule.summary, /[.!?]\s+[A-Z]/, 'the summary is one sentence');
  assert.ok(rule.rationale.trim().length > 0, 'the rationale is given');
  assert.match(rule.source.url, /^https:\/\/[^\s/]+\.[^\s]+$/);
  assert.ok(rule.source.title.trim().length > 0, 'the source has a title');
  assert.match(rule.since, /^\d+\.\d+\.\d+$/);
  assert.ok(rule.examples.length > 0, 'there is an example');
}

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hover } from '../../src/features/hover/hover';
import { kinds } from '../../src/kinds/index.generated';
import type { Kind } from '../../src/kinds/kind';
import { createReadings } from '../../src/lint/readings';
import { emptyWorkspace } from '../../src/workspace/index/workspace';
import { fileOf, linterOf, type Saying, sayings } from './shouting';

const surroundings = { workspace: emptyWorkspace, attachment: undefined };

test('what a file is does not hang on the rules', () => {
  const file = fileOf('a.json', '{ "bindings": [{ "role": "roles/owner", "members": ["allUsers"] }] }');
  const reading = linterOf([]).read(file, emptyWorkspace);
  assert.match(hover([], file.text.indexOf('allUsers'), { locale: 'en', reading })?.contents ?? '', /^Everyone on the internet/);
});

test('what a setting says of a file is read again when it changes', () => {
  const file = fileOf('a.json', '{ "bindings": [{ "role": "roles/owner", "members": ["allUsers"] }] }');
  const readings = createReadings(kinds);
  const attachment = (attached: string | undefined) =>
    readings
      .ofFile(file, { ...surroundings, attachment: attached })
      .policies()
      .flatMap(({ policy }) => ('attachment' in policy ? [policy.attachment] : []));
  assert.deepEqual(attachment(undefined), [{ state: 'unknown', node: undefined }]);
  assert.deepEqual(attachment('bucket'), [{ state: 'known', value: 'bucket' }]);
  assert.deepEqual(attachment(undefined), [{ state: 'unknown', node: undefined }]);
});

/** Says once more what another kind has found. */
const echo: Kind<Saying> = {
  id: 'test.echo',
  derive: (_root, _surroundings, others) =>
    others.flatMap(({ policy }) => (policy.kind === 'test.saying' ? [{ ...(policy as Saying), kind: 'test.echo' }] : [])),
};

test('what is derived is derived of what the others have found, whichever comes first', () => {
  for (const order of [
    [sayings, echo],
    [echo, sayings],
  ]) {
    const { root } = fileOf('a.json', '{ "say": "x" }').roots[0] ?? assert.fail();
    const reading = createReadings(order).of(root, { uri: 'file:///a.json', ...surroundings });
    assert.deepEqual(
      reading.policies.map(({ kind }) => kind),
      ['test.saying', 'test.echo'],
    );
  }
});

test('the items of a list are told once, by what reads lists as one and by what derives from it', () => {
  const file = fileOf('a.json', '[\n  { "say": "a" },\n  { "say": "b" }\n]\n');
  assert.equal(file.roots[0]?.root.items?.length, 2);
  const byItems: Kind<Saying> = { ...sayings, lists: 'items' };
  const told = (all: readonly Kind[]) =>
    createReadings(all)
      .ofFile(file, surroundings)
      .policies()
      .map(({ policy }) => policy.kind);
  assert.deepEqual(told([sayings, echo]), ['test.saying', 'test.saying']);
  assert.deepEqual(told([byItems, echo]), ['test.saying', 'test.echo', 'test.saying', 'test.echo']);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { complete } from '../../src/features/completion/completion';
import { expectationAt } from '../../src/features/completion/expectation';
import { placesOf } from '../../src/features/completion/place';
import { typedAt } from '../../src/features/completion/typed';
import { kinds } from '../../src/kinds/index.generated';
import type { Kind } from '../../src/kinds/kind';
import type { Policy } from '../../src/kinds/policy';
import { isForeign } from '../../src/kinds/reading/roots';
import { shapesOf } from '../../src/kinds/shape';
import { vocabulary } from '../../src/kinds/speech';
import { createReadings } from '../../src/lint/readings';
import { rules } from '../../src/rules/index.generated';
import type { Root } from '../../src/syntax/format';
import { parseSourceFile } from '../../src/syntax/sourceFile';
import { contains } from '../../src/text/range';
import { emptyWorkspace } from '../../src/workspace/index/workspace';
import { cases } from '../cases.generated';

const uri = 'file:///work/document';
const endings = { json: 'json', yaml: 'yaml' };
/** In code units: how far one prefix is from the next. */
const step = 5;

const documents = new Map(
  rules
    .flatMap(({ id, examples }) => [...examples, ...(cases[id] ?? [])])
    .flatMap(({ language, bad, good }) =>
      language === 'terraform' ? [] : [bad, good].map((text) => [text.replace(/[«»]/g, ''), language] as const),
    ),
);

const recognising = kinds.filter(({ recognise }) => recognise);

test('what reading takes a text for, completion takes it for, at every prefix of every example', () => {
  let compared = 0;
  for (const [whole, language] of documents) {
    for (let length = step; length <= whole.length; length += step) {
      const text = whole.slice(0, length);
      const file = parseSourceFile(`${uri}.${endings[language]}`, text, language);
      const read = policiesAround(file.roots[0]?.root, file.uri, text.trimEnd().length);
      const typed = typedAt(text, length, language);
      for (const place of typed ? placesOf(file, typed) : []) {
        const expected = expectationAt(place, kinds);
        if (!expected || read.length === 0) continue;
        compared++;
        assert.ok(
          read.some(({ kind }) => kind === expected.kind.id),
          `${expected.kind.id} instead of ${read.map(({ kind }) => kind)} in\n${text}`,
        );
      }
    }
  }
  assert.ok(compared > 2000, String(compared));
});

test('what is read is what the kind recognises, and all of it', () => {
  let found = 0;
  for (const [text, language] of documents) {
    const file = parseSourceFile(`${uri}.${endings[language]}`, text, language);
    for (const { root } of file.roots) {
      if (root.items || isForeign(root.node)) continue;
      for (const kind of recognising) {
        const policies = createReadings([kind])
          .of(root, { uri: file.uri, workspace: emptyWorkspace, attachment: undefined })
          .policies.filter(({ place }) => place.root === root);
        found += policies.length;
        for (const { node } of policies) assert.ok(recognised(kind, node, root), text);
      }
    }
  }
  assert.ok(found > 100, String(found));
});

test('what is no level is offered none of its fields', () => {
  for (const name of ['servicePerimeters/p', 'authorizedOrgsDescs/p']) {
    const text = `{ "name": "accessPolicies/1/${name}", "" }`;
    const file = parseSourceFile(`${uri}.json`, text, 'json');
    assert.deepEqual(complete(file, text.length - 3, emptyWorkspace, { locale: 'en' }).items, [], name);
  }
});

test('what is sure goes before what may be, whichever kind is asked first', () => {
  const all = { ...kinds.find(({ id }) => id === 'gcp.allowPolicy') } as Kind;
  const greedy: Kind = {
    id: 'test.greedy',
    mayHold: /bindings/,
    recognise: (node, where) => all.recognise?.(node, where) && { takes: 'object', shape: emptyShape, sure: false },
  };
  const text = '{ "bindings": [{ "role": "roles/browser", "members": [] }], "" }';
  const file = parseSourceFile(`${uri}.json`, text, 'json');
  for (const order of [
    [greedy, all],
    [all, greedy],
  ]) {
    const { items } = complete(file, text.length - 3, emptyWorkspace, { locale: 'en', kinds: order });
    assert.ok(
      items.some(({ label }) => label === 'etag'),
      order[0]?.id,
    );
  }
});

const emptyShape = shapesOf(vocabulary('test', { fields: {}, values: {} })).shape('empty', {});

function recognised(kind: Kind, node: Policy['node'], root: Root) {
  return kind.recognise?.(node, { root, uri, isWhole: node === root.node, embedded: undefined })?.sure;
}

/** Of kinds that recognise documents: the policies that hold the place. */
function policiesAround(root: Root | undefined, address: string, offset: number): readonly Policy[] {
  if (!root || root.items) return [];
  const surroundings = { uri: address, workspace: emptyWorkspace, attachment: undefined };
  return createReadings(recognising)
    .of(root, surroundings)
    .policies.filter(({ node }) => contains(node.range, { start: offset, end: offset }));
}

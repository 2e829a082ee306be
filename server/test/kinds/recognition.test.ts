import assert from 'node:assert/strict';
import { test } from 'node:test';
import { complete } from '../../src/features/completion/completion';
import { expectationAt } from '../../src/features/completion/expectation';
import { placesOf } from '../../src/features/completion/place';
import { typedAt } from '../../src/features/completion/typed';
import { kinds } from '../../src/kinds/index.generated';
import type { Kind } from '../../src/kinds/kind';
import type { Policy } from '../../src/kinds/policy';
import { mappingsIn } from '../../src/kinds/reading/descend';
import { embeddedPlaces, isForeign, ownPlace, whereOf } from '../../src/kinds/reading/roots';
import { shapesOf } from '../../src/kinds/shape';
import { vocabulary } from '../../src/kinds/speech';
import { rangeInOuter } from '../../src/lint/places/embedding';
import { createReadings } from '../../src/lint/readings';
import { rules } from '../../src/rules/index.generated';
import type { PlacedRoot } from '../../src/syntax/format';
import { parseSourceFile, type SourceFile } from '../../src/syntax/sourceFile';
import { prepareTerraform } from '../../src/syntax/terraform/reading/grammar';
import type { SyntaxNode } from '../../src/syntax/tree';
import { contains, shift } from '../../src/text/range';
import { emptyWorkspace } from '../../src/workspace/index/workspace';
import { terraformResources } from '../../src/workspace/terraform/resources';
import { cases } from '../cases.generated';

await prepareTerraform();

const uri = 'file:///work/document';
const endings = { json: 'json', yaml: 'yaml', terraform: 'tf' } as const;
/** In code units: how far one prefix is from the next. */
const step = 5;

const documents = new Map(
  rules
    .flatMap(({ id, examples }) => [...examples, ...(cases[id] ?? [])])
    .flatMap(({ language, bad, good }) => [bad, good].map((text) => [text.replace(/[«»]/g, ''), language] as const))
    // What Terraform writes as blocks isn't recognised but named.
    .filter(([text, language]) => language !== 'terraform' || /encode\(|<</.test(text)),
);

/** What the argument is whose value is always a policy, however little of one it is yet. */
const policyData = [
  'jsonencode({ bindings = [{ role = var.role, members = var.members }], verion = 3 })',
  'jsonencode({ bindings = { role = "roles/owner", members = ["allUsers"] } })',
  'jsonencode({ bindings = [{ role = ["roles/owner"], members = "allUsers" }] })',
  'jsonencode({ bindings = [{ role = "viewer", member = "allUsers" }] })',
  'jsonencode({ bindings = var.bindings })',
  'jsonencode({ etag = "" })',
  'yamlencode({ bindings = [{}] })',
  '"{\\"bindings\\": [{\\"role\\": \\"${var.role}\\"}]}"',
  '<<EOT\n{"bindings": [{"role": "${var.role}", "members": ["${var.member}"]}], "verion": 3}\nEOT',
].map((value) => `resource "google_folder_iam_policy" "it" {\n  folder      = "folders/1"\n  policy_data = ${value}\n}\n`);
for (const text of policyData) documents.set(text, 'terraform');

const recognising = kinds.filter(({ recognise }) => recognise);

test('what reading takes a text for, completion takes it for, at every prefix of every example', () => {
  let compared = 0;
  for (const [whole, language] of documents) {
    for (const file of prefixesOf(whole, language)) {
      const { length } = file.text;
      const typed = typedAt(file.text, length, language);
      const end = file.text.trimEnd().length;
      for (const place of typed ? placesOf(file, typed) : []) {
        const isEmbedded = place.at.root !== place.root;
        const expected = language !== 'terraform' || isEmbedded ? expectationAt(place, kinds) : undefined;
        const placed = file.roots.findLast(({ offset }) => offset <= end);
        const read = expected ? policiesAround(placed, file.uri, end, isEmbedded) : [];
        if (!expected || read.length === 0) continue;
        compared++;
        assert.ok(
          read.some(({ kind }) => kind === expected.kind.id),
          `${expected.kind.id} instead of ${read.map(({ kind }) => kind)} in\n${file.text}`,
        );
      }
    }
  }
  assert.ok(compared > 2000, String(compared));
});

test('what a kind is sure of is read as that, and what is read is what it is sure of, at every prefix of every example', () => {
  const found = { json: 0, yaml: 0, terraform: 0 };
  for (const [whole, language] of documents) {
    for (const file of prefixesOf(whole, language)) {
      for (const { root } of file.roots) {
        if (root.items) continue;
        const resource = terraformResources(root, file.uri)[0];
        const own = language === 'terraform' ? [] : [{ place: ownPlace(root, file.uri), owner: undefined }];
        const places = [...own, ...embeddedPlaces(root, file.uri, resource)].filter(({ place }) => !isForeign(place.root.node));
        for (const kind of recognising) {
          const { policies } = createReadings([kind]).of(root, {
            uri: file.uri,
            workspace: emptyWorkspace,
            attachment: undefined,
          });
          for (const { place, owner } of places) {
            const key = keyOf(root.node, owner);
            const read = new Set(policies.filter((policy) => policy.place.root === place.root).map(({ node }) => node));
            const sure = [...containersIn(place.root.node)].filter(
              (node) => kind.recognise?.(node, whereOf(place, node, key))?.sure,
            );
            found[language] += sure.length;
            for (const node of sure) assert.ok(read.has(node), `${kind.id} is not read in\n${file.text}`);
            for (const node of read) assert.ok(sure.includes(node), `${kind.id} is read in\n${file.text}`);
          }
        }
      }
    }
  }
  for (const [language, count] of Object.entries(found)) assert.ok(count > 50, `${count} in ${language}`);
});

test('whatever the argument holds that is always a policy, it is read as one', () => {
  for (const text of policyData) {
    const file = parseSourceFile(`${uri}.tf`, text, 'terraform');
    assert.equal(
      policiesAround(file.roots[0], file.uri, text.indexOf('bindings'), true).length,
      text.includes('bindings') ? 1 : 0,
      text,
    );
  }
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

function* prefixesOf(whole: string, language: keyof typeof endings): Generator<SourceFile> {
  for (let length = step; length < whole.length; length += step)
    yield parseSourceFile(`${uri}.${endings[language]}`, whole.slice(0, length), language);
  yield parseSourceFile(`${uri}.${endings[language]}`, whole, language);
}

/** The key of the value in which a document stands. */
function keyOf(node: SyntaxNode, owner: SyntaxNode | undefined): string | undefined {
  return node.kind === 'mapping' ? node.entries.find(({ value }) => value === owner)?.key : undefined;
}

function* containersIn(node: SyntaxNode): Generator<SyntaxNode> {
  if (node.kind === 'sequence') yield node;
  yield* mappingsIn(node);
}

/** Of kinds that recognise documents: the policies that hold the place, in offsets of the file. */
function policiesAround(placed: PlacedRoot | undefined, address: string, offset: number, embedded: boolean): readonly Policy[] {
  if (!placed || placed.root.items) return [];
  const surroundings = { uri: address, workspace: emptyWorkspace, attachment: undefined };
  return createReadings(recognising)
    .of(placed.root, surroundings)
    .policies.filter(({ place }) => (place.root !== place.outer) === embedded)
    .filter(({ place, node }) => contains(shift(rangeInOuter(place, node.range), placed.offset), { start: offset, end: offset }));
}

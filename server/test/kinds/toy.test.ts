import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { complete } from '../../src/features/completion/completion';
import { hover } from '../../src/features/hover/hover';
import { semanticTokens } from '../../src/features/semanticTokens';
import { documentSymbols } from '../../src/features/symbols';
import { kinds as own } from '../../src/kinds/index.generated';
import { misshapenIn, shapedObjects, unknownFieldsIn } from '../../src/kinds/shapedObjects';
import { createReadings, type FileReading } from '../../src/lint/readings';
import { prepareTerraform } from '../../src/syntax/terraform/reading/grammar';
import { factReaders } from '../../src/workspace/index/factReaders';
import { summarise } from '../../src/workspace/index/summarise';
import { emptyWorkspace } from '../../src/workspace/index/workspace';
import { fileOf } from '../lint/shouting';
import { toy } from './toy/kind';

await prepareTerraform();

const kinds = [...own, toy];

/** The text without `‸`, and where that stood. */
function typed(name: string, marked: string) {
  const offset = marked.indexOf('‸');
  const text = marked.replace('‸', '');
  const file = fileOf(name, text);
  const reading = createReadings(kinds).ofFile(file, { workspace: emptyWorkspace, attachment: undefined });
  return { file, offset, text, reading };
}

const said = (name: string, marked: string) => {
  const { offset, reading } = typed(name, marked);
  return hover([], offset, { locale: 'en', reading })?.contents;
};

const offered = (name: string, marked: string) => {
  const { file, offset } = typed(name, marked);
  return complete(file, offset, emptyWorkspace, { locale: 'en', kinds }).items.map(({ label }) => label);
};

/** What else is derived from a plan is none. */
const plansIn = (reading: FileReading) => reading.policies().flatMap(({ policy }) => (policy.kind === toy.id ? [policy] : []));

describe('a kind in one folder, which nothing else knows of', () => {
  test('is told on hover, key by key and word by word', () => {
    assert.equal(said('a.json', '{ "Ro‸oms": [] }'), 'The rooms, each with its door.');
    assert.equal(said('a.yaml', 'Rooms:\n- Do‸or: Open\n'), 'Open or closed.');
    assert.equal(said('a.yaml', 'Rooms:\n- Door: Op‸en\n'), 'Anybody goes in.');
  });

  test('is completed', () => {
    assert.deepEqual(offered('a.json', '{ "Rooms": [], "‸" }'), ['Floor']);
    assert.deepEqual(offered('a.json', '{ "Rooms": [{ "‸" }] }'), ['Door', 'Keys']);
    assert.deepEqual(offered('a.json', '{ "Rooms": [{ "Door": "‸" }] }'), ['Open', 'Closed']);
  });

  test('has an outline, colours and facts', () => {
    const { reading, file } = typed('a.json', '{ "Rooms": [{ "Door": "Open" }] }‸');
    assert.deepEqual(
      documentSymbols(reading, 'en').map(({ name }) => name),
      ['A plan of rooms'],
    );
    assert.deepEqual(
      semanticTokens(reading).map(({ range, type }) => [file.text.slice(range.start, range.end), type]),
      [['Open', 'enumMember']],
    );
    const readers = factReaders(kinds.flatMap(({ facts = [] }) => facts));
    assert.ok(readers.mayHoldFacts(file.text, 'json', file.uri));
    assert.deepEqual(
      summarise(file, { group: undefined }, readers).flatMap(({ kind, name }) =>
        kind === 'text' || kind === 'fileBelow' ? [] : [[kind, name]],
      ),
      [['mention', 'file:///work#plan']],
    );
  });

  test('tells its unknown fields and wrong shapes', () => {
    const { reading } = typed('a.json', '{ "Rooms": [{ "Dor": "Open", "Keys": "kim" }], "Floor": [2], "Colour": 1 }‸');
    const objects = plansIn(reading).flatMap((policy) => shapedObjects(toy, policy));
    assert.deepEqual(
      objects.flatMap(unknownFieldsIn).map(({ entry, meant }) => [entry.key, meant?.key]),
      [
        ['Colour', undefined],
        ['Dor', 'Door'],
      ],
    );
    assert.deepEqual(
      objects.flatMap(misshapenIn).map(({ entry, field }) => [entry.key, field.takes]),
      [
        ['Floor', 'number'],
        ['Keys', 'texts'],
      ],
    );
  });

  test('may be written in another structure: blocks with other names, and lists of one key in blocks of their own', () => {
    const plan = (inside: string) => `data "toy_plan" "house" {\n  room {\n    ${inside}\n  }\n}\n`;
    assert.equal(said('main.tf', plan('do‸or = "Open"')), 'Open or closed.');
    assert.equal(said('main.tf', plan('door = "Op‸en"')), 'Anybody goes in.');
    assert.equal(said('main.tf', plan('key {\n      hol‸der = "kim"\n    }')), 'Who has a key.');
    assert.deepEqual(offered('main.tf', plan('‸')), ['door', 'key']);
    assert.deepEqual(offered('main.tf', plan('door = "‸"')), ['Open', 'Closed']);
    assert.deepEqual(offered('main.tf', plan('key {\n      ‸\n    }')), ['holder']);
    const { reading } = typed('main.tf', `${plan('dor = "Open"')}‸`);
    const unknown = reading
      .policies()
      .flatMap(({ policy }) => shapedObjects(toy, policy))
      .flatMap(unknownFieldsIn);
    assert.deepEqual(
      unknown.map(({ entry, meant }) => [entry.key, meant?.key, meant?.field.name]),
      [['dor', 'door', 'Door']],
    );
  });
});

import { rest } from '../../../src/kinds/dialect';
import type { Kind } from '../../../src/kinds/kind';
import { outlineItem } from '../../../src/kinds/outline';
import type { Policy } from '../../../src/kinds/policy';
import { ownPlace, whereOf } from '../../../src/kinds/reading/roots';
import { fieldsOf, number, objects, shapesOf, text, texts } from '../../../src/kinds/shape';
import { vocabulary } from '../../../src/kinds/speech';
import { entryOf } from '../../../src/syntax/tree';
import { terraformResources } from '../../../src/workspace/terraform/resources';

/** A kind that no product has, in a folder like that of any kind: rooms and who may open their doors. */
const words = vocabulary('toy', {
  names: { plan: 'A plan of rooms' },
  fields: {
    'plan.Rooms': 'The rooms, each with its door.',
    'plan.Floor': 'The floor that they are on.',
    'room.Door': 'Open or closed.',
    'room.Keys': 'Who has a key.',
  },
  values: { Open: 'Anybody goes in.', Closed: 'Only who has a key goes in.' },
});

const { shape, reshaped } = shapesOf(words);
const room = shape('room', { Door: text({ choices: ['Open', 'Closed'] }), Keys: texts() });
const plan = shape('plan', { Rooms: objects(room), Floor: number() });

/**
 * A dialect that restructures, as `data "aws_iam_policy_document"` does with `Statement[].Action`: blocks with names of their own, and a
 * list of keys that stands in blocks inside.
 */
const keyHolders = shape('keys', { holder: text({ says: 'room.Keys' }) });
const roomBlock = reshaped(room, {
  without: ['Keys', 'Door'],
  fields: {
    door: { takes: 'text', ...fieldsOf(room, 'Door').Door },
    key: { takes: 'objects', inside: keyHolders, says: 'room.Keys', name: 'Keys' },
  },
});
const planBlock = reshaped(plan, {
  without: ['Rooms', 'Floor'],
  fields: {
    room: objects(roomBlock, { says: 'plan.Rooms', name: 'Rooms' }),
    floor: number({ says: 'plan.Floor', name: 'Floor' }),
  },
  others: 'any',
});

export interface Plan extends Policy {
  readonly kind: 'toy.plan';
}

export const toy: Kind<Plan> = {
  id: 'toy.plan',
  words,
  provider: 'toy',
  mayHold: /Rooms/,
  read(root, { uri }) {
    const blocks = terraformResources(root, uri).filter(({ type }) => type === 'toy_plan');
    if (blocks.length > 0)
      return blocks.map((resource) => ({
        kind: 'toy.plan',
        node: resource.body,
        place: ownPlace(root, uri, resource),
        dialect: rest,
      }));
    const place = ownPlace(root, uri);
    const { node } = root;
    return toy.recognise?.(node, whereOf(place, node))?.sure ? [{ kind: 'toy.plan', node, place, dialect: rest }] : [];
  },
  recognise: (node) =>
    node.kind === 'mapping' && entryOf(node, 'Rooms') ? { takes: 'object', shape: plan, sure: true } : undefined,
  block: (mode, type) => (mode === 'data' && type === 'toy_plan' ? planBlock : undefined),
  objects: ({ node, place }) => (node.kind === 'mapping' ? [{ node, shape: place.resource ? planBlock : plan }] : []),
  facts: [
    {
      words: /Rooms/,
      root: ({ folder, root, add }) => add('mention', `${folder}#plan`, { uri: folder }, root.node),
    },
  ],
  name: () => 'plan',
  outline: ({ node }, speech) => [outlineItem('object', speech.words(words).names.plan, '', node.range, node.range)],
};

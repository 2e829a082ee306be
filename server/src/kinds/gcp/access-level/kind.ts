import { entryOf } from '../../../syntax/tree';
import type { Kind } from '../../kind';
import { wordsOfText } from '../members/policyWords';
import { explainLevels } from './explain/explain';
import { connectorUseFacts } from './facts/connector';
import { levelEdgeFacts } from './facts/edges';
import { factoryLevelFacts, levelFacts } from './facts/levels';
import { factoryUseFacts, levelUseFacts } from './facts/uses';
import { outlineOf } from './outline';
import { levelParts } from './parts';
import type { AccessLevel } from './policy';
import { readLevels, readSpec } from './read';
import { recogniseLevel } from './recognise';
import { blocks } from './shape';
import { levelTopics } from './topics';
import { words } from './words';

/** Access levels of Google's Access Context Manager, and parts of them: REST, gcloud, Terraform, Fabric's factories. */
const accessLevel: Kind<AccessLevel> = {
  id: 'gcp.accessLevel',
  words,
  read: readLevels,
  // In JSON a level may be added to the list, so those of one are read together.
  lists: { json: 'whole', yaml: 'items' },
  readList: readSpec,
  recognise: recogniseLevel,
  block: (mode, type) => (mode === 'resource' ? blocks.get(type) : undefined),
  objects: ({ objects }) => objects,
  tellsUnknownFields: true,
  namesOf: (object) => [(entryOf(object, 'name') ?? entryOf(object, 'title'))?.value],
  // The keys of a response that lists levels.
  wrappers: new Set(['accessLevels', 'nextPageToken']),
  parts: levelParts,
  mayHold:
    /access_?level|accessPolicies\\?\/|\b(?:basic|custom|combining_?function|negate|regions|members|ip_?subnetworks|device_?policy|required_?access|vpc_?(?:subnets|network))\w*["']?\s*[:#/]/,
  facts: [levelFacts, factoryLevelFacts, levelUseFacts, factoryUseFacts, connectorUseFacts, ...levelEdgeFacts],
  name: ({ form }) => form,
  outline: outlineOf,
  topics: levelTopics,
  wordsOf: wordsOfText,
  explain: explainLevels,
};

export default accessLevel;

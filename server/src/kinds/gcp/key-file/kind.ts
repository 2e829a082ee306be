import type { Root } from '../../../syntax/format';
import { entryOf, type MappingNode, type ScalarNode } from '../../../syntax/tree';
import { terraformResources } from '../../../workspace/terraform/resources';
import { rest } from '../../dialect';
import type { Kind } from '../../kind';
import type { Policy, PolicyPlace } from '../../policy';
import { mappingsIn } from '../../reading/descend';
import { embeddedPlaces, ownPlace } from '../../reading/roots';
import { recogniseKeyFile, writtenKeyIn } from './recognise';
import { keyFile as keyFileShape } from './shape';
import { words } from './words';

/** A key file of a service account, wherever its object stands. Holds nothing of the key itself. */
export interface KeyFile extends Policy {
  readonly kind: 'gcp.keyFile';
  /** The value `service_account`: what is marked, so that no range, quotation or exception ever reaches the key. */
  readonly type: ScalarNode;
  /** `sample`: too short or too plain to be a key, or cut. */
  readonly key: 'whole' | 'sample';
}

const keyFile: Kind<KeyFile> = {
  id: 'gcp.keyFile',
  words,
  name: () => 'it',
  recognise: recogniseKeyFile,
  objects({ node, place: { root, outer } }) {
    // An object of Terraform is the file only once it is encoded; until then it may hold anything besides.
    const isOfTerraform = root === outer && root.format.name !== 'json' && root.format.name !== 'yaml';
    return node.kind === 'mapping' && !isOfTerraform ? [{ node, shape: keyFileShape }] : [];
  },
  mayHold: /private_key|type["']?\s{0,20}:\s{0,20}["']?service_account\b/,
  namesOf: (object) => [entryOf(object, 'client_email')?.value],
  lists: 'items',
  read(root, { uri }) {
    if (!root.text.includes('service_account') || !root.text.includes('private_key')) return [];
    const places = [ownPlaceOf(root, uri), ...[...embeddedPlaces(root, uri, resourceOf(root, uri))].map(({ place }) => place)];
    return places.flatMap((place) => [...mappingsIn(place.root.node)].flatMap((node) => read(node, place)));
  },
};

function ownPlaceOf(root: Root, uri: string): PolicyPlace {
  return ownPlace(root, uri, resourceOf(root, uri));
}

/** The block that is the root; a file of `.tf.json` is many. */
function resourceOf(root: Root, uri: string) {
  return root.format.name === 'terraform' ? terraformResources(root, uri)[0] : undefined;
}

function read(node: MappingNode, place: PolicyPlace): KeyFile[] {
  const found = writtenKeyIn(node);
  if (!found) return [];
  const { type, key } = found;
  return [{ kind: 'gcp.keyFile', node, place, dialect: rest, type, key: isWhole(key) ? 'whole' : 'sample' }];
}

/**
 * The body of a PEM block, its line breaks escaped once more or not. Base64 of random bytes as long as a key uses nearly all of its
 * letters; a sample repeats a few.
 */
function isWhole(value: string): boolean {
  const body = value.replace(/-----[A-Z ]+-----/g, '').replace(/\\[nr]|\s/g, '');
  return base64.test(body) && new Set(body).size >= fewestLetters;
}

/** Of the keys that Google makes, the shortest has 1024 bits: over 800 letters. */
const base64 = /^[A-Za-z0-9+/]{500,}=*$/;
const fewestLetters = 40;

export default keyFile;

import type { UnreadPart } from '../../../syntax/format';
import { rest } from '../../dialect';
import type { Kind } from '../../kind';
import type { Policy } from '../../policy';
import { embeddedPlaces, ownPlace } from '../../reading/roots';

/** A part of a file, or all of it, that is too much to be read. What policies are in it, nobody knows. */
export interface UnreadPartOfFile extends Policy, UnreadPart {
  readonly kind: 'unreadPart';
}

const unreadPart: Kind<UnreadPartOfFile> = {
  id: 'unreadPart',
  read(root, { uri }) {
    const places = [ownPlace(root, uri), ...[...embeddedPlaces(root, uri)].map(({ place }) => place)];
    return places.flatMap((place) => {
      const { unread } = place.root;
      return unread ? [{ kind: 'unreadPart', node: place.root.node, place, dialect: rest, ...unread }] : [];
    });
  },
};

export default unreadPart;

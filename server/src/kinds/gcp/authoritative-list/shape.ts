import { terraform } from '../../dialect';
import { objects, type Shape, shapesOf, spelledIn, text } from '../../shape';
import { level } from '../access-level/shape';
import { perimeter } from './perimeter';
import type { AuthoritativeList } from './policy';
import { words } from './words';

const { shape, reshaped } = shapesOf(words);

const etag = text({ says: 'request.etag' });
const besides = ['parent'];

/** The items of a list. */
export const itemShapes: Readonly<Record<AuthoritativeList['of'], Shape>> = { levels: level, perimeters: perimeter };

/** The bodies of `replaceAll`. */
export const requests: Readonly<Record<AuthoritativeList['of'], Shape>> = {
  levels: shape('request', { accessLevels: objects(level), etag }, { besides }),
  perimeters: shape('request', { servicePerimeters: objects(perimeter), etag }, { besides }),
};

/** The body around levels that are told by themselves. */
export const aroundLevels = reshaped(requests.levels, { fields: { accessLevels: { takes: 'objects' } } });

/** Terraform's list of perimeters; that of levels is one of the access levels' blocks. */
export const perimetersResource = spelledIn(
  terraform,
  shape(
    'resource',
    { parent: text(), servicePerimeters: objects(reshaped(perimeter, { without: ['etag'], besides: [] })) },
    { others: 'any' },
  ),
);

import { vocabulary } from '../../speech';

export const words = vocabulary('gcp/authoritative-list', {
  names: {
    it: 'A list that replaces all others of its access policy',
  },
  fields: {},
  values: {},
});

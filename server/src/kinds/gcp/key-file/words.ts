import { vocabulary } from '../../speech';

export const words = vocabulary('gcp/key-file', {
  names: {
    it: 'A key file of a service account',
  },
  fields: {},
  values: {},
});

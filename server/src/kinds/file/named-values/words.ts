import { vocabulary } from '../../speech';

export const words = vocabulary('file/named-values', {
  names: {
    it: 'A text with values that are yet to be filled in',
  },
  fields: {},
  values: {},
});

import { vocabulary } from '../../speech';

export const words = vocabulary('gcp/default-accounts', {
  names: {
    it: 'What Terraform does with default service accounts',
  },
  fields: {},
  values: {},
});

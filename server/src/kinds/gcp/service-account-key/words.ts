import { vocabulary } from '../../speech';

export const words = vocabulary('gcp/service-account-key', {
  names: {
    it: 'A key of a service account that Terraform makes or uses',
  },
  fields: {},
  values: {},
});

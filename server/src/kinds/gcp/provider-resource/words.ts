import { vocabulary } from '../../speech';

export const words = vocabulary('gcp/provider-resource', {
  names: {},
  values: {},
  fields: {
    'serviceAccount.accountId':
      'What stands before the `@` of its address: 6 to 30 small letters, digits and dashes. It can’t be changed later.',
    'serviceAccount.displayName': 'The name that people are shown.',
    'serviceAccount.description': 'What the account is for, told to people.',
    'serviceAccount.project': 'The project that the account is made in; that of the provider where it is absent.',
    'serviceAccount.disabled': 'A disabled account can’t be used, and keeps its roles.',
    'serviceAccount.createIgnoreAlreadyExists': 'Takes over an account that is there already instead of failing.',
  },
});

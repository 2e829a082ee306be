import { vocabulary } from '../../speech';

export const words = vocabulary('gcp/key-file', {
  names: {
    it: 'A key file of a service account',
  },
  fields: {
    'keyFile.type': 'The type of the credentials.',
    'keyFile.project_id': 'The project of the service account.',
    'keyFile.private_key_id': 'The id of the key. It tells which key to disable and delete.',
    'keyFile.private_key': 'The private key. Whoever has it can sign in as the service account until the key is deleted.',
    'keyFile.client_email': 'The e-mail address of the service account.',
  },
  values: {
    service_account: 'The key of a service account.',
  },
});

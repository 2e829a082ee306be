import { vocabulary } from '../../speech';

export const words = vocabulary('gcp/service-account-key', {
  names: {
    it: 'A key of a service account that Terraform makes or uses',
  },
  fields: {
    'key.serviceAccountId':
      'The service account that the key is for: its e-mail address, or its name `projects/…/serviceAccounts/…`.',
    'key.keyAlgorithm': 'How the key is made; `KEY_ALG_RSA_2048` where it is absent. Not together with `public_key_data`.',
    'key.privateKeyType':
      'The form of the private key; `TYPE_GOOGLE_CREDENTIALS_FILE` where it is absent. Not together with `public_key_data`.',
    'key.publicKeyType': 'The form in which the public key is given back; `TYPE_X509_PEM_FILE` where it is absent.',
    'key.publicKeyData': 'The public half of a key pair of your own. It is uploaded, and no private key is made.',
    'key.keepers': 'Values of your choice. When one of them changes, the key is replaced by a new one.',
    'provider.credentials': 'What the provider signs in with: the path or the JSON of a credentials file.',
  },
  values: {
    KEY_ALG_UNSPECIFIED: 'Stands for no choice. Leave it out or write one of the other values.',
    KEY_ALG_RSA_1024: 'RSA with 1024 bits, which is too short by now.',
    KEY_ALG_RSA_2048: 'RSA with 2048 bits.',
    TYPE_UNSPECIFIED: 'Stands for no choice. Leave it out or write one of the other values.',
    TYPE_PKCS12_FILE: 'A PKCS #12 file, for older software.',
    TYPE_GOOGLE_CREDENTIALS_FILE: 'The JSON file that Google’s libraries and tools read.',
    TYPE_NONE: 'The public key is not given back.',
    TYPE_X509_PEM_FILE: 'A certificate (X.509) in PEM.',
    TYPE_RAW_PUBLIC_KEY: 'The public key by itself.',
  },
});

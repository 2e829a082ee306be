import { terraform } from '../../dialect';
import { map, shapesOf, spelledIn, text } from '../../shape';
import { words } from './words';

const { shape } = shapesOf(words);

// The Google provider's schema, read on 2026-08-21. What an ephemeral key takes is told by Terraform.

/** The resource that makes or uploads a key. */
export const keyResource = spelledIn(
  terraform,
  shape(
    'key',
    {
      serviceAccountId: text(),
      keyAlgorithm: text({ choices: ['KEY_ALG_RSA_2048', 'KEY_ALG_RSA_1024', 'KEY_ALG_UNSPECIFIED'] }),
      privateKeyType: text({ choices: ['TYPE_GOOGLE_CREDENTIALS_FILE', 'TYPE_PKCS12_FILE', 'TYPE_UNSPECIFIED'] }),
      publicKeyType: text({ choices: ['TYPE_X509_PEM_FILE', 'TYPE_RAW_PUBLIC_KEY', 'TYPE_NONE'] }),
      publicKeyData: text(),
      keepers: map(),
    },
    { others: 'any' },
  ),
);

/** A provider that signs in with a file. */
export const provider = shape('provider', { credentials: text() }, { others: 'any' });

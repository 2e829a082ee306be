import { shapesOf, text } from '../../shape';
import { words } from './words';

const { shape } = shapesOf(words);

/** A key file of a service account. What else is in it is up to the tools that read it. */
export const keyFile = shape(
  'keyFile',
  {
    type: text({ choices: ['service_account'] }),
    project_id: text(),
    // Nobody writes a key by hand.
    private_key_id: text({ unoffered: true }),
    private_key: text({ unoffered: true }),
    client_email: text(),
  },
  { others: 'any' },
);

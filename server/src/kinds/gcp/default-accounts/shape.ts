import { terraform } from '../../dialect';
import { shapesOf, spelledIn, text } from '../../shape';
import { words } from './words';

const { shape } = shapesOf(words);

// The Google provider's schema, read on 2026-08-21.

/** The resource that deals with the default service accounts of a project. */
export const defaultAccountsResource = spelledIn(
  terraform,
  shape(
    'resource',
    {
      project: text(),
      action: text({ choices: ['DEPRIVILEGE', 'DISABLE', 'DELETE'] }),
      restorePolicy: text({ choices: ['REVERT', 'REVERT_AND_IGNORE_FAILURE', 'NONE'] }),
    },
    { others: 'any' },
  ),
);

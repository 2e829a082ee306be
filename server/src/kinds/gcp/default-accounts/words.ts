import { vocabulary } from '../../speech';

export const words = vocabulary('gcp/default-accounts', {
  names: {
    it: 'What Terraform does with default service accounts',
  },
  fields: {
    'resource.project': 'The project whose default service accounts are meant.',
    'resource.action': 'What is done with the default service accounts.',
    'resource.restorePolicy':
      'What becomes of the accounts when the resource is destroyed; `REVERT` where it is absent. After `DEPRIVILEGE` it has no effect.',
  },
  values: {
    DEPRIVILEGE: 'Revokes the roles of the accounts and keeps the accounts.',
    DISABLE: 'Disables the accounts. They can be enabled again.',
    DELETE: 'Deletes the accounts. What runs as one of them stops working.',
    REVERT: 'Undoes the action, and fails where that doesn’t work.',
    REVERT_AND_IGNORE_FAILURE: 'Undoes the action where that works, and goes on where it doesn’t.',
    NONE: 'Leaves the accounts as the action has made them.',
  },
});

import { vocabulary } from '../../speech';

export const words = vocabulary('gcp/access-entries', {
  names: {
    it: 'An access list of a dataset, a bucket or an object',
  },
  fields: {
    'dataset.access': 'Who may do what with the dataset, one block for each. The whole list counts.',
    'datasetEntry.role':
      'What is granted: `OWNER`, `WRITER` or `READER` of the dataset, or a role such as `roles/bigquery.dataViewer`.',
    'datasetEntry.userByEmail': 'The address of a person or a service account, without a prefix.',
    'datasetEntry.groupByEmail': 'The address of a group, without a prefix.',
    'datasetEntry.domain': 'A domain; everybody in it is let in.',
    'datasetEntry.specialGroup': 'People whom BigQuery knows by a word.',
    'datasetEntry.iamMember': 'Somebody else, as allow policies write members.',
    'list.bucket': 'The bucket whose access it is.',
    'list.roleEntity': 'Who may do what, each as `ROLE:entity`: `READER:user-kim@example.org`.',
    'list.predefinedAcl': 'A word for a whole list, in the place of `role_entity`. `publicRead` lets everybody read.',
    'list.defaultAcl': 'A word for the list that new objects get.',
    'entry.entity': 'Who is let in: `user-…`, `group-…`, `domain-…`, `project-owners-…`, `allUsers` or `allAuthenticatedUsers`.',
    'entry.role': 'What they may do.',
  },
  values: {
    projectOwners: 'The owners of the project.',
    projectReaders: 'The viewers of the project.',
    projectWriters: 'The editors of the project.',
    allAuthenticatedUsers: 'Everybody with any Google account, inside of your organization or not.',
    OWNER: 'May read, write and change the access.',
    READER: 'May read.',
    WRITER: 'May read and write. Only buckets take it.',
  },
});

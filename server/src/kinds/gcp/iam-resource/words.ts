import { vocabulary } from '../../speech';

export const words = vocabulary('gcp/iam-resource', {
  names: {
    resource: 'A Terraform resource beside others that manage the same policy',
  },
  fields: {
    'resource.member': 'The one member that is granted the role. Other holders of the role keep it.',
    'resource.members': 'All who shall hold the role. Whoever is not listed loses it, wherever it was granted on this resource.',
    'resource.policyData':
      'The whole policy as JSON, mostly from `data.google_iam_policy`. It takes the place of everything granted on the resource.',
    'resource.service':
      'The service whose access is logged, such as `storage.googleapis.com`, or `allServices`. Every other audit configuration of this service on the resource is replaced.',
    parent: 'Tells what the policy hangs on: {what}.',
    parentProject: 'The project of what the policy hangs on ({what}).',
    parentLocation: 'The location of what the policy hangs on ({what}).',
  },
  values: {},
});

import { terraform } from '../../dialect';
import { map, object, objects, type Shape, shapesOf, spelledIn, text, texts, truth } from '../../shape';
import { words } from './words';

const { shape, reshaped } = shapesOf(words);

// Cloud Identity's discovery document of 2026-10-19 and the Google provider's schema of 2026-08-21. Of the resources of Google
// Workspace's provider, what is read of them.

const member = shape('memberKey', { id: text(), namespace: text() });
const group = shape('groupKey', { id: text(), namespace: text({ says: 'memberKey.namespace' }) });

const role = shape(
  'role',
  {
    name: text({ choices: ['MEMBER', 'MANAGER', 'OWNER'] }),
    expiryDetail: object(shape('expiryDetail', { expireTime: text() })),
  },
  { besides: ['restrictionEvaluations'] },
);

/** A membership as the API and `gcloud identity groups memberships` have it. */
export const membership = shape(
  'membership',
  {
    preferredMemberKey: object(member),
    memberKey: object(member, { unoffered: true, says: 'membership.preferredMemberKey' }),
    roles: objects(role),
    type: text({
      unoffered: true,
      choices: [
        'USER',
        'SERVICE_ACCOUNT',
        'GROUP',
        'SHARED_DRIVE',
        'CBCM_BROWSER',
        'CHROME_OS_DEVICE',
        'PERSONAL_AGENT',
        'COWORKER_AGENT',
        'OTHER',
        'TYPE_UNSPECIFIED',
      ],
    }),
    name: text({ unoffered: true }),
  },
  // People put the group beside, for the API tells only the members.
  { besides: ['groupKey', 'createTime', 'updateTime', 'deliverySetting'] },
);

/** What `--flatten=roles` makes of it: one row for each role. */
export const flattenedMembership = reshaped(membership, { fields: { roles: object(role, { says: 'membership.roles' }) } });

/** What Terraform's resources of groups take, by their types. */
export const blocks: ReadonlyMap<string, Shape> = new Map(
  Object.entries({
    google_cloud_identity_group: shape(
      'group',
      {
        groupKey: object(group),
        parent: text(),
        displayName: text(),
        description: text(),
        labels: map(),
        initialGroupConfig: text({ choices: ['EMPTY', 'WITH_INITIAL_OWNER', 'INITIAL_GROUP_CONFIG_UNSPECIFIED'] }),
      },
      { others: 'any' },
    ),
    google_cloud_identity_group_membership: shape(
      'membership',
      {
        group: text(),
        preferredMemberKey: object(member),
        roles: objects(role),
        createIgnoreAlreadyExists: truth(),
      },
      { others: 'any' },
    ),
    googleworkspace_group: shape('group', { email: text(), aliases: texts() }, { others: 'any' }),
    googleworkspace_group_member: shape(
      'membership',
      { groupId: text({ says: 'membership.group' }), email: text({ says: 'memberKey.id' }) },
      { others: 'any' },
    ),
    googleworkspace_group_members: shape(
      'membership',
      {
        groupId: text({ says: 'membership.group' }),
        members: objects(shape('listed', { email: text({ says: 'memberKey.id' }) }, { others: 'any' })),
      },
      { others: 'any' },
    ),
  }).map(([type, block]) => [type, spelledIn(terraform, block)]),
);

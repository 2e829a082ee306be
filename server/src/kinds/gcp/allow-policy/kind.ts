import type { Kind } from '../../kind';
import { entryPolicies } from '../access-entries/read';
import { grantsOfDocument } from '../grants/planned/documentGrants';
import { grantsOfPlan } from '../grants/planned/planGrants';
import { plannedGrants } from '../grants/planned/plannedGrants';
import { providerAttribute } from '../grants/planned/providerAttributes';
import { wordsOfText } from '../members/policyWords';
import { factoryKeys } from '../module-inputs/factories';
import { offeredInCall, offeredInFactory } from '../module-inputs/offered';
import { grantsOfInputs } from '../module-inputs/read';
import { moduleOwners } from '../module-inputs/table';
import { variableUses } from '../module-inputs/variableUses';
import { roleHolds } from '../roles/holds';
import { explainGrants } from './explain/explain';
import { sayAttachment } from './explain/grantsSections';
import { bindingItems } from './items';
import { namesOf, outermost } from './objects/objects';
import { outlineOf } from './outline';
import { policyParts } from './parts';
import { policiesOfPlan } from './planned';
import { type AllowPolicy, attachmentLevels, type BindingOfPolicy } from './policy';
import { readPolicies } from './read';
import { recognisePolicy } from './recognise';
import { customRoleFacts } from './roles/customRoles';
import { dataSource, dataSourceType } from './shape';
import { policyTopics } from './topics';
import { words } from './words';

/** IAM allow policies of Google Cloud, and the parts of them that Terraform resources manage. */
const allowPolicy: Kind<AllowPolicy, BindingOfPolicy> = {
  id: 'gcp.allowPolicy',
  words,
  read: (root, surroundings) =>
    policiesOfPlan(root, surroundings) ?? [
      ...readPolicies(root, surroundings),
      ...entryPolicies(root, surroundings),
      ...grantsOfInputs(root, surroundings),
    ],
  lists: 'items',
  recognise: recognisePolicy,
  block: (mode, type) => (mode === 'data' && type === dataSourceType ? dataSource : undefined),
  offeredInCall,
  offeredInDocument: offeredInFactory,
  items: bindingItems,
  objects: outermost,
  namesOf,
  // The body of a request that sets a policy.
  wrappers: new Set(['policy', 'updateMask']),
  // Terraform's provider does so with `policy_data`.
  unknownKeysAreDropped: true,
  attachments: attachmentLevels,
  parts: policyParts,
  mayHold: new RegExp(
    `bindings|auditConfigs|ACAB|google_\\w+_iam_(?:policy|binding|member)|${moduleOwners.source}|${factoryKeys.source}`,
  ),
  facts: [customRoleFacts, variableUses],
  plannedGrants,
  grantsOfPlan,
  providerAttribute,
  grantsOf: grantsOfDocument,
  roleHolds,
  name: ({ form }) => form,
  remarks: (policy, speech) => [
    sayAttachment(policy, speech),
    ...(policy.attachment.state === 'known' ? [] : [speech.words(words).explain.setAttachment]),
  ],
  outline: outlineOf,
  topics: policyTopics,
  wordsOf: wordsOfText,
  explain: explainGrants,
};

export default allowPolicy;

import type { SourceFile } from '../syntax/sourceFile';
import { factReaders } from '../workspace/index/factReaders';
import type { Fact, FileHints } from '../workspace/index/facts';
import { summarise as summariseWith } from '../workspace/index/summarise';
import { factoryLevelFacts, levelFacts } from './gcp/access-level/facts/levels';
import { factoryUseFacts, levelUseFacts } from './gcp/access-level/facts/uses';
import { customRoleFacts } from './gcp/allow-policy/customRoles';
import { grantFacts } from './gcp/grants/facts';
import { groupFacts } from './gcp/groups/facts';
import { membershipListFacts } from './gcp/groups/lists';
import { iamResourceFacts } from './gcp/iam-resource/family';
import { accountFacts } from './gcp/members/accounts';
import { constraintFacts } from './gcp/organization-policy/facts';
import { namedLevelFacts, namedResourceFacts } from './gcp/provider-resource/named';

const all = factReaders([
  accountFacts,
  customRoleFacts,
  constraintFacts,
  groupFacts,
  namedResourceFacts,
  grantFacts,
  iamResourceFacts,
  membershipListFacts,
  factoryLevelFacts,
  levelFacts,
  factoryUseFacts,
  levelUseFacts,
  namedLevelFacts,
]);

export const { mayHoldFacts, blockMayHoldFacts } = all;

/** What a file tells about others. Depends on the file and the hints alone. Never throws. */
export function summarise(file: SourceFile, hints: FileHints): readonly Fact[] {
  return summariseWith(file, hints, all);
}

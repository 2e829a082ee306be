import type { Value } from '../../../../syntax/treeEdit';
import { connectorLevels } from '../../config-connector/dialect';
import type { AccessLevel } from '../policy';

/** Members of a condition as the level's dialect has them: texts, or objects that hold one. */
export function membersAsWritten({ dialect }: AccessLevel, members: readonly string[]): readonly Value[] {
  return dialect === connectorLevels ? members.map((user) => ({ user })) : members;
}

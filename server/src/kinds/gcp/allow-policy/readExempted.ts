import type { MappingNode } from '../../../syntax/tree';
import type { Scope } from '../../../workspace/terraform/names/scope';
import { blocksOf } from '../../../workspace/terraform/resources';
import type { ListValue } from '../../policy';
import { listField } from '../../reading/values';
import { type Member, readMember } from '../members/member';

/** The names of audit configurations, which are spelled differently from those around them. */
export interface AuditNames {
  readonly configs: string;
  readonly logConfigs: string;
  readonly exempted: string;
}

export const restAudit: AuditNames = { configs: 'auditConfigs', logConfigs: 'auditLogConfigs', exempted: 'exemptedMembers' };
export const dataAudit: AuditNames = { configs: 'audit_config', logConfigs: 'audit_log_configs', exempted: 'exempted_members' };

/** The members that the logs of all services leave out. */
export function exemptedMembers(node: MappingNode, names: AuditNames, scope: Scope): readonly ListValue<Member>[] {
  return blocksOf(node, names.configs).flatMap((config) => exemptedIn(config, names, scope));
}

/** The members that the logs of one service leave out. */
export function exemptedIn(
  config: MappingNode,
  { logConfigs, exempted }: Omit<AuditNames, 'configs'>,
  scope: Scope,
): readonly ListValue<Member>[] {
  return blocksOf(config, logConfigs)
    .map((log) => listField(log, exempted, scope, readMember))
    .flatMap((list) => (list.state === 'known' ? [list.value] : []));
}

import { serviceOfHost } from '../../../catalog/google/services';
import { entryOf, type MappingNode, type SyntaxNode } from '../../../syntax/tree';
import { fill } from '../../../text/fill';
import { escapeMarkdown } from '../../../text/markdown';
import { blocksOf } from '../../../workspace/terraform/resources';
import type { MayHold, Topic } from '../../kind';
import type { Speech } from '../../speech';
import { connector } from '../config-connector/dialect';
import { specOf } from '../config-connector/target';
import { memberAccount } from '../members/account';
import type { Member } from '../members/member';
import { sayMember } from '../members/topic';
import { sayRole } from '../roles/topic';
import type { AllowPolicy } from './policy';
import { words } from './words';

/** Who the members are, what the roles let them do, which services are logged. */
export function* policyTopics(policy: AllowPolicy, mayHold: MayHold): Generator<Topic> {
  const { form, node, dialect } = policy;
  if (form === 'document' && node.kind === 'mapping') {
    const holder = dialect === connector ? (specOf(node) ?? node) : node;
    for (const key of ['auditConfigs', 'audit_configs', 'audit_config'])
      for (const config of blocksOf(holder, key)) if (mayHold(config.range)) yield* serviceTopics(config);
  }
  for (const { node: binding, role, members } of policy.bindings) {
    if (form === 'document' && !mayHold(binding.range)) continue;
    if (role.state === 'known' && role.value.text) {
      const { text, node: at } = role.value;
      yield { range: at.range, say: (speech) => sayRole(text, speech) };
    }
    if (members.state === 'known') yield* members.value.items.map(memberTopic);
  }
  for (const { items } of policy.exemptedMembers) yield* items.map(memberTopic);
}

export function memberTopic(member: Member): Topic {
  return { range: member.node.range, say: (speech) => sayMember(member, member.kind, memberAccount(member), speech) };
}

/** The service of an audit configuration. */
export function* serviceTopics(config: MappingNode): Generator<Topic> {
  const value = entryOf(config, 'service')?.value;
  if (value && hostOf(value) !== undefined) yield { range: value.range, say: (speech) => sayService(hostOf(value), speech) };
}

function hostOf(node: SyntaxNode): string | undefined {
  return node.kind === 'scalar' && typeof node.value === 'string' ? node.value : undefined;
}

function sayService(host: string | undefined, speech: Speech): string | undefined {
  const { allServices, oneService } = speech.words(words).topics;
  if (host === 'allServices') return allServices;
  const service = host === undefined ? undefined : serviceOfHost(host);
  return service && fill(oneService, { service: escapeMarkdown(service.product) });
}

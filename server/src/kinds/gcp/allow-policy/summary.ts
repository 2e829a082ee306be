import { cachedBy } from '../../../text/cachedBy';
import type { ListValue } from '../../policy';
import { createItemCache } from '../../reading/items';
import type { Member } from '../members/member';
import type { MemberKind } from '../members/written';
import { byBinding } from './items';
import type { AllowPolicy, Binding } from './policy';

/** What they need to know of a binding who look at all of them. */
export interface BindingSummary {
  /** See {@link Binding.identity}. */
  readonly identity: string | undefined;
  /** Certain or not. */
  readonly memberCount: number;
  readonly named: NamedMembers;
  readonly hasRole: boolean;
  readonly hasCondition: boolean;
}

/** Some members, by their keys. */
export interface NamedMembers {
  readonly keys: readonly string[];
  readonly groups: readonly string[];
  readonly domains: readonly string[];
}

/** One for each binding, in their order. */
export const summariesOf = cachedBy((policy: AllowPolicy) => byBinding(summaries, policy, summaryOf));

const summaries = createItemCache<BindingSummary>();

/** The certain ones of whom the text tells who they are, each once. */
export function namedIn({ items }: ListValue<Member>): NamedMembers {
  const named = new Map<string, MemberKind>();
  for (const { written, certain } of items) if (written && certain) named.set(written.key, written.kind);
  const of = (wanted: MemberKind) => [...named].flatMap(([key, kind]) => (kind === wanted ? key : []));
  return { keys: [...named.keys()], groups: of('group'), domains: of('domain') };
}

const nobody: NamedMembers = { keys: [], groups: [], domains: [] };

function summaryOf({ identity, members, role, condition }: Binding): BindingSummary {
  const known = members.state === 'known' ? members.value : undefined;
  return {
    identity,
    memberCount: known?.items.length ?? 0,
    named: known ? namedIn(known) : nobody,
    hasRole: role.state === 'known',
    hasCondition: condition.state === 'known',
  };
}

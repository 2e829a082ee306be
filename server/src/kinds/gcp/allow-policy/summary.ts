import { cachedBy } from '../../../text/cachedBy';
import type { ListValue } from '../../policy';
import { createItemCache } from '../../reading/items';
import type { Member } from '../members/member';
import type { WrittenMember } from '../members/written';
import { byBinding } from './items';
import type { AllowPolicy, Binding } from './policy';

/** What they need to know of a binding who look at all of them. */
export interface BindingSummary {
  /** See {@link Binding.identity}. */
  readonly identity: string | undefined;
  /** Certain or not. */
  readonly memberCount: number;
  /** The certain members whose text tells who they are. */
  readonly written: readonly WrittenMember[];
  readonly hasRole: boolean;
  readonly hasCondition: boolean;
}

/** One for each binding, in their order. */
export const summariesOf = cachedBy((policy: AllowPolicy) => byBinding(summaries, policy, summaryOf));

const summaries = createItemCache<BindingSummary>();

/** The certain members whose text tells who they are. */
export function writtenIn({ items }: ListValue<Member>): readonly WrittenMember[] {
  return items.flatMap(({ written, certain }) => (written && certain ? written : []));
}

function summaryOf({ identity, members, role, condition }: Binding): BindingSummary {
  const known = members.state === 'known' ? members.value : undefined;
  return {
    identity,
    memberCount: known?.items.length ?? 0,
    written: known ? writtenIn(known) : [],
    hasRole: role.state === 'known',
    hasCondition: condition.state === 'known',
  };
}

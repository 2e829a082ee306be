import { cachedBy } from '../../../text/cachedBy';
import type { AllowPolicy } from './policy';
import { type NamedMembers, namedIn, summariesOf } from './summary';

/** The limits of one allow policy, read 2026-08-22. */
export const mostPrincipals = 1500;
export const mostGroupsAndDomains = 250;

export interface Principals {
  readonly principals: number;
  readonly groupsAndDomains: number;
}

/** At least so many: what isn't known isn't counted, and bindings that the API takes for one are counted as one. */
export const principalsIn = cachedBy((policy: AllowPolicy): Principals => {
  const lists = new Map<string, NamedMembers[]>();
  for (const [index, { identity = `binding ${index}`, named }] of summariesOf(policy).entries()) {
    const alike = lists.get(identity);
    if (alike) alike.push(named);
    else lists.set(identity, [named]);
  }
  for (const [index, list] of policy.exemptedMembers.entries()) lists.set(`exempted ${index}`, [namedIn(list)]);
  const groups = new Set<string>();
  let principals = 0;
  let domains = 0;
  for (const alike of lists.values()) {
    principals += together(alike.map(({ keys }) => keys));
    domains += together(alike.map((named) => named.domains));
    for (const named of alike) for (const group of named.groups) groups.add(group);
  }
  return { principals, groupsAndDomains: groups.size + domains };
});

function together(lists: readonly (readonly string[])[]): number {
  return lists.length === 1 ? (lists[0]?.length ?? 0) : new Set(lists.flat()).size;
}

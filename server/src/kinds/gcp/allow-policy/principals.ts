import { cachedBy } from '../../../text/cachedBy';
import type { AllowPolicy } from './policy';
import { summariesOf, writtenIn } from './summary';

/** The limits of one allow policy, read 2026-08-22. */
export const mostPrincipals = 1500;
export const mostGroupsAndDomains = 250;

export interface Principals {
  readonly principals: number;
  readonly groupsAndDomains: number;
}

/** At least so many: what isn't known isn't counted, and bindings that the API takes for one are counted as one. */
export const principalsIn = cachedBy((policy: AllowPolicy): Principals => {
  const appearances = new Map<string, Set<string>>();
  const kinds = new Map<string, string>();
  const lists = [
    ...summariesOf(policy).map(({ identity, written }, index) => ({ name: identity ?? `binding ${index}`, written })),
    ...policy.exemptedMembers.map((list, index) => ({ name: `exempted ${index}`, written: writtenIn(list) })),
  ];
  for (const { name, written } of lists) {
    const here = appearances.get(name) ?? new Set();
    appearances.set(name, here);
    for (const { key, kind } of written) {
      here.add(key);
      kinds.set(key, kind);
    }
  }
  const all = [...appearances.values()].flatMap((keys) => [...keys]);
  const domains = all.filter((key) => kinds.get(key) === 'domain').length;
  const groups = [...kinds.values()].filter((kind) => kind === 'group').length;
  return { principals: all.length, groupsAndDomains: groups + domains };
});

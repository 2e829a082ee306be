import { cachedBy } from '../../../text/cachedBy';
import type { AllowPolicy } from './policy';

/** The limits of one allow policy, read 2026-08-22. */
export const mostPrincipals = 1500;
export const mostGroupsAndDomains = 250;

interface PrincipalCount {
  readonly principals: number;
  readonly groupsAndDomains: number;
}

/** At least so many: what isn't known isn't counted, and bindings that the API takes for one are counted as one. */
export const principalsIn = cachedBy(({ bindings, exemptedMembers }: AllowPolicy): PrincipalCount => {
  const appearances = new Map<string, Set<string>>();
  const kinds = new Map<string, string>();
  const lists = [
    ...bindings.map(({ identity, members }, index) => ({
      name: identity ?? `binding ${index}`,
      items: members.state === 'known' ? members.value.items : [],
    })),
    ...exemptedMembers.map(({ items }, index) => ({ name: `exempted ${index}`, items })),
  ];
  for (const { name, items } of lists) {
    const here = appearances.get(name) ?? new Set();
    appearances.set(name, here);
    for (const { written, certain } of items) {
      if (!written || !certain) continue;
      here.add(written.key);
      kinds.set(written.key, written.kind);
    }
  }
  const all = [...appearances.values()].flatMap((keys) => [...keys]);
  const domains = all.filter((key) => kinds.get(key) === 'domain').length;
  const groups = [...kinds.values()].filter((kind) => kind === 'group').length;
  return { principals: all.length, groupsAndDomains: groups + domains };
});

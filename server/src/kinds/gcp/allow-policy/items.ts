import { type ItemCache, policyItems } from '../../reading/items';
import type { AllowPolicy, Binding, BindingOfPolicy } from './policy';

/** The bindings of a policy, one by one. */
export const bindingItems = policyItems<AllowPolicy, BindingOfPolicy>({
  nodes: ({ bindings }) => bindings.map(({ node }) => node),
  at(policy, index) {
    const binding = policy.bindings[index];
    if (!binding) throw new RangeError(`The policy has ${policy.bindings.length} bindings, and none has the index ${index}.`);
    return { binding, policy };
  },
});

/**
 * What `make` makes of each binding, in their order. Where no workspace was asked, it is cached by the binding's text and by what `make`
 * knows besides, so it must hold no node and no offset in the root.
 */
export function byBinding<T extends object>(
  cache: ItemCache<T>,
  policy: AllowPolicy,
  make: (binding: Binding) => T,
  known = '',
): readonly T[] {
  const { bindings, readAlone } = policy;
  const texts = readAlone ? bindingItems.texts(policy) : undefined;
  const kept = texts && cache.of(texts, known);
  return bindings.map((binding, index) => {
    const piece = texts?.pieces[index];
    const before = piece && kept?.get(piece);
    if (before) return before;
    const made = make(binding);
    if (piece) kept?.set(piece, made);
    return made;
  });
}

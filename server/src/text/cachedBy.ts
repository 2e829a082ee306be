/**
 * The function, asked once for each key as long as the key is in use: what it gives must follow from the key alone, which is why it
 * is told nothing else.
 */
export function cachedBy<Key extends object, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const cache = new WeakMap<Key, { readonly value: Value }>();
  return (key) => {
    let known = cache.get(key);
    if (!known) {
      known = { value: make(key) };
      cache.set(key, known);
    }
    return known.value;
  };
}

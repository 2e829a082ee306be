/** Undefined as soon as one of the results is. */
export function everyOne<From, To>(items: readonly From[], change: (item: From) => To | undefined): readonly To[] | undefined {
  const changed: To[] = [];
  for (const item of items) {
    const result = change(item);
    if (result === undefined) return undefined;
    changed.push(result);
  }
  return changed;
}

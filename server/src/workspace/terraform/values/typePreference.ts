import type { Type } from './type';

/**
 * Below 0 where `a` can take what `b` holds without a loss, above 0 the other way round, 0 where neither can.
 *
 * @see https://github.com/zclconf/go-cty/blob/main/cty/convert/compare_types.go
 */
function compareTypes(a: Type, b: Type): number {
  if (a.kind === 'any' || b.kind === 'any') return Number(a.kind === 'any') - Number(b.kind === 'any');
  if (isPrimitive(a) && isPrimitive(b)) return Number(b.kind === 'string') - Number(a.kind === 'string');
  if ((a.kind === 'list' || a.kind === 'set' || a.kind === 'map') && a.kind === b.kind) return compareTypes(a.of, b.of);
  if (a.kind === 'object' && b.kind === 'object') return compareObjects(a.of, b.of);
  if (a.kind === 'tuple' && b.kind === 'tuple') return compareTuples(a.of, b.of);
  return looseness(a, b) ? 1 : looseness(b, a) ? -1 : 0;
}

/** Which kinds each kind yields to. */
const yields: Partial<Record<Type['kind'], readonly Type['kind'][]>> = {
  set: ['list', 'tuple'],
  tuple: ['list'],
  object: ['map'],
};

function looseness(a: Type, b: Type): boolean {
  return yields[a.kind]?.includes(b.kind) ?? false;
}

function isPrimitive({ kind }: Type): boolean {
  return kind === 'string' || kind === 'number' || kind === 'bool';
}

function compareObjects(a: ReadonlyMap<string, Type>, b: ReadonlyMap<string, Type>): number {
  if (a.size !== b.size || [...a.keys()].some((name) => !b.has(name))) return 0;
  return agreed([...a].map(([name, type]) => compareTypes(type, b.get(name) ?? type)));
}

function compareTuples(a: readonly Type[], b: readonly Type[]): number {
  return a.length === b.length ? agreed(a.map((type, i) => compareTypes(type, b[i] ?? type))) : 0;
}

function agreed(parts: readonly number[]): number {
  const isBelow = parts.some((part) => part < 0);
  const isAbove = parts.some((part) => part > 0);
  return isBelow === isAbove ? 0 : isBelow ? -1 : 1;
}

/**
 * The types, each before those that it is preferred to, otherwise in the order they come in.
 *
 * @see https://github.com/zclconf/go-cty/blob/main/cty/convert/sort_types.go
 */
export function inOrderOfPreference(types: readonly Type[]): readonly Type[] {
  const after = types.map((): number[] => []);
  const before = types.map(() => 0);
  for (let i = 0; i < types.length; i++) {
    for (let j = i + 1; j < types.length; j++) {
      const [a, b] = [types[i], types[j]];
      const order = a && b ? compareTypes(a, b) : 0;
      if (order === 0) continue;
      const [first, second] = order < 0 ? [i, j] : [j, i];
      after[first]?.push(second);
      before[second] = (before[second] ?? 0) + 1;
    }
  }
  const waiting = before.flatMap((count, i) => (count === 0 ? [i] : []));
  for (const next of waiting) {
    for (const other of after[next] ?? []) {
      before[other] = (before[other] ?? 0) - 1;
      if (before[other] === 0) waiting.push(other);
    }
  }
  return waiting.flatMap((i) => types[i] ?? []);
}

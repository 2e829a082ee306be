import type { Rule } from '../rules/rule';

/** Whether `pattern`, an id or `<area>/*` as users write it, speaks of the rule. Earlier ids count. */
export function matchesRule(pattern: string, { id, renamedFrom = [] }: Pick<Rule, 'id' | 'renamedFrom'>): boolean {
  const area = pattern.endsWith('/*') ? pattern.slice(0, -1) : undefined;
  return [id, ...renamedFrom].some((name) => (area === undefined ? name === pattern : name.startsWith(area)));
}

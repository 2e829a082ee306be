import type { ResourceName } from '../../../../workspace/index/facts';
import type { TextValue } from '../../../../workspace/terraform/names/text';

/**
 * The names under which an access level's facts are found: by its full name, by the Terraform resource that makes it, by the end of a
 * name that is only partly written out, and by its id, which is all that a custom expression gives.
 */
export function levelNames(level: {
  readonly name: TextValue | undefined;
  readonly id: string | undefined;
  readonly resource: { readonly folder: string; readonly address: string } | undefined;
  readonly folder: string;
}): readonly string[] {
  const { name, id, resource, folder } = level;
  return [
    ...(name?.text?.includes('/') ? [name.text] : []),
    ...(resource ? [`${resource.folder}#${resource.address}`] : []),
    ...(id ? [`${folder}#accessLevels/${id}`, id] : []),
  ];
}

/** The names under which the facts of the level are found that a value stands for; none where the text doesn't tell. */
export function usedLevelNames(value: TextValue | undefined, folder: string): readonly string[] {
  if (!value) return [];
  if (value.text !== undefined) return /^accessPolicies\/[^/]+\/accessLevels\/[^/]+$/.test(value.text) ? [value.text] : [];
  if (value.reference?.type === levelType) return [`${value.reference.folder}#${value.reference.address}`];
  const id = /\/accessLevels\/(\w+)$/.exec(value.suffix)?.[1];
  return id ? [`${folder}#accessLevels/${id}`] : [];
}

/** The id that a name ends in which holds its policy, or a part of that. */
export function levelIdIn(name: string): string | undefined {
  return /\/accessLevels\/(\w+)$/.exec(name.replace('#', '/'))?.[1];
}

/** The name under which conditions stand of which nothing tells the level that they are added to. */
export const anyLevel = '*';

/** The resource that makes a level of these names, if one makes it alone. */
export function levelResource(names: readonly string[]): ResourceName | undefined {
  for (const name of names) {
    const [, folder, address] = /^(.*)#([^#]*)$/s.exec(name) ?? [];
    if (folder !== undefined && address?.startsWith(`${levelType}.`)) return { folder, address };
  }
  return undefined;
}

/** The level of an access policy by its id: its full name, where that policy's is written out. */
export function levelOfPolicy(policy: string, id: string): string {
  return `${policy}/accessLevels/${id}`;
}

/** Whether the name is the end of one that is only partly written: levels of several policies may have it. */
export function looseName(name: string): boolean {
  return /#accessLevels\/\w*$/.test(name);
}

/** What every text holds that names a level. */
export const levelWords = /access_?levels?/i;

export const levelType = 'google_access_context_manager_access_level';

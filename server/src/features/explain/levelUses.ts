import { usesOf } from '../../kinds/gcp/access-level/conditions';
import type { AccessLevel } from '../../kinds/gcp/access-level/kind';
import { fill } from '../../l10n/localize';
import type { Words } from '../../l10n/words';
import { isInside, parentAddress, pathInside } from '../../workspace/files/address';
import type { Workspace } from '../../workspace/index/workspace';
import { folderOf } from '../../workspace/terraform/resources';
import { codeSpan } from '../markdown';

/** Which files of the workspace name the level, in Markdown; empty where nobody could tell, for want of a name. */
export function levelUses(level: AccessLevel, words: Words, workspace: Workspace): readonly string[] {
  const { factNames, id, place } = level;
  if (factNames.length === 0) return [];
  const bullets = usesOf(level, workspace).map(({ name, value, at }) => {
    const sentence = value.by === 'level' ? words.explainUsedByLevel : words.explainUsedByOther;
    const note = isById(name, id) ? ` (${words.explainUsedById})` : '';
    return `- ${fill(sentence, { file: codeSpan(pathFrom(place.uri, at.uri)) })}${note}`;
  });
  return [
    bullets.length > 0 ? [...new Set(bullets)].join('\n') : words.explainUsedNowhere,
    ...(mayBeRequired(level, workspace) ? [words.explainMayBeRequired] : []),
    ...(workspace.complete ? [] : [words.lookedWorkspaceUnread]),
  ];
}

/** A level of another access policy may have the same id. */
function isById(name: string, id: string | undefined): boolean {
  return id !== undefined && (name === id || name.endsWith(`#accessLevels/${id}`));
}

function mayBeRequired({ place: { uri, resource } }: AccessLevel, workspace: Workspace): boolean {
  return workspace.find('unknownRequirement', folderOf(uri)).some(({ value }) => value.by !== resource?.address);
}

/** The path of a file below the nearest folder that holds it and the asker. */
function pathFrom(asker: string, file: string): string {
  for (let folder: string | undefined = folderOf(asker); folder !== undefined; folder = parentAddress(folder)) {
    if (isInside(file, folder)) return pathInside(file, folder);
  }
  return file;
}

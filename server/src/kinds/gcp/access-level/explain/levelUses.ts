import { fill } from '../../../../text/fill';
import { codeSpan } from '../../../../text/markdown';
import { isInside, parentAddress, pathInside } from '../../../../workspace/files/address';
import type { Workspace } from '../../../../workspace/index/workspace';
import { folderOf } from '../../../../workspace/terraform/resources';
import type { Speech } from '../../../speech';
import { usesOf } from '../conditions/conditions';
import type { AccessLevel } from '../policy';
import { words } from '../words';

/** Which files of the workspace name the level, in Markdown; empty where nobody could tell, for want of a name. */
export function levelUses(level: AccessLevel, speech: Speech, workspace: Workspace): readonly string[] {
  const { factNames, id, place } = level;
  if (factNames.length === 0) return [];
  const bullets = usesOf(level, workspace).map(({ name, value, at }) => {
    const sentence = value.by === 'level' ? speech.words(words).explain.usedByLevel : speech.words(words).explain.usedByOther;
    const note = isById(name, id) ? ` (${speech.words(words).explain.usedById})` : '';
    return `- ${fill(sentence, { file: codeSpan(pathFrom(place.uri, at.uri)) })}${note}`;
  });
  return [
    bullets.length > 0 ? [...new Set(bullets)].join('\n') : speech.words(words).explain.usedNowhere,
    ...(mayBeRequired(level, workspace) ? [speech.words(words).explain.mayBeRequired] : []),
    ...(workspace.complete ? [] : [speech.words(words).explain.workspaceUnread]),
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

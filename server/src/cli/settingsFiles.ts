import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseSettingsFile, settingsFileName } from '../lint/settings/file';
import { readSettings, type Settings } from '../lint/settings/settings';
import { addressOf, foldersUpwards } from './findFiles';
import { causeOf, type Tell } from './trouble';

/** The settings of each file: those of the nearest `.leastwise.json` upwards. The same object for the same file of settings. */
export function settingsReader(tell: Tell): (path: string) => Settings {
  const byFolder = new Map<string, Settings>();
  const bySettingsFile = new Map<string, Settings>();
  const defaults = readSettings({ folder: '' }).settings;

  function read(path: string, text: string): Settings {
    const value = parseSettingsFile(text);
    if (value === undefined) tell({ kind: 'brokenSettings', path });
    const { settings, problems } = readSettings({ file: { uri: addressOf(path), value }, folder: addressOf(dirname(path)) });
    for (const problem of problems) tell({ kind: 'setting', path, problem });
    return settings;
  }

  function settingsFor(folder: string): Settings {
    for (const above of foldersUpwards(folder)) {
      const path = join(above, settingsFileName);
      const known = bySettingsFile.get(path);
      if (known) return known;
      const text = textOf(path);
      if (text === undefined) continue;
      const settings = read(path, text);
      bySettingsFile.set(path, settings);
      return settings;
    }
    return defaults;
  }

  function textOf(path: string): string | undefined {
    try {
      return readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
    } catch (error) {
      const code = causeOf(error);
      if (code !== 'ENOENT' && code !== 'ENOTDIR') tell({ kind: 'unreadable', path, cause: error });
      return undefined;
    }
  }

  return (path) => {
    const folder = dirname(path);
    const known = byFolder.get(folder);
    if (known) return known;
    const settings = settingsFor(folder);
    byFolder.set(folder, settings);
    return settings;
  };
}

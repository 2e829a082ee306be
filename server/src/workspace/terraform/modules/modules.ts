import type { FileAccess } from '../functions/definition';
import { addressFrom, folderOf } from '../resources';
import { type Configuration, isConfiguration, type ModuleFile, readConfiguration } from './configuration';
import { asRoot, ModuleInstance, type Surroundings } from './moduleInstance';

/**
 * The modules of a workspace that Terraform may be started in, in the order of their folders: those that no other one calls. `files` are
 * all files that anything may be read from.
 */
export function modulesOf(files: readonly ModuleFile[], attributeOf?: Surroundings['attributeOf']): readonly ModuleInstance[] {
  const byFolder = new Map<string, ModuleFile[]>();
  const texts = new Map<string, string>();
  for (const file of files) {
    texts.set(file.uri, file.text);
    const folder = folderOf(file.uri);
    const others = byFolder.get(folder);
    if (others) others.push(file);
    else byFolder.set(folder, [file]);
  }
  const configurations = new Map<string, Configuration>();
  for (const [folder, own] of byFolder)
    if (own.some(({ uri }) => isConfiguration(uri))) configurations.set(folder, readConfiguration(own));
  const rootOf = (folder: string, configuration: Configuration) =>
    new ModuleInstance(folder, configuration, asRoot, {
      configurationOf: (called) => configurations.get(called),
      files: filesFrom(folder, texts),
      rootFolder: folder,
      modules: { steps: mostModules },
      assumptions: { made: false },
      ...(attributeOf && { attributeOf }),
    });
  const roots = [...configurations].map(([folder, configuration]) => rootOf(folder, configuration));
  const called = new Set(roots.flatMap((root) => root.calledFolders()));
  return roots.filter(({ folder }) => !called.has(folder)).sort((a, b) => (a.folder < b.folder ? -1 : 1));
}

const mostModules = 10_000;

/** What stands in the workspace, as Terraform in that folder names it. */
function filesFrom(folder: string, texts: ReadonlyMap<string, string>): FileAccess {
  return {
    text: (path) => texts.get(addressFrom(folder, path)),
    below(path) {
      const top = `${addressFrom(folder, path)}/`;
      const found = [...texts.keys()].flatMap((uri) => (uri.startsWith(top) ? uri.slice(top.length) : []));
      return found.length > 0 ? found : undefined;
    },
  };
}

import { canonicalAddress, escapedPath, isInside, pathInside } from '../../files/address';
import type { FileAccess } from '../functions/definition';
import { addressFrom, folderOf, isLocalSource } from '../resources';
import {
  argumentOf,
  type Configuration,
  isConfiguration,
  type ModuleFile,
  readConfiguration,
  type ValueTypeOf,
} from './configuration';
import { Ledger } from './ledger';
import { asRoot, ModuleInstance, type Surroundings } from './moduleInstance';
import { nameIn } from './providerName';

/** What is known of resources besides the text. */
export interface Provider {
  readonly attributeOf?: NonNullable<Surroundings['attributeOf']>;
  readonly valueTypeOf?: ValueTypeOf;
}

/**
 * The modules of a workspace that Terraform may be started in, in the order of their folders: those that no other one calls. `files` are
 * all files that anything may be read from, but for what functions read where `stored` is given, which tells that by address.
 */
export function modulesOf(
  files: readonly ModuleFile[],
  { attributeOf, valueTypeOf }: Provider = {},
  stored?: FileAccess,
): readonly ModuleInstance[] {
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
    if (own.some(({ uri }) => isConfiguration(uri))) configurations.set(folder, readConfiguration(own, valueTypeOf));
  const rootOf = (folder: string, configuration: Configuration) =>
    new ModuleInstance(folder, configuration, asRoot, {
      configurationOf: (called) => configurations.get(called),
      files: filesFrom(folder, texts, stored),
      rootFolder: folder,
      modules: { steps: mostModules },
      work: { steps: mostStepsOfAll },
      ledger: new Ledger(),
      ...(attributeOf && { attributeOf }),
    });
  const roots = [...configurations].map(([folder, configuration]) => rootOf(folder, configuration));
  const called = new Set(roots.flatMap((root) => root.calledFolders()));
  return roots.filter(({ folder }) => !called.has(folder)).sort((a, b) => (a.folder < b.folder ? -1 : 1));
}

/** The folders of the local modules that files call. */
export function localCalls(files: readonly ModuleFile[]): readonly string[] {
  return files.flatMap((file) => {
    // Most files call none.
    if (!isConfiguration(file.uri) || !/"\.\.?["/]/.test(file.text)) return [];
    return [...readConfiguration([file]).calls.values()].flatMap(({ it }) => {
      const source = argumentOf(it, 'source');
      const path = source && nameIn(source);
      return path !== undefined && isLocalSource(path) ? addressFrom(folderOf(file.uri), escapedPath(path)) : [];
    });
  });
}

const mostModules = 10_000;
const mostStepsOfAll = 3_000_000;

/** What stands in the workspace, as Terraform in that folder names it. */
function filesFrom(folder: string, texts: ReadonlyMap<string, string>, stored: FileAccess | undefined): FileAccess {
  const addressOf = (path: string) => canonicalAddress(addressFrom(folder, path));
  return {
    text: (path) => (stored ? stored.text(addressOf(path)) : texts.get(addressOf(path))),
    below(path, pattern) {
      const top = addressOf(path);
      if (stored) return stored.below(top, pattern);
      const found = [...texts.keys()].flatMap((uri) => (isInside(uri, top) ? pathInside(uri, top) : []));
      return found.length > 0 ? found : undefined;
    },
  };
}

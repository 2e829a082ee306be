import { valueTypeOf } from '../../../src/kinds/facts';
import { providerAttribute } from '../../../src/kinds/gcp/grants/planned/providerAttributes';
import type { ModuleInstance } from '../../../src/workspace/terraform/modules/moduleInstance';
import { modulesOf } from '../../../src/workspace/terraform/modules/modules';

/** The module of the files that stand in no folder. */
export function rootModuleOf(files: Readonly<Record<string, string>>): ModuleInstance {
  const all = Object.entries(files).map(([path, text]) => ({ uri: `file:///w/${path}`, text }));
  const root = modulesOf(all, { attributeOf: providerAttribute, valueTypeOf }).find(({ folder }) => folder === 'file:///w');
  if (!root) throw new Error('no module stands at the top');
  return root;
}

import { parentAddress } from '../files/address';
import type { FactKind, FactOf } from './facts';
import type { Workspace } from './workspace';

/**
 * The workspace as a file sees it. A folder that declares an address twice is no module but holds alternatives, of which Terraform takes
 * one: no facts go across its files, and what isn't there is unknown.
 */
export function seenFrom(uri: string, workspace: Workspace): Workspace {
  // Most files ask nothing.
  let known: string | undefined;
  const folderOfFile = () => {
    known ??= parentAddress(uri) ?? '';
    return known;
  };
  const isApart = () => workspace.find('declaredTwice', folderOfFile()).length > 0;
  const isBeside = ({ at }: FactOf<FactKind>) => at.uri !== uri && parentAddress(at.uri) === folderOfFile();
  return {
    get base() {
      return workspace.base ?? workspace;
    },
    get complete() {
      return workspace.complete && !isApart();
    },
    find(kind, name) {
      const found = workspace.find(kind, name);
      if (ofAllFiles.has(kind) || !found.some((fact) => isBeside(fact as FactOf<FactKind>)) || !isApart()) return found;
      return found.filter((fact) => !isBeside(fact as FactOf<FactKind>));
    },
    reach: (relation, from) => workspace.reach(relation, from),
  };
}

/** What tells edits which names are taken or used. */
const ofAllFiles: ReadonlySet<FactKind> = new Set(['declared', 'declaredTwice', 'mention', 'takenApart']);

import { join } from 'node:path';
import { toolFolders } from '../../workspace/files/selection';
import type { FileAccess } from '../../workspace/terraform/functions/definition';
import { addressOf } from '../findFiles';
import { type CommitFile, readCommitFiles } from '../git/commitFiles';
import { decoded, isTooLarge, utf8TextOf } from '../textFile';

/** Files of a commit, under the addresses that they have when it is checked out. Links lead nowhere. */
export function storedInCommit(top: string, files: readonly CommitFile[]): FileAccess {
  const byAddress = new Map(files.map((file) => [addressOf(join(top, file.path)), file]));
  const texts = new Map<string, string | undefined>();
  const read = (file: CommitFile | undefined) => {
    if (!file || isTooLarge(file.size)) return undefined;
    for (const [, bytes] of readCommitFiles(top, [file])) return bytes && utf8TextOf(decoded(bytes));
    return undefined;
  };
  return {
    text(address) {
      if (!texts.has(address)) texts.set(address, read(byAddress.get(address)));
      return texts.get(address);
    },
    below(address, deep) {
      const found = files.flatMap(({ path }) => {
        const names = path.split('/');
        const above = addressOf(join(top, ...names.slice(0, -1)));
        if (above !== address && !(deep && above.startsWith(`${address}/`))) return [];
        const inside = names.slice(addressDepth(address) - addressDepth(addressOf(top)));
        return inside.some((name) => toolFolders.has(name)) ? [] : inside.join('/');
      });
      return found.length > 0 ? found : undefined;
    },
  };
}

function addressDepth(address: string): number {
  return address.split('/').length;
}

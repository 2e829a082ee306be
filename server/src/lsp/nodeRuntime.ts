import type { Runtime } from './runtime';
import { clientFiles, watchedFiles } from './workspace/clientFiles';
import { nodeFiles } from './workspace/nodeFiles';

const turnsOfKeystroke = 4;

/** The server as a process: the disk for `file:` addresses, the client for all others. */
export const nodeRuntime: Runtime = {
  files(connection) {
    const throughClient = clientFiles(connection);
    const reach = (address: string) => (address.startsWith('file:') ? nodeFiles : throughClient);
    return {
      ...watchedFiles(connection),
      list: (folder, ...rest) => reach(folder).list(folder, ...rest),
      read: (address, within) => reach(address).read(address, within),
    };
  },
  async yieldNow() {
    // A keystroke is several messages, a change and a question or two, and each turn takes one.
    for (let turn = 0; turn < turnsOfKeystroke; turn++) await new Promise((resolve) => setImmediate(resolve));
  },
  now: () => new Date(),
  packagedRulePage: (ruleId) => new URL(`../../docs/rules/${ruleId}.md`, import.meta.url).href,
};

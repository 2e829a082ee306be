import { createConnection } from 'vscode-languageserver/node';
import { clientFiles, watchedFiles } from './clientFiles';
import { nodeFiles } from './nodeFiles';
import { startServer } from './startServer';

const turnsOfKeystroke = 4;

const transports = ['--stdio', '--node-ipc', '--socket', '--pipe'];

if (process.argv.some((argument) => transports.includes(argument.replace(/=.*/, '')))) {
  startServer(createConnection(), {
    files(connection) {
      const throughClient = clientFiles(connection);
      const reach = (address: string) => (address.startsWith('file:') ? nodeFiles : throughClient);
      return {
        ...watchedFiles(connection),
        list: (folder, enters) => reach(folder).list(folder, enters),
        read: (address) => reach(address).read(address),
      };
    },
    async yieldNow() {
      // A keystroke is several messages, a change and a question or two, and each turn takes one.
      for (let turn = 0; turn < turnsOfKeystroke; turn++) await new Promise((resolve) => setImmediate(resolve));
    },
    packagedRulePage: (ruleId) => new URL(`../../docs/rules/${ruleId}.md`, import.meta.url).href,
  });
} else {
  process.stderr.write(`Leastwise's language server is started by an editor, with one of ${transports.join(', ')}.\n`);
  process.exitCode = 2;
}

import { landingZone } from './inputs/landingZone';
import { settings } from './inputs/organization';
import { measureTyping } from './keystrokes';
import { type Figures, summary } from './row';
import type { Server } from './server';
import { startWorker } from './serverWorker';
import { typingTasks } from './typingTasks';

/** What the rows on the worker ask of its page, where the protocol's part is as small as in an editor. */
const bench = {
  /** Figures of the task with this name, in fewer samples than a process gets. */
  typing(name: string): Promise<Figures> {
    const task = typingTasks.find((one) => one.name === name);
    if (!task) throw new Error(`Nothing to type is called “${name}”.`);
    const { input, bursts } = task;
    const uri = `${folder}/${input.name}`;
    const text = input.makeText();
    return withWorker({ [uri]: text }, async (server) => {
      await server.open(uri, text);
      await server.indexed();
      await server.diagnostics(uri);
      return measureTyping(server, uri, text, bursts, samplesWished);
    });
  },
  /** In seconds, from `initialized` until the server says that it knows so many files. */
  async index(count: number): Promise<Figures> {
    const files = Object.fromEntries(Array.from(landingZone(count), ([path, text]) => [`${folder}/${path}`, text] as const));
    const samples: number[] = [];
    for (let round = 0; round < indexRounds; round++) {
      await withWorker(files, async (server) => {
        const start = performance.now();
        await server.indexed();
        samples.push((performance.now() - start) / 1000);
      });
    }
    return summary(samples, `${indexRounds} times`);
  },
};

const folder = 'bench:/workspace';

const samplesWished = 66;

const indexRounds = 3;

async function withWorker<T>(files: Readonly<Record<string, string>>, use: (server: Server) => Promise<T>): Promise<T> {
  const server = await startWorker('/main.browser.js', { folders: [folder], files, settings: () => settings });
  try {
    return await use(server);
  } finally {
    await server.stop();
  }
}

Object.assign(globalThis, { bench });

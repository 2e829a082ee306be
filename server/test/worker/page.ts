import { startWorker } from '../../bench/serverWorker';
import { type Answer, answersOf, editor } from './answers';
import type { Outcome } from './laws';

/** What the suite asks of its page. */
const suite = {
  /** All laws on all pairs, by the engine in a worker. */
  laws(): Promise<readonly Outcome[]> {
    const worker = new Worker('/laws.js');
    return new Promise((resolve, reject) => {
      worker.onmessage = ({ data }) => resolve(data);
      worker.onerror = ({ message }) => reject(new Error(message));
    });
  },
  /** What the built server says as a worker. */
  async answers(): Promise<readonly Answer[]> {
    const server = await startWorker('/main.browser.js', editor);
    const answers = await answersOf(server);
    await server.stop();
    return answers;
  },
};

Object.assign(globalThis, { suite });

import { startWorker } from '../../bench/serverWorker';
import { type Answer, answersOf, editor } from './answers';
import type { Outcome } from './laws';

/** What the suite asks of its page. */
const suite = {
  /** How many outcomes there are so far. */
  progress: 0,
  /** All laws on all pairs, by the engine in a worker. */
  laws(): Promise<readonly Outcome[]> {
    const worker = new Worker('/laws.js');
    const outcomes: Outcome[] = [];
    return new Promise((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<Outcome | undefined>) => {
        if (data) suite.progress = outcomes.push(data);
        else resolve(outcomes);
      };
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

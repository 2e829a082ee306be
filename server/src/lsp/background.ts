import { inBackground, type ReportFault } from './runSafe';

/** What the server does while nobody waits for it. */
export interface Background {
  /** Runs `work`, which may fail. Never rejects. */
  run(name: string, work: () => void | Promise<void>): Promise<void>;
  /**
   * A way to ask for `work`, which begins a while after it is first asked for, in milliseconds, once for everything asked meanwhile,
   * and never twice at a time.
   */
  throttled(wait: number, name: string, work: () => void | Promise<void>): () => void;
  /** Whatever answers somebody counts as under way, too. */
  during<R>(answer: Promise<R>): Promise<R>;
  /** Whether nothing is under way, nor about to begin: until the client says something new, nothing will change. */
  isSettled(): boolean;
}

export function createBackground(report: ReportFault): Background {
  let underWay = 0;

  async function during<R>(work: Promise<R>): Promise<R> {
    underWay++;
    try {
      return await work;
    } finally {
      underWay--;
    }
  }

  return {
    run: (name, work) => during(inBackground(name, report, work)),
    throttled(wait, name, work) {
      let isWaiting = false;
      let running: Promise<void> = Promise.resolve();
      async function later(): Promise<void> {
        await new Promise((resume) => setTimeout(resume, wait));
        await running;
        isWaiting = false;
        running = inBackground(name, report, work);
        await running;
      }
      return () => {
        if (isWaiting) return;
        isWaiting = true;
        void during(later());
      };
    },
    during,
    isSettled: () => underWay === 0,
  };
}

/**
 * Runs `work` a while after it is first asked for, once for everything asked meanwhile, and never twice at a time.
 * `work` doesn't reject. In milliseconds.
 */
export function throttle(wait: number, work: () => Promise<void>): () => void {
  let waiting = false;
  let running = Promise.resolve();
  return () => {
    if (waiting) return;
    waiting = true;
    setTimeout(async () => {
      await running;
      waiting = false;
      running = work();
    }, wait);
  };
}

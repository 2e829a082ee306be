/** Readings of files, a few at a time and in slices between which everything else can run. Of two readings of one file the newer one counts. */
export interface ReadQueue<T> {
  /** Reads all, in order, as long as `goesOn`. Resolves when every reading that was begun has been taken or has come too late. */
  readAll(readings: readonly Reading<T>[], listener: ReadListener): Promise<void>;
  /** The files of readings that are under way. */
  underWay(): Iterable<string>;
  isUnderWay(address: string): boolean;
  /** What is under way for the file comes too late. */
  forget(address: string): void;
  /** Between two pieces of work: everything else runs when the time of a slice is over, and while someone types. */
  breathe(): Promise<void>;
  /** Someone is typing: what is read in the meantime waits until that is answered. */
  standBack(): void;
}

export interface Reading<T> {
  readonly address: string;
  readonly read: () => Promise<T>;
  /** Told what was read, unless a newer reading has begun meanwhile. */
  readonly take: (found: T) => void;
}

export interface ReadListener {
  readonly goesOn: () => boolean;
  readonly progressed: (count: number) => void;
}

export function createReadQueue<T>(yieldNow: () => Promise<void>): ReadQueue<T> {
  const newest = new Map<string, Reading<T>>();
  let sliceStart = 0;
  let standBackUntil = 0;

  async function breathe(): Promise<void> {
    if (performance.now() - sliceStart < sliceLength) return;
    await yieldNow();
    const pause = standBackUntil - performance.now();
    if (pause > 0) await new Promise((resume) => setTimeout(resume, pause));
    sliceStart = performance.now();
  }

  /** Begins a reading; what comes back ends it. */
  async function begin(reading: Reading<T>): Promise<() => void> {
    const { address, read, take } = reading;
    newest.set(address, reading);
    const found = await read();
    return () => {
      if (newest.get(address) !== reading) return;
      newest.delete(address);
      take(found);
    };
  }

  return {
    async readAll(readings, { goesOn, progressed }) {
      for (let start = 0; start < readings.length && goesOn(); start += readAtOnce) {
        for (const end of await Promise.all(readings.slice(start, start + readAtOnce).map(begin))) {
          end();
          await breathe();
        }
        progressed(Math.min(start + readAtOnce, readings.length));
      }
    },
    underWay: () => newest.keys(),
    isUnderWay: (address) => newest.has(address),
    forget: (address) => newest.delete(address),
    breathe,
    standBack() {
      standBackUntil = performance.now() + standBackFor;
    },
  };
}

/** How many files are fetched together. */
const readAtOnce = 16;

/** In milliseconds: short beside the time that an answer takes anyway. */
const sliceLength = 5;

/** In milliseconds: as long as an answer to a keystroke takes. */
const standBackFor = 10;

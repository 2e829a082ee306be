import type { Workspace } from '../../index/workspace';

/** Something that was asked of a workspace, to be asked again of a view of it that remembers who asks. */
export type Question = (workspace: Workspace) => void;

/** What some work gives, and what it follows from. */
export interface Noticed<T> {
  readonly result: T;
  /**
   * Whether it follows from something that may be another when Terraform runs: the default of a variable, a file of variables. Passed on
   * through everything that is made of it.
   */
  readonly assumed: boolean;
  /** Whether something is assumed that may be another for this very module, and doesn't merely differ between the calls of one text. */
  readonly open: boolean;
  readonly asked: ReadonlySet<Question>;
}

/** Notes what the work in progress follows from, so that its result may be used again by somebody else. */
export class Ledger {
  #assumed = false;
  #open = false;
  #asked = new Set<Question>();

  assume(): void {
    this.#assumed = true;
    this.#open = true;
  }

  /** Whoever reads the text for all calls at once may only assume it. */
  assumeForOthers(): void {
    this.#assumed = true;
  }

  ask(question: Question): void {
    this.#asked.add(question);
  }

  /** All that is noted meanwhile; what is around the work follows from it as well. */
  notice<T>(work: () => T): Noticed<T> {
    const [assumed, open, asked] = [this.#assumed, this.#open, this.#asked];
    this.#assumed = false;
    this.#open = false;
    this.#asked = new Set();
    try {
      const result = work();
      return { result, assumed: this.#assumed, open: this.#open, asked: this.#asked };
    } finally {
      for (const question of this.#asked) asked.add(question);
      this.#assumed ||= assumed;
      this.#open ||= open;
      this.#asked = asked;
    }
  }

  /** What was worked out before counts as if it were worked out now. */
  again<T>({ result, assumed, open, asked }: Noticed<T>): T {
    this.#assumed ||= assumed;
    this.#open ||= open;
    for (const question of asked) this.#asked.add(question);
    return result;
  }

  /** Works it out the first time. */
  once<K, T>(known: Map<K, Noticed<T>>, key: K, work: () => T): T {
    const before = known.get(key);
    if (before) return this.again(before);
    const noticed = this.notice(work);
    known.set(key, noticed);
    return noticed.result;
  }
}

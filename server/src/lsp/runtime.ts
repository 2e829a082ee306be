import type { Connection } from 'vscode-languageserver';
import type { Files } from '../workspace/files/files';

/** What differs between a process and a worker. */
export interface Runtime {
  readonly files: (connection: Connection) => Files;
  /** Lets everything that waits run first. */
  readonly yieldNow: () => Promise<void>;
  /** What time it is. Everyone who needs to know is told by this clock. */
  readonly now: () => Date;
  /** A rule's page in the package, for clients that don't serve pages; undefined where nobody could open it. */
  readonly packagedRulePage: (ruleId: string) => string | undefined;
}

import type { Workspace } from '../../workspace/index/workspace';
import type { PlacedPolicy } from '../policy';
import type { Speech } from '../speech';

/** What one policy says, or several together, in Markdown. */
export interface Explanation {
  /** The policy, or the first of several: where it is offered. */
  readonly at: PlacedPolicy;
  /** Names the offer. */
  readonly lens: (speech: Speech) => string;
  /** Names a page of nothing but such explanations, with the placeholder `{file}`. */
  readonly title: (speech: Speech) => string;
  /** Names it among others of the page. */
  readonly heading: (speech: Speech, line: number) => string;
  /** The headings in it begin with `marks`. */
  readonly sections: (marks: string, options: ExplainOptions) => readonly string[];
}

export interface ExplainOptions {
  readonly speech: Speech;
  readonly workspace: Workspace;
}

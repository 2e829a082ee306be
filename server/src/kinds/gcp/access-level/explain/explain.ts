import { fill } from '../../../../text/fill';
import type { Explanation } from '../../../explaining/explanation';
import type { PlacedPolicy } from '../../../policy';
import type { AccessLevel } from '../policy';
import { words } from '../words';
import { levelSections } from './levelSections';

/** One page for each level. */
export function explainLevels(levels: readonly PlacedPolicy<AccessLevel>[]): readonly Explanation[] {
  return levels.map((placed) => ({
    at: placed,
    lens: (speech) => speech.words(words).explain.lens,
    title: (speech) => speech.words(words).explain.title,
    heading: (speech, line) => fill(speech.words(words).explain.heading, { line: String(line) }),
    sections: (marks, options) => levelSections(placed.policy, marks, options),
  }));
}

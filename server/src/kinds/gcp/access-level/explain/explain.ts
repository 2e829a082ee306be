import { fill } from '../../../../text/fill';
import type { Explanation } from '../../../explaining/explanation';
import type { PlacedPolicy } from '../../../policy';
import type { AccessLevel } from '../policy';
import { words } from '../words';
import { levelSections } from './levelSections';

/** One page for each text of a level, with all that it stands for by `for_each` or the calls of its module. */
export function explainLevels(levels: readonly PlacedPolicy<AccessLevel>[]): readonly Explanation[] {
  const texts = new Map(levels.map((level) => [level.policy.node, level]));
  return [...texts].map(([node, at]) => {
    const instances = levels.filter(({ policy }) => policy.node === node);
    return {
      at,
      lens: (speech) => speech.words(words).explain.lens,
      title: (speech) => speech.words(words).explain.title,
      heading: (speech, line) => fill(speech.words(words).explain.heading, { line: String(line) }),
      sections: (marks, options) => {
        const told = instances.map(({ policy }) => levelSections(policy, marks, options));
        return [...new Map(told.map((sections) => [sections.join('\n'), sections])).values()].flat();
      },
    };
  });
}

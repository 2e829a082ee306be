import { fill } from '../../../../text/fill';
import type { Explanation } from '../../../explaining/explanation';
import type { PlacedPolicy } from '../../../policy';
import type { Speech } from '../../../speech';
import type { AllowPolicy } from '../policy';
import { words } from '../words';
import { grantsSections } from './grantsSections';

/** A page for each whole policy, and one for all the single grants that Terraform resources of the file make. */
export function explainGrants(placed: readonly PlacedPolicy<AllowPolicy>[]): readonly Explanation[] {
  const documents = new Map<unknown, PlacedPolicy<AllowPolicy>[]>();
  const grants = placed.filter(({ policy }) => policy.form === 'binding' || policy.form === 'member');
  for (const one of placed.filter(({ policy }) => policy.form === 'document')) {
    // A block with `for_each` is read once for each of its instances.
    const others = documents.get(one.policy.node);
    if (others) others.push(one);
    else documents.set(one.policy.node, [one]);
  }
  return [
    ...[...documents.values()].map((instances) =>
      explanation(instances, 'lensDocument', (speech, line) =>
        fill(speech.words(words).explain.headingDocument, { line: String(line) }),
      ),
    ),
    ...(grants.length > 0 ? [explanation(grants, 'lensGrants', (speech) => speech.words(words).explain.headingGrants)] : []),
  ];
}

function explanation(
  policies: readonly PlacedPolicy<AllowPolicy>[],
  lens: 'lensDocument' | 'lensGrants',
  heading: Explanation['heading'],
): Explanation {
  return {
    at: policies[0] as PlacedPolicy<AllowPolicy>,
    lens: (speech: Speech) => speech.words(words).explain[lens],
    title: (speech) => speech.words(words).explain.title,
    heading,
    sections: (marks, options) =>
      grantsSections(
        policies.map(({ policy }) => policy),
        marks,
        options,
      ),
  };
}

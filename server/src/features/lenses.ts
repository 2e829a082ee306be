import { type Locale, wordsOf } from '../l10n/localize';
import type { Words } from '../l10n/words';
import type { TextRange } from '../text/range';
import type { Explainable } from './explain/explainable';

/** The client's command, which takes the file's address and which of its policies is meant. */
export const explainPolicyCommand = 'leastwise.explainPolicy';

/** Something to do that is shown above a line. */
export interface Lens {
  readonly title: string;
  /** In offsets of the file; empty. */
  readonly range: TextRange;
  readonly command: string;
  readonly arguments: readonly [uri: string, policy: number];
}

/** An offer above each policy to explain it; the grants of a file are explained together. `uri` is the client's own spelling. */
export function lenses(uri: string, explained: readonly Explainable[], { locale }: { readonly locale: Locale }): readonly Lens[] {
  const words = wordsOf(locale);
  return explained.map(({ kind, range: { start } }, index) => ({
    title: words[titles[kind]],
    range: { start, end: start },
    command: explainPolicyCommand,
    arguments: [uri, index],
  }));
}

const titles = {
  document: 'explainPolicy',
  grants: 'explainGrants',
  level: 'explainLevel',
} as const satisfies Readonly<Record<Explainable['kind'], keyof Words>>;

import type { Explanation } from '../kinds/explaining/explanation';
import type { Locale } from '../kinds/speech';
import { speechOf } from '../l10n/localize';
import type { TextRange } from '../text/range';
import { rangeOf } from './explain';

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

/** An offer above each policy to explain it. `uri` is the client's own spelling. */
export function lenses(uri: string, explained: readonly Explanation[], { locale }: { readonly locale: Locale }): readonly Lens[] {
  return explained.map(({ at, lens }, index) => {
    const { start } = rangeOf(at);
    return {
      title: lens(speechOf(locale)),
      range: { start, end: start },
      command: explainPolicyCommand,
      arguments: [uri, index],
    };
  });
}

import { fingerprintsOf } from '../../src/lint/fingerprint';
import type { FormatName } from '../../src/syntax/format';
import type { Sample } from './documents/sample';
import { placesOf } from './documents/treePath';
import { formatOfPair, lintOwn } from './engine';
import type { LawTest } from './law';
import { repaired } from './repair';

/** A change that laws 3, 5 and 7 ask about, whoever offers it: a rule's fix, or a refactoring where nothing is wrong. */
export interface Offer {
  readonly bad: string;
  /** Exactly what it makes of `bad`. */
  readonly good: string;
  readonly format: FormatName;
  /** The text after it was taken at every place that is marked; undefined when there is nothing to take. */
  after(text: string): string | undefined;
  /** What it is offered for and where, told without offsets. */
  placesIn(text: string): readonly unknown[];
  /** What is still offered; nothing, once it is done. */
  leftIn(text: string): readonly unknown[];
}

/** What a law asks of a change. */
export type AskedOfOffer = (offer: Offer) => Promise<void> | void;

/** The same asked of a pair's fix. */
export function askedOfFix(asked: AskedOfOffer): Pick<LawTest, 'run'> {
  return { run: (sample) => asked(fixOf(sample)) };
}

function fixOf(sample: Sample): Offer {
  const { bad, good, example, rule } = sample;
  return {
    bad,
    good,
    format: formatOfPair(sample),
    after: (text) => repaired(sample, text),
    placesIn(text) {
      const { file, findings } = lintOwn(sample, text);
      const fingerprints = fingerprintsOf(findings);
      return findings.map(({ message, root, range }, index) => ({
        message,
        places: placesOf(file, root, range),
        fingerprint: fingerprints[index],
      }));
    },
    leftIn: (text) => (example.also?.includes(rule.id) ? [] : lintOwn(sample, text).findings.map(({ message }) => message)),
  };
}

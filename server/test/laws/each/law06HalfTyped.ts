import type { Rule } from '../../../src/rules/rule';
import type { FormatName } from '../../../src/syntax/format';
import { endsOfTokens, placesOfTokens } from '../documents/places';
import type { Sample } from '../documents/sample';
import { hasStyle, inStyle, styleNames } from '../documents/styles';
import { applied, fileName, formatOfPair, lintOwn } from '../engine';
import type { Law } from '../law';

export const halfTyped: Law = {
  number: 6,
  says: 'no half-typed state raises an exception',
  tests: [
    { run: (sample) => survives(sample, sample.bad, formatOfPair(sample), placesOfPair(sample)) },
    ...styleNames.map((style) => ({
      of: style,
      concerns: (sample: Sample) => !sample.isCase && hasStyle(sample, style),
      async run(sample: Sample, skip: (reason: string) => void) {
        const styled = await inStyle(sample, style);
        if ('reason' in styled) return skip(styled.reason);
        survives(sample, styled.bad, styled.format, endsOfTokens(styled.bad));
      },
    })),
  ],
};

/** The cases, which may be many, are cut less often than what the documents show. */
function placesOfPair({ bad, isCase }: Sample): readonly number[] {
  return isCase ? endsOfTokens(bad) : placesOfTokens(bad);
}

/** A fault that the engine catches to go on is one too: the harness's engine throws it on. */
function survives(sample: Sample, text: string, format: FormatName, places: readonly number[]): void {
  const seen = seenOf(sample, format);
  for (const place of places) {
    const beginning = text.slice(0, place);
    if (seen.has(beginning)) continue;
    seen.add(beginning);
    const linted = lintOwn(sample, beginning, format);
    for (const found of linted.findings) {
      for (const fix of found.fixes()) if ('edits' in fix) applied(linted, found, fix);
    }
  }
}

/** What a rule has been asked, in the same surroundings: its pairs begin alike. */
function seenOf(sample: Sample, format: FormatName): Set<string> {
  const { rule, example } = sample;
  const ofRule = seenByRule.get(rule) ?? new Map<string, Set<string>>();
  seenByRule.set(rule, ofRule);
  const surroundings = JSON.stringify([fileName(sample, format), example.files, example.settings]);
  const seen = ofRule.get(surroundings) ?? new Set();
  ofRule.set(surroundings, seen);
  return seen;
}

const seenByRule = new WeakMap<Rule, Map<string, Set<string>>>();

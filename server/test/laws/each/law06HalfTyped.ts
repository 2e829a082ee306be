import type { FormatName } from '../../../src/syntax/format';
import { worthAsking } from '../documents/places';
import type { Sample } from '../documents/sample';
import { hasStyle, inStyle, styleNames } from '../documents/styles';
import { applied, formatOfPair, lintOwn } from '../engine';
import type { Law } from '../law';

export const halfTyped: Law = {
  number: 6,
  says: 'no half-typed state raises an exception',
  tests: [
    { run: (sample) => survives(sample, formatOfPair(sample), everyPrefix(sample.bad)) },
    ...styleNames.map((style) => ({
      of: style,
      concerns: (sample: Sample) => hasStyle(sample, style),
      async run(sample: Sample, skip: (reason: string) => void) {
        const styled = await inStyle(sample, style);
        if ('reason' in styled) return skip(styled.reason);
        survives(sample, styled.format, prefixesAtTokens(styled.bad));
      },
    })),
  ],
};

/** A fault that the engine catches to go on is one too: the harness's engine throws it on. */
function survives(sample: Sample, format: FormatName, texts: readonly string[]): void {
  for (const text of texts) {
    const linted = lintOwn(sample, text, format);
    for (const found of linted.findings) {
      for (const fix of found.fixes()) if ('edits' in fix) applied(linted, found, fix);
    }
  }
}

function everyPrefix(text: string): readonly string[] {
  return worthAsking(Array.from({ length: text.length }, (_, length) => length)).map((length) => text.slice(0, length));
}

function prefixesAtTokens(text: string): readonly string[] {
  const ends = [...text.matchAll(/[\w@.-]+|[^\w\s]/g)].map(({ index, 0: token }) => index + token.length);
  return worthAsking(ends).map((end) => text.slice(0, end));
}

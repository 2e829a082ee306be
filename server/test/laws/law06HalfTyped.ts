import type { FormatName } from '../../src/syntax/format';
import { applied, formatOfPair, lintOwn } from './engine';
import type { Law } from './law';
import type { Sample } from './sample';
import { hasStyle, inStyle, styleNames } from './styles';

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
function survives(sample: Sample, format: FormatName, texts: Iterable<string>): void {
  for (const text of texts) {
    const linted = lintOwn(sample, text, format);
    for (const found of linted.findings) {
      for (const fix of found.fixes) if ('edits' in fix) applied(linted, found, fix);
    }
  }
}

function* everyPrefix(text: string): Generator<string> {
  for (let length = 0; length < text.length; length++) yield text.slice(0, length);
}

function* prefixesAtTokens(text: string): Generator<string> {
  for (const { index, 0: token } of text.matchAll(/[\w@.-]+|[^\w\s]/g)) yield text.slice(0, index + token.length);
}

import assert from 'node:assert/strict';
import { fingerprintsOf } from '../../../src/lint/fingerprint';
import type { PlacedFinding } from '../../../src/lint/places/placedFinding';
import type { Sample } from '../documents/sample';
import { meaningOf } from '../documents/secondParser';
import { hasStyle, inStyle, type Styled, styleNames } from '../documents/styles';
import { placesOf, type TreePlace } from '../documents/treePath';
import { type Linted, lintOwn } from '../engine';
import type { Law } from '../law';
import { repaired } from '../repair';

export const styles: Law = {
  number: 4,
  says: 'the same finding and the same fix',
  tests: styleNames.map((style) => ({
    of: style,
    concerns: (sample) => hasStyle(sample, style),
    async run(sample, skip) {
      const styled = await inStyle(sample, style);
      if ('reason' in styled) return skip(styled.reason);
      await sameIn(styled, sample);
      // What becomes a resource gets an address.
      if (style !== 'Terraform') knownAgain(styled, sample);
    },
  })),
};

async function sameIn(styled: Styled, sample: Sample): Promise<void> {
  const written = lintOwn(sample, sample.bad);
  const linted = lintOwn(sample, styled.bad, styled.format);
  const expected = written.findings.map((found) =>
    places(written, found).map((place) => ({ ...place, path: styled.path(place.path) })),
  );
  const actual = linted.findings.map((found) => places(linted, found));
  assert.ok(
    expected.length === actual.length && expected.every((wanted, index) => shareOne(wanted, actual[index] ?? [])),
    `found at ${JSON.stringify(actual)} instead of ${JSON.stringify(expected)} in\n${styled.bad}`,
  );
  const text = repaired(sample, styled.bad, styled.format);
  const asWritten = repaired(sample, sample.bad);
  assert.equal(text === undefined, asWritten === undefined, 'a fix is offered in one style only');
  if (text === undefined) return;
  assert.deepEqual(styled.plain(await meaningOf(text, styled.format)), styled.plain(await meaningOf(styled.good, styled.format)));
}

function knownAgain({ bad, format }: Styled, sample: Sample): void {
  const [styled, written] = [lintOwn(sample, bad, format), lintOwn(sample, sample.bad)];
  assert.deepEqual(fingerprintsOf(styled.findings), fingerprintsOf(written.findings), `other fingerprints in\n${bad}`);
}

function places({ file }: Linted, { root, range }: PlacedFinding): readonly TreePlace[] {
  return placesOf(file, root, range);
}

function shareOne(some: readonly TreePlace[], others: readonly TreePlace[]): boolean {
  const told = new Set(others.map((place) => JSON.stringify(place)));
  return some.some(({ path, at }) => told.has(JSON.stringify({ path, at })));
}

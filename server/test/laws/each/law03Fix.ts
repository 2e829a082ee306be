import assert from 'node:assert/strict';
import type { Law } from '../law';
import { askedOfFix, type Offer } from '../offer';

export const fix: Law = {
  number: 3,
  says: 'the fix turns bad into good',
  tests: [askedOfFix(turnsBadIntoGood)],
};

export function turnsBadIntoGood({ bad, good, after }: Offer): void {
  const text = after(bad);
  if (text !== undefined) assert.equal(text, good);
}

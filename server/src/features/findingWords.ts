import type { Locale } from '../kinds/speech';
import { message } from '../l10n/localize';
import type { PlacedFinding } from '../lint/places/placedFinding';

/** What is said of a finding. In a file that nobody edits its address leads to where it can be mended. */
export function findingWords({ rule, message: id, arguments: args, policy: { place } }: PlacedFinding, locale: Locale): string {
  const words = message(rule, id, args, locale);
  return place.isOutput && place.resource ? `${words} (${place.resource.address})` : words;
}

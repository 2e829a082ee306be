import type { Locale } from '../kinds/speech';
import { message, wordsOf } from '../l10n/localize';
import type { Words } from '../l10n/words';
import type { PlacedFinding } from '../lint/places/placedFinding';
import { excerpt } from '../text/excerpt';
import { fill } from '../text/fill';
import type { Place } from '../workspace/index/facts';
import type { Way } from '../workspace/terraform/names/ways';

/** Another place that a finding is about, in words. */
export interface RelatedPlace {
  readonly at: Place;
  readonly message: string;
}

/** What the rule points to, where else the value is used, and where it comes from. */
export function relatedPlaces(finding: PlacedFinding, locale: Locale): readonly RelatedPlace[] {
  const { rule, related, uses, cause, origins } = finding;
  const words = wordsOf(locale);
  const ways = origins.ways.flat().map((way) => ({ at: way.at, message: wayWords(way, words) }));
  const others = origins.all.filter((at) => !cause || !isSame(at, origins.cause));
  return [
    ...related.map(({ at, message: id, arguments: args = {} }) => ({ at, message: message(rule, id, args, locale) })),
    ...uses.slice(0, mostUses).map((at) => ({ at, message: words.valueUsedHere })),
    ...new Map(ways.map((way) => [JSON.stringify([way.at.uri, way.at.range, way.message]), way])).values(),
    ...others.map((at) => ({ at, message: words.valueWrittenHere })),
  ];
}

function wayWords(way: Way, words: Words): string {
  if (way.kind === 'call') return fill(words.valuePassed, { call: excerpt(way.call), argument: excerpt(way.argument) });
  return way.key === '' ? words.valueLooped : fill(words.valueLoopedFor, { key: excerpt(way.key) });
}

function isSame(a: Place, b: Place | undefined): boolean {
  return a.uri === b?.uri && a.range.start === b.range.start && a.range.end === b.range.end;
}

/** Nobody follows more of them. */
const mostUses = 20;

import { type Shown, shownTime, type Time, twoDigits, writtenOffset } from './time';

const months = 'January February March April May June July August September October November December'.split(' ');
const weekdays = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');

type Verb = (shown: Shown) => string;

const hourOfTwelve: Verb = ({ hour }) => String(hour % 12 || 12);
const half: Verb = ({ hour }) => (hour < 12 ? 'AM' : 'PM');

const verbs: Readonly<Record<string, Verb>> = {
  YY: ({ year }) => twoDigits(year % 100),
  YYYY: ({ year }) => String(year).padStart(4, '0'),
  M: ({ month }) => String(month),
  MM: ({ month }) => twoDigits(month),
  MMM: ({ month }) => (months[month - 1] ?? '').slice(0, 3),
  MMMM: ({ month }) => months[month - 1] ?? '',
  D: ({ day }) => String(day),
  DD: ({ day }) => twoDigits(day),
  EEE: ({ weekday }) => (weekdays[weekday] ?? '').slice(0, 3),
  EEEE: ({ weekday }) => weekdays[weekday] ?? '',
  h: ({ hour }) => String(hour),
  hh: ({ hour }) => twoDigits(hour),
  H: hourOfTwelve,
  HH: (shown) => hourOfTwelve(shown).padStart(2, '0'),
  AA: half,
  aa: (shown) => half(shown).toLowerCase(),
  m: ({ minute }) => String(minute),
  mm: ({ minute }) => twoDigits(minute),
  s: ({ second }) => String(second),
  ss: ({ second }) => twoDigits(second),
  Z: ({ offset }) => (offset === 0 ? 'Z' : writtenOffset(offset, ':')),
  ZZZ: ({ offset }) => (offset === 0 ? 'UTC' : writtenOffset(offset, '')),
  ZZZZ: ({ offset }) => writtenOffset(offset, ''),
  ZZZZZ: ({ offset }) => writtenOffset(offset, ':'),
};

/**
 * A time in a format of repeated letters; what stands between quotes is meant as it is. Undefined for letters that are no verb.
 *
 * @see https://developer.hashicorp.com/terraform/language/functions/formatdate
 */
export function formattedDate(format: string, time: Time): string | undefined {
  const shown = shownTime(time);
  let result = '';
  for (const [token, quotes] of format.matchAll(/(''|'(?:''|[^'])*'?)|([A-Za-z])\2*|[^'A-Za-z]+/gs)) {
    const first = token[0] ?? '';
    if (quotes !== undefined) {
      const literal = literalOf(token);
      if (literal === undefined) return undefined;
      result += literal;
    } else if (/[A-Za-z]/.test(first)) {
      const verb = Object.hasOwn(verbs, token) ? verbs[token] : undefined;
      if (!verb) return undefined;
      result += verb(shown);
    } else result += token;
  }
  return result;
}

/** Two quotes are one. */
function literalOf(token: string): string | undefined {
  if (token === "''") return "'";
  const inner = token.slice(1, -1);
  const isClosed = token.length > 1 && token.endsWith("'") && inner.replaceAll("''", '').indexOf("'") < 0;
  return isClosed ? inner.replaceAll("''", "'") : undefined;
}

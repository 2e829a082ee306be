/** A moment, and the zone that it is told in. */
export interface Time {
  /** Nanoseconds since 1970. */
  readonly moment: bigint;
  /** Of the zone, in minutes. */
  readonly offset: number;
}

export interface Clock {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  /** Digits of the second; more than nine don't count. */
  readonly fraction: string;
  readonly offset: number;
}

const perSecond = 1_000_000_000n;

/** Undefined for what no calendar or clock shows. */
export function timeOf({ year, month, day, hour, minute, second, fraction, offset }: Clock): Time | undefined {
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month) || hour > 23 || minute > 59 || second > 59)
    return undefined;
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  const seconds = BigInt(date.getTime() / 1000) + BigInt((hour * 60 + minute - offset) * 60 + second);
  return { moment: seconds * perSecond + BigInt(fraction.slice(0, 9).padEnd(9, '0')), offset };
}

function daysIn(year: number, month: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}

/** What the clock of its zone shows; Sunday is day 0 of a week. */
export interface Shown extends Omit<Clock, 'fraction'> {
  readonly weekday: number;
}

export function shownTime({ moment, offset }: Time): Shown {
  const local = moment + BigInt(offset * 60) * perSecond;
  const seconds = local >= 0n ? local / perSecond : -((perSecond - 1n - local) / perSecond);
  const date = new Date(Number(seconds) * 1000);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
    weekday: date.getUTCDay(),
    offset,
  };
}

export function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

/** @see https://www.rfc-editor.org/rfc/rfc3339 */
export function writtenTime(time: Time): string {
  const { year, month, day, hour, minute, second, offset } = shownTime(time);
  const date = `${year < 0 ? '-' : ''}${String(Math.abs(year)).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(day)}`;
  return `${date}T${twoDigits(hour)}:${twoDigits(minute)}:${twoDigits(second)}${offset === 0 ? 'Z' : writtenOffset(offset, ':')}`;
}

export function writtenOffset(offset: number, between: string): string {
  const size = Math.abs(offset);
  return `${offset < 0 ? '-' : '+'}${twoDigits(Math.trunc(size / 60))}${between}${twoDigits(size % 60)}`;
}

/** Undefined for what isn't written in this way. A reader that isn't strict takes one digit of an hour, and a comma in the second. */
export function readTime(text: string, isStrict: boolean): Time | undefined {
  const match = (isStrict ? strict : loose).exec(text);
  if (!match) return undefined;
  const [, year, month, day, hour, minute, second, fraction = '', sign, zoneHour, zoneMinute] = match;
  const [hours, minutes] = [Number(zoneHour ?? 0), Number(zoneMinute ?? 0)];
  if (hours > (isStrict ? 23 : 24) || minutes > (isStrict ? 59 : 60)) return undefined;
  return timeOf({
    year: Number(year),
    month: Number(month),
    day: Number(day),
    hour: Number(hour),
    minute: Number(minute),
    second: Number(second),
    fraction,
    offset: (hours * 60 + minutes) * (sign === '-' ? -1 : 1),
  });
}

const strict = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.(\d+))?(?:Z|([+-])(\d\d):(\d\d))$/;
const loose = /^(\d{4})-(\d\d)-(\d\d)T(\d{1,2}):(\d\d):(\d\d)(?:[.,](\d+))?(?:Z|([+-])(\d\d):(\d\d))$/;

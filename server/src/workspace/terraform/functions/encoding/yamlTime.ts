import { type Time, timeOf } from '../dateTime/time';

const whole =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[Tt](\d{1,2}):(\d{1,2}):(\d{1,2})(?:[.,](\d+))?(?:Z|([+-])(\d\d):(\d\d))| (\d{1,2}):(\d{1,2}):(\d{1,2})(?:[.,](\d+))?)?$/;

/**
 * A time as YAML writes it: with a zone, without one after a space, or as a mere date. Undefined for anything else.
 *
 * @see https://yaml.org/type/timestamp.html
 */
export function yamlTime(text: string): Time | undefined {
  const match = whole.exec(text);
  if (!match) return undefined;
  const [, year, month, day, hour, minute, second, fraction, sign, zoneHour, zoneMinute, ...spaced] = match;
  const [hourAlone, minuteAlone, secondAlone, fractionAlone] = spaced;
  const offset = (Number(zoneHour ?? 0) * 60 + Number(zoneMinute ?? 0)) * (sign === '-' ? -1 : 1);
  return timeOf({
    year: Number(year),
    month: Number(month),
    day: Number(day),
    hour: Number(hour ?? hourAlone ?? 0),
    minute: Number(minute ?? minuteAlone ?? 0),
    second: Number(second ?? secondAlone ?? 0),
    fraction: fraction ?? fractionAlone ?? '',
    offset,
  });
}

import { countValue, stringValue } from '../values/make';
import { numberType, stringType } from '../values/type';
import { formattedDate } from './dateTime/dateFormat';
import { durationOf } from './dateTime/duration';
import { readTime, writtenTime } from './dateTime/time';
import { type Definitions, text, textOf } from './definition';

/** @see https://developer.hashicorp.com/terraform/language/functions/formatdate and those beside it */
export const dateTime: Definitions = {
  formatdate: {
    parameters: [text, text],
    result: stringType,
    about: 1,
    work: ([format, value]) => {
      const time = readTime(textOf(value), true);
      const result = time && formattedDate(textOf(format), time);
      return result === undefined ? undefined : stringValue(result);
    },
  },
  timeadd: {
    parameters: [text, text],
    mayBeNull: true,
    result: stringType,
    work: ([value, length]) => {
      const time = readTime(textOf(value), true);
      const duration = durationOf(textOf(length));
      return time && duration !== undefined ? stringValue(writtenTime({ ...time, moment: time.moment + duration })) : undefined;
    },
  },
  timecmp: {
    parameters: [text, text],
    result: numberType,
    work: ([left, right]) => {
      const [a, b] = [readTime(textOf(left), false), readTime(textOf(right), false)];
      return a && b && countValue(a.moment < b.moment ? -1 : a.moment > b.moment ? 1 : 0);
    },
  },
};

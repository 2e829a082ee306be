import { convert } from '../../../../workspace/terraform/values/convert';
import { unplaced } from '../../../../workspace/terraform/values/make';
import { stringType } from '../../../../workspace/terraform/values/type';
import type { Reason, Value } from '../../../../workspace/terraform/values/value';
import type { Lack } from '../../../grantTable';

/** Arguments are texts, whatever is given. */
export function asText(value: Value | undefined): Value | undefined {
  return value?.kind === 'unknown' ? value : value && convert(value, stringType);
}

export function lackOf(why: Reason): Lack {
  return { why, from: unplaced };
}

export function lackIn(value: Value | undefined): Lack {
  return value?.kind === 'unknown' ? value : lackOf({ id: 'error', what: '' });
}

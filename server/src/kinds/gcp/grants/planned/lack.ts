import { convert } from '../../../../workspace/terraform/values/convert';
import { unknownValue, unplaced } from '../../../../workspace/terraform/values/make';
import { isSensitive } from '../../../../workspace/terraform/values/sensitive';
import { stringType } from '../../../../workspace/terraform/values/type';
import type { Reason, Value } from '../../../../workspace/terraform/values/value';
import type { Lack } from '../../../grantTable';

/** Arguments are texts, whatever is given. Of what is sensitive nothing is known here, so that nothing can be shown. */
export function asText(value: Value | undefined): Value | undefined {
  if (value && value.kind !== 'unknown' && isSensitive(value)) return unknownValue(stringType, { id: 'sensitive', what: '' });
  return value?.kind === 'unknown' ? value : value && convert(value, stringType);
}

export function lackOf(why: Reason): Lack {
  return { why, from: unplaced };
}

export function lackIn(value: Value | undefined): Lack {
  return value?.kind === 'unknown' ? value : lackOf({ id: 'error', what: '' });
}

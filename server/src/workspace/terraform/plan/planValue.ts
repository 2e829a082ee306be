import type { SyntaxNode } from '../../../syntax/tree';
import type { TextRange } from '../../../text/range';
import type { Place } from '../../index/facts';
import { fromDecimal } from '../values/bigNumber';
import { boolValue, nullValue, numberValue, objectValue, stringValue, tupleValue, unknownValue } from '../values/make';
import { anyType } from '../values/type';
import type { Value } from '../values/value';
import { reasonOf } from './readable';

/** The value that a node of a plan stands for. */
export function planValue(node: SyntaxNode, place: (range: TextRange) => Place): Value {
  const from = [place(node.range)];
  if (node.kind === 'mapping')
    return objectValue(
      node.entries.map(({ key, value }) => [key, planValue(value, place)] as const),
      from,
    );
  if (node.kind === 'sequence')
    return tupleValue(
      node.items.map((item) => planValue(item, place)),
      from,
    );
  if (node.kind === 'opaque') return unknownValue(anyType, reasonOf(node), from);
  if (node.kind !== 'scalar' || node.value === null) return nullValue(anyType, from);
  if (typeof node.value === 'boolean') return boolValue(node.value, from);
  const number = typeof node.value === 'number' ? fromDecimal(String(node.value)) : undefined;
  return number ? numberValue(number, from) : stringValue(String(node.value), from);
}

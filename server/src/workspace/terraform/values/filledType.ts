import { anyType, type Type } from './type';
import { unify } from './unify';

/**
 * A constraint with what it leaves open filled in from the type of a value that is null or not known yet.
 *
 * @see https://github.com/zclconf/go-cty/blob/main/cty/convert/conversion_dynamic.go
 */
export function filledType(from: Type, to: Type): Type {
  if (from.kind === 'any') return to;
  switch (to.kind) {
    case 'any':
      return from;
    case 'map': {
      const of = from.kind === 'map' ? from.of : from.kind === 'object' ? unify([...from.of.values()]) : undefined;
      return { kind: 'map', of: filledType(of ?? anyType, to.of) };
    }
    case 'list':
    case 'set': {
      const of = from.kind === 'list' || from.kind === 'set' ? from.of : from.kind === 'tuple' ? unify(from.of) : undefined;
      return { kind: to.kind, of: filledType(of ?? anyType, to.of) };
    }
    case 'tuple':
      return from.kind === 'tuple' ? { kind: 'tuple', of: to.of.map((type, i) => filledType(from.of[i] ?? anyType, type)) } : to;
    case 'object':
      return { kind: 'object', of: new Map([...to.of].map(([name, type]) => [name, filledType(attributeOf(from, name), type)])) };
    default:
      return to;
  }
}

function attributeOf(from: Type, name: string): Type {
  return from.kind === 'map' ? from.of : from.kind === 'object' ? (from.of.get(name) ?? anyType) : anyType;
}

import {
  type AttributeExpression,
  type Expression,
  type IndexExpression,
  type SplatExpression,
  splatItem,
} from '../../../syntax/terraform/expressions/expression';
import { toInteger } from '../values/bigNumber';
import { convert } from '../values/convert';
import { listValue, stringValue, tupleValue, unknownValue } from '../values/make';
import { decidedBy } from '../values/sensitive';
import { anyType, numberType, stringType, type Type } from '../values/type';
import type { UnknownValue, Value } from '../values/value';
import { Failure, failure } from './failure';
import { type Evaluate, type Scope, withVariables } from './scope';

/** What a name with attributes behind it stands for. @throws Failure */
export function traversalOf(name: string, attributes: readonly string[], scope: Scope): Value {
  const variable = scope.variables.get(name);
  const found = variable ? { value: variable, attributes: 0 } : scope.lookUp(name, attributes);
  if (!found) throw new Failure({ id: 'name', what: [name, ...attributes].join('.') });
  return attributes.slice(found.attributes).reduce(attributeOf, found.value);
}

export function attributeAt(expression: AttributeExpression, scope: Scope, evaluate: Evaluate): Value {
  const attributes: string[] = [];
  let of: Expression = expression;
  while (of.kind === 'attribute') {
    attributes.unshift(of.name);
    of = of.of;
  }
  return of.kind === 'name' ? traversalOf(of.name, attributes, scope) : attributes.reduce(attributeOf, evaluate(of, scope));
}

export function indexAt({ of, key }: IndexExpression, scope: Scope, evaluate: Evaluate): Value {
  const index = evaluate(key, scope);
  return decidedBy(itemOf(evaluate(of, scope), index), index);
}

/** `of[*]`: a value that is no list is a list of itself, and null is an empty one. */
export function splatAt({ of, each }: SplatExpression, scope: Scope, evaluate: Evaluate): Value {
  const source = evaluate(of, scope);
  if (source.kind === 'unknown') return unknownValue(anyType, source.why, source.from);
  if (source.kind === 'null') return tupleValue([]);
  const items = 'items' in source ? source.items : [source];
  const results = items.map((item) => evaluate(each, withVariables(scope, [[splatItem, item]])));
  const isList = 'items' in source && source.kind !== 'tuple';
  return (isList ? listValue(results, anyType) : undefined) ?? tupleValue(results);
}

/** @throws Failure */
function attributeOf(of: Value, name: string): Value {
  if (of.kind === 'unknown') return of.known?.get(name) ?? partOfUnknown(of, name, `.${name}`);
  if ('entries' in of) {
    const entry = of.entries.get(name);
    if (entry) return entry;
  } else if (/^\d+$/.test(name)) return itemOf(of, stringValue(name));
  throw failure(`no attribute ${name}`);
}

/** @throws Failure */
function itemOf(of: Value, key: Value): Value {
  if (of.kind === 'null' || key.kind === 'null') throw failure('an index of null');
  if (of.kind === 'unknown') {
    const name = key.kind === 'unknown' ? undefined : convert(key, stringType);
    return (
      (name?.kind === 'string' ? of.known?.get(name.text) : undefined) ??
      (name?.kind === 'string'
        ? partOfUnknown(of, name.text, `[${JSON.stringify(name.text)}]`)
        : partOfUnknown(of, anyKey, '[…]'))
    );
  }
  if ('entries' in of) {
    const name = convert(key, stringType);
    if (name?.kind === 'unknown') return unknownValue(of.kind === 'map' ? of.of : anyType, name.why, name.from);
    const entry = name?.kind === 'string' ? of.entries.get(name.text) : undefined;
    if (entry) return entry;
    throw failure('no such key');
  }
  if (!('items' in of) || of.kind === 'set') throw failure('an index of what has none');
  const index = convert(key, numberType);
  if (index?.kind === 'unknown') return unknownValue(of.kind === 'list' ? of.of : anyType, index.why, index.from);
  const at = index?.kind === 'number' ? toInteger(index.number) : undefined;
  const item = at === undefined ? undefined : of.items[at];
  if (!item) throw failure('no such index');
  return item;
}

/** Stands for a key that isn't known. */
const anyKey = '*';

/** `path`, such as `.name`, leads on from what the reason names, so that two parts of one unknown value can be told apart. */
function partOfUnknown({ type, why, from, reference }: UnknownValue, name: string, path: string): Value {
  const isNamed = why.id === 'variable' || why.id === 'attribute' || why.id === 'name';
  const part = unknownValue(partOfType(type, name), isNamed ? { ...why, what: why.what + path } : why, from);
  if (!reference) return part;
  const { attribute } = reference;
  return { ...part, reference: { ...reference, attribute: attribute === '' ? name : `${attribute}.${name}` } };
}

/** @throws Failure where the type surely has no such part */
function partOfType(type: Type, name: string): Type {
  switch (type.kind) {
    case 'list':
    case 'map':
      return type.of;
    case 'object': {
      const of = type.of.get(name);
      if (!of) throw failure(`no attribute ${name}`);
      return of;
    }
    case 'tuple':
      return type.of[Number(name)] ?? anyType;
    case 'any':
      return anyType;
    default:
      throw failure('an attribute of what has none');
  }
}

import type { Dialect } from '../../kinds/kind';

/** What may stand at a place of a document. */
export type Shape = ObjectShape | ListShape | ValueShape;

export interface ObjectShape {
  readonly kind: 'object';
  readonly fields: Readonly<Record<string, Shape>>;
}

export interface ListShape {
  readonly kind: 'list';
  readonly item: Shape;
}

export interface ValueShape {
  readonly kind: 'value';
  readonly of: ValueKind;
}

export type ValueKind =
  | 'text'
  | 'role'
  | 'grantMember'
  | 'levelMember'
  | 'region'
  | 'accessLevel'
  | 'accountId'
  | 'auditService'
  /** Words that are written as strings. */
  | { readonly words: readonly string[] }
  /** What is written without quotes. */
  | { readonly literals: readonly string[] };

/** The shape below `shape` on a path of keys and indexes; where one object may stand for a list of one, an index makes no difference. */
export function shapeBelow(shape: Shape, path: readonly (string | number)[]): Shape | undefined {
  let at: Shape | undefined = shape;
  for (const key of path) {
    if (at?.kind === 'list' && (typeof key === 'number' || at.item.kind === 'object')) {
      at = at.item;
      if (typeof key === 'number') continue;
    }
    if (at?.kind !== 'object') return undefined;
    if (typeof key === 'string') at = Object.hasOwn(at.fields, key) ? at.fields[key] : undefined;
  }
  return at;
}

/** The shape with its fields as they are spelled in a dialect. */
export function spelled(shape: Shape, dialect: Dialect): Shape {
  if (shape.kind === 'list') return list(spelled(shape.item, dialect));
  if (shape.kind === 'value') return shape;
  return object(
    Object.fromEntries(Object.entries(shape.fields).map(([field, inner]) => [dialect.spell(field), spelled(inner, dialect)])),
  );
}

export function object(fields: ObjectShape['fields']): ObjectShape {
  return { kind: 'object', fields };
}

export function list(item: Shape): ListShape {
  return { kind: 'list', item };
}

export function value(of: ValueKind): ValueShape {
  return { kind: 'value', of };
}

export const text = value('text');
export const yesOrNo = value({ literals: ['true', 'false'] });

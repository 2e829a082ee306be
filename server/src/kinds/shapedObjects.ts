import type { Entry, MappingNode, SyntaxNode } from '../syntax/tree';
import { nearestWord } from '../text/nearestWord';
import { objectsIn } from '../workspace/terraform/resources';
import { inCamelCase } from './dialect';
import type { Policy } from './policy';
import { isPlaceholder } from './reading/values';
import type { Shape, ShapeField } from './shape';

/** An object as it stands in a text, and what it is. */
export interface ShapedObject {
  readonly node: MappingNode;
  readonly shape: Shape;
}

/** All objects of a policy, outer before inner. Cached by the policy. */
export function shapedObjects<P extends Policy>(
  kind: { objects?(policy: P): readonly ShapedObject[] },
  policy: P,
): readonly ShapedObject[] {
  const before = cache.get(policy);
  if (before) return before;
  const found: ShapedObject[] = [];
  for (const { node, shape } of kind.objects?.(policy) ?? []) collect(node, shape, found);
  cache.set(policy, found);
  return found;
}

const cache = new WeakMap<Policy, readonly ShapedObject[]>();

/** The object and all inside it, outer before inner. */
export function objectsBelow(node: MappingNode, shape: Shape): readonly ShapedObject[] {
  const found: ShapedObject[] = [];
  collect(node, shape, found);
  return found;
}

function collect(node: MappingNode, shape: Shape, found: ShapedObject[]): void {
  found.push({ node, shape });
  for (const { key, value } of node.entries) {
    // Most values are texts, and a long policy has many.
    if (value.kind !== 'mapping' && value.kind !== 'sequence') continue;
    const inside = fieldOf(shape, key)?.inside;
    if (inside) for (const object of objectsIn(value)) collect(object, inside, found);
  }
}

/** The field that a key stands for. */
export function fieldOf({ fields, takesSnakeCase }: Shape, key: string): ShapeField | undefined {
  return fields.get(key) ?? (takesSnakeCase ? fields.get(inCamelCase(key)) : undefined);
}

/** The keys that are known in the object. */
export function knownKeys({ node, shape }: ShapedObject): ReadonlySet<string> | 'any' {
  if (shape.others === 'any') return 'any';
  return new Set(node.entries.flatMap(({ key }) => (isTaken(shape, key) ? key : [])));
}

function isTaken(shape: Shape, key: string): boolean {
  return fieldOf(shape, key) !== undefined || shape.besides.has(key) || shape.notes?.test(key) === true;
}

/** An entry with a key that the object doesn't take. */
export interface UnknownField {
  readonly entry: Entry;
  readonly object: ShapedObject;
  /** The key that surely was meant, as it is spelled here: the only one that comes near, and isn't there yet. */
  readonly meant: { readonly key: string; readonly field: ShapeField } | undefined;
}

/** In the order of the text; none where Terraform tells them. */
export function unknownFieldsIn(object: ShapedObject): readonly UnknownField[] {
  const { node, shape } = object;
  if (shape.others === 'any') return [];
  const unknown = node.entries.filter(({ key }) => !isTaken(shape, key) && !isBlank(key));
  return unknown.map((entry) => ({ entry, object, meant: meantField(entry, object) }));
}

/** Whether a key is yet to be typed, or put in before the text is read: `{{ field }}`, `<<`. */
export function isBlank(key: string): boolean {
  return /^$|[$<>{}%]/.test(key);
}

function meantField({ key }: Entry, { node, shape }: ShapedObject): UnknownField['meant'] {
  const byName = new Map([...shape.fields].map(([spelling, field]) => [field.name, { key: spelling, field }]));
  const near = nearestWord(key, byName.keys());
  const meant = near === undefined ? undefined : byName.get(near);
  const isThere = node.entries.some((other) => fieldOf(shape, other.key)?.name === near);
  return isThere ? undefined : meant;
}

/** A value that can't be what its field takes, such as a text where a list belongs. */
export interface Misshapen {
  readonly entry: Entry;
  readonly field: ShapeField;
  readonly object: ShapedObject;
  /** The entry's value, or an item of the list that it is. */
  readonly node: SyntaxNode;
}

/** Only what is written out is judged: what a reference, a call or a template gives isn't told, and a placeholder gives anything. */
export function misshapenIn(object: ShapedObject): readonly Misshapen[] {
  const found: Misshapen[] = [];
  for (const entry of object.node.entries) {
    const field = fieldOf(object.shape, entry.key);
    if (!field) continue;
    const nodes = mayHold(entry.value, field) ? itemsThatCannotBe(entry.value, field) : [entry.value];
    for (const node of nodes) found.push({ entry, field, object, node });
  }
  return found;
}

function mayHold(value: SyntaxNode, field: ShapeField): boolean {
  return fits(value, field) || isUntold(value);
}

function fits(value: SyntaxNode, { takes }: ShapeField): boolean {
  switch (value.kind) {
    case 'scalar':
      return takes === 'text' || takes === 'number' || takes === 'boolean';
    case 'template':
      return takes !== 'object' && takes !== 'objects' && takes !== 'map';
    case 'mapping':
      return takes === 'object' || takes === 'map' || (takes === 'objects' && value.header !== undefined);
    case 'sequence':
      // One block of Terraform may be a list of one.
      return takes === 'texts' || takes === 'objects' || (takes === 'object' && value.blockName !== undefined);
    default:
      return true;
  }
}

/** Of a list that is whole: an error may have moved what stands in another one. */
function itemsThatCannotBe(list: SyntaxNode, { takes }: ShapeField): readonly SyntaxNode[] {
  if (list.kind !== 'sequence' || !list.complete) return none;
  if (takes === 'texts') {
    // Mostly they are what they should be.
    if (!list.items.some(isContainer)) return none;
    return list.items.filter((item) => isContainer(item) && !isUntold(item) && !isHalfTyped(item));
  }
  if (takes !== 'objects') return none;
  return list.items.filter(
    (item) => (item.kind === 'sequence' || item.kind === 'scalar') && !isUntold(item) && !isHalfTyped(item),
  );
}

const none: readonly SyntaxNode[] = [];

function isContainer(node: SyntaxNode): boolean {
  return node.kind === 'mapping' || node.kind === 'sequence';
}

/** What is null, or yet to be typed, is absent. */
function isUntold(value: SyntaxNode): boolean {
  return (value.kind === 'scalar' && (value.value === null || value.value === '')) || isPlaceholder(value);
}

/** `- user:` may become a text, `- role` an object, and a second dash is a slip. */
function isHalfTyped(item: SyntaxNode): boolean {
  if (item.kind === 'mapping') return item.entries.every(({ value }) => isUntold(value));
  if (item.kind === 'sequence') return item.items.every(isUntold);
  return item.kind === 'scalar' && typeof item.value === 'string' && /^\w+$/.test(item.value);
}

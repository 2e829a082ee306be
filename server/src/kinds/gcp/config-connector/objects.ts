import type { Root } from '../../../syntax/format';
import type { SyntaxNode } from '../../../syntax/tree';
import type { ShapedObject } from '../../shapedObjects';
import { connectorKindOf } from './recognise';
import { connectorShapes, list } from './shape';

/** An object of Config Connector as an object of its shape, and the `List` that holds it. */
export function shapedObjectsOf(node: SyntaxNode, { node: whole }: Root): readonly ShapedObject[] {
  const kind = connectorKindOf(node);
  const shape = kind && connectorShapes.get(kind);
  if (node.kind !== 'mapping' || !shape) return [];
  const around = whole.kind === 'mapping' && whole !== node ? [{ node: whole, shape: list }] : [];
  return [{ node, shape }, ...around];
}

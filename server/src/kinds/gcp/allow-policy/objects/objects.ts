import { entryOf, type MappingNode, type SyntaxNode } from '../../../../syntax/tree';
import { blocksOf } from '../../../../workspace/terraform/resources';
import type { Dialect } from '../../../dialect';
import type { ShapedObject } from '../../../shapedObjects';
import { connector } from '../../config-connector/dialect';
import { shapedObjectsOf } from '../../config-connector/objects';
import { resourceShape } from '../../iam-resource/shape';
import type { AllowPolicy } from '../policy';
import { dataSource, policy as policyShape, request } from '../shape';

/** The policy as an object, the request that sets it where one stands around it, or the resource that makes the grant. */
export function outermost({ node, form, dialect, place }: AllowPolicy): readonly ShapedObject[] {
  if (node.kind !== 'mapping') return [];
  if (dialect === connector) return shapedObjectsOf(node, place.root);
  const whole = place.root.node;
  if (form === 'document' && dialect.name === 'rest') {
    const isRequest = whole.kind === 'mapping' && entryOf(whole, 'policy')?.value === node;
    return [isRequest ? { node: whole, shape: request } : { node, shape: policyShape }];
  }
  if (form === 'document') return [{ node, shape: dataSource }];
  const shape = place.resource && resourceShape(place.resource.type);
  return shape ? [{ node, shape }] : [];
}

/** A binding is one of its role and its condition, an audit configuration one of a service, and inside of it one of a type of log. */
export function namesOf(object: MappingNode, dialect: Dialect): readonly (SyntaxNode | undefined)[] {
  const at = (field: string) => entryOf(object, dialect.spell(field))?.value;
  const [condition] = blocksOf(object, 'condition');
  const title = condition && entryOf(condition, 'title')?.value;
  return [at('role'), title, at('title'), at('service'), at('logType')];
}

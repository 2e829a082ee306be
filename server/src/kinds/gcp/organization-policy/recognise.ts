import { entryOf, type MappingNode, type SyntaxNode } from '../../../syntax/tree';
import { literalString } from '../../../workspace/terraform/names/text';
import type { Recognition, Where } from '../../kind';
import type { Shape } from '../../shape';
import { legacyPolicy, policy } from './shape';

/** A policy as REST and gcloud write it, anywhere in a document. */
export function recognisePolicy(node: SyntaxNode, { embedded, typedKey }: Where): Recognition | undefined {
  if (node.kind !== 'mapping' || embedded) return undefined;
  const shape = shapeByName(node);
  if (!shape) return undefined;
  const sure = definitions(shape).some((key) => entryOf(node, key)?.value.kind === 'mapping');
  const isOurs = (key: string) => key === typedKey || shape.fields.has(key) || shape.besides.has(key);
  return sure || node.entries.every(({ key }) => isOurs(key)) ? { takes: 'object', shape, sure } : undefined;
}

/** Quick, for texts of any length; a slash may be escaped. */
export function mayHoldPolicy(text: string): boolean {
  return text.includes('/policies') || text.includes('constraints');
}

/** The name of the policy, or of the constraint, is told in a way of its own. */
function shapeByName(node: MappingNode): Shape | undefined {
  if (named(node, 'name', /^(projects|folders|organizations)\/[^/]+\/policies\//)) return policy;
  return named(node, 'constraint', /^constraints\//) ? legacyPolicy : undefined;
}

function named(node: MappingNode, key: string, form: RegExp): boolean {
  return form.test(literalString(entryOf(node, key)?.value) ?? '');
}

function definitions(shape: Shape): readonly string[] {
  return shape === policy ? ['spec', 'dryRunSpec'] : ['booleanPolicy', 'listPolicy', 'restoreDefault'];
}

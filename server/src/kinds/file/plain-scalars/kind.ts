import type { ScalarNode, SyntaxNode } from '../../../syntax/tree';
import { type PlainType, plainTypes } from '../../../syntax/yaml/plainScalar';
import type { Kind } from '../../kind';
import type { Policy } from '../../policy';
import { isNull, isPlaceholder } from '../../reading/values';
import { fieldOf, type ShapedObject } from '../../shapedObjects';
import { documentsAmong } from '../documents';

/** The plain scalars of a YAML policy that stand where a text belongs, and that a reader of YAML 1.1 takes for something else. */
export interface PlainScalars extends Policy {
  readonly kind: 'plainScalars';
  readonly scalars: readonly PlainScalar[];
}

export interface PlainScalar {
  readonly node: ScalarNode;
  /** As it is written. */
  readonly text: string;
  readonly takenFor: Exclude<PlainType, 'text' | 'null'>;
  /** Whether all who may read it take it for that. */
  readonly byAll: boolean;
}

const plainScalars: Kind<PlainScalars> = {
  id: 'plainScalars',
  derive(root, _surroundings, others) {
    if (root.format.name !== 'yaml') return [];
    return documentsAmong(others).flatMap(({ found: { policy }, objects }): PlainScalars[] => {
      // Terraform turns what it has read into the text that its argument takes.
      if (policy.dialect.name !== 'rest' || policy.place.root !== root) return [];
      const scalars = objects.flatMap((object) => textsIn(object).flatMap((node) => ambiguous(node, root.text)));
      return scalars.length > 0 ? [{ ...policy, kind: 'plainScalars', scalars }] : [];
    });
  },
};

function textsIn({ node: { entries }, shape }: ShapedObject): readonly SyntaxNode[] {
  return entries.flatMap(({ key, value }) => {
    const takes = fieldOf(shape, key)?.takes;
    if (takes === 'text') return [value];
    return takes === 'texts' && value.kind === 'sequence' ? value.items : [];
  });
}

function ambiguous(node: SyntaxNode, text: string): readonly PlainScalar[] {
  if (node.kind !== 'scalar' || isNull(node) || isPlaceholder(node)) return [];
  const written = text.slice(node.range.start, node.range.end);
  const [one, other] = /^["'|>!&*]/.test(written) ? (['text', 'text'] as const) : plainTypes(written);
  const takenFor = one === 'text' ? other : one;
  if (takenFor === 'text' || takenFor === 'null') return [];
  return [{ node, text: written, takenFor, byAll: one === other }];
}

export default plainScalars;

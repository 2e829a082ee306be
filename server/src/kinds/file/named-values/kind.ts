import { mayHoldPlaceholder, placeholderIn } from '../../../catalog/placeholders';
import type { ScalarNode, SyntaxNode } from '../../../syntax/tree';
import { rest } from '../../dialect';
import type { Kind } from '../../kind';
import type { Policy, PolicyPlace } from '../../policy';
import { embeddedPlaces, ownPlace } from '../../reading/roots';
import { words } from './words';

/** The named values of a policy's text that a person has yet to fill in. */
export interface NamedValues extends Policy {
  readonly kind: 'namedValues';
  /** Each value with the part of its text that is to be replaced. */
  readonly values: readonly { readonly node: ScalarNode; readonly text: string }[];
}

/** Only in what is a policy, or a resource of a provider that policies belong to, is a value of ours a value to be filled in. */
const namedValues: Kind<NamedValues> = {
  id: 'namedValues',
  words,
  name: () => 'it',
  derive(root, { uri }, others) {
    if (others.length === 0 || !mayHoldPlaceholder(root.text)) return [];
    const places = [ownPlace(root, uri), ...[...embeddedPlaces(root, uri)].map(({ place }) => place)];
    return places.flatMap((place) => read(place));
  },
};

function read(place: PolicyPlace): NamedValues[] {
  const values = [...scalarsIn(place.root.node)].flatMap((node) => {
    const text = typeof node.value === 'string' ? placeholderIn(node.value) : undefined;
    return text === undefined ? [] : { node, text };
  });
  return values.length > 0 ? [{ kind: 'namedValues', node: place.root.node, place, dialect: rest, values }] : [];
}

function* scalarsIn(root: SyntaxNode): Generator<ScalarNode> {
  const seen = new Set<SyntaxNode>();
  const waiting: SyntaxNode[] = [root];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (seen.has(node)) continue;
    seen.add(node);
    if (node.kind === 'scalar') yield node;
    // One by one: a list may be longer than a call can take arguments.
    if (node.kind === 'mapping') for (const { value } of node.entries) waiting.push(value);
    if (node.kind === 'sequence') for (const item of node.items) waiting.push(item);
  }
}

export default namedValues;

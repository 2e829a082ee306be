import { mayHoldPlaceholder, placeholderIn } from '../catalog/placeholders';
import type { Root } from '../syntax/format';
import type { ScalarNode, SyntaxNode } from '../syntax/tree';
import { terraformResources } from '../workspace/terraformResources';
import { rest } from './dialect';
import { accessLevelReader } from './gcp/accessLevel';
import { allowPolicyReader } from './gcp/allowPolicy';
import { accessDocumentOf, mayHoldAccessDocument } from './gcp/documents';
import type { Policy, PolicyPlace, PolicyReader, Surroundings } from './policy';
import { embeddedPlaces, ownPlace } from './roots';

/** The named values of a policy's text that a person has yet to fill in. */
export interface NamedValues extends Policy {
  readonly kind: 'namedValues';
  /** Each value with the part of its text that is to be replaced. */
  readonly values: readonly { readonly node: ScalarNode; readonly text: string }[];
}

export const namedValuesReader: PolicyReader<NamedValues> = {
  kind: 'namedValues',
  readList(root, surroundings) {
    // A bare list of conditions is one policy, and none of its items is one by itself.
    const levels = accessLevelReader.readList?.(root, surroundings) ?? [];
    return levels.some(({ form }) => form === 'spec') && mayHoldPlaceholder(root.text)
      ? read(ownPlace(root, surroundings.uri))
      : [];
  },
  read(root, surroundings) {
    if (!mayHoldPlaceholder(root.text) || !holdsPolicy(root, surroundings)) return [];
    const places = [ownPlace(root, surroundings.uri), ...[...embeddedPlaces(root, surroundings.uri)].map(({ place }) => place)];
    return places.flatMap((place) => read(place));
  },
};

/** Only in what is a policy, or a resource of the provider, is a value of ours a value to be filled in. */
export function holdsPolicy(root: Root, surroundings: Surroundings): boolean {
  if (terraformResources(root, surroundings.uri).some(({ type }) => type.startsWith('google'))) return true;
  if (allowPolicyReader.read(root, surroundings).length > 0 || accessLevelReader.read(root, surroundings).length > 0) return true;
  if (!mayHoldAccessDocument(root.text)) return false;
  const items = root.node.kind === 'sequence' ? root.node.items : [root.node];
  return items.some((item) => accessDocumentOf(item) !== undefined);
}

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

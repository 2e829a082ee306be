import type { Root } from '../../syntax/format';
import { entryOf, type MappingNode, type SyntaxNode } from '../../syntax/tree';
import type { TextRange } from '../../text/range';
import type { Workspace } from '../../workspace/index/workspace';
import type { Scope } from '../../workspace/terraform/names/scope';
import type { TerraformResource } from '../../workspace/terraform/resources';
import { isOverridden } from '../../workspace/terraform/standing';
import type { Where } from '../kind';
import type { PolicyPlace } from '../policy';
import { isOfOtherTool } from './foreign';

/** The place of a policy that stands in a file's own text. */
export function ownPlace(root: Root, uri: string, resource?: TerraformResource, scope?: Scope): PolicyPlace {
  const instances = resource && scope?.names.addressesOf(resource.address);
  return { uri, outer: root, root, toOuter: (range) => range, resource, ...(instances && { instances }) };
}

/** Whether the policy's text is the meaning of a value of another one. */
export function isEmbedded({ root, outer, merged }: PolicyPlace): boolean {
  return root !== (merged?.root ?? outer);
}

/** Whether other texts say what the resource is too, and couldn't be taken together with this one. */
export function isOverriddenUnread({ resource, merged }: PolicyPlace, workspace: Workspace): boolean {
  return !merged && resource !== undefined && isOverridden(resource, workspace);
}

/** Where a node of a policy's root stands, for whoever recognises documents; `key` is that of the value that holds the root. */
export function whereOf(place: PolicyPlace, node: SyntaxNode, key?: string): Where {
  const { root, uri, resource } = place;
  const embedded = isEmbedded(place) ? { key, resourceType: resource?.type } : undefined;
  return { root, uri, isWhole: node === root.node, embedded };
}

/** The places of the documents inside a root's values, however deep, each with the value that holds it. */
export function* embeddedPlaces(root: Root, uri: string, resource?: TerraformResource): Generator<EmbeddedPlace> {
  yield* below(ownPlace(root, uri, resource), (range) => range);
}

export interface EmbeddedPlace {
  readonly place: PolicyPlace;
  /** The value in the outermost root. */
  readonly owner: SyntaxNode;
}

/** The place of the document that is the meaning of `owner`, a value of `root`. */
export function embeddedPlace(
  root: Root,
  owner: SyntaxNode,
  uri: string,
  resource: TerraformResource | undefined,
): PolicyPlace | undefined {
  for (const found of embeddedPlaces(root, uri, resource)) if (found.owner === owner) return found.place;
  return undefined;
}

/** An object of JSON or YAML that another tool owns and that only looks like a policy: nothing in it, however deep, is ours to judge. */
export function isForeign(node: SyntaxNode): boolean {
  return foreignOwner(node) !== undefined;
}

/** Whose it is; undefined for what may be ours. */
export function foreignOwner(node: SyntaxNode): 'kubernetes' | 'terraformOutput' | 'otherTool' | undefined {
  if (node.kind !== 'mapping') return undefined;
  const has = (key: string) => entryOf(node, key) !== undefined;
  if (has('apiVersion') && has('kind')) return 'kubernetes';
  if (isTerraformOutput(node)) return 'terraformOutput';
  return isOfOtherTool(node) ? 'otherTool' : undefined;
}

function isTerraformOutput(node: MappingNode): boolean {
  const has = (key: string) => entryOf(node, key) !== undefined;
  return (
    (has('format_version') && (has('planned_values') || has('values') || has('resource_changes'))) ||
    (has('terraform_version') && has('lineage'))
  );
}

function* below(
  place: PolicyPlace,
  toOutermost: (range: TextRange) => TextRange | undefined,
  top?: SyntaxNode,
): Generator<EmbeddedPlace> {
  for (const { owner, root, toOuter } of place.root.embedded) {
    const outward = (range: TextRange) => {
      const outer = toOuter(range);
      return outer && toOutermost(outer);
    };
    const inner: PolicyPlace = { ...place, root, toOuter: outward };
    yield { place: inner, owner: top ?? owner };
    yield* below(inner, outward, top ?? owner);
  }
}

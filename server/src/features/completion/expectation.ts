import type { TerraformBlock } from '../../kinds/candidates';
import type { Kind } from '../../kinds/kind';
import { isForeign } from '../../kinds/reading/roots';
import type { FormatName } from '../../syntax/format';
import type { Step } from '../../syntax/nodeAt';
import type { MappingNode } from '../../syntax/tree';
import type { CompletionPlace } from './place';
import { itemOf, type Slot, slotBelow } from './slot';

/** What may stand at a place. */
export interface Expectation {
  /** Whose document it is. */
  readonly kind: Kind;
  readonly slot: Slot;
  /** The mapping that a key is wanted for; undefined where a value is. */
  readonly holder: MappingNode | undefined;
  /** The Terraform block around it. */
  readonly resource: TerraformBlock | undefined;
  /** Terraform's own spelling, in which what holds other things is a block. */
  readonly inBlock: boolean;
}

/** Whether a text may hold anything that is known here, told without a look at its tree. May be wrong only in saying yes. */
export function mayBeKnown(text: string, format: FormatName, kinds: readonly Kind[]): boolean {
  const isDocument = format === 'json' || format === 'yaml';
  return kinds.some(({ mayHold, provider }) => {
    if (!isDocument && provider !== undefined && text.includes(`${provider}_`)) return true;
    return mayHold !== undefined && new RegExp(mayHold.source, 'i').test(text);
  });
}

/** Undefined where the document is none that is known here. */
export function expectationAt(place: CompletionPlace, kinds: readonly Kind[]): Expectation | undefined {
  const { steps, root, stepsOutside } = place.at;
  const block = blockAround(place);
  const isEmbedded = root !== place.root;
  if (!isEmbedded && (root.format.name === 'terraform' || root.format.name === 'terraformJson')) {
    if (!block) return handedOver(place, kinds);
    const path = pathOf(steps.slice(block.depth));
    for (const kind of kinds) {
      const shape = kind.block?.(block.mode, block.type);
      const around = { kind, resource: block, inBlock: root.format.name === 'terraform' };
      if (shape) return expectation(place, { takes: 'object', inside: shape }, path, around);
    }
    return undefined;
  }
  const asked = isInForeign(place) ? kinds.filter(({ isOfKubernetes }) => isOfKubernetes) : kinds;
  const inside = steps.slice(stepsOutside);
  for (const [depth, { holder }] of inside.entries()) {
    const found = recognise(place, holder, block?.type, asked);
    if (!found) continue;
    const path = pathOf(inside.slice(depth));
    const around = { kind: found.kind, resource: block, inBlock: false };
    const expected = expectation(place, { takes: found.takes, inside: found.shape }, path, around);
    if (expected) return expected;
  }
  return isEmbedded || isInForeign(place) ? undefined : handedOver(place, kinds);
}

/** What is given to somebody who isn't described: only values stand there. */
function handedOver({ kind: wanted, at: { root, steps } }: CompletionPlace, kinds: readonly Kind[]): Expectation | undefined {
  const { node, format } = root;
  if (wanted !== 'value' || node.kind !== 'mapping') return undefined;
  const path = pathOf(steps);
  for (const kind of kinds) {
    const isCall = node.header?.type === 'module';
    const slot = isCall ? kind.offeredInCall?.(node, path) : format.name === 'yaml' ? kind.offeredInDocument?.(path) : undefined;
    if (slot) return { kind, slot, holder: undefined, resource: undefined, inBlock: false };
  }
  return undefined;
}

/** Whether the place is inside of what another tool owns. */
export function isInForeign({ at: { steps, stepsOutside } }: CompletionPlace): boolean {
  return steps.slice(stepsOutside).some(({ holder }) => isForeign(holder));
}

/** What is sure goes before what may be. */
function recognise(
  { at, root: outer, uri, typedKey }: CompletionPlace,
  node: Step['holder'],
  resourceType: string | undefined,
  kinds: readonly Kind[],
) {
  const { root, steps, stepsOutside } = at;
  const key = steps[stepsOutside - 1]?.key;
  const embedded = root === outer ? undefined : { key: typeof key === 'string' ? key : undefined, resourceType };
  const where = { root, uri, isWhole: node === root.node, embedded, typedKey };
  const found = kinds.flatMap((kind) => {
    const one = kind.recognise?.(node, where);
    return one ? [{ ...one, kind }] : [];
  });
  return found.find(({ sure }) => sure) ?? found[0];
}

function expectation(
  place: CompletionPlace,
  whole: Slot,
  path: readonly (string | number)[],
  around: Pick<Expectation, 'kind' | 'resource' | 'inBlock'>,
): Expectation | undefined {
  const last = place.at.steps.at(-1);
  if (place.kind === 'value' || !last || last.holder.kind !== 'mapping') {
    const slot = slotBelow(whole, path);
    return slot && { slot, holder: undefined, ...around };
  }
  const slot = slotBelow(whole, path.slice(0, -1));
  // In YAML `- us` may become the item of a list or the first key of one.
  const isAlone = place.syntax === 'yaml' && last.holder.entries.length === 1;
  const object = slot && !isAlone ? (itemOf(slot) ?? slot) : slot;
  return object && { slot: object, holder: object.takes === 'object' ? last.holder : undefined, ...around };
}

function pathOf(steps: readonly Step[]): (string | number)[] {
  return steps.map(({ key }) => key);
}

/** The Terraform block around a place, and how many steps lead into its body. */
function blockAround({ root, at }: CompletionPlace): (TerraformBlock & { readonly depth: number }) | undefined {
  if (root.node.kind !== 'mapping') return undefined;
  const { header } = root.node;
  const [type, name] = header?.labels ?? [];
  if (header && type && name) return { mode: header.type, type, name, depth: 0 };
  if (root.format.name !== 'terraformJson') return undefined;
  const words: string[] = [];
  for (const [index, { key }] of at.steps.entries()) {
    if (typeof key === 'string') words.push(key);
    const [mode, jsonType, jsonName] = words;
    if (mode && jsonType && jsonName) return { mode, type: jsonType, name: jsonName, depth: index + 1 };
  }
  return undefined;
}

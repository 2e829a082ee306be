import { isFabricLevel } from '../../kinds/gcp/access-level/fabric';
import { isUnsetPolicy } from '../../kinds/gcp/allow-policy/kind';
import { isForeign } from '../../kinds/roots';
import type { FormatName } from '../../syntax/format';
import type { Step } from '../../syntax/nodeAt';
import { entryOf, type MappingNode, type SyntaxNode } from '../../syntax/tree';
import { accessLevel, allowPolicy, binding, fabricLevel, levelCondition } from './documentShapes';
import type { CompletionPlace } from './place';
import { list, type Shape, shapeBelow } from './shapes';
import { terraformShape } from './terraformShapes';

/** What may stand at a place. */
export interface Expectation {
  readonly shape: Shape;
  /** The mapping that a key is wanted for; undefined where a value is. */
  readonly holder: MappingNode | undefined;
  /** The Terraform resource around it, with its address. */
  readonly resource: TerraformBlock | undefined;
  /** Terraform's own spelling, in which what holds other things is a block. */
  readonly inBlock: boolean;
}

export interface TerraformBlock {
  readonly mode: string;
  readonly type: string;
  readonly name: string;
}

/** Whether a text may hold anything that is known here, told without a look at its tree. May be wrong only in saying yes. */
export function mayBeKnown(text: string, format: FormatName): boolean {
  return (format === 'json' || format === 'yaml' ? inDocuments : inTerraform).test(text);
}

const inDocuments =
  /bindings|ACAB|accessPolicies|conditions|custom|title|ipSubnetworks|devicePolicy|requiredAccessLevels|vpcNetworkSources/;
const inTerraform = /google_|bindings|conditions/;

/** Undefined where the document is none that is known here. */
export function expectationAt(place: CompletionPlace): Expectation | undefined {
  const { steps, root, stepsOutside } = place.at;
  const block = blockAround(place);
  const isEmbedded = root !== place.root;
  if (!isEmbedded && (root.format.name === 'terraform' || root.format.name === 'terraformJson')) {
    const shape = block && terraformShape(block.mode, block.type);
    return shape && expectation(place, shape, pathOf(steps.slice(block.depth)), block, root.format.name === 'terraform');
  }
  if (isForeign(root.node)) return undefined;
  const inside = steps.slice(stepsOutside);
  if (root.format.name === 'yaml' && !isEmbedded && isFabricLevel(root.node, place.typedKey))
    return expectation(place, fabricLevel, pathOf(inside), block, false);
  if (steps[stepsOutside - 1]?.key === 'policy_data') return expectation(place, allowPolicy, pathOf(inside), block, false);
  for (let depth = 0; depth < inside.length; depth++) {
    const holder = inside[depth]?.holder;
    const shape = holder && documentShape(holder, depth === 0, place.typedKey);
    const found = shape && expectation(place, shape, pathOf(inside.slice(depth)), block, false);
    if (found) return found;
  }
  return undefined;
}

function expectation(
  place: CompletionPlace,
  whole: Shape,
  path: readonly (string | number)[],
  resource: TerraformBlock | undefined,
  inBlock: boolean,
): Expectation | undefined {
  const last = place.at.steps.at(-1);
  if (place.kind === 'value' || !last || last.holder.kind !== 'mapping') {
    const shape = shapeBelow(whole, path);
    return shape && { shape, holder: undefined, resource, inBlock };
  }
  const shape = shapeBelow(whole, path.slice(0, -1));
  // In YAML `- us` may become the item of a list or the first key of one.
  const isAlone = place.syntax === 'yaml' && last.holder.entries.length === 1;
  const object = shape?.kind === 'list' && !isAlone ? shape.item : shape;
  if (!object) return undefined;
  return { shape: object, holder: object.kind === 'object' ? last.holder : undefined, resource, inBlock };
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

/** What the mapping or list is the whole of. */
function documentShape(holder: SyntaxNode, isWholeDocument: boolean, typedKey: string | undefined): Shape | undefined {
  if (holder.kind === 'sequence') return isWholeDocument && isSpec(holder.items, typedKey) ? list(levelCondition) : undefined;
  if (holder.kind !== 'mapping') return undefined;
  if (isLevel(holder, typedKey)) return accessLevel;
  if (isWholeDocument && isUnsetPolicy(holder, typedKey)) return allowPolicy;
  return isAllowPolicy(holder, typedKey) ? allowPolicy : undefined;
}

/** Other products have bindings too: none of ours may hold what only theirs do. */
function isAllowPolicy(node: MappingNode, typedKey: string | undefined): boolean {
  const bindings = entryOf(node, 'bindings')?.value;
  if (bindings?.kind !== 'sequence') return false;
  const items = bindings.items.filter((item) => item.kind === 'mapping');
  if (items.some((item) => otherKeys(item, typedKey).some((key) => !Object.hasOwn(binding.fields, key)))) return false;
  if (items.some((item) => entryOf(item, 'role') ?? entryOf(item, 'members'))) return true;
  return otherKeys(node, typedKey).every((key) => Object.hasOwn(allowPolicy.fields, key));
}

function isLevel(node: MappingNode, typedKey: string | undefined): boolean {
  const name = entryOf(node, 'name')?.value;
  if (name?.kind === 'scalar' && /^accessPolicies\//.test(String(name.value))) return true;
  if (!name && !entryOf(node, 'title')) return false;
  const basic = entryOf(node, 'basic')?.value;
  const custom = entryOf(node, 'custom')?.value;
  return holdsOnly(basic, ['conditions', 'combiningFunction'], typedKey) || holdsOnly(custom, ['expr'], typedKey);
}

function holdsOnly(node: SyntaxNode | undefined, keys: readonly string[], typedKey: string | undefined): boolean {
  return node?.kind === 'mapping' && otherKeys(node, typedKey).every((key) => keys.includes(key));
}

/** The bare list of `--basic-level-spec`: only fields of conditions, and one that no other tool has. */
function isSpec(items: readonly SyntaxNode[], typedKey: string | undefined): boolean {
  const keys = items.flatMap((item) => (item.kind === 'mapping' ? otherKeys(item, typedKey) : []));
  return keys.every((key) => Object.hasOwn(levelCondition.fields, key)) && keys.some((key) => telling.has(key));
}

const telling: ReadonlySet<string> = new Set(['ipSubnetworks', 'devicePolicy', 'requiredAccessLevels', 'vpcNetworkSources']);

/** The keys besides the one that is being typed. */
function otherKeys({ entries }: MappingNode, typedKey: string | undefined): string[] {
  return entries.flatMap(({ key }) => (key === typedKey ? [] : key));
}

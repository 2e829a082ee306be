import { type AccessCondition, type AccessLevel, accessLevelReader } from '../kinds/gcp/access-level/kind';
import { type AllowPolicy, allowPolicyReader, type Binding } from '../kinds/gcp/allow-policy/kind';
import { providerResourceReader } from '../kinds/gcp/provider-resource/kind';
import type { Field, Policy } from '../kinds/kind';
import { fill, type Locale, wordsOf } from '../l10n/localize';
import type { Words } from '../l10n/words';
import { rangeInOuter } from '../lint/embedding';
import type { FileReading, Reading } from '../lint/readings';
import { withoutKeyText } from '../text/keyText';
import { contains, shift, type TextRange } from '../text/range';
import type { TerraformResource } from '../workspace/terraform/resources';
import type { TextValue } from '../workspace/terraform/text';

/** A part of a file that an outline shows. */
export interface DocumentSymbol {
  readonly name: string;
  readonly detail: string;
  readonly kind: 'resource' | 'policy' | 'role' | 'level' | 'condition';
  /** In offsets of the file, as is `selection`, which lies inside. */
  readonly range: TextRange;
  readonly selection: TextRange;
  readonly children: readonly DocumentSymbol[];
}

/** Allow policies with their roles, access levels with their conditions, and the provider's resources that may hold them. */
export function documentSymbols(file: FileReading, locale: Locale): readonly DocumentSymbol[] {
  return file.pieces
    .flatMap((piece) => symbolsIn(file.of(piece), locale).map((found) => moved(found, piece.offset)))
    .sort((a, b) => a.range.start - b.range.start);
}

const cache = new WeakMap<Reading, Map<Locale, readonly DocumentSymbol[]>>();

/** In offsets of the piece. */
function symbolsIn(reading: Reading, locale: Locale): readonly DocumentSymbol[] {
  const before = cache.get(reading)?.get(locale);
  if (before) return before;
  const symbols = symbolsOf(reading, wordsOf(locale));
  cache.set(reading, new Map(cache.get(reading)).set(locale, symbols));
  return symbols;
}

function symbolsOf(reading: Reading, words: Words): readonly DocumentSymbol[] {
  const policies = onceEach(reading.of(allowPolicyReader));
  const levels = onceEach(reading.of(accessLevelReader));
  const belongsTo = (resource: TerraformResource | undefined) => (policy: Policy) =>
    policy.place.resource?.address === resource?.address;
  const free = [
    ...policies.filter(belongsTo(undefined)).map((policy) => policySymbol(policy, words)),
    ...levels.filter(belongsTo(undefined)).map((level) => levelSymbol(level, words)),
  ];
  const held = reading.of(providerResourceReader).flatMap(({ place: { resource } }) => {
    if (!resource) return [];
    const here = belongsTo(resource);
    const children = [
      ...policies.filter(here).flatMap((policy) => roleSymbols(policy, words)),
      ...levels.filter(here).flatMap((level) => partsOfResource(level, resource, words)),
    ];
    const range = { start: resource.anchor.start, end: resource.body.range.end };
    return [symbol('resource', resource.address, '', range, resource.anchor, children)];
  });
  return [...free, ...held];
}

function moved(symbol: DocumentSymbol, by: number): DocumentSymbol {
  const { range, selection, children } = symbol;
  return {
    ...symbol,
    range: shift(range, by),
    selection: shift(selection, by),
    children: children.map((child) => moved(child, by)),
  };
}

/** A resource with `for_each` is read once for each instance, but stands in the text once. */
function onceEach<P extends Policy>(policies: readonly P[]): readonly P[] {
  const seen = new Set<unknown>();
  return policies.filter(({ node }) => !seen.has(node) && seen.add(node));
}

function policySymbol(policy: AllowPolicy, words: Words): DocumentSymbol {
  const children = roleSymbols(policy, words);
  const count = fill(children.length === 1 ? words.oneRole : words.manyRoles, { count: String(children.length) });
  const range = rangeInOuter(policy.place, policy.node.range);
  return symbol('policy', words.allowPolicy, count, range, range, children);
}

function roleSymbols(policy: AllowPolicy, words: Words): readonly DocumentSymbol[] {
  return policy.bindings.map((binding) => {
    const { node } = binding.role.state === 'known' ? binding.role.value : binding.role.state === 'unknown' ? binding.role : none;
    const selection = rangeInOuter(policy.place, node?.range ?? binding.anchor);
    const range = rangeInOuter(policy.place, binding.node.range);
    const name = nameOf(binding.role, policy, words.unknownRole);
    return symbol('role', name, membersCount(binding, words), range, selection, []);
  });
}

const none = { node: undefined };

function membersCount({ members }: Binding, words: Words): string {
  if (members.state === 'unknown') return '';
  const { items, complete } = members.state === 'known' ? members.value : { items: [], complete: true };
  if (items.length === 1 && complete) return words.oneMember;
  return fill(words.manyMembers, { count: `${items.length}${complete ? '' : '+'}` });
}

function levelSymbol(level: AccessLevel, words: Words): DocumentSymbol {
  const range = rangeInOuter(level.place, level.node.range);
  const { name } = level;
  const selection = name.state === 'known' ? rangeInOuter(level.place, name.value.node.range) : range;
  const title = nameOf(level.title, level, words.accessLevel);
  return symbol('level', level.id ?? title, howConditionsJoin(level, words), range, selection, conditionSymbols(level));
}

/** A resource that is one level shows its conditions; one that is a list of levels shows these. */
function partsOfResource(level: AccessLevel, { body }: TerraformResource, words: Words): readonly DocumentSymbol[] {
  return level.node === body ? conditionSymbols(level) : [levelSymbol(level, words)];
}

function howConditionsJoin({ definition }: AccessLevel, words: Words): string {
  if (definition.state !== 'known') return '';
  const { value } = definition;
  if (value.kind === 'custom') return words.customLevel;
  return value.combiningFunction === 'unknown' || value.conditions.items.length < 2 ? '' : value.combiningFunction;
}

function conditionSymbols({ definition, place }: AccessLevel): readonly DocumentSymbol[] {
  if (definition.state !== 'known' || definition.value.kind === 'custom') return [];
  return definition.value.conditions.items.map(({ node, fields }: AccessCondition) => {
    const range = rangeInOuter(place, node.range);
    const first = fields[0];
    const selection = first ? rangeInOuter(place, first.entry.keyRange) : range;
    return symbol('condition', fields.map(({ entry }) => entry.key).join(', ') || '{}', '', range, selection, []);
  });
}

/** The text where it is known, else what stands there: `var.role`. */
function nameOf(field: Field<TextValue>, { place }: Policy, otherwise: string): string {
  if (field.state === 'absent') return otherwise;
  if (field.state === 'known' && field.value.text) return field.value.text;
  const node = field.state === 'known' ? field.value.node : field.node;
  const written = node ? place.root.text.slice(node.range.start, node.range.end) : '';
  const [firstLine = ''] = written.trim().split(/\r?\n/, 1);
  return firstLine.slice(0, longestName) || otherwise;
}

/** In code units; an outline cuts off what is longer. */
const longestName = 100;

function symbol(
  kind: DocumentSymbol['kind'],
  name: string,
  detail: string,
  range: TextRange,
  wished: TextRange,
  children: readonly DocumentSymbol[],
): DocumentSymbol {
  // An editor refuses all symbols when one selection lies outside of its range.
  const selection = contains(range, wished) ? wished : range;
  return { name: withoutKeyText(name), detail, kind, range, selection, children };
}

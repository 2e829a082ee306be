import type { ArgumentSchema, BlockSchema, NestedSchema, Relation } from '../../../catalog/terraformSchema';
import { type Entry, entryOf, type MappingNode, type SyntaxNode } from '../../../syntax/tree';
import { nearestWord } from '../../../text/nearestWord';
import type { TextRange } from '../../../text/range';
import { metaArguments } from '../../../workspace/terraform/metaArguments';
import type { Scope } from '../../../workspace/terraform/names/scope';
import { objectsIn } from '../../../workspace/terraform/resources';
import { isNull } from '../../reading/values';
import type { Shape } from '../../shape';
import { fieldOf, isBlank } from '../../shapedObjects';
import type { MissingArguments, Slip, SlippedBlock, UnknownArgument } from './policy';
import { refusedIn, wrongTypeIn } from './values';

/** What the slips of a block are judged by. */
export interface Judge {
  readonly scope: Scope;
  /** The shapes of objects whose own kinds tell what they don't take. */
  readonly told: ReadonlyMap<MappingNode, Shape>;
  /** `.tf.json` writes blocks as objects. */
  readonly isJson: boolean;
  /** Another text may bring what isn't here. */
  readonly isOverridden: boolean;
}

/** Those of the block's own arguments, of nested blocks, and of what is absent, for which `at` is marked. */
export function* slipsIn(block: SlippedBlock, at: TextRange, schema: BlockSchema, judge: Judge): Generator<Slip> {
  const { body, path } = block;
  const misspelt = new Set<string>();
  for (const entry of body.entries) {
    const { key } = entry;
    if ((path.length === 0 && metaArguments.has(key)) || isBlank(key) || entryOf(body, key) !== entry) continue;
    const argument = schema.arguments.get(key);
    const nested = schema.blocks.get(key);
    if (nested) yield* slipsOfBlocks(block, entry, nested, judge);
    else if (!argument || argument.use === 'computed') {
      // A syntax error may have moved it here.
      const slip = judge.told.has(body) || !body.complete ? undefined : unknown(block, entry, schema, judge);
      if (slip?.meant) misspelt.add(slip.meant.name);
      if (slip) yield slip;
    } else {
      const wrong = wrongTypeIn(entry, argument);
      yield* wrong;
      const shape = judge.told.get(body);
      const isTold = shape !== undefined && fieldOf(shape, key)?.choices !== undefined;
      const refused = wrong.length > 0 ? [] : refusedIn(entry, argument, judge.scope);
      // Rules on documents let what is blank be, as templates have it so.
      yield* isTold ? refused.filter(({ text }) => text === '') : refused;
    }
  }
  if (body.complete && !judge.isOverridden) yield* absent(block, at, schema, misspelt);
  if (body.complete && !judge.told.has(body)) yield* schema.relations.flatMap((relation) => excluded(body, relation));
}

function unknown(block: SlippedBlock, entry: Entry, schema: BlockSchema, { isJson }: Judge): UnknownArgument {
  const { body } = block;
  const isComputed = schema.arguments.has(entry.key);
  const taken: readonly (readonly [string, ArgumentSchema | NestedSchema])[] = [...schema.blocks, ...schema.arguments];
  const free = new Map(
    taken.filter(([name, one]) => entryOf(body, name) === undefined && !('use' in one && one.use === 'computed')),
  );
  const near = isComputed ? undefined : nearestWord(entry.key, free.keys());
  const takes = near === undefined ? undefined : free.get(near);
  const meant = near === undefined || !takes ? undefined : { name: near, takes };
  const isWrittenAsBlock = isBlock(entry.value) || (isJson && objectsIn(entry.value).length > 0);
  return { what: 'unknown', block, entry, isBlock: isWrittenAsBlock, isComputed, meant };
}

function* slipsOfBlocks(block: SlippedBlock, entry: Entry, { most, schema }: NestedSchema, judge: Judge): Generator<Slip> {
  const { key, value } = entry;
  if (isNull(value)) return;
  if (!isBlock(value) && !judge.isJson) {
    yield { what: 'type', entry, node: value, takes: 'block' };
    return;
  }
  const bodies = objectsIn(value);
  for (const body of bodies) {
    const at = body === value ? entry.keyRange : firstWord(body);
    yield* slipsIn({ body, type: block.type, path: [...block.path, key] }, at, schema, judge);
  }
  const written = bodies.filter(({ header }) => header?.type !== 'dynamic');
  const beyond = written[most];
  if (beyond && block.body.complete)
    yield { what: 'excluded', at: beyond.header?.range ?? beyond.range, name: key, most, other: undefined };
}

/** A `dynamic` block is marked at its label, an object of a list in `.tf.json` as a whole. */
function firstWord({ header, range }: MappingNode): TextRange {
  return header?.labelRanges[0] ?? header?.range ?? range;
}

function* absent(block: SlippedBlock, at: TextRange, schema: BlockSchema, misspelt: ReadonlySet<string>): Generator<Slip> {
  const { body } = block;
  const isThere = (name: string) => entryOf(body, name) !== undefined || misspelt.has(name);
  const required = [...schema.arguments].flatMap(([name, { use }]) => (use === 'required' ? [name] : []));
  for (const name of required) {
    const value = entryOf(body, name)?.value;
    if (value && isNull(value))
      yield { what: 'missing', block, at: value.range, names: [name], schemas: schema.arguments, needs: 'null' };
  }
  const blocks = [...schema.blocks].flatMap(([name, { least }]) => (least > 0 ? [name] : []));
  const missing = (names: readonly string[], needs: MissingArguments['needs']): Slip[] =>
    names.length > 0 ? [{ what: 'missing', block, at, names, schemas: schema.arguments, needs }] : [];
  yield* missing(
    [...required, ...blocks].filter((name) => !isThere(name)),
    'all',
  );
  for (const { takes, names } of schema.relations) {
    const isGiven = names.some((name) => misspelt.has(name) || !isAbsent(entryOf(body, name)?.value));
    if (takes !== 'atMostOne' && !isGiven) yield* missing(names, takes);
  }
}

/** Of several of which one excludes the others, all but the first. */
function excluded(body: MappingNode, { takes, names }: Relation): readonly Slip[] {
  if (takes === 'some') return [];
  const [first, ...more] = body.entries.filter(({ key, value }) => names.includes(key) && isSurelyThere(value));
  if (!first) return [];
  return more.map(({ key, keyRange }) => ({ what: 'excluded', at: keyRange, name: key, most: undefined, other: first.key }));
}

function isBlock(value: SyntaxNode): boolean {
  return value.kind === 'sequence' && value.blockName !== undefined;
}

function isAbsent(value: SyntaxNode | undefined): boolean {
  return value === undefined || isNull(value);
}

/** A reference may be null, and a dynamic block nothing. */
function isSurelyThere(value: SyntaxNode): boolean {
  if (value.kind === 'sequence' && value.blockName !== undefined)
    return value.items.some((item) => item.kind === 'mapping' && item.header?.type !== 'dynamic');
  return !isNull(value) && value.kind !== 'reference' && value.kind !== 'opaque';
}

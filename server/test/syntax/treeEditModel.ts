import fc from 'fast-check';
import type { Entry, MappingNode, SequenceNode, SyntaxNode } from '../../src/syntax/tree';
import { copiedNode, copyOf, type TreeEdit, type Value } from '../../src/syntax/treeEdit';

/*
 * What every format's `render` is measured against: documents as plain JavaScript values, edits picked at random for a parsed
 * tree, and what those edits mean, told without any text. A format's property reads
 *
 *     text = write(document); root = parse(text); edits = pickEdits(root.node, seed);
 *     independentParse(applyEdits(text, format.render(root, edits))) deepEquals applyToMeaning(root.node, edits)
 */

export type Plain = string | number | boolean | null | readonly Plain[] | { readonly [key: string]: Plain };

/** The plain value of a tree; of a key that occurs twice the last value counts. Throws at what is not spelled out. */
export function meaning(node: SyntaxNode): Plain {
  return applyToMeaning(node, []);
}

/** What the tree means once all `edits` are true. */
export function applyToMeaning(root: SyntaxNode, edits: readonly TreeEdit[]): Plain {
  const replacements = edits.filter((edit) => edit.kind === 'replace');
  const sets = edits.filter((edit) => edit.kind === 'set');
  const removals = edits.filter((edit) => edit.kind === 'remove');
  const insertions = edits.filter((edit) => edit.kind === 'insert');
  const renames = edits.filter((edit) => edit.kind === 'rename');

  function edited(node: SyntaxNode): Plain {
    const replacement = replacements.find((edit) => edit.node === node);
    if (replacement) return plainValue(replacement.by);
    if (node.kind === 'scalar') return node.value;
    if (node.kind === 'mapping') return Object.fromEntries([...keptEntries(node), ...newEntries(node)]);
    if (node.kind === 'sequence') return editedItems(node);
    throw new Error(`a ${node.kind} node has no plain value`);
  }

  function keptEntries(mapping: MappingNode): [string, Plain][] {
    const kept = mapping.entries.filter((entry) => !removals.some((edit) => 'entry' in edit && edit.entry === entry));
    return kept.map((entry) => {
      const set = sets.find((edit) => edit.in === mapping && lastEntry(mapping, edit.key) === entry);
      const renamed = renames.find((edit) => edit.entry === entry);
      return [renamed?.to ?? entry.key, set ? plainValue(set.to) : edited(entry.value)];
    });
  }

  function newEntries(mapping: MappingNode): [string, Plain][] {
    return sets
      .filter((edit) => edit.in === mapping && !lastEntry(mapping, edit.key))
      .map((edit) => [edit.key, plainValue(edit.to)]);
  }

  function editedItems(sequence: SequenceNode): Plain[] {
    const insertedAt = (index: number) =>
      insertions.filter((edit) => edit.into === sequence && edit.at === index).flatMap((edit) => edit.values.map(plainValue));
    const isRemoved = (item: SyntaxNode) => removals.some((edit) => 'item' in edit && edit.item === item);
    return [
      ...sequence.items.flatMap((item, index) => [...insertedAt(index), ...(isRemoved(item) ? [] : [edited(item)])]),
      ...insertedAt(sequence.items.length),
    ];
  }

  return edited(root);
}

function lastEntry(mapping: MappingNode, key: string): Entry | undefined {
  return mapping.entries.filter((entry) => entry.key === key).pop();
}

function plainValue(value: Value): Plain {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(plainValue);
  if (copiedNode in value) return meaning((value as { [copiedNode]: SyntaxNode })[copiedNode]);
  return Object.fromEntries(Object.entries(value as { [key: string]: Value }).map(([key, inner]) => [key, plainValue(inner)]));
}

export interface DocumentOptions {
  /** `identifiers` for what can't quote a key, as a Terraform block's body. */
  readonly keys?: 'any' | 'identifiers';
  readonly nulls?: boolean;
  /** What the whole document is. */
  readonly root?: 'mapping' | 'container';
  /** How many containers may stand in one another. */
  readonly depth?: number;
  /** In place of the awkward strings below. */
  readonly strings?: fc.Arbitrary<string>;
}

/** Plain documents with what formats stumble over: empty containers, quotes, line breaks, Korean, emoji. */
export function plainDocuments(options: DocumentOptions = {}): fc.Arbitrary<Plain> {
  const { keys = 'any', nulls = true, root = 'container', depth = 4, strings = awkwardStrings } = options;
  const scalar = fc.oneof(
    { weight: 4, arbitrary: strings },
    { weight: 1, arbitrary: fc.integer({ min: -1000, max: 1000 }).map((quarters) => (quarters === 0 ? 0 : quarters / 4)) },
    { weight: 1, arbitrary: nulls ? fc.constantFrom(true, false, null) : fc.boolean() },
  );
  const key = keys === 'any' ? fc.oneof(identifiers, awkwardKeys) : identifiers;
  const containersOf = (inner: fc.Arbitrary<Plain>) => ({
    mapping: fc
      .uniqueArray(fc.tuple(key, inner), { maxLength: 4, selector: ([name]) => name })
      .map((entries): Plain => Object.fromEntries(entries)),
    sequence: fc.array(inner, { maxLength: 4 }),
  });
  const nested = (levels: number): fc.Arbitrary<Plain> => {
    if (levels === 0) return scalar;
    const { mapping, sequence } = containersOf(nested(levels - 1));
    return fc.oneof({ weight: 2, arbitrary: scalar }, { weight: 2, arbitrary: mapping }, { weight: 2, arbitrary: sequence });
  };
  const { mapping, sequence } = containersOf(nested(depth - 1));
  return root === 'mapping' ? mapping : fc.oneof(mapping, sequence);
}

const identifiers = fc.oneof(
  fc.constantFrom('role', 'members', 'condition', 'title', 'ip_subnetworks', 'combiningFunction', 'a', 'b'),
  fc.stringMatching(/^[a-z_][a-z0-9_]{0,5}$/),
);

const awkwardKeys = fc.constantFrom(
  '',
  'two words',
  '키',
  'a.b/c',
  'true',
  '12',
  '"',
  "'",
  'a: b',
  '#',
  '- x',
  '__proto__',
  'a\nb',
  '\\',
);

const awkwardStrings = fc.oneof(
  fc.constantFrom(
    'roles/viewer',
    'user:a@example.com',
    'allUsers',
    '203.0.113.0/24',
    'principalSet://x/*',
    '그룹',
    '보안 담당자',
    '😀',
  ),
  fc.constantFrom('', 'a "quote"', "it's", 'back\\slash', '\\u0041', '\\n', ' leading', 'trailing ', 'tab\there', '<b>', '&lt;'),
  fc.constantFrom('line\nbreak', '\nline\n\nbreaks\n', 'a\r\nb', '\u2028', '\u0085', '\u00a0', '\u0007', '\ufeff', '\u007f'),
  fc.constantFrom(
    'true',
    'null',
    '~',
    'yes',
    '12',
    '-1.5e3',
    '0x1F',
    '2026-01-01',
    '-',
    '- a',
    'a: b',
    'a:',
    '# a',
    'a # b',
    '// a',
  ),
  fc.constantFrom('{', '}', '[', ']', ',', ':', '*a', '&a', '!a', '@a', '`', '%a', '|', '>', '---', '...', '?', '<<', '/* a */'),
  fc.constantFrom('${a.b}', '%{ if a }', '$${a}'),
  fc.string({ unit: 'grapheme', maxLength: 8 }),
);

export interface EditOptions {
  /** Which containers may be changed; those that are not `editable` never are. */
  readonly mayEdit?: (container: MappingNode | SequenceNode) => boolean;
  readonly kinds?: readonly ('set' | 'insert' | 'remove' | 'rename' | 'replace')[];
  /** What may be written; where it is told by the place, say so by it. */
  readonly values?: (place: MappingNode | SequenceNode) => readonly Value[];
  /** Keys to be added or renamed to. */
  readonly newKeys?: readonly string[];
  /** Whether copies of nodes of the tree are among the values. */
  readonly copies?: boolean;
  readonly most?: number;
}

/**
 * One or more edits that can take effect together, the same for the same seed. Often several touch one container: the last
 * item goes and another comes, three values stand where one was removed, two keys are new.
 */
export function pickEdits(root: SyntaxNode, seed: number, options: EditOptions = {}): readonly TreeEdit[] {
  const random = randomNumbers(seed);
  const { mayEdit = () => true, kinds = ['set', 'insert', 'remove', 'rename', 'replace'], values = () => sampleValues } = options;
  const { newKeys = sampleKeys, copies = true, most = 6 } = options;
  const containers = containersIn(root).filter((container) => container.editable && mayEdit(container));
  const nodes = nodesIn(root).filter(isPlain);
  const edits: TreeEdit[] = [];
  const gone = new Set<SyntaxNode>();
  const touched = new Set<SyntaxNode | Entry>();
  const usedKeys = new Map<MappingNode, Set<string>>();

  const isFree = (node: SyntaxNode) => !nodesIn(node).some((inner) => gone.has(inner) || touched.has(inner));
  const takeAway = (node: SyntaxNode) => {
    for (const inner of nodesIn(node)) gone.add(inner);
  };
  const pick = <Item>(items: readonly Item[]): Item | undefined => items[random(items.length)];
  const value = (place: MappingNode | SequenceNode): Value | undefined => {
    const copied = copies && random(4) === 0 ? pick(nodes) : undefined;
    if (copied) return random(3) === 0 ? { wrapped: [copyOf(copied), 'more'] } : copyOf(copied);
    return pick(values(place));
  };
  const newKey = (mapping: MappingNode): string | undefined => {
    const used = usedKeys.get(mapping) ?? new Set(mapping.entries.map((entry) => entry.key));
    usedKeys.set(mapping, used);
    const key = pick(newKeys.filter((candidate) => !used.has(candidate)));
    if (key !== undefined) used.add(key);
    return key;
  };

  function editMapping(mapping: MappingNode): TreeEdit | undefined {
    const kind = pick(kinds.filter((one) => one !== 'insert'));
    const entry = pick(mapping.entries);
    if (kind === 'set' && (!entry || random(2) === 0)) {
      const key = newKey(mapping);
      const to = value(mapping);
      if (key === undefined || to === undefined) return undefined;
      touched.add(mapping);
      return { kind, in: mapping, key, to };
    }
    if (!entry) return undefined;
    if (kind === 'rename') {
      if (gone.has(entry.value) || touched.has(entry) || isSetByKey(mapping, entry)) return undefined;
      const to = newKey(mapping);
      if (to === undefined) return undefined;
      touched.add(entry).add(mapping);
      return { kind, entry, to };
    }
    const isShadowed = kind === 'set' && lastEntry(mapping, entry.key) !== entry;
    if (!isFree(entry.value) || touched.has(entry) || isShadowed) return undefined;
    const to = kind === 'remove' ? null : value(mapping);
    if (to === undefined) return undefined;
    touched.add(mapping).add(entry);
    takeAway(entry.value);
    if (kind === 'remove') return { kind, from: mapping, entry };
    return kind === 'set' ? { kind, in: mapping, key: entry.key, to } : { kind: 'replace', node: entry.value, by: to };
  }

  function editSequence(sequence: SequenceNode): TreeEdit | undefined {
    const kind = pick(kinds.filter((one) => one === 'insert' || one === 'remove' || one === 'replace'));
    if (kind === 'insert') {
      const inserted = Array.from({ length: 1 + random(3) }, () => value(sequence)).filter((one) => one !== undefined);
      if (inserted.length === 0) return undefined;
      touched.add(sequence);
      return { kind, into: sequence, at: random(sequence.items.length + 1), values: inserted };
    }
    const item = pick(sequence.items);
    if (!item || !kind || !isFree(item)) return undefined;
    const by = kind === 'remove' ? null : value(sequence);
    if (by === undefined) return undefined;
    touched.add(sequence);
    takeAway(item);
    return kind === 'remove' ? { kind, from: sequence, item } : { kind: 'replace', node: item, by };
  }

  // Half of the time everything happens in one or two places, which is where edits meet.
  const places = random(2) === 0 ? containers : [pick(containers), pick(containers)].filter((one) => one !== undefined);
  for (let left = 1 + random(most); left > 0; left--) {
    const container = pick(places);
    if (!container || gone.has(container)) continue;
    const edit = container.kind === 'mapping' ? editMapping(container) : editSequence(container);
    if (edit) edits.push(edit);
  }
  return edits;

  function isSetByKey(mapping: MappingNode, entry: Entry): boolean {
    return edits.some((edit) => edit.kind === 'set' && edit.in === mapping && edit.key === entry.key);
  }
}

const sampleKeys = ['title', 'newKey', 'members', 'combiningFunction', 'added', 'other_key', 'description', 'role', 'last'];

const sampleValues: readonly Value[] = [
  'user:emergency@example.com',
  '새 값 😀',
  'a "quoted" \\ text',
  'true',
  '',
  'two\nlines',
  12,
  -0.5,
  true,
  null,
  [],
  {},
  ['user:a@example.com', 'user:b@example.com'],
  { members: ['user:emergency@example.com'] },
  { role: 'roles/viewer', members: [], condition: { title: '제목', expression: 'a == "b"' } },
  [[1, 2], [], [{ a: 1, b: {} }]],
];

function isPlain(node: SyntaxNode): boolean {
  return nodesIn(node).every((inner) => inner.kind === 'scalar' || inner.kind === 'mapping' || inner.kind === 'sequence');
}

function containersIn(node: SyntaxNode): readonly (MappingNode | SequenceNode)[] {
  return nodesIn(node).filter((inner) => inner.kind === 'mapping' || inner.kind === 'sequence');
}

/** The node and all below it, each once. */
function nodesIn(root: SyntaxNode): readonly SyntaxNode[] {
  const seen = new Set<SyntaxNode>();
  const visit = (node: SyntaxNode): void => {
    if (seen.has(node)) return;
    seen.add(node);
    if (node.kind === 'mapping') for (const entry of node.entries) visit(entry.value);
    if (node.kind === 'sequence') for (const item of node.items) visit(item);
  };
  visit(root);
  return [...seen];
}

/** Whole numbers below the given bound, 0 for bound 0; the same row for the same seed (mulberry32). */
export function randomNumbers(seed: number): (bound: number) => number {
  let state = seed | 0;
  return (bound) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * bound);
  };
}

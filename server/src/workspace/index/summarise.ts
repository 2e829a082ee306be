import type { PlacedRoot, Root } from '../../syntax/format';
import { hasItems, isItem, placedItems } from '../../syntax/list/listItems';
import type { SourceFile } from '../../syntax/sourceFile';
import { shift } from '../../text/range';
import { folderOf, terraformResources } from '../terraform/resources';
import { type FileHints, sameHints } from './factReader';
import type { FactReaders } from './factReaders';
import type { Fact, FactCollector, Place } from './facts';
import { assignmentFacts, isVariableFile, moduleFacts, nameFiles } from './moduleFacts';
import { textFacts } from './textFacts';

/** What a file tells about others. Depends on the file and the hints alone. Never throws. */
export function summarise(file: SourceFile, hints: FileHints, readers: FactReaders): readonly Fact[] {
  const facts = file.roots.flatMap((placed) => [
    ...cachedFacts(placed, file, hints, readers),
    ...placedItems(placed).flatMap((item) => cachedFacts(item, file, hints, readers)),
  ]);
  return [...facts, ...textFacts(file.uri, file.text, file.format)];
}

/** Nothing but its place changes for a root that stays the same while something is typed into another one. */
function cachedFacts({ root, offset }: PlacedRoot, file: SourceFile, hints: FileHints, readers: FactReaders): readonly Fact[] {
  const before = cache.get(root);
  const isCurrent = before?.uri === file.uri && sameHints(before.hints, hints) && before.readers === readers;
  if (isCurrent && before.offset === offset) return before.facts;
  const facts = isCurrent
    ? before.facts.map((fact) => movedFact(fact, offset - before.offset))
    : rootFacts({ root, offset }, file, hints, readers);
  cache.set(root, { uri: file.uri, hints, readers, offset, facts });
  return facts;
}

const cache = new WeakMap<Root, RootFacts>();

interface RootFacts {
  readonly uri: string;
  readonly hints: FileHints;
  readonly readers: FactReaders;
  readonly offset: number;
  readonly facts: readonly Fact[];
}

function movedFact(fact: Fact, by: number): Fact {
  return { ...fact, at: { uri: fact.at.uri, range: shift(fact.at.range, by) } };
}

function rootFacts({ root, offset }: PlacedRoot, file: SourceFile, hints: FileHints, readers: FactReaders): Fact[] {
  const facts: Fact[] = [];
  const collector: FactCollector = {
    uri: file.uri,
    folder: folderOf(file.uri),
    root,
    add: (kind, name, value, at) => {
      const place: Place = { uri: file.uri, range: shift(at.range, offset) };
      // The call ties the value's type to the kind, which the union can't express.
      facts.push({ kind, name, value, at: place } as unknown as Fact);
    },
  };
  if (file.format === 'terraform' || file.format === 'terraformJson') {
    moduleFacts(collector, readers);
    for (const resource of terraformResources(root, file.uri))
      for (const reader of readers.ofType(resource.type)) reader.resource?.(resource, collector);
  }
  if (isVariableFile(file.uri)) assignmentFacts(collector);
  nameFiles(collector);
  for (const reader of readers.ofText(root.text, root.format.name)) {
    // Of a list, the items tell, and what reads it as one has read them.
    const isItsOwn = reader.lists ? !isItem(root) : !hasItems(root);
    if (isItsOwn) reader.root?.(collector, hints);
  }
  return facts;
}

import type { Kind } from '../kinds/kind';
import type { PlacedPolicy, Policy } from '../kinds/policy';
import type { FormatName, PlacedRoot, Root } from '../syntax/format';
import { hasItems, isItem, isList, placedItems } from '../syntax/list/listItems';
import type { SourceFile } from '../syntax/sourceFile';
import type { TextRange } from '../text/range';
import { seenFrom } from '../workspace/index/sameModule';
import type { Workspace } from '../workspace/index/workspace';
import { type MergedResource, mergedResources } from '../workspace/terraform/overriding/mergedResource';
import { type Asked, asking } from './asked';

/**
 * What all kinds find in a root, whatever rules are switched on. Cached by the root, the file's address, the attachment and what was
 * asked of the workspace: the same object as long as none of them has changed, so whatever depends on it alone may be cached by it.
 */
export interface Reading {
  /** Kind by kind. */
  readonly policies: readonly Policy[];
  of<P extends Policy>(kind: Kind<P>): readonly P[];
  /** What the kinds that threw threw; they found nothing. */
  readonly faults: ReadonlyMap<Kind, unknown>;
  /** What they asked of the workspace. */
  readonly asked: Asked;
}

/** The one place where policies are read: rules and features all ask here. */
export interface Readings {
  readonly kinds: readonly Kind[];
  of(root: Root, surroundings: ReadingSurroundings): Reading;
  /** A view on a file: a piece is read when somebody asks for it. */
  ofFile(file: SourceFile, surroundings: Omit<ReadingSurroundings, 'uri'>): FileReading;
}

export interface ReadingSurroundings {
  readonly uri: string;
  readonly workspace: Workspace;
  /** `leastwise.policyFiles`, resolved for this file. */
  readonly attachment: string | undefined;
}

/** All policies of one version of a file. */
export interface FileReading {
  readonly file: SourceFile;
  /** All that were looked for. */
  readonly kinds: readonly Kind[];
  /** In the order of the text. */
  readonly pieces: readonly Piece[];
  of(piece: Piece): Reading;
  policies(): readonly PlacedPolicy[];
  /** Those in the pieces that hold `offset`. */
  policiesAt(offset: number): readonly PlacedPolicy[];
}

/** What is read, checked and cached by itself: a root, or an item of one that is a list. */
export interface Piece extends PlacedRoot {
  /** Of an item in its list. */
  readonly index?: number;
}

/** `onRead` is told of each root that is read anew, once for all readers. */
export function createReadings(kinds: Iterable<Kind<Policy>>, onRead?: (uri: string) => void): Readings {
  const reading = [...kinds].filter(({ afterwards }) => !afterwards);
  // Those that look at what others have found come last.
  const all = [...reading.filter(({ derive }) => !derive), ...reading.filter(({ derive }) => derive)];
  const cache = new WeakMap<Root, CachedReading>();

  function of(root: Root, surroundings: ReadingSurroundings): Reading {
    const before = cache.get(root);
    if (before && isCurrent(before, surroundings)) return before.reading;
    onRead?.(surroundings.uri);
    const fresh = readRoot(root, all, surroundings);
    cache.set(root, fresh);
    return fresh.reading;
  }

  return {
    kinds: all,
    of,
    ofFile(file, { workspace, attachment }) {
      const surroundings = { uri: file.uri, workspace, attachment };
      const pieces = piecesOf(file);
      const policiesIn = (piece: Piece) =>
        of(piece.root, surroundings).policies.map((policy) => ({ policy, offset: piece.offset }));
      return {
        file,
        kinds: all,
        pieces,
        of: ({ root }) => of(root, surroundings),
        policies: () => pieces.flatMap(policiesIn),
        policiesAt: (at) =>
          pieces.filter(({ root, offset }) => offset <= at && at <= offset + root.text.length).flatMap(policiesIn),
      };
    },
  };
}

/** The roots of a file, and behind each that is a list its items. */
export function piecesOf({ roots }: SourceFile): readonly Piece[] {
  if (!roots.some(({ root }) => hasItems(root))) return roots;
  return roots.flatMap((placed) => [placed, ...placedItems(placed).map((item, index) => ({ ...item, index }))]);
}

interface CachedReading extends Omit<ReadingSurroundings, 'workspace'> {
  readonly reading: Reading;
}

function isCurrent(cached: CachedReading, { uri, workspace, attachment }: ReadingSurroundings): boolean {
  if (cached.uri !== uri || cached.attachment !== attachment) return false;
  return cached.reading.asked.agreesWith(workspace);
}

function readRoot(root: Root, kinds: readonly Kind[], { uri, workspace, attachment }: ReadingSurroundings): CachedReading {
  const { result, asked } = asking(workspace, (watched) =>
    readAll(root, kinds, { uri, workspace: seenFrom(uri, watched), attachment }),
  );
  return { uri, attachment, reading: { ...result, asked } };
}

function readAll(root: Root, kinds: readonly Kind[], surroundings: ReadingSurroundings): Omit<Reading, 'asked'> {
  const found = new Map<Kind, readonly Policy[]>();
  const faults = new Map<Kind, unknown>();
  const merged = mergedResources(root, surroundings.uri, surroundings.workspace);
  for (const kind of kinds) {
    try {
      found.set(kind, readOverridden(kind, root, surroundings, { found, kinds }, merged));
    } catch (error) {
      faults.set(kind, error);
    }
  }
  // What is kept for a kind is what that kind has found.
  const ofKind = <P extends Policy>(kind: Kind<P>) => (found.get(kind as Kind) ?? []) as readonly P[];
  return { policies: [...found.values()].flat(), of: ofKind, faults };
}

interface ReadBefore {
  readonly found: ReadonlyMap<Kind, readonly Policy[]>;
  /** All that are looked for. */
  readonly kinds: readonly Kind[];
}

/** What several texts say is read of all of them together, from wherever one of them stands. */
function readOverridden(
  kind: Kind,
  root: Root,
  surroundings: ReadingSurroundings,
  before: ReadBefore,
  merged: readonly MergedResource[],
): readonly Policy[] {
  const alone = readPiece(kind, root, surroundings, before);
  if (merged.length === 0 || kind.derive) return alone;
  const isAlone = ({ place: { resource } }: Policy) => !merged.some(({ own }) => own.body === resource?.body);
  return [
    ...alone.filter(isAlone),
    ...merged.flatMap((one) => readPiece(kind, one.root, surroundings, before).map((policy) => inOwnText(policy, root, one))),
  ];
}

function inOwnText<P extends Policy>(policy: P, outer: Root, merged: MergedResource): P {
  const { place } = policy;
  const toOuter = (range: TextRange) => {
    const found = place.toOuter(range);
    return found && merged.toOwn(found);
  };
  return { ...policy, place: { ...place, outer, toOuter, merged } };
}

function readPiece(kind: Kind, root: Root, surroundings: ReadingSurroundings, { found, kinds }: ReadBefore): readonly Policy[] {
  if (kind.derive) {
    // What is always read as a whole says of a long list what it is, and nothing of its items.
    const others = [...found].flatMap(([other, policies]) =>
      hasItems(root) && !other.lists ? [] : policies.map((policy) => ({ kind: other, policy })),
    );
    return kind.derive(root, surroundings, others, kinds);
  }
  const byItems = readsItems(kind, root.format.name);
  // What reads lists as a whole has read the item already.
  if (isItem(root)) return byItems ? (kind.read?.(root, surroundings) ?? []) : [];
  const ofList = isList(root) ? kind.readList?.(root, surroundings) : undefined;
  const ofRoot = byItems && hasItems(root) ? undefined : kind.read?.(root, surroundings);
  return [...(ofList ?? []), ...(ofRoot ?? [])];
}

function readsItems({ lists }: Kind, format: FormatName): boolean {
  if (typeof lists === 'object') return lists[format === 'yaml' ? 'yaml' : 'json'] === 'items';
  return lists === 'items';
}

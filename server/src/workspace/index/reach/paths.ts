import type { Successors } from './components';

/** The nodes of a way, its ends included. */
export type Path = readonly number[];

export interface NumberedEdge {
  readonly from: number;
  readonly to: number;
}

/** The shortest ways from one node to all that it reaches: of each node the one before it, counted from 1. */
export interface ShortestWays {
  readonly from: number;
  readonly previous: Int32Array;
}

/** Where the successors are in the order of their names, each way is the first by name of those that are as short. */
export function shortestWays(from: number, successors: Successors, to?: number): ShortestWays {
  const previous = new Int32Array(successors.length);
  const waiting = [from];
  for (let at = 0; at < waiting.length; at++) {
    const node = waiting[at] as number;
    for (const next of successors[node] ?? []) {
      if (previous[next] !== 0) continue;
      previous[next] = node + 1;
      if (next === to) return { from, previous };
      waiting.push(next);
    }
  }
  return { from, previous };
}

export function leadsTo(from: number, to: number, successors: Successors): boolean {
  return shortestWays(from, successors, to).previous[to] !== 0;
}

/** At least one edge long, so that it may end where it begins. */
export function wayTo(end: number, { from, previous }: ShortestWays): Path | undefined {
  const way = [end];
  let node = end;
  do {
    node = (previous[node] ?? 0) - 1;
    if (node < 0) return undefined;
    way.push(node);
  } while (node !== from);
  return way.reverse();
}

/** The paths that somebody has asked for, by where they begin. */
export type KnownPaths = Map<number, readonly Path[]>;

/**
 * Leaves of the known paths those that are still the answer after some edges have changed. One that lost no edge stays one of the shortest
 * unless a new edge is part of a way that is no longer.
 */
export function keepPaths(
  known: KnownPaths,
  removed: readonly NumberedEdge[],
  added: readonly NumberedEdge[],
  successors: Successors,
  predecessors: Successors,
): void {
  if (known.size === 0) return;
  if (removed.length + added.length > fewEdges) {
    known.clear();
    return;
  }
  const ways = added.map((edge) => ({
    before: distancesFrom(edge.from, predecessors),
    after: distancesFrom(edge.to, successors),
  }));
  const isAnswer = (path: Path) => !isCut(path, removed) && !isMatched(path, ways);
  known.forEach((paths, from) => {
    if (paths.every(isAnswer)) return;
    const kept = paths.filter(isAnswer);
    if (kept.length > 0) known.set(from, kept);
    else known.delete(from);
  });
}

const fewEdges = 20;

function isCut(path: Path, removed: readonly NumberedEdge[]): boolean {
  return removed.some(({ from, to }) => {
    const at = path.indexOf(from);
    // A path may end where it begins, but goes through no node twice besides.
    return at >= 0 && path[at + 1] === to;
  });
}

/** How far it is, by node, to where an edge begins and from where it ends. */
interface WaysOver {
  readonly before: Int32Array;
  readonly after: Int32Array;
}

/** Whether a way over one of the edges is as short. */
function isMatched(path: Path, ways: readonly WaysOver[]): boolean {
  const from = path[0] as number;
  const to = path[path.length - 1] as number;
  return ways.some(({ before, after }) => (before[from] ?? never) + 1 + (after[to] ?? never) < path.length);
}

/** Longer than any way. */
const never = 2 ** 30;

/** By node, in edges. */
function distancesFrom(start: number, successors: Successors): Int32Array {
  const distances = new Int32Array(Math.max(successors.length, start + 1)).fill(never);
  distances[start] = 0;
  const waiting = [start];
  for (let at = 0; at < waiting.length; at++) {
    const node = waiting[at] as number;
    for (const next of successors[node] ?? []) {
      if (distances[next] !== never) continue;
      distances[next] = (distances[node] as number) + 1;
      waiting.push(next);
    }
  }
  return distances;
}

import { closureAfter } from './closure';
import type { Successors } from './components';
import { createNumbering, hasBit, type NodeSet, type Numbering, noNodes, numberOf, setBit } from './nodeSet';
import { type KnownPaths, keepPaths, type NumberedEdge, type Path, type ShortestWays, shortestWays, wayTo } from './paths';

/** One version of the edges of a relation, with what follows from them. Those who hold it see it as it is. */
export interface Graph {
  readonly numbering: Numbering;
  /** In the order of their names. */
  readonly successors: Successors;
  /** In no order. */
  readonly predecessors: Successors;
  /** By node, what is reached over an edge or more; undefined where that would take too much memory. */
  readonly reached: readonly NodeSet[] | undefined;
  /** Answers that were worked out, and nothing else: the next version takes along what still holds. */
  paths: KnownPaths;
  ways?: ShortestWays;
}

export interface Edge {
  readonly from: string;
  readonly to: string;
}

export const emptyGraph = (): Graph => ({
  numbering: createNumbering(),
  successors: [],
  predecessors: [],
  reached: [],
  paths: new Map(),
});

/** The graph with other edges: none of `removed` is missing in it, and none of `added` is there. */
export function changedGraph(before: Graph, removed: readonly Edge[], added: readonly Edge[], mostNodes: number): Graph {
  const { numbering } = before;
  const numbered = ({ from, to }: Edge) => ({ from: numberOf(from, numbering), to: numberOf(to, numbering) });
  const [gone, come] = [removed.map(numbered), added.map(numbered)];
  const { names } = numbering;
  const successors = changedEnds(before.successors, gone, come, names.length);
  for (const { from } of come) successors[from]?.sort((a, b) => ((names[a] ?? '') < (names[b] ?? '') ? -1 : 1));
  const predecessors = changedEnds(before.predecessors, gone.map(turned), come.map(turned), names.length);
  const isKept = numbering.names.length <= mostNodes;
  const reached = isKept ? closureAfter(before.reached ?? [], gone, come, successors, numbering) : undefined;
  const { paths } = before;
  before.paths = new Map();
  keepPaths(paths, gone, come, successors, predecessors);
  return { numbering, successors, predecessors, reached, paths };
}

const turned = ({ from, to }: NumberedEdge): NumberedEdge => ({ from: to, to: from });

/** A new list for each node whose edges change, so that older versions keep theirs. */
function changedEnds(
  before: Successors,
  removed: readonly NumberedEdge[],
  added: readonly NumberedEdge[],
  size: number,
): (number[] | undefined)[] {
  const changed = [...before] as (number[] | undefined)[];
  // Whoever goes through them comes to all nodes.
  while (changed.length < size) changed.push(undefined);
  for (const { from, to } of removed) changed[from] = changed[from]?.filter((next) => next !== to);
  const grown = new Set(added.map(({ from }) => from));
  for (const node of grown) changed[node] = [...(changed[node] ?? [])];
  for (const { from, to } of added) changed[from]?.push(to);
  return changed;
}

/** What is reached from a node; the same object in all versions in which it is the same, as long as sets are kept. */
export function reachedFrom({ numbering, successors, reached }: Graph, node: number | undefined): NodeSet {
  if (node === undefined) return noNodes(numbering);
  return reached ? (reached[node] ?? noNodes(numbering)) : searched(node, successors, numbering);
}

function searched(start: number, successors: Successors, numbering: Numbering): NodeSet {
  const bits = new Uint32Array((numbering.names.length + 31) >>> 5);
  const waiting = [start];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    for (const next of successors[node] ?? []) {
      if (hasBit(bits, next)) continue;
      setBit(bits, next);
      waiting.push(next);
    }
  }
  return { numbering, bits };
}

/** The first by name of the shortest ways from one node to another. */
export function pathBetween(graph: Graph, from: string, to: string): readonly string[] | undefined {
  const { names, numbers } = graph.numbering;
  const [start, end] = [numbers.get(from), numbers.get(to)];
  if (start === undefined || end === undefined) return undefined;
  const known = graph.paths.get(start)?.find((path) => path.at(-1) === end);
  const path = known ?? searchedPath(start, end, graph);
  return path?.map((node) => names[node] as string);
}

/** Whoever asks for one way often asks for another one from there. */
function searchedPath(start: number, end: number, graph: Graph): Path | undefined {
  if (graph.ways?.from !== start) graph.ways = shortestWays(start, graph.successors);
  const path = wayTo(end, graph.ways);
  if (path) remember(path, graph.paths);
  return path;
}

function remember(path: Path, paths: KnownPaths): void {
  const start = path[0] as number;
  paths.set(start, [...(paths.get(start) ?? []).slice(-mostPaths), path]);
  const [oldest] = paths.keys();
  if (paths.size > mostStarts && oldest !== undefined) paths.delete(oldest);
}

const mostPaths = 50;

/** From how many nodes paths are remembered. Each of them is somebody's question. */
const mostStarts = 10_000;

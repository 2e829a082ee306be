import type { Fact } from '../facts';
import { changedGraph, type Edge, emptyGraph, type Graph, pathBetween, reachedFrom } from './graph';
import { hasNode, type NodeSet, namesIn } from './nodeSet';

/** What is reached from one node over the edges of one relation, over one edge at least. */
export interface Reached {
  /** Where it begins, in the very string by which the index knows the node, so that asking once more is quick. */
  readonly from: string;
  /** The answer as an object: as long as the index has one answer, it is one object. */
  readonly nodes: NodeSet;
  has(node: string): boolean;
  /** In the order of the names. */
  names(): readonly string[];
  /** The nodes on one of the shortest ways, its ends included: of several the first by name, whichever file was read first. */
  pathTo(node: string): readonly string[] | undefined;
}

/** The facts of kind `edge`, followed as far as they lead. Immutable. */
export interface Relations {
  reach(relation: string, from: string): Reached;
}

/** Keeps up with the edges of files that change. */
export interface RelationKeeper {
  /** What a file tells from now on; facts that are no edges don't count. */
  set(file: string, facts: readonly Fact[]): void;
  /** As of now. */
  relations(): Relations;
}

export function reachIn(graph: Graph | undefined, from: string): Reached {
  const found = graph ?? nothing;
  const { names, numbers } = found.numbering;
  const node = numbers.get(from);
  const nodes = reachedFrom(found, node);
  return {
    from: (node === undefined ? undefined : names[node]) ?? from,
    nodes,
    has: (one) => hasNode(nodes, one),
    names: () => namesIn(nodes),
    pathTo: (one) => (hasNode(nodes, one) ? pathBetween(found, from, one) : undefined),
  };
}

const nothing = emptyGraph();

export const noRelations: Relations = { reach: (_, from) => reachIn(undefined, from) };

/** `mostNodes`: of a relation, beyond which its answers are searched for when somebody asks. In bits, their square is the memory it takes. */
export function createRelationKeeper(mostNodes = 16_384): RelationKeeper {
  const edgesIn = new Map<string, readonly EdgeFact[]>();
  const kept = new Map<string, KeptRelation>();
  let current: Relations | undefined = noRelations;

  function count({ value: { relation, from, to } }: EdgeFact, by: 1 | -1): void {
    const { edges, touched } = kept.get(relation) ?? keep(relation);
    const key = JSON.stringify([from, to]);
    const edge = edges.get(key) ?? { from, to, count: 0, isIn: false };
    edge.count += by;
    edges.set(key, edge);
    touched.add(key);
    current = undefined;
  }

  function keep(relation: string): KeptRelation {
    const made: KeptRelation = { edges: new Map(), touched: new Set(), graph: emptyGraph(), renumberAt: fewNodes };
    kept.set(relation, made);
    return made;
  }

  return {
    set(file, facts) {
      const before = edgesIn.get(file) ?? [];
      const edges = facts.filter((fact) => fact.kind === 'edge');
      if (edges.length === before.length && edges.every((edge, at) => edge === before[at])) return;
      for (const edge of edges) count(edge, 1);
      for (const edge of before) count(edge, -1);
      if (edges.length > 0) edgesIn.set(file, edges);
      else edgesIn.delete(file);
    },
    relations() {
      current ??= relationsOf([...kept].map(([name, relation]) => [name, bringUpToDate(relation, mostNodes)]));
      return current;
    },
  };
}

type EdgeFact = Extract<Fact, { kind: 'edge' }>;

interface KeptRelation {
  readonly edges: Map<string, CountedEdge>;
  /** The keys of edges that may have come or gone since `graph` was made. */
  readonly touched: Set<string>;
  graph: Graph;
  renumberAt: number;
}

/** Several files may tell of the same edge. */
interface CountedEdge extends Edge {
  count: number;
  /** Whether the graph has it. */
  isIn: boolean;
}

function relationsOf(graphs: readonly (readonly [string, Graph])[]): Relations {
  const byName = new Map(graphs);
  return { reach: (relation, from) => reachIn(byName.get(relation), from) };
}

function bringUpToDate(relation: KeptRelation, mostNodes: number): Graph {
  const removed: Edge[] = [];
  const added: Edge[] = [];
  for (const key of relation.touched) {
    const edge = relation.edges.get(key);
    if (!edge) continue;
    const isThere = edge.count > 0;
    if (isThere !== edge.isIn) (isThere ? added : removed).push(edge);
    edge.isIn = isThere;
    if (!isThere) relation.edges.delete(key);
  }
  relation.touched.clear();
  if (removed.length + added.length > 0) relation.graph = changedGraph(relation.graph, removed, added, mostNodes);
  if (relation.graph.numbering.names.length > relation.renumberAt) renumber(relation, mostNodes);
  return relation.graph;
}

/** Each letter that is typed into a name makes a node, and most of them are gone with the next letter. */
function renumber(relation: KeptRelation, mostNodes: number): void {
  const graph = changedGraph(emptyGraph(), [], [...relation.edges.values()], mostNodes);
  const live = graph.numbering.names.length;
  relation.renumberAt = 2 * live + fewNodes;
  if (live < relation.graph.numbering.names.length) relation.graph = graph;
}

const fewNodes = 1_000;

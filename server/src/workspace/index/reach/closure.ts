import { componentsOf, type Successors } from './components';
import { addBits, hasBit, type NodeSet, type Numbering, noNodes, sameBits, setBit } from './nodeSet';
import { leadsTo, type NumberedEdge } from './paths';

/**
 * By node, what is reached from it, after some edges have changed: the transitive closure of a graph that may have circles, kept
 * incrementally. Whoever reaches the same as before keeps the same object.
 */
export function closureAfter(
  before: readonly NodeSet[],
  removed: readonly NumberedEdge[],
  added: readonly NumberedEdge[],
  successors: Successors,
  numbering: Numbering,
): readonly NodeSet[] {
  const nothing = noNodes(numbering);
  const old = [...before];
  while (old.length < numbering.names.length) old.push(nothing);
  const changes = [...removed, ...added];
  if (changes.length <= fewEdges && changesNothing(old, removed, added, successors)) return old;
  const tails = new Set(changes.map(({ from }) => from));
  const now = [...old];
  for (const component of componentsOf(affectedBy(tails, old), successors)) {
    if (!mayChange(component, tails, successors, old, now)) continue;
    replace(component, reachedBy(component, successors, now), numbering, now);
  }
  return now;
}

/** Most changes bring and take away one way of several. */
function changesNothing(
  reached: readonly NodeSet[],
  removed: readonly NumberedEdge[],
  added: readonly NumberedEdge[],
  successors: Successors,
): boolean {
  const wasReached = ({ from, to }: NumberedEdge) => hasBit((reached[from] as NodeSet).bits, to);
  return added.every(wasReached) && removed.every(({ from, to }) => leadsTo(from, to, successors));
}

/**
 * What a node reaches can have changed only if it reached one of the tails before: up to the first changed edge, every way leads over
 * edges that have not.
 */
function affectedBy(tails: ReadonlySet<number>, reached: readonly NodeSet[]): Uint8Array {
  const affected = new Uint8Array(reached.length);
  if (tails.size > fewEdges) return affected.fill(1);
  for (const tail of tails) {
    affected[tail] = 1;
    for (let node = 0; node < reached.length; node++) if (hasBit((reached[node] as NodeSet).bits, tail)) affected[node] = 1;
  }
  return affected;
}

/** Beyond so many changes it takes longer to ask about each of them than to look at everything. */
const fewEdges = 50;

/** Where no edge of a component has changed and nothing has for what it leads to, nothing has for itself. */
function mayChange(
  component: readonly number[],
  tails: ReadonlySet<number>,
  successors: Successors,
  old: readonly NodeSet[],
  now: readonly NodeSet[],
): boolean {
  for (const node of component) {
    if (tails.has(node)) return true;
    for (const next of successors[node] ?? []) if (now[next] !== old[next]) return true;
  }
  return false;
}

/** What a component reaches whose successors outside are done. */
function reachedBy(component: readonly number[], successors: Successors, now: readonly NodeSet[]): Uint32Array {
  const bits = new Uint32Array((now.length + 31) >>> 5);
  const [first, ...more] = component;
  const isCircle = more.length > 0 || (first !== undefined && successors[first]?.includes(first) === true);
  if (isCircle) for (const node of component) setBit(bits, node);
  for (const node of component) {
    for (const next of successors[node] ?? []) {
      // What is in it already has brought along all that it reaches.
      if (hasBit(bits, next)) continue;
      setBit(bits, next);
      addBits(bits, (now[next] as NodeSet).bits);
    }
  }
  return bits;
}

/** The nodes of a circle reach the same, and mostly have one object in common. */
function replace(component: readonly number[], bits: Uint32Array, numbering: Numbering, now: NodeSet[]): void {
  const anew: NodeSet = { numbering, bits };
  let compared: NodeSet | undefined;
  let isSame = false;
  for (const node of component) {
    const known = now[node] as NodeSet;
    if (known !== compared) isSame = sameBits(known.bits, bits);
    compared = known;
    if (!isSame) now[node] = anew;
  }
}

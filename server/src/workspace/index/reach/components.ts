/** By node, where its edges lead. */
export type Successors = readonly (readonly number[] | undefined)[];

/**
 * The strongly connected components of the nodes that `among` marks, each after all that it leads to: Tarjan's algorithm, without
 * recursion, since a chain may be as long as it likes.
 */
export function componentsOf(among: Uint8Array, successors: Successors): readonly (readonly number[])[] {
  const components: number[][] = [];
  // When a node was come to, counted from 1, and the earliest node of its component that is known so far.
  const found = new Int32Array(among.length);
  const earliest = new Int32Array(among.length);
  const taken = new Int32Array(among.length);
  const isOpen = new Uint8Array(among.length);
  const open: number[] = [];
  const path: number[] = [];
  let count = 0;

  function enter(node: number): void {
    count++;
    found[node] = count;
    earliest[node] = count;
    isOpen[node] = 1;
    open.push(node);
    path.push(node);
  }

  function leave(node: number): void {
    path.pop();
    const above = path.at(-1);
    if (above !== undefined) earliest[above] = Math.min(earliest[above] as number, earliest[node] as number);
    if (earliest[node] !== found[node]) return;
    const component = open.splice(open.lastIndexOf(node));
    for (const member of component) isOpen[member] = 0;
    components.push(component);
  }

  function step(node: number): void {
    const next = successors[node]?.[taken[node] as number];
    taken[node] = (taken[node] as number) + 1;
    if (next === undefined) leave(node);
    else if (among[next] !== 1) return;
    else if (found[next] === 0) enter(next);
    else if (isOpen[next] === 1) earliest[node] = Math.min(earliest[node] as number, found[next] as number);
  }

  for (let start = 0; start < among.length; start++) {
    if (among[start] !== 1 || found[start] !== 0) continue;
    enter(start);
    for (let node = path.at(-1); node !== undefined; node = path.at(-1)) step(node);
  }
  return components;
}

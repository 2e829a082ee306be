import type { Fact } from '../../../src/workspace/index/facts';

/** `a>b` each, as a file would tell them. */
export function edgesOf(file: string, ...edges: readonly string[]): readonly Fact[] {
  return edges.map((edge, at) => {
    const [from = '', to = ''] = edge.split('>');
    return {
      kind: 'edge',
      name: `leads ${from}`,
      value: { relation: 'leads', from, to },
      at: { uri: `file:///${file}`, range: { start: at, end: at + 1 } },
    };
  });
}

/** What is reached over at least one edge, and how, in a search that shares no code with the product: all ways at once, by their length. */
export function searched(edges: Iterable<string>, from: string): ReadonlyMap<string, readonly string[]> {
  const pairs = [...edges].map((edge) => edge.split('>') as [string, string]);
  const shortest = new Map<string, readonly string[]>();
  let ends: readonly (readonly string[])[] = [[from]];
  while (ends.length > 0) {
    const longer = ends
      .flatMap((way) => pairs.filter(([tail]) => tail === way.at(-1)).map(([, head]) => [...way, head]))
      .sort((a, b) => (a.join() < b.join() ? -1 : 1));
    ends = longer.filter((way) => {
      const end = way.at(-1) ?? '';
      if (shortest.has(end)) return false;
      shortest.set(end, way);
      return true;
    });
  }
  return shortest;
}

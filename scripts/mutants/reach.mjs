// Faults in what is derived from the facts of all files, in who is told of it, and in the facts that readings tell.
const closure = 'server/src/workspace/index/reach/closure.ts';
const graph = 'server/src/workspace/index/reach/graph.ts';
const paths = 'server/src/workspace/index/reach/paths.ts';
const relations = 'server/src/workspace/index/reach/relations.ts';
const workspace = 'server/src/workspace/index/workspace.ts';
const index = 'server/src/lsp/workspace/workspaceIndex.ts';
const admission = 'server/src/kinds/gcp/access-level/conditions/admission.ts';
const levelEdges = 'server/src/kinds/gcp/access-level/facts/edges.ts';
const grantFacts = 'server/src/kinds/gcp/grants/facts.ts';
const reached = { tests: ['workspace/reach/reach'], expect: 'after each edit every answer is that of a search' };
const watched = { tests: ['workspace/reach/watch'], expect: 'told anew when' };
const indexed = { tests: ['workspace/reach/watch'], expect: 'what the index of the server reaches' };
const levels = { tests: ['rules/access-level/requiredLevels'] };
const grants = { tests: ['kinds/grantFacts'] };

export const reach = [
  {
    name: 'reach: an edge that is gone leads on where nothing was added',
    file: closure,
    replace: [' && removed.every(({ from, to }) => leadsTo(from, to, successors))', ''],
    ...reached,
  },
  {
    name: 'reach: those before the tail of an edge are not asked again',
    file: closure,
    replace: [', tail)) affected[node] = 1', ', tail)) affected[node] = 0'],
    ...reached,
  },
  {
    name: 'reach: a circle of two is none',
    file: closure,
    replace: ['more.length > 0 ||', 'more.length > 1 ||'],
    ...reached,
  },
  {
    name: 'reach: an answer that stays is made anew',
    file: closure,
    replace: ['if (!isSame) now[node] = anew;', 'now[node] = isSame ? { ...anew } : anew;'],
    tests: ['workspace/reach/reach'],
    expect: 'an answer that stays is the same object',
  },
  {
    name: 'reach: an older version gets the new edges',
    file: graph,
    replace: ['changed[node] = [...(changed[node] ?? [])]', 'changed[node] ??= []'],
    ...reached,
  },
  {
    name: 'reach: neighbours are asked in the order in which they came',
    file: graph,
    replace: ["((names[a] ?? '') < (names[b] ?? '') ? -1 : 1)", 'a - b'],
    ...reached,
  },
  {
    name: 'reach: a path goes over an edge that is gone',
    file: paths,
    replace: ['!isCut(path, removed) && !isMatched', '!isMatched'],
    ...reached,
  },
  {
    name: 'reach: a path stays though another one is as short and comes first',
    file: paths,
    replace: ['(after[to] ?? never) < path.length', '(after[to] ?? never) < path.length - 1'],
    ...reached,
  },
  {
    name: 'reach: an edge that two files tell goes with one of them',
    file: relations,
    replace: ['const isThere = edge.count > 0;', 'const isThere = edge.count > 0 && !edge.isIn;'],
    ...reached,
  },
  {
    name: 'reach: numbers of names that are gone are kept for ever',
    file: relations,
    replace: ['relation.graph.numbering.names.length > relation.renumberAt', 'relation.renumberAt < 0'],
    tests: ['workspace/reach/reach'],
    expect: 'names that come and go leave nothing behind',
  },
  {
    name: 'reach: who asked is not told that more is reached',
    file: workspace,
    replace: ['if (!sameNodes(nodes, now.nodes)) return false;', 'if (!nodes) return false;'],
    ...watched,
  },
  {
    name: 'reach: who asked is not told of another path',
    file: workspace,
    replace: ['if (!samePath(path, now.pathTo(node))) return false', 'if (path === null) return false'],
    ...watched,
  },
  {
    name: 'reach: the facts on the way count, not the answer',
    file: workspace,
    replace: ['if (!sameNodes(nodes, now.nodes)) return false;', 'if (nodes !== now.nodes) return false;'],
    ...watched,
  },
  {
    name: 'reach: what is lent is never taken back',
    file: 'server/src/lint/asked.ts',
    replace: ['      lent = undefined;\n', ''],
    tests: ['workspace/reach/watch'],
    expect: 'what is lent answers until it is taken back',
  },
  {
    name: 'reach: edges of a document stay when it is closed',
    file: index,
    replace: ['joined = undefined;\n    stirred.add(address);', 'joined = undefined;'],
    ...indexed,
  },
  {
    name: 'reach: edges of closed files count before the others of their files',
    file: index,
    replace: ['(opened.get(address) ?? published.get(address))', '(opened.get(address) ?? closed.get(address))'],
    ...indexed,
  },
  {
    name: 'reach: the command line goes on with the edges of the first reading',
    file: 'server/src/cli/facts.ts',
    replace: ['relations.set(path, facts);', 'if (joined !== undefined || byPath.size < 2) relations.set(path, facts);'],
    tests: ['workspace/reach/watch'],
    expect: 'the command line follows edges',
  },
  {
    name: 'levels: a circle of levels lets nobody in for sure',
    file: admission,
    replace: [
      'return isMade && !workspace.reach(admits, level).has(level);',
      'return isMade || workspace.reach(admits, level).has(level);',
    ],
    ...levels,
    expect: 'a circle further on',
  },
  {
    name: 'levels: a level that no file makes lets nobody in for sure',
    file: admission,
    replace: ['return isMade && !', 'return !'],
    ...levels,
    expect: 'a chain that ends in nothing known',
  },
  {
    name: 'levels: whoever is in one of several required levels gets in',
    file: levelEdges,
    replace: ['[...levels, several]', 'levels.slice(1)'],
    ...levels,
    expect: 'a level that requires several',
  },
  {
    name: 'levels: what a resource adds further on is forgotten',
    file: levelEdges,
    replace: ['addEdge(admits, wholeOf(name), untold', 'addEdge(admits, name, untold'],
    ...levels,
    expect: 'what a resource adds to a level on the way',
  },
  {
    name: 'levels: an id means the level of any policy',
    file: 'server/src/kinds/gcp/access-level/facts/names.ts',
    replace: ['return `${policy}/accessLevels/${id}`;', "return `${policy.replace(/\\d+$/, '')}/accessLevels/${id}`;"],
    ...levels,
    expect: 'a level of another policy that has the same id',
  },
  {
    name: 'levels: an old copy of a level closes a circle',
    file: 'server/src/kinds/gcp/access-level/facts/circles.ts',
    replace: ["workspace.find('level', node).length <= 1", "workspace.find('level', node).length <= 2"],
    tests: ['access-level/invalid-reference.test'],
    expect: 'levels that are written twice',
  },
  {
    name: 'levels: what a resource adds to a level closes no circle',
    file: levelEdges,
    replace: ['addEdge(requires, wholeOf(name), one', 'addEdge(admits, wholeOf(name), one'],
    tests: ['access-level/invalid-reference.test'],
    expect: 'by what a resource adds to a level',
  },
  {
    name: 'grants: a list that goes on is told as all there is',
    file: grantFacts,
    replace: [
      "members.state === 'known' && members.value.complete)",
      "members.state === 'known' && members.value !== undefined)",
    ],
    ...grants,
    expect: 'a list that goes on',
  },
  {
    name: 'grants: what dynamic repeats is sure',
    file: grantFacts,
    replace: ["node.header?.type !== 'dynamic' && isWholeBinding", 'isWholeBinding'],
    ...grants,
    expect: 'a data source with a dynamic binding',
  },
  {
    name: 'grants: the document of a _policy resource is nobody’s',
    file: grantFacts,
    replace: ['if (!read.has(resource.body)) addUnread', 'if (read.has(resource.body)) addUnread'],
    ...grants,
    expect: 'a document from elsewhere',
  },
  {
    name: 'grants: what a file is said to hang on outlives the setting',
    file: 'server/src/workspace/index/factReader.ts',
    replace: ['a.group === b.group && a.attachment === b.attachment', 'a.group === b.group'],
    ...grants,
    expect: 'the setting counts anew',
  },
  {
    name: 'grants: whoever a _binding names needs nothing else',
    file: 'server/src/kinds/gcp/grants/holders.ts',
    replace: ["grant.form !== 'member' || grant.address", 'grant.address'],
    tests: ['service-account/groupGrantRepairs'],
    expect: 'by another resource that lists all',
  },
];

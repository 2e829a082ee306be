// Faults on the way of a keystroke: what is taken in of it, what is passed down, and what is kept of the version before.
export const keystrokes = [
  {
    name: 'a request is answered without what was edited in other documents',
    file: 'server/src/lsp/documents/analyses.ts',
    replace: ['      await openFiles.takeIn();\n      const open', '      const open'],
    tests: ['lsp/documents/freshness'],
    expect: 'sees what was edited in another document right before',
  },
  {
    name: 'closed files are linted without what was edited in open ones',
    file: 'server/src/lsp/documents/analyses.ts',
    replace: ['      await openFiles.takeIn();\n      return', '      return'],
    tests: ['lsp/documents/freshness'],
    expect: 'lintWorkspace sees what was edited in another document right before',
  },

  {
    name: 'of two edits, the second one is taken to be where it would be without the first',
    file: 'server/src/text/change.ts',
    replace: ['Math.max(first.end, second.end - first.grown)', 'Math.max(first.end, second.end)'],
    tests: ['lsp/documents/changes'],
    expect: 'what clients say has changed leads to what a fresh start would see',
  },
  {
    name: 'edits that came before the last one are forgotten',
    file: 'server/src/lsp/documents/documents.ts',
    replace: ['history.slice(first).map', 'history.slice(-1).map'],
    tests: ['lsp/documents/changes'],
    expect: 'what clients say has changed leads to what a fresh start would see',
  },
  {
    name: 'a YAML document that has taken in another one counts as edited within',
    file: 'server/src/syntax/yaml/parse.ts',
    replace: ['within && root.text.length + within.grown === length ? within : undefined', 'within'],
    tests: ['lsp/documents/changes', 'syntax/listItems'],
    expect: 'edit',
  },
  {
    name: 'a told change is taken as it came',
    file: 'server/src/lsp/documents/documents.ts',
    replace: ['return narrowed(earlier.text, text, told.reduce(composed));', 'return told.reduce(composed);'],
    tests: ['lsp/documents/changes'],
    expect: 'a change that was told is no longer than it has to be',
  },
  {
    name: 'lines behind an edit stay where they were',
    file: 'server/src/text/lines/lineTable.ts',
    replace: ['starts.push((earlier.starts[index] ?? 0) + grown)', 'starts.push(earlier.starts[index] ?? 0)'],
    tests: ['lineTable', 'lsp/documents/changes'],
    expect: 'made from the table of an earlier text, it is the same',
  },
  {
    name: 'a kind that reads lists as a whole reads each item once more',
    file: 'server/src/lint/readings.ts',
    replace: ['return byItems ? (kind.read?.(root, surroundings) ?? []) : [];', 'return kind.read?.(root, surroundings) ?? [];'],
    tests: ['lint/readings'],
    expect: 'the items of a list are told once',
  },
  {
    name: 'a list is read as a whole, and item by item besides',
    file: 'server/src/lint/readings.ts',
    replace: ['byItems && hasItems(root) ? undefined : kind.read', 'byItems && !hasItems ? undefined : kind.read'],
    tests: ['lint/readings', 'lint/lint.test'],
    expect: 'list',
  },
];

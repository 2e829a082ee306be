// Faults on the way of a keystroke: what is taken in of it, what is passed down, and what is kept of the version before.
export const keystrokes = [
  {
    name: 'a request is answered without what was edited in other documents',
    file: 'server/src/lsp/analyses.ts',
    replace: ['      await openFiles.takeIn();\n      const open', '      const open'],
    tests: ['lsp/freshness'],
    expect: 'sees what was edited in another document right before',
  },
  {
    name: 'closed files are linted without what was edited in open ones',
    file: 'server/src/lsp/analyses.ts',
    replace: ['      await openFiles.takeIn();\n      return', '      return'],
    tests: ['lsp/freshness'],
    expect: 'lintWorkspace sees what was edited in another document right before',
  },
];

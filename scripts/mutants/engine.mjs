// Faults in reading policies, in the linter and in what it keeps.
export const engine = [
  {
    name: 'a repair is as many edits as it has places',
    file: 'server/src/lsp/workspaceEdits.ts',
    replace: ['asOneEdit(file.text, file.edits).map', 'file.edits.map'],
    tests: ['lsp/actions'],
    expect: 'a repair that changes a file at several places is one edit',
  },
  {
    name: 'one edit for several cuts a pair of surrogates',
    file: 'server/src/text/edit.ts',
    replace: [
      '(before === 13 && after === 10) || (before >> 10 === 0x36 && after >> 10 === 0x37)',
      'before === 13 && after === 10',
    ],
    tests: ['oneEdit'],
    expect: 'no edit begins or ends between the halves',
  },
  {
    name: 'reading stops at the first policy of a file',
    file: 'server/src/policies/gcp/accessLevel.ts',
    replace: ['.filter(isLevel)', '.filter(isLevel).slice(0, 1)'],
    expect: 'law 8',
  },
  {
    name: 'the linter asks a rule about the first policy only',
    file: 'server/src/lint/lint.ts',
    replace: [
      'for (const policy of readOnce(policies, rule.reader, root, surroundings))',
      'for (const policy of readOnce(policies, rule.reader, root, surroundings).slice(0, 1))',
    ],
    expect: 'law 8',
  },
  {
    name: 'what is put into Terraform is not spelled in snake_case',
    file: 'server/src/policies/dialect.ts',
    replace: [
      'spell: (apiField) => exceptions.get(apiField)',
      'spell: (apiField) => exceptions.get(apiField) ?? apiField ?? exceptions.get(apiField)',
    ],
    expect: 'law 4',
  },
  {
    name: 'a severity of off is ignored',
    file: 'server/src/lint/settings.ts',
    replace: [
      'first((layer) => severityIn(layer, rule)) ?? own',
      "[first((layer) => severityIn(layer, rule)) ?? own].find((level) => level !== 'off') ?? own",
    ],
    tests: ['lint.test'],
    expect: 'the severity is the user’s',
  },
  {
    name: 'an expired suppression goes on hiding',
    file: 'server/src/lint/suppression.ts',
    replace: ['use.expired ? [] : use.findings', 'use.findings'],
    tests: ['lintSuppression.test'],
    expect: 'the named day is the last one',
  },
  {
    name: 'a changed fact in another file is not noticed',
    file: 'server/src/workspace/workspace.ts',
    replace: ['if (!sameFacts(facts, other.find(kind, name))) return false;', 'sameFacts(facts, other.find(kind, name));'],
    tests: ['lint.test'],
    expect: 'something its rules asked for has changed',
  },
  {
    name: 'a finding in a heredoc is marked one off',
    file: 'server/src/syntax/terraform/pieceMap.ts',
    replace: [
      "return piece.kind === 'escape' && offset > piece.inner ? undefined : piece.outer + offset - piece.inner;",
      "return piece.kind === 'escape' && offset > piece.inner ? undefined : piece.outer + offset - piece.inner + 1;",
    ],
    tests: ['lint.test'],
    expect: 'what is in a heredoc or a quoted string is marked in the file',
  },
  {
    name: 'a changed block is taken for the one that stood there before',
    file: 'server/src/syntax/terraform/parse.ts',
    replace: [
      'reusable.get(source)?.shift() ??',
      'reusable.get(source)?.shift() ?? previous.find(({ offset }) => offset === stretch.start)?.root ??',
    ],
    tests: ['lint.test'],
    expect: 'a root is read again',
  },
  {
    name: 'a rule that throws takes the others’ findings along',
    file: 'server/src/lint/lint.ts',
    replace: ['onFault(rule.id, error);', 'onFault(rule.id, error);\n      break;'],
    tests: ['lint.test'],
    expect: 'a rule that throws costs its own findings only',
  },
  {
    name: 'items behind the edited one stay where they were',
    file: 'server/src/syntax/listItems.ts',
    replace: [
      'return at < index ? one : { root: one.root, offset: one.offset + grown };',
      'return at < index ? one : { root: one.root, offset: one.offset + grown * 0 };',
    ],
    expect: 'is the same in json whether it was read at once or edit by edit',
    tests: ['syntax/listItems'],
  },
  {
    name: 'an item of a list takes its neighbour along',
    file: 'server/src/syntax/yaml/list.ts',
    replace: [
      '    if (!item || !isWhole || itemStretches(read)[0]?.start !== 0) return undefined;',
      '    if (!item) return undefined;',
    ],
    expect: 'is the same in yaml whether it was read at once or edit by edit',
    tests: ['syntax/listItems'],
  },
  {
    name: 'what stands behind the edited item of an inner list stays where it was',
    file: 'server/src/syntax/nestedItem.ts',
    replace: ['return shiftNode(node, growth.grown);', 'return node;'],
    expect: 'is the same in json whether it was read at once or edit by edit: {',
    tests: ['syntax/listItems'],
  },
  {
    name: 'a word that is typed letter by letter is not seen',
    file: 'server/src/policies/mayHoldPolicy.ts',
    replace: ['text.slice(Math.max(0, start - longestWord), end + grown + longestWord)', 'text.slice(start, end + grown)'],
    expect: 'what is typed into such a text is seen with its last letter',
    tests: ['mayHoldPolicy'],
  },
  {
    name: 'a block that tells of others is passed over',
    file: 'server/src/workspace/mayHoldFacts.ts',
    replace: ['return followed.test(type) || inAnyBlock.test(block);', 'return followed.test(type);'],
    expect: 'a block that is passed over tells nothing',
    tests: ['workspace/blockFacts'],
  },
];

/** Parts of strings: where they stand, and edits of them. */
export const strings = [
  {
    name: 'strings: a part with a fold in its middle has a place',
    file: 'server/src/syntax/strings/segments.ts',
    replace: ['if (next?.inner !== segment.innerEnd || next.outer !== segment.outerEnd) return undefined;', ''],
    tests: ['rules/allow-policy/condition-unknown-attribute'],
    expect: 'a fold in the middle',
  },
  {
    name: 'strings: an escape of JSON is one unit of text',
    file: 'server/src/syntax/json/segments.ts',
    replace: ['matchAll(/\\\\u[0-9A-Fa-f]{4}|\\\\.|', 'matchAll(/\\\\.|'],
    tests: ['properties/stringParts'],
    expect: 'marked and edited where it stands',
  },
  {
    name: 'strings: an escape of YAML stands for itself',
    file: 'server/src/syntax/yaml/segments.ts',
    replace: ["const kind = means === undefined ? 'text' : 'escape';", "const kind = 'text';"],
    tests: ['properties/stringParts'],
    expect: 'marked and edited where it stands',
  },
  {
    name: 'strings: a fold may be what an escape means',
    file: 'server/src/syntax/yaml/segments.ts',
    replace: [
      "alignedSegments(doubleQuotedPieces(written, start), node.value, 'told')",
      'alignedSegments(doubleQuotedPieces(written, start).filter(({ isFold }) => !isFold), node.value)',
    ],
    tests: ['syntax/yaml/parse'],
    expect: 'an escape beside a line break',
  },
  {
    name: 'strings: what was written is not read again',
    file: 'server/src/syntax/edits/stringEdits.ts',
    replace: ['if (!inText.read) return true;', 'if (inText) return true;'],
    tests: ['properties/stringParts', 'syntax/stringEdits'],
    expect: 'a second parser reads what was meant',
  },
  {
    name: 'strings: an expression in a template counts with its text',
    file: 'server/src/syntax/terraform/segments.ts',
    replace: ["kind === 'hole' ? holeUnit.length :", "kind === 'hole' ? range.end - range.start :"],
    tests: ['properties/stringParts'],
    expect: 'marked and edited where it stands',
  },
  {
    name: 'strings: a backslash in JSON in a string escapes nothing',
    file: 'server/src/syntax/terraform/embedded.ts',
    replace: [
      'isInString(inString, inner.slice(scanned));\n      scanned = inner.length;',
      "inner.length > 0 && inString !== (inner.split('\"').length % 2 === 0);",
    ],
    tests: ['properties/stringParts'],
    expect: 'marked and edited where it stands',
  },
  {
    name: 'strings: a part is marked with all of its string',
    file: 'server/src/lint/places/embedding.ts',
    replace: ['return range && place.toOuter(range) ? range : at.of.range;', 'return at.of.range;'],
    tests: ['rules/allow-policy/condition-unknown-attribute'],
    expect: 'at its own characters',
  },
  {
    name: 'strings: what a macro names is an attribute',
    file: 'server/src/kinds/gcp/conditions/names.ts',
    replace: ['new Set([...bound, ...namesGiven(node)])', 'bound'],
    tests: ['rules/allow-policy/condition-unknown-attribute'],
    expect: 'exists(resourc',
  },
];

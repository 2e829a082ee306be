// Faults in reading and writing JSON, YAML and Terraform.
export const formats = [
  {
    name: 'the JSON writer forgets the comma',
    file: 'server/src/syntax/json/stretchText.ts',
    replace: ["(needsComma ? ',' : '')", "(needsComma && rows.length < 0 ? ',' : '')"],
    expect: 'law 3',
  },
  {
    name: 'the JSON writer ignores the file’s line ends',
    file: 'server/src/syntax/json/style.ts',
    replace: ["lineBreak: /\\r\\n|\\n|\\r/.exec(text)?.[0] ?? '\\n',", "lineBreak: '\\n',"],
    expect: 'law 7',
  },
  {
    name: 'the YAML writer forgets the indentation',
    file: 'server/src/syntax/yaml/writeValue.ts',
    replace: ['const column = place.column + step;', 'const column = place.column;'],
    expect: 'law 3',
  },
  {
    name: 'the YAML writer ignores the file’s line ends',
    file: 'server/src/syntax/yaml/style.ts',
    replace: ["lineBreak: text.includes('\\r\\n') ? '\\r\\n' : '\\n',", "lineBreak: '\\n',"],
    expect: 'law 7',
  },
  {
    name: 'the Terraform writer ignores the file’s line ends',
    file: 'server/src/syntax/terraform/writing/style.ts',
    replace: ["newline: /\\r?\\n/.exec(text)?.[0] ?? '\\n',", "newline: '\\n',"],
    expect: 'law 7',
  },
  {
    name: 'the Terraform writer forgets the indentation',
    file: 'server/src/syntax/terraform/writing/writeBody.ts',
    replace: ['{ ...place, indent: place.indent + unit }', '{ ...place, indent: place.indent }'],
    expect: 'law 3',
  },
  {
    name: 'edits at one offset come out in the wrong order',
    file: 'server/src/text/edit.ts',
    replace: ['return [...edits].sort(', 'return edits.toReversed().sort('],
    expect: 'law 3',
  },
  {
    name: 'a dynamic block is overlooked',
    file: 'server/src/syntax/terraform/body.ts',
    replace: ['complete: !reading.broken && !blocks.some(isDynamic),', 'complete: !reading.broken,'],
    tests: ['terraformTree'],
    expect: 'a dynamic block adds an item and leaves the sequence open',
  },
];

// Imports against the flow.
const tests = ['architecture'];
const expect = 'imports flow one way';

export const architecture = [
  {
    name: 'a rule imports the editor’s library',
    file: 'server/src/rules/allow-policy/public-access.ts',
    replace: ['import { refusals }', "import { DiagnosticSeverity } from 'vscode-languageserver';\nimport { refusals }"],
    tests,
    expect,
  },
  {
    name: 'syntax imports rules',
    file: 'server/src/syntax/sourceFile.ts',
    replace: ['import { jsonFormat }', "import type { Severity } from '../rules/rule';\nimport { jsonFormat }"],
    tests,
    expect,
  },
  {
    name: 'a rule asks for the time itself',
    file: 'server/src/rules/allow-policy/public-access.ts',
    replace: ['const role = certainText(binding.role);', 'const role = certainText(binding.role) ?? String(Date.now());'],
    tests,
    expect,
  },
  {
    name: 'the engine reads files',
    file: 'server/src/workspace/index/facts.ts',
    replace: ['import type { Root }', "import { readFileSync } from 'node:fs';\nimport type { Root }"],
    tests,
    expect,
  },
  {
    name: 'the client imports the engine',
    file: 'client/src/policies.ts',
    add: "import { rules } from '../../server/src/rules/index.generated';\n\nexport const count = rules.length;\n",
    tests,
    expect,
  },
];

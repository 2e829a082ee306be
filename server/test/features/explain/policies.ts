import { summarise } from '../../../src/kinds/facts';
import { createLinter } from '../../../src/lint/lint';
import type { FileReading } from '../../../src/lint/readings';
import { readSettings } from '../../../src/lint/settings/settings';
import { rules } from '../../../src/rules/index.generated';
import { formatOf, parseSourceFile, type SourceFile } from '../../../src/syntax/sourceFile';
import { prepareTerraform } from '../../../src/syntax/terraform/reading/grammar';
import { join, type Workspace } from '../../../src/workspace/index/workspace';

await prepareTerraform();

export interface Parsed {
  readonly file: SourceFile;
  readonly reading: FileReading;
  readonly workspace: Workspace;
}

/** A file and the policies that the rules see in it; with `others` by name, it is the whole workspace. */
export function parse(name: string, text: string, others: Readonly<Record<string, string>> = {}): Parsed {
  const [file, ...rest] = [[name, text] as const, ...Object.entries(others)].map(([path, content]) => {
    const uri = `file:///workspace/${path}`;
    const format = formatOf(uri);
    if (!format) throw new Error(`no format reads ${path}`);
    return parseSourceFile(uri, content, format);
  });
  if (!file) throw new Error('no file');
  const workspace = join(
    [file, ...rest].map((one) => summarise(one, { group: undefined })),
    true,
  );
  const { settings } = readSettings({ client: undefined, folder: 'file:///workspace' });
  const linter = createLinter({
    rules,
    settings,
    onFault(_, error) {
      throw error;
    },
  });
  return { file, reading: linter.read(file, workspace), workspace };
}

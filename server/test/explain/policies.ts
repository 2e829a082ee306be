import { createLinter, type PlacedPolicy } from '../../src/lint/lint';
import { readSettings } from '../../src/lint/settings';
import { rules } from '../../src/rules/index.generated';
import { formatOf, parseSourceFile, type SourceFile } from '../../src/syntax/sourceFile';
import { prepareTerraform } from '../../src/syntax/terraform/grammar';
import { summarise } from '../../src/workspace/summarise';
import { join } from '../../src/workspace/workspace';

await prepareTerraform();

/** A file and the policies that the rules see in it, the file being the whole workspace. */
export function parse(name: string, text: string): { readonly file: SourceFile; readonly policies: readonly PlacedPolicy[] } {
  const uri = `file:///workspace/${name}`;
  const format = formatOf(uri);
  if (!format) throw new Error(`no format reads ${name}`);
  const file = parseSourceFile(uri, text, format);
  const { settings } = readSettings({ client: undefined, folder: 'file:///workspace' });
  const linter = createLinter({
    rules,
    settings,
    onFault(_, error) {
      throw error;
    },
  });
  return { file, policies: linter.policies(file, join([summarise(file, { group: undefined })], true), new Date(0)) };
}

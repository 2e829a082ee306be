import {
  type Input,
  jsonList,
  jsonPolicy,
  longTerraform,
  shortJson,
  shortTerraform,
  shortYaml,
  yamlDocuments,
  yamlList,
  yamlPolicy,
} from '../inputs/files';
import { manifests, packageList } from '../inputs/otherFiles';
import { measureTyping } from '../keystrokes';
import { type Figures, type Row, scaled } from '../row';
import {
  anywhereInText,
  aroundJson,
  aroundYamlDocuments,
  aroundYamlLevels,
  aroundYamlPolicy,
  type Burst,
  insideJson,
  insideYamlLevels,
  insideYamlPolicy,
  inTerraform,
} from '../typing';
import { withFile } from '../workspace';

/** From a keystroke to its diagnostics. */
export const typingRows: readonly Row[] = [
  row(shortJson, 5, [...insideJson, ...aroundJson]),
  row(shortTerraform, 5, inTerraform),
  row(shortYaml, 10, [...insideYamlPolicy, ...aroundYamlPolicy]),
  row(longTerraform, 30, inTerraform),
  row(yamlList, 40, insideYamlLevels, 'inside an item'),
  row(yamlDocuments, 40, insideYamlPolicy, 'inside a document'),
  row(yamlList, 250, aroundYamlLevels, 'anywhere'),
  row(yamlDocuments, 250, aroundYamlDocuments, 'anywhere'),
  row(yamlPolicy, 250, [...insideYamlPolicy, ...aroundYamlPolicy], 'anywhere'),
  row(jsonList, 25, insideJson, 'inside an item'),
  row(jsonList, 120, aroundJson, 'anywhere'),
  row(jsonPolicy, 120, [...insideJson, ...aroundJson], 'anywhere'),
];

function row(input: Input, budget: number, bursts: readonly Burst[], where?: string): Row {
  return {
    name: ['keystroke', input.title, ...(where ? [where] : [])].join(', '),
    budget,
    unit: 'ms',
    measure: () => measureIn(input, bursts),
  };
}

/** What a file costs that holds no policy: the whole keystroke, the protocol's part of it included, for each 100 KB. */
export const otherFileRows: readonly Row[] = [
  otherFileRow({ title: '1 MB of JSON', name: 'dependencies.json', makeText: () => packageList(1024 * 1024) }),
  otherFileRow({ title: '300 KB of YAML', name: 'deployments.yaml', makeText: () => manifests(300 * 1024) }),
];

function otherFileRow(input: Input): Row {
  return {
    name: `keystroke, ${input.title} without a policy`,
    budget: 0.3,
    unit: 'ms/100 KB',
    measure: async () => scaled(await measureIn(input, anywhereInText), 100_000 / Buffer.byteLength(input.makeText())),
  };
}

function measureIn({ name, makeText }: Input, bursts: readonly Burst[]): Promise<Figures> {
  return withFile(name, makeText(), ({ server, uri, text }) => measureTyping(server, uri, text, bursts));
}

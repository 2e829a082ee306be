import { assetExport, longPolicy, policyDump } from './json';
import { rootModule } from './terraform';
import { documents, levelsList, policyFile } from './yaml';

/** A file to measure with. */
export interface Input {
  readonly title: string;
  readonly name: string;
  makeText(): string;
}

const megabyte = 1024 * 1024;

export const shortJson: Input = { title: '300 lines of JSON', name: 'policy.json', makeText: () => policyDump(300) };
export const shortTerraform: Input = { title: '300 lines of Terraform', name: 'main.tf', makeText: () => rootModule(300) };
export const shortYaml: Input = { title: '300 lines of YAML', name: 'policy.yaml', makeText: () => policyFile(300) };
export const longTerraform: Input = { title: '10,000 lines of Terraform', name: 'main.tf', makeText: () => rootModule(10_000) };
export const yamlList: Input = { title: '10,000 lines of YAML, a list', name: 'levels.yaml', makeText: () => levelsList(10_000) };
export const yamlDocuments: Input = {
  title: '10,000 lines of YAML, documents',
  name: 'policies.yaml',
  makeText: () => documents(10_000),
};
export const yamlPolicy: Input = {
  title: '10,000 lines of YAML, one policy',
  name: 'policy.yaml',
  makeText: () => policyFile(10_000),
};
export const jsonList: Input = { title: '1 MB of JSON, a list', name: 'export.json', makeText: () => assetExport(megabyte) };
export const jsonPolicy: Input = { title: '1 MB of JSON, one policy', name: 'policy.json', makeText: () => longPolicy(megabyte) };

export const inputs: readonly Input[] = [
  shortJson,
  shortTerraform,
  shortYaml,
  longTerraform,
  yamlList,
  yamlDocuments,
  yamlPolicy,
  jsonList,
  jsonPolicy,
];

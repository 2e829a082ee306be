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
} from './inputs/files';
import { onePolicies } from './inputs/onePolicy';
import {
  aroundJson,
  aroundYamlDocuments,
  aroundYamlLevels,
  aroundYamlPolicy,
  type Burst,
  insideJson,
  insideTerraformPolicy,
  insideYamlLevels,
  insideYamlPolicy,
  inTerraform,
} from './typing';

/** Something to type, and how long a keystroke may take. */
export interface TypingTask {
  /** The row's name. */
  readonly name: string;
  readonly input: Input;
  /** In milliseconds. */
  readonly budget: number;
  readonly bursts: readonly Burst[];
  /** In what of a long text is typed; anywhere moves the borders of its parts too. */
  readonly where?: Where;
}

type Where = 'inside an item' | 'inside a document' | 'anywhere';

export const typingTasks: readonly TypingTask[] = [
  task(shortJson, 5, [...insideJson, ...aroundJson]),
  task(shortTerraform, 5, inTerraform),
  task(shortYaml, 10, [...insideYamlPolicy, ...aroundYamlPolicy]),
  task(longTerraform, 30, inTerraform),
  task(yamlList, 40, insideYamlLevels, 'inside an item'),
  task(yamlDocuments, 40, insideYamlPolicy, 'inside a document'),
  task(yamlList, 250, aroundYamlLevels, 'anywhere'),
  task(yamlDocuments, 250, aroundYamlDocuments, 'anywhere'),
  task(yamlPolicy, 250, [...insideYamlPolicy, ...aroundYamlPolicy], 'anywhere'),
  task(jsonList, 25, insideJson, 'inside an item'),
  task(jsonList, 120, aroundJson, 'anywhere'),
  task(jsonPolicy, 120, [...insideJson, ...aroundJson], 'anywhere'),
  ...[0, 50].flatMap((findings) => [...onePolicyTasks(360, findings, 5, 10), ...onePolicyTasks(3_600, findings, 12, 25)]),
];

/** In each format; YAML has a budget of its own. */
function onePolicyTasks(lines: number, findings: number, budget: number, budgetOfYaml: number): readonly TypingTask[] {
  return onePolicies(lines, findings).map((input) => {
    if (input.name.endsWith('.yaml')) return task(input, budgetOfYaml, insideYamlPolicy);
    return task(input, budget, input.name.endsWith('.json') ? insideJson : insideTerraformPolicy);
  });
}

function task(input: Input, budget: number, bursts: readonly Burst[], where?: Where): TypingTask {
  const name = ['keystroke', input.title, ...(where ? [where] : [])].join(', ');
  return { name, input, budget, bursts, ...(where && { where }) };
}

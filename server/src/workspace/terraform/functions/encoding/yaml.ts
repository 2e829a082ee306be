import { type PlainNode, plainTree } from '../../../../syntax/yaml/plainTree';
import { convert } from '../../values/convert';
import { objectValue, tupleValue } from '../../values/make';
import { stringType } from '../../values/type';
import type { Value } from '../../values/value';
import { excess, type Limits, type Outcome } from '../definition';
import { isMergeKey, scalarValue } from './yamlScalar';

/**
 * What a YAML text says, in YAML 1.1: objects and tuples of what is in them. Undefined for what Terraform doesn't read.
 *
 * @see https://developer.hashicorp.com/terraform/language/functions/yamldecode
 */
export function decodedYaml(text: string, { elements }: Limits): Outcome {
  const tree = plainTree(text);
  if (!tree) return undefined;
  if (tree === 'tooDeep') return excess;
  let count = 0;
  const read = (node: PlainNode): Value | undefined => {
    // What several aliases stand for counts each time.
    if (++count > elements) return undefined;
    if (node.kind === 'scalar') return scalarValue(node);
    if (node.tag !== undefined && node.tag !== `tag:yaml.org,2002:${node.kind === 'mapping' ? 'map' : 'seq'}`) return undefined;
    if (node.kind === 'mapping') return readMapping(node);
    const items = node.items.map(read);
    return items.every((item) => item !== undefined) ? tupleValue(items) : undefined;
  };
  const readMapping = ({ entries }: Extract<PlainNode, { readonly kind: 'mapping' }>): Value | undefined => {
    const all: (readonly [string, Value])[] = [];
    for (const { key, value } of entries) {
      const content = read(value);
      if (!content || key.kind !== 'scalar') return undefined;
      if (isMergeKey(key)) {
        if (!('entries' in content)) return undefined;
        all.push(...content.entries);
        continue;
      }
      const given = scalarValue(key);
      const name = given && convert(given, stringType);
      if (name?.kind !== 'string') return undefined;
      all.push([name.text, content]);
    }
    return objectValue(all);
  };
  const value = read(tree);
  return count > elements ? excess : value;
}

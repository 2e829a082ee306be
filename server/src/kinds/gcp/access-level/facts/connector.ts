import type { MappingNode } from '../../../../syntax/tree';
import type { FactReader } from '../../../../workspace/index/factReader';
import { blocksOf } from '../../../../workspace/terraform/resources';
import { connectorObjects } from '../../config-connector/recognise';
import { mappingIn, specOf, textIn } from '../../config-connector/target';

/** The names under which the uses of a level of Config Connector are found: that of its object, in whichever namespace. */
export function connectorNames(node: MappingNode): readonly string[] {
  const name = textIn(mappingIn(node, 'metadata'), 'name');
  return name === undefined ? [] : [nameOfObject(name)];
}

/** What the level is called in Google Cloud. */
export function connectorId(node: MappingNode): string | undefined {
  return textIn(specOf(node), 'resourceID') ?? textIn(mappingIn(node, 'metadata'), 'name');
}

/** The levels that others of Config Connector require. */
export const connectorUseFacts: FactReader = {
  words: /AccessContextManager/,
  root(collector) {
    for (const { kind, node } of connectorObjects(collector.root)) {
      const basic = kind === 'AccessContextManagerAccessLevel' ? mappingIn(specOf(node), 'basic') : undefined;
      if (!basic) continue;
      const value = { by: 'level', user: connectorId(node), policy: undefined } as const;
      for (const condition of blocksOf(basic, 'conditions'))
        for (const required of blocksOf(condition, 'requiredAccessLevels')) {
          const name = textIn(required, 'name');
          if (name !== undefined) collector.add('levelUse', nameOfObject(name), value, required);
        }
    }
  },
};

function nameOfObject(name: string): string {
  return `connector#${name}`;
}

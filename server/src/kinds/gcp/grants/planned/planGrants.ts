import { entryOf } from '../../../../syntax/tree';
import type { TextRange } from '../../../../text/range';
import type { Place } from '../../../../workspace/index/facts';
import type { PlannedResource } from '../../../../workspace/terraform/plan/plan';
import { planValue } from '../../../../workspace/terraform/plan/planValue';
import { unknownValue } from '../../../../workspace/terraform/values/make';
import { anyType } from '../../../../workspace/terraform/values/type';
import type { Value } from '../../../../workspace/terraform/values/value';
import type { GrantTable } from '../../../grantTable';
import { iamFamilyOf } from '../../iam-resource/family';
import type { GrantingResource } from './grantingResource';
import { asText, lackIn } from './lack';
import { addGrants, type Table } from './rows';

/** What the resources of a plan grant that stands in the document `uri`. */
export function grantsOfPlan(resources: readonly PlannedResource[], uri: string, place: (range: TextRange) => Place): GrantTable {
  const table: Table = { source: uri, grants: [], unknown: [] };
  for (const resource of resources) {
    const iam = iamFamilyOf(resource.type);
    if (iam) addGrants(granting(resource, place), iam, place(resource.anchor), table);
  }
  return table;
}

function granting({ address, type, body, untold }: PlannedResource, place: (range: TextRange) => Place): GrantingResource {
  const argument = (name: string) => {
    const entry = entryOf(body, name);
    if (entry) return planValue(entry.value, place);
    return untold && unknownValue(anyType, untold);
  };
  return {
    address,
    type,
    names: body.entries.map(({ key }) => key),
    argument,
    condition: () => conditionIn(argument('condition')),
  };
}

/** Of a list of blocks, as plans have them. */
function conditionIn(blocks: Value | undefined): ReturnType<GrantingResource['condition']> {
  if (blocks?.kind === 'unknown') return blocks;
  const [block] = blocks && 'items' in blocks ? blocks.items : [];
  if (!block) return undefined;
  if (!('entries' in block)) return lackIn(block);
  const [title, expression] = ['title', 'expression'].map((name) => asText(block.entries.get(name)));
  if (title?.kind !== 'string' || expression?.kind !== 'string') return lackIn(title?.kind === 'string' ? expression : title);
  return { title: title.text, expression: expression.text };
}

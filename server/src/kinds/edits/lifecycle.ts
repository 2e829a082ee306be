import { entryOf } from '../../syntax/tree';
import { blocksOf, type TerraformResource } from '../../workspace/terraform/resources';

/** Whether Terraform lets changes of the resource be, so that what is in force may be something else than what is written. */
export function ignoresChanges(resource: TerraformResource): boolean {
  return blocksOf(resource.body, 'lifecycle').some((block) => {
    const ignored = entryOf(block, 'ignore_changes')?.value;
    const isEmpty = ignored?.kind === 'sequence' && ignored.complete && ignored.items.length === 0;
    return !block.complete || (ignored !== undefined && !isEmpty);
  });
}

/** Whether Terraform refuses what would make another resource take this one's place, or may refuse it. */
export function preventsReplacement(resource: TerraformResource): boolean {
  return blocksOf(resource.body, 'lifecycle').some((block) => {
    const prevented = entryOf(block, 'prevent_destroy')?.value;
    return !block.complete || (prevented !== undefined && !(prevented.kind === 'scalar' && prevented.value === false));
  });
}

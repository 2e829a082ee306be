import { entryOf, type SyntaxNode } from '../syntax/tree';
import { blocksOf, type TerraformResource } from '../workspace/terraformResources';

/**
 * Whether Terraform is told not to carry out a change of the argument, or may be told so: `ignore_changes` leaves things as they
 * are, and with `prevent_destroy` nothing can take a resource's place.
 */
export function isKeptFromChange(resource: TerraformResource, argument: string, takesItsPlace: boolean): boolean {
  return blocksOf(resource.body, 'lifecycle').some((block) => {
    const ignored = entryOf(block, 'ignore_changes')?.value;
    const prevented = entryOf(block, 'prevent_destroy')?.value;
    const isPrevented = prevented !== undefined && !(prevented.kind === 'scalar' && prevented.value === false);
    return (ignored !== undefined && mayName(ignored, argument)) || (takesItsPlace && isPrevented) || !block.complete;
  });
}

function mayName(node: SyntaxNode, argument: string): boolean {
  if (node.kind === 'sequence') return !node.complete || node.items.some((item) => mayName(item, argument));
  const name = node.kind === 'reference' ? node.path[0] : node.kind === 'scalar' ? node.value : argument;
  return name === argument || name === 'all';
}

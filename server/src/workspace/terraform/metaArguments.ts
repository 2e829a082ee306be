/** What Terraform takes in any resource. */
export const metaArguments: ReadonlySet<string> = new Set([
  'connection',
  'count',
  'depends_on',
  'for_each',
  'id',
  'lifecycle',
  'provider',
  'provisioner',
  'timeouts',
]);

import type { FormatName } from '../syntax/format';
import { escapedLetter } from '../text/escapedLetter';

/**
 * Whether a text can hold anything that `summarise` reads, told without parsing it: most files of a workspace can't. May be
 * wrong only in saying yes.
 */
export function mayHoldFacts(text: string, format: FormatName, uri: string): boolean {
  if (/\.tfvars(\.json)?$/.test(uri)) return true;
  return (format === 'json' || format === 'yaml' ? inPolicyFiles : inTerraform).test(text);
}

/** `conditions` is a key of Fabric's levels at the top of a document; deeper, every second Kubernetes resource has some. */
const topKey = String.raw`(?:^[ \t]{0,4}|[{,?]\s*|---[ \t]+|[&!]\S{0,60}\s+)["']?conditions["']?\s*[:#/]`;

const inPolicyFiles = new RegExp(`memberKey|access_?level|${topKey}|${escapedLetter}`, 'im');

const inTerraform = /\b(?:locals|variable|module)\b|google|access_?level/i;

/** The same for the text of one Terraform block from its first word on: most resources are of types that nobody asks for. */
export function blockMayHoldFacts(block: string): boolean {
  const [, word = '', type = ''] = /^(\w+)[ \t]+"?([\w-]+)/.exec(block) ?? [];
  if (!plainBlocks.has(word)) return true;
  return followed.test(type) || inAnyBlock.test(block);
}

const plainBlocks: ReadonlySet<string> = new Set(['resource', 'data', 'output', 'provider']);

const followed =
  /^google_(?:\w+_iam_\w+|service_account|project|storage_bucket|cloud_identity_group\w*|\w*organization_policy|org_policy_policy|access_context_manager_\w+)$|^googleworkspace_/;

/** Access levels that are used, and grants that are named. */
const inAnyBlock = /access_?level|google_\w+_iam_(?:member|binding|policy)\./i;

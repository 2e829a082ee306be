import type { Policy, PolicyPlace } from '../../kinds/policy';
import type { Fix, ItemContext, MessageArguments, Origins, Related, ReportDetail, Rule, Severity } from '../../rules/rule';
import type { RuleSettings } from '../../rules/settings';
import type { StringPart } from '../../syntax/strings/stringPart';
import type { SyntaxNode } from '../../syntax/tree';
import type { TextRange } from '../../text/range';
import type { Workspace } from '../../workspace/index/workspace';
import { isHidden, valueBehind } from '../../workspace/terraform/names/layout';
import { waysTo } from '../../workspace/terraform/names/ways';
import { folderOf } from '../../workspace/terraform/resources';
import { markedRange } from '../places/embedding';
import { placeInData } from '../places/inData';

/** What a rule says of a policy. */
export interface Report {
  readonly message: string;
  readonly arguments: MessageArguments;
  /** Undefined for the rule's own. */
  readonly severity: Severity | undefined;
  /** In the policy's root. */
  readonly inner: TextRange;
  readonly related: readonly Related[];
  readonly unnecessary: boolean;
  readonly origins: Origins;
  fixes(): readonly Fix[];
}

/** What a rule may ask besides the policy. */
export interface Circumstances {
  readonly settings: RuleSettings;
  readonly workspace: Workspace;
  /** Asked when the rule asks. */
  now(): Date;
}

/** @throws whatever the rule throws */
export function checkPolicy(rule: Rule, policy: Policy, circumstances: Circumstances): readonly Report[] {
  const reports: Report[] = [];
  rule.check?.(policy, contextFor(policy, circumstances, { reports }));
  return reports;
}

export interface ItemReports {
  readonly reports: readonly Report[];
  /** Whether they follow from more than the item and what stands around all items. */
  readonly usesWhole: boolean;
}

/** @throws whatever the rule throws */
export function checkItem(rule: Rule, policy: Policy, index: number, circumstances: Circumstances): ItemReports {
  const found: Found = { reports: [] };
  const item = rule.kind.items?.at(policy, index);
  if (item !== undefined) rule.checkItem?.(item, contextFor(policy, circumstances, found));
  return { reports: found.reports, usesWhole: found.usesWhole === true };
}

interface Found {
  readonly reports: Report[];
  usesWhole?: boolean;
}

function contextFor(policy: Policy, { settings, workspace, now }: Circumstances, found: Found): ItemContext<Policy, string> {
  return {
    settings,
    workspace,
    get now() {
      return now();
    },
    whole() {
      found.usesWhole = true;
      return policy;
    },
    report: (at, message, detail) => void found.reports.push(reportOf(policy, workspace, at, message, detail)),
  };
}

function reportOf(
  { place }: Policy,
  workspace: Workspace,
  at: SyntaxNode | TextRange | StringPart,
  message: string,
  { arguments: args = {}, severity, fixes = none, related = [], unnecessary = false }: ReportDetail<string> = {},
): Report {
  const origins = originsOf(at, place, workspace);
  const said =
    'kind' in at && isHidden(at as SyntaxNode) ? Object.fromEntries(Object.keys(args).map((name) => [name, sensitive])) : args;
  return { message, arguments: said, severity, inner: markedRange(place, at), related, unnecessary, origins, fixes };
}

/** As Terraform writes it. */
const sensitive = '(sensitive value)';

/** Of a value that Terraform works out: where it comes from. */
function originsOf(
  at: SyntaxNode | TextRange | StringPart,
  { root, outer, uri, instances }: PolicyPlace,
  workspace: Workspace,
): Origins {
  const behind = 'kind' in at ? valueBehind(at as SyntaxNode) : undefined;
  if (!behind) return noOrigins;
  const addresses = root === outer ? (instances ?? []) : [];
  const ways = addresses.map((address) => waysTo({ root, uri, range: behind.at, address }, workspace));
  const { cause, literal, at: use } = behind;
  const isOwn = root === outer && literal !== undefined && !cause;
  return {
    cause,
    all: behind.origins.slice(0, mostOrigins).map((origin) => placeInData(origin, behind.value, workspace)),
    ways,
    passed: literal !== undefined && folderOf(literal.uri) !== folderOf(uri),
    uses: isOwn ? [use] : [],
  };
}

const noOrigins: Origins = { cause: undefined, all: [], ways: [], passed: false, uses: [] };

/** Nobody follows more of them. */
const mostOrigins = 10;

const none = () => [];

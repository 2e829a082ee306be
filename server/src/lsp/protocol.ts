// What client and server say to each other besides the Language Server Protocol. The client has its own copy of these shapes:
// the two are separate programs and share no code.
import { type Location, NotificationType, type ProgressToken, RequestType, RequestType0 } from 'vscode-languageserver';

/**
 * The addresses of the files below a folder that may hold policies or settings, or whose name matches one of the patterns. Asked
 * where the server can't reach the files itself.
 */
export const listFilesRequest = new RequestType<
  { readonly folder: string; readonly patterns: readonly string[] },
  string[],
  void
>('leastwise/listFiles');

/** The file's text, or null where there is no such file, or none but by a link that isn't followed. */
export const readFileRequest = new RequestType<{ readonly uri: string; readonly followsLinks: boolean }, string | null, void>(
  'leastwise/readFile',
);

/** The page of a rule as Markdown; null where there is no such rule. */
export const ruleDocumentationRequest = new RequestType<{ readonly uri: string }, string | null, void>(
  'leastwise/ruleDocumentation',
);

/** All rules, in the user's language. */
export const rulesRequest = new RequestType0<RuleSummary[], void>('leastwise/rules');

export interface RuleSummary {
  readonly id: string;
  /** In words. */
  readonly severity: string;
  readonly summary: string;
}

/** Checks all files of the workspace and publishes what is found in closed ones. */
export const lintWorkspaceRequest = new RequestType0<LintWorkspaceResult, void>('leastwise/lintWorkspace');

export interface LintWorkspaceResult {
  /** How many files were checked. */
  readonly files: number;
  /** How many findings they have, open files included. */
  readonly findings: number;
  readonly cancelled: boolean;
}

/** Who may do what by the policies of an open file, as Markdown; null where the file isn't open. */
export const explainRequest = new RequestType<ExplainParams, string | null, void>('leastwise/explain');

export interface ExplainParams {
  readonly uri: string;
  /** Which of the file's policies, from 0 in the order of the text; all where that isn't told. */
  readonly policy?: number;
}

/** What the rules had before them at a place of an open file, as Markdown; null where the file isn't open. */
export const lookedAtRequest = new RequestType<LookedAtParams, string | null, void>('leastwise/lookedAt');

export interface LookedAtParams {
  readonly uri: string;
  /** From 0, as the protocol counts. */
  readonly position: { readonly line: number; readonly character: number };
}

/** Who may do what by all files of the workspace, open documents as they are; waits until the workspace is read. Can be cancelled. */
export const grantsRequest = new RequestType<GrantsParams, GrantsResult, void>('leastwise/grants');

export interface GrantsParams {
  /** What is told how far it is. */
  readonly workDoneToken?: ProgressToken;
}

export interface GrantsResult {
  /** How many files were read. */
  readonly files: number;
  readonly grants: readonly GrantLine[];
  readonly unknown: readonly UnknownGrantLine[];
}

/** One role of one member. What the text doesn't tell is null. */
export interface GrantLine {
  /** Terraform's; null for a document. */
  readonly address: string | null;
  readonly kind: string;
  readonly role: string;
  readonly member: string;
  readonly resource: string | null;
  readonly condition: { readonly title: string; readonly expression: string } | null;
  /** Why there is a condition that isn't known, in the user's language; null elsewhere. */
  readonly unknownCondition: string | null;
  readonly at: Location;
}

/** What isn't known of something that grants, in the user's language. */
export interface UnknownGrantLine {
  readonly address: string | null;
  readonly what: string;
  readonly reason: string;
  readonly at: Location;
}

/** What changes of access by all files of the workspace as they are now, as against what some of them held before. Can be cancelled. */
export const grantChangesRequest = new RequestType<GrantChangesParams, GrantChangesResult, void>('leastwise/grantChanges');

export interface GrantChangesParams extends GrantsParams {
  /** The files that were different; null for those that weren't there. */
  readonly before: readonly { readonly uri: string; readonly text: string | null }[];
}

export interface GrantChangesResult {
  /** How many files were read. */
  readonly files: number;
  readonly changes: readonly GrantChangeLine[];
  /** What isn't known at one of the times alone. */
  readonly unknown: readonly (UnknownGrantLine & { readonly change: 'added' | 'removed' })[];
}

export interface GrantChangeLine {
  readonly change: 'added' | 'removed' | 'condition' | 'perhaps' | 'perhapsAdded' | 'perhapsRemoved';
  /** Counted in the texts before. */
  readonly before: GrantLine | null;
  readonly after: GrantLine | null;
}

export const statusNotification = new NotificationType<ServerStatus>('leastwise/status');

export interface ServerStatus {
  readonly state: 'starting' | 'indexing' | 'ready';
  /** How many files of the workspace the server knows. */
  readonly files: number;
}

/** How much work has been done so far: for tests and benchmarks. */
export const statisticsRequest = new RequestType0<Statistics, void>('leastwise/statistics');

export interface Statistics {
  /** Whether nothing is under way: until the client says something new, nothing will change. */
  readonly settled: boolean;
  readonly complete: boolean;
  readonly files: number;
  readonly facts: number;
  /** How often a document was linted, and the facts of all files were joined. */
  readonly lints: number;
  readonly joins: number;
  /** By the address of a file: of how many blocks, documents or files the rules have looked at the text anew. */
  readonly checks: Readonly<Record<string, number>>;
  /** The same for reading the policies in it, which all rules and features share. */
  readonly reads: Readonly<Record<string, number>>;
}

import type { Kind } from '../kinds/kind';
import type { Policy } from '../kinds/policy';
import type { Root } from '../syntax/format';
import type { StringPart } from '../syntax/strings/stringPart';
import type { SyntaxNode } from '../syntax/tree';
import type { CommentEdit, TreeEdit } from '../syntax/treeEdit';
import type { TextRange } from '../text/range';
import type { Place } from '../workspace/index/facts';
import type { Workspace } from '../workspace/index/workspace';
import type { Way } from '../workspace/terraform/names/ways';
import type { RuleSettings } from './settings';

/** All that the engine, the docs, the settings and the hover know of a rule. */
export interface Rule<Message extends string = string> extends RuleText<Message> {
  /** `<area>/<name>`: also the file's path and the word in settings and suppressions. Names the fault, never the remedy. */
  readonly id: string;
  readonly severity: Severity;
  /** What its fixes do to the meaning: see {@link FixClass}. `none` when it has no fix. */
  readonly fixClass: FixClass | 'none';
  /** The published guidance, for a reader who doubts the rule. */
  readonly source: { readonly title: string; readonly url: string };
  /** The first version that has the rule. */
  readonly since: string;
  /** The first finding in a file says all there is to say. */
  readonly oncePerFile?: true;
  /** Of documents that are open, an editor's own extension for the format tells it. */
  readonly toldByEditors?: true;
  /** Earlier ids, which go on working in settings and suppressions. */
  readonly renamedFrom?: readonly string[];
  readonly examples: readonly Example[];
  readonly kind: Kind;
  /** Looks at one policy. The engine loops. */
  readonly check?: (policy: Policy, context: RuleContext<Message>) => void;
  /** Looks at one of the items that the kind tells apart in a policy, such as a binding. The engine loops, and caches by the item's text. */
  readonly checkItem?: (item: unknown, context: ItemContext<Policy, Message>) => void;
}

/** The words of a rule; a translation holds the same words in another language. */
export interface RuleText<Message extends string = string> {
  /** One sentence: what is wrong. */
  readonly summary: string;
  /** Why it matters and what to do. Markdown. */
  readonly rationale: string;
  /** Findings, titles of fixes and reasons for disabled ones, with `{placeholders}`. */
  readonly messages: Readonly<Record<Message, string>>;
}

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/**
 * `same`: same meaning, or refused today. `narrows`: only removes access. `changes`: may change or widen. `placeholder`: puts in
 * something that a person completes. Only `same` is applied without being looked at.
 */
export type FixClass = 'same' | 'narrows' | 'changes' | 'placeholder';

/** A pair shown in the docs and run as a test. «» surrounds what the rule marks in `bad`; the docs leave the marks out. */
export interface Example {
  readonly bad: string;
  /** Exactly what the first fix (or the one that `fix` names) makes of `bad`; the hand-made cure where there is none. */
  readonly good: string;
  readonly language: 'json' | 'yaml' | 'terraform';
  /** A name for the file, where it tells something: `robots@example.com.json`. */
  readonly file?: string;
  /** Other files of the workspace, by name. */
  readonly files?: Readonly<Record<string, string>>;
  /** Settings, as a user writes them, without `leastwise.`. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** The message id of the fix's title, when it isn't the first, or of a disabled one's reason; `false` where no fix is offered. */
  readonly fix?: string | false;
  /** The finding is about files of JSON and YAML alone: nothing is asked of the same document inside Terraform. */
  readonly filesOnly?: boolean;
  /** The message that is expected, when the pair is about a certain one. */
  readonly message?: string;
  /** Ids of findings of warning or above that are expected besides, before and after. */
  readonly also?: readonly string[];
}

export interface RuleContext<Message extends string> {
  /**
   * Marks `at`: a node of the policy, a range in its root, or a part of what one of its strings means. Where a part has no place of its own in
   * the text, the whole string is marked.
   */
  report(at: SyntaxNode | TextRange | StringPart, message: Message, detail?: ReportDetail<Message>): void;
  readonly settings: RuleSettings;
  readonly workspace: Workspace;
  readonly now: Date;
}

export interface ItemContext<P extends Policy, Message extends string> extends RuleContext<Message> {
  /** The policy that the item belongs to. Who asks depends on all of it, and is asked again at every edit; fixes may ask without that. */
  whole(): P;
}

export interface ReportDetail<Message extends string> {
  readonly arguments?: MessageArguments;
  /** When it differs from the rule's own. */
  readonly severity?: Severity;
  /** Asked when somebody wants to repair, not when something is typed. The first one is the one that is meant. */
  readonly fixes?: () => readonly Fix<Message>[];
  readonly related?: readonly Related<Message>[];
  /** The marked text can go. */
  readonly unnecessary?: boolean;
}

export type MessageArguments = Readonly<Record<string, string>>;

/** A repair. `edits` speak of the tree of the policy's root, keys in API spelling: the engine spells them as the policy does. */
export type Fix<Message extends string = string> = {
  readonly title: Message;
  readonly arguments?: MessageArguments;
} & (
  | {
      readonly edits: readonly (TreeEdit | CommentEdit)[];
      /** When it differs from the rule's own. */
      readonly fixClass?: FixClass;
      /** One of the product's two named repairs, with enough evidence: preferred although it isn't `same`. */
      readonly preferred?: boolean;
      /** `refactor`: a proposal that stands among the refactorings instead of the repairs. */
      readonly kind?: 'refactor';
    }
  /** Exists but isn't safe here; the reason is shown. */
  | { readonly disabled: Message }
);

export interface Related<Message extends string = string> {
  readonly at: Place;
  readonly message: Message;
  readonly arguments?: MessageArguments;
}

/** What a rule found. Words are made at the very edge, in the reader's language. */
export interface Finding {
  readonly rule: Rule;
  readonly message: string;
  readonly arguments: MessageArguments;
  readonly severity: Severity;
  /** The piece of the file that `range` counts in. */
  readonly root: Root;
  readonly range: TextRange;
  /** What the rule marked, in the policy's own root. */
  readonly inner: TextRange;
  /** The policy it was found in, which its fixes speak of. */
  readonly policy: Policy;
  /** In which of the policy's items, where the rule looks at each by itself. */
  readonly item: number | undefined;
  readonly related: readonly Related[];
  readonly unnecessary: boolean;
  readonly origins: Origins;
  /** Terraform's addresses of what it is about, with the keys of instances; empty for documents. */
  readonly addresses: readonly string[];
}

/** Where a value comes from that Terraform works out. */
export interface Origins {
  /** The literal that is the fault, when it isn't what is marked. */
  readonly cause: Place | undefined;
  /** All literals that have part in it. */
  readonly all: readonly Place[];
  /** The loops and the calls of modules that it comes through, for each of the addresses. */
  readonly ways: readonly (readonly Way[])[];
  /** Whether only callers of the module write it. */
  readonly passed: boolean;
  /** Where a literal of the same root is used that is marked in their stead. */
  readonly uses: readonly TextRange[];
}

/** What a rule's author writes: `check`, `checkItem` or both. */
export interface RuleDefinition<P extends Policy, Message extends string, I = unknown>
  extends Omit<Rule<Message>, 'kind' | 'check' | 'checkItem'> {
  readonly kind: Kind<P, I>;
  check?(policy: P, context: RuleContext<Message>): void;
  checkItem?(item: I, context: ItemContext<P, Message>): void;
}

/** Lets the compiler tie a rule's messages to its texts, and hides the policy's type from the engine. */
export function defineRule<P extends Policy, Message extends string, I = unknown>(
  definition: RuleDefinition<P, Message, I>,
): Rule<Message> {
  // The engine hands a rule only what the rule's own kind has read.
  return definition as unknown as Rule<Message>;
}

export type TranslationOf<R> = R extends Rule<infer Message> ? RuleText<Message> : never;

import type { SourceFile } from '../syntax/sourceFile';
import type { Workspace } from '../workspace/index/workspace';
import type { Speech } from './speech';

/** A value that may be put in, before it is written in the way of its place. */
export interface Candidate {
  readonly kind: 'role' | 'member' | 'prefix' | 'word' | 'region' | 'name' | 'reference';
  readonly label: string;
  readonly detail?: string;
  /** What people may type to get at it besides the label. */
  readonly typedAs?: string;
  readonly content: Content;
}

export type Content =
  | { readonly text: string }
  /** The beginning of a text that the person goes on with. */
  | { readonly beginning: string }
  | { readonly literal: string }
  /** A Terraform expression. */
  | { readonly expression: string }
  /** A text with a Terraform expression at its end. */
  | { readonly before: string; readonly hole: string };

export interface CandidateSurroundings {
  readonly file: SourceFile;
  readonly workspace: Workspace;
  /** The Terraform block around it. */
  readonly resource: TerraformBlock | undefined;
  readonly speech: Speech;
  /** What ids of service accounts may begin with. */
  readonly accountPrefixes: readonly string[];
}

export interface TerraformBlock {
  readonly mode: string;
  readonly type: string;
  readonly name: string;
}

/** What may stand in a field, in the order in which it is offered. */
export type Offer = (surroundings: CandidateSurroundings) => readonly Candidate[];

/** A text that is one of a few. */
export function word(text: string): Candidate {
  return { kind: 'word', label: text, content: { text } };
}

/** What is written without quotes. */
export function literal(text: string): Candidate {
  return { kind: 'word', label: text, content: { literal: text } };
}

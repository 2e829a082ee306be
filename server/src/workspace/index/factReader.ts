import type { FormatName } from '../../syntax/format';
import type { ValueTypeOf } from '../terraform/modules/configuration';
import type { TerraformResource } from '../terraform/resources';
import type { FactCollector } from './facts';

/**
 * What one kind of document tells other files, and what a text must hold to tell it. Neither a type of resource nor a text that it
 * doesn't name here is ever shown to it, so what is skipped unparsed is exactly what it couldn't have read.
 */
export interface FactReader {
  /** Types of Terraform resources and data sources; `*` stands for any letters. */
  readonly types?: readonly string[];
  resource?(resource: TerraformResource, collector: FactCollector): void;
  /** What a root holds whose facts `root` tells, in one of `formats` if they are said. */
  readonly words?: RegExp;
  readonly formats?: readonly FormatName[];
  /** With `lists` asked of lists as a whole, else of their items one by one. */
  root?(collector: FactCollector, hints: FileHints): void;
  readonly lists?: true;
  /** Types whose attributes others refer to. */
  readonly followed?: readonly string[];
  /**
   * What the arguments and blocks of resources of a type are to those who refer to them, as far as the provider takes them as they are
   * written; undefined for types that it doesn't know.
   */
  readonly valueTypeOf?: ValueTypeOf;
  /** Types of which others may take parts, and by which attributes they take it as a whole, however it is written. */
  readonly takenApart?: { readonly types: readonly string[]; readonly asWhole: readonly string[] };
  /** Types of which a repair may add one more, under a name that is free in the module. */
  readonly added?: readonly string[];
  /** Types that a repair may take away where nothing names their address. */
  readonly removed?: readonly string[];
}

/** What settings tell of a file besides its text. */
export interface FileHints {
  /** The group whose members the file lists. */
  readonly group: string | undefined;
  /** What the policies of the file hang on. */
  readonly attachment?: string | undefined;
}

export function sameHints(a: FileHints, b: FileHints): boolean {
  return a.group === b.group && a.attachment === b.attachment;
}

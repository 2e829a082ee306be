/** Files that a text of Terraform's names and functions may read, beside those that are read anyway. */
export interface NamedFile {
  /** What they are called: a pattern without a slash. */
  readonly name: string;
  /** The address of the folder in which they are; undefined for any. */
  readonly folder: string | undefined;
  /** Whether they may stand deeper in it. */
  readonly deep: boolean;
}

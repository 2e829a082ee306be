// What the page and the extension say to each other, and what the page shows. All texts are shown as they are, never as HTML.

/** From the extension. */
export type ToPage =
  | { readonly type: 'table'; readonly table: PageTable }
  | { readonly type: 'message'; readonly message: PageMessage }
  /** Files have changed since the table was made. */
  | { readonly type: 'outdated' };

/** From the page. */
export type FromPage =
  /** It can be told what to show. */
  | { readonly type: 'ready' }
  | { readonly type: 'refresh' }
  /** Of the message that is shown. */
  | { readonly type: 'action' }
  | { readonly type: 'open'; readonly list: RowList; readonly index: number; readonly keepFocus: boolean }
  | { readonly type: 'copy'; readonly text: string };

export type RowList = 'grants' | 'unknown';

/** Instead of a table. */
export interface PageMessage {
  readonly text: string;
  /** What can be done, where it isn't to look again. */
  readonly action?: string;
  /** How far it is, while one has to wait; undefined when there is nothing to wait for. */
  readonly waiting?: string;
}

export interface PageTable {
  /** What the page says of the table as a whole. */
  readonly about: string;
  readonly grants: readonly PageGrant[];
  readonly unknown: readonly PageUnknown[];
}

interface PlacedRow {
  /** Terraform's; empty for a document. */
  readonly address: string;
  /** A path and a line, as people read them. */
  readonly place: string;
  /** What a change does to the row, where the page is about one. */
  readonly change?: Change;
}

export type Change = 'added' | 'removed' | 'condition' | 'perhaps' | 'perhapsAdded' | 'perhapsRemoved';

/** One role of one member; empty is what the text doesn't tell. */
export interface PageGrant extends PlacedRow {
  readonly member: string;
  readonly role: string;
  readonly resource: string;
  readonly condition: string;
  /** What the condition asks for. */
  readonly expression: string;
}

export interface PageUnknown extends PlacedRow {
  readonly what: string;
  readonly reason: string;
}

/** The page's own words, with `{0}` for numbers. */
export interface PageWords {
  readonly member: string;
  readonly role: string;
  readonly resource: string;
  readonly condition: string;
  readonly address: string;
  readonly place: string;
  readonly change: string;
  readonly changes: Readonly<Record<Change, string>>;
  readonly groupBy: string;
  readonly filter: string;
  readonly copy: string;
  readonly refresh: string;
  readonly outdated: string;
  readonly unknown: string;
  readonly toUnknown: string;
  readonly notTold: string;
  readonly shown: string;
  readonly nothingShown: string;
}

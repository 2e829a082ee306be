import type { CancellationToken } from 'vscode';
import type { Location } from 'vscode-languageclient';
import type { PageTable, RowList } from '../../page/messages';

/** What a page is about. */
export interface PageSubject {
  /** Names the kind of page: there is one panel of each. */
  readonly viewType: string;
  readonly title: string;
  /** What is said while it is worked out. */
  readonly busy: string;
  /** Works out what to show. Rejects where that fails. */
  readonly load: (report: Report, token: CancellationToken) => Promise<PageAnswer>;
}

/** How far it is, from 0 to 100, and in words. */
export type Report = (percentage: number, message: string) => void;

/** A table with the places that its rows lead to, or what is to be said instead of it. */
export type PageAnswer =
  | { readonly table: PageTable; readonly places: Readonly<Record<RowList, readonly Location[]>> }
  | { readonly message: string; readonly action?: PageAction };

export interface PageAction {
  readonly title: string;
  readonly run: () => unknown;
}

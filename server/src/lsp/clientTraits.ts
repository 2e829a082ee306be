import type { ClientCapabilities, InitializeParams } from 'vscode-languageserver';
import type { Locale } from '../kinds/speech';
import { localeOf } from '../l10n/localize';
import type { PositionEncoding } from '../text/lines/lineTable';
import { canonicalAddress } from '../workspace/files/address';

/** What the client can do and wants, read once from `initialize`. */
export interface ClientTraits {
  readonly locale: Locale;
  /** The client is this product's own: it serves `leastwise:` pages and files, and shows the status. */
  readonly own: boolean;
  /** Used where the client can't be asked for its settings. */
  readonly settings: unknown;
  /** Canonical addresses. */
  readonly folders: readonly string[];
  readonly positionEncoding: PositionEncoding;
  readonly pullsDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly showsRelatedInformation: boolean;
  readonly showsTags: boolean;
  readonly showsCodeDescription: boolean;
  readonly takesCodeActionLiterals: boolean;
  readonly showsDisabledActions: boolean;
  readonly showsPreferredActions: boolean;
  readonly takesVersionedEdits: boolean;
  readonly createsFiles: boolean;
  readonly answersConfiguration: boolean;
  readonly registersConfiguration: boolean;
  readonly registersWatchers: boolean;
  readonly watchesRelativePatterns: boolean;
  readonly changesFolders: boolean;
  readonly showsProgress: boolean;
  readonly nestsSymbols: boolean;
  readonly takesSnippets: boolean;
}

export function readClient({
  capabilities,
  initializationOptions,
  locale,
  clientInfo,
  ...params
}: InitializeParams): ClientTraits {
  const options = isRecord(initializationOptions) ? initializationOptions : {};
  const folders = params.workspaceFolders?.map(({ uri }) => uri) ?? (params.rootUri ? [params.rootUri] : []);
  return {
    locale: localeOf(typeof options.locale === 'string' ? options.locale : locale),
    // The extension always says which language it wants; other editors have the protocol's own `locale` for that.
    own: typeof options.locale === 'string' || /visual studio code|code-server/i.test(clientInfo?.name ?? ''),
    settings: options.settings,
    folders: folders.map((folder) => withoutSlash(canonicalAddress(folder))),
    ...readCapabilities(capabilities),
  };
}

/** Clients end the address of a folder with a slash or not. */
export function withoutSlash(folder: string): string {
  return folder.replace(/\/$/, '');
}

function readCapabilities({ general, textDocument, workspace, window }: ClientCapabilities) {
  const edit = workspace?.workspaceEdit;
  const diagnostics = { ...textDocument?.publishDiagnostics, ...textDocument?.diagnostic };
  return {
    positionEncoding: chosenEncoding(general?.positionEncodings),
    pullsDiagnostics: isThere(textDocument?.diagnostic),
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    showsRelatedInformation: diagnostics.relatedInformation === true,
    showsTags: isThere(diagnostics.tagSupport),
    showsCodeDescription: diagnostics.codeDescriptionSupport === true,
    takesCodeActionLiterals: isThere(textDocument?.codeAction?.codeActionLiteralSupport),
    showsDisabledActions: textDocument?.codeAction?.disabledSupport === true,
    showsPreferredActions: textDocument?.codeAction?.isPreferredSupport === true,
    takesVersionedEdits: edit?.documentChanges === true,
    createsFiles: edit?.documentChanges === true && edit.resourceOperations?.includes('create') === true,
    answersConfiguration: workspace?.configuration === true,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    registersWatchers: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    watchesRelativePatterns: workspace?.didChangeWatchedFiles?.relativePatternSupport === true,
    changesFolders: workspace?.workspaceFolders === true,
    showsProgress: window?.workDoneProgress === true,
    nestsSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    takesSnippets: textDocument?.completion?.completionItem?.snippetSupport === true,
  };
}

/** Offsets are UTF-16 here, so nothing else is chosen where that is among what is offered; where nothing is offered, it is meant. */
function chosenEncoding(offered: readonly string[] | null | undefined): PositionEncoding {
  return offered?.includes('utf-8') && !offered.includes('utf-16') ? 'utf-8' : 'utf-16';
}

/** Some clients write null for what they lack. */
function isThere(capability: object | null | undefined): boolean {
  return capability !== undefined && capability !== null;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

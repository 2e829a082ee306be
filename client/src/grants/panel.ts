import { env, l10n, Range, Uri, ViewColumn, type WebviewPanel, window } from 'vscode';
import type { Location } from 'vscode-languageclient';
import type { FromPage, PageMessage, ToPage } from '../../page/messages';
import { onFilesChanged } from './changedFiles';
import { pageHtml } from './html';
import type { PageAnswer } from './subject';
import { pageWords } from './words';

/** A page of grants in a tab, and what it shows. */
export interface Panel {
  readonly webview: WebviewPanel;
  /** Shows that something is going on, and how far it is; what was shown counts no more. */
  wait(text: string, waiting: string): void;
  show(answer: PageAnswer): void;
}

export function openPanel(viewType: string, title: string, extensionUri: Uri, refresh: () => void): Panel {
  const webview = window.createWebviewPanel(viewType, title, ViewColumn.Active, {
    enableScripts: true,
    localResourceRoots: [Uri.joinPath(extensionUri, 'dist/client')],
  });
  let answer: PageAnswer | undefined;
  let shown: ToPage = message({ text: '', waiting: '' });
  let isOutdated = false;

  const post = (told: ToPage) => void webview.webview.postMessage(told);
  function postShown(): void {
    post(shown);
    if (isOutdated && answer) post({ type: 'outdated' });
  }

  function receive(told: FromPage): unknown {
    switch (told.type) {
      // A page that was hidden starts anew.
      case 'ready':
        return postShown();
      case 'refresh':
        return refresh();
      case 'action':
        return answer && 'action' in answer && answer.action?.run();
      case 'open':
        return answer && 'places' in answer && openPlace(answer.places[told.list][told.index], told.keepFocus);
      case 'copy':
        return copy(told.text);
    }
  }

  webview.webview.onDidReceiveMessage(receive);
  const listening = onFilesChanged(() => {
    if (isOutdated) return;
    isOutdated = true;
    if (answer) post({ type: 'outdated' });
  });
  webview.onDidDispose(() => listening.dispose());
  webview.webview.html = pageHtml(webview.webview, extensionUri, title, pageWords());

  return {
    webview,
    wait(text, waiting) {
      // What changes from now on may not be looked at any more.
      if (answer) isOutdated = false;
      answer = undefined;
      shown = message({ text, waiting });
      postShown();
    },
    show(found) {
      answer = found;
      shown = 'table' in found ? { type: 'table', table: found.table } : message({ text: found.message, ...titleOf(found) });
      postShown();
    },
  };
}

function message(shown: PageMessage): ToPage {
  return { type: 'message', message: shown };
}

function titleOf(found: PageAnswer): Pick<PageMessage, 'action'> {
  return 'action' in found && found.action ? { action: found.action.title } : {};
}

async function copy(text: string) {
  await env.clipboard.writeText(text);
  window.setStatusBarMessage(l10n.t('Leastwise: copied as CSV'), 5000);
}

/** Beside the page, which one wants to come back to. */
async function openPlace(place: Location | undefined, preserveFocus: boolean) {
  if (!place) return;
  const { start, end } = place.range;
  const selection = new Range(start.line, start.character, end.line, end.character);
  try {
    await window.showTextDocument(Uri.parse(place.uri), {
      selection,
      viewColumn: ViewColumn.Beside,
      preview: true,
      preserveFocus,
    });
  } catch {
    void window.showWarningMessage(l10n.t('Leastwise: the file is gone. Refresh the page.'));
  }
}

import { CancellationTokenSource, commands, type ExtensionContext, l10n, ProgressLocation, window } from 'vscode';
import { openPanel, type Panel } from './panel';
import type { PageAnswer, PageSubject } from './subject';

/** Opens pages of grants, each kind of them once. */
export interface Pages {
  /** Shows the page, anew where it is open, and resolves when it shows what it is about. */
  show(subject: PageSubject): Promise<void>;
  dispose(): void;
}

export function createPages({ extensionUri }: ExtensionContext): Pages {
  const open = new Map<string, OpenPage>();

  function openPage({ viewType, title }: PageSubject): OpenPage {
    const page: OpenPage = { panel: openPanel(viewType, title, extensionUri, () => page.subject && load(page, page.subject)) };
    page.panel.webview.onDidDispose(() => {
      page.running?.cancel();
      page.running = undefined;
      open.delete(viewType);
    });
    open.set(viewType, page);
    return page;
  }

  /** Whoever asks again doesn't want to wait for the answer before. */
  async function load(page: OpenPage, subject: PageSubject): Promise<void> {
    page.running?.cancel();
    page.subject = subject;
    const running = new CancellationTokenSource();
    page.running = running;
    page.panel.wait(subject.busy, '');
    const bar = { location: ProgressLocation.Notification, title: `Leastwise: ${subject.busy}`, cancellable: true };
    const found = await window.withProgress(bar, async (progress, token) => {
      token.onCancellationRequested(() => running.cancel());
      let told = 0;
      const report = (percentage: number, message: string) => {
        progress.report({ increment: percentage - told, message });
        told = percentage;
        if (page.running === running) page.panel.wait(subject.busy, message);
      };
      return subject.load(report, running.token).catch(() => failed(() => load(page, subject)));
    });
    if (page.running !== running) return;
    page.panel.show(running.token.isCancellationRequested ? stopped(() => load(page, subject)) : found);
  }

  return {
    async show(subject) {
      const page = open.get(subject.viewType) ?? openPage(subject);
      page.panel.webview.reveal();
      await load(page, subject);
    },
    dispose() {
      for (const { panel } of [...open.values()]) panel.webview.dispose();
    },
  };
}

interface OpenPage {
  readonly panel: Panel;
  subject?: PageSubject;
  /** What is worked out for it. */
  running?: CancellationTokenSource | undefined;
}

function stopped(again: () => Promise<void>): PageAnswer {
  return { message: l10n.t('Stopped before everything was read.'), action: { title: l10n.t('Start again'), run: again } };
}

function failed(again: () => Promise<void>): PageAnswer {
  return {
    message: l10n.t('The server gave no answer. Restart it; if that doesn’t help, the output tells why.'),
    action: {
      title: l10n.t('Restart'),
      run: async () => {
        await commands.executeCommand('leastwise.restart');
        await again();
      },
    },
  };
}

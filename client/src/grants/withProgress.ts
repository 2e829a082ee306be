import { type BaseLanguageClient, type ProgressToken, WorkDoneProgress } from 'vscode-languageclient';
import type { Report } from './subject';

/** Asks the server something that takes its time, and reports how far it is; `ask` sends the token along. */
export async function withProgress<R>(
  client: BaseLanguageClient,
  report: Report,
  ask: (workDoneToken: ProgressToken) => Promise<R>,
): Promise<R> {
  const workDoneToken = `leastwise-${++asked}`;
  const listening = client.onProgress(WorkDoneProgress.type, workDoneToken, (progress) => {
    if (progress.kind === 'report') report(progress.percentage ?? 0, progress.message ?? '');
  });
  try {
    return await ask(workDoneToken);
  } finally {
    listening.dispose();
  }
}

let asked = 0;

// What a person does with the keyboard: the page that shows VS Code presses what the suite logs (scripts/vscode-suite.mjs).
import { type TextDocument, workspace } from 'vscode';

const mark = '[keys] ';

/** Ctrl+. in the active editor and, down the list to the action whose title begins like this, Enter. Ends when `changing` has changed. */
export function chooseWithKeys(title: string, changing: TextDocument): Promise<void> {
  return untilChanged(changing, `choose ${title}`);
}

/** Ctrl+Z in the active editor, once. */
export function undoWithKeys(changing: TextDocument): Promise<void> {
  return untilChanged(changing, 'press Control+z');
}

/** Presses a key wherever the focus is; who asks waits for what comes of it. */
export function press(key: string) {
  console.log(`${mark}press ${key}`);
}

export function type(text: string) {
  console.log(`${mark}type ${text}`);
}

/** Clicks on what stands in the page of a webview, as soon as it is there. */
export function click(selector: string) {
  console.log(`${mark}click ${selector}`);
}

function untilChanged(document: TextDocument, keys: string): Promise<void> {
  return new Promise((resolve) => {
    const listening = workspace.onDidChangeTextDocument((event) => {
      if (event.document !== document || event.contentChanges.length === 0) return;
      listening.dispose();
      resolve();
    });
    console.log(mark + keys);
  });
}

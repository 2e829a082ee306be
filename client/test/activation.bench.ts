import { commands, extensions, workspace } from 'vscode';
import { exists } from './host/assert';
import { eventually } from './host/editor';
import { say } from './host/reporter';

describe('measured: the extension', () => {
  it('is activated', async () => {
    const extension = extensions.getExtension('leastwise.leastwise');
    exists(extension, 'extension');
    await extension.activate();
    // VS Code's own table knows the times, no matter what has activated the extension; nothing else tells them.
    await commands.executeCommand('perfview.show');
    const [load, call] = await eventually('times in VS Code’s table', () => {
      const page = workspace.textDocuments.find(({ uri }) => uri.scheme === 'perf');
      return /\| leastwise\.leastwise +\| \w+ +\| (\d+) +\| (\d+) /
        .exec(page?.getText() ?? '')
        ?.slice(1)
        .map(Number);
    });
    say(`activated in ${(load ?? 0) + (call ?? 0)} ms (code ${load}, call ${call})`);
  });
});

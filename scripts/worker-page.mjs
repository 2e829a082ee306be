// A page in a browser that nobody sees, with the built language server beside it to be started as a worker.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { launchBrowser } from './browser.mjs';
import { browserWorker } from './bundling.mjs';
import { root } from './run.mjs';
import { send, sendFile, serve } from './serve.mjs';

/**
 * Resolves to what `use(page)` does. `programs` are more to bundle, by the name under which the page has them: `page` runs in the
 * page itself, all others are for workers. `options` are more for the bundler; `answer` is asked for what else is fetched.
 */
export async function withWorkerPage({ programs, options = {}, answer }, use) {
  mkdirSync(join(root, 'dist/test'), { recursive: true });
  const folder = mkdtempSync(join(root, 'dist/test/worker-'));
  const undo = [() => rmSync(folder, { recursive: true, force: true })];
  try {
    await build({
      ...browserWorker,
      ...options,
      absWorkingDir: root,
      entryPoints: programs,
      outdir: folder,
      sourcemap: 'inline',
    });
    const { address, stop } = await serve(0, (path, response, request) => {
      if (path === '/') return send(response, '.html', html);
      if (path === '/main.browser.js') return sendFile(response, join(root, 'dist/server'), path);
      if (path.endsWith('.js')) return sendFile(response, folder, path);
      return answer ? answer(path, response, request) : response.writeHead(404).end();
    });
    undo.push(stop);
    const browser = await launchBrowser();
    undo.push(() => browser.close());
    const page = await browser.newPage();
    page.on('console', (message) => message.type() === 'error' && console.error(message.text()));
    page.on('pageerror', (error) => console.error(error.stack ?? error.message));
    await page.goto(address);
    return await use(page);
  } finally {
    for (const step of undo.reverse()) await step();
  }
}

const html = `<!doctype html>
<link rel="icon" href="data:,">
<script src="/page.js"></script>
`;

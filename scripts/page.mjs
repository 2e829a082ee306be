// VS Code's page in a browser that nobody sees, with everything it needs, and all of it gone afterwards.
import { launchBrowser } from './browser.mjs';
import { startNodeHost } from './node-host.mjs';
import { removeWorkspace } from './stage.mjs';
import { startWebHost } from './web-host.mjs';

const hosts = { node: startNodeHost, web: startWebHost };

/** The kinds of extension host there are. */
export const flavours = Object.keys(hosts);

/** Resolves to what `use(page, address)` does. `workspace` is a temporary folder; the other wishes are the host's. */
export async function withPage({ flavour, scale = 1, ...wishes }, use) {
  const undo = [() => removeWorkspace(wishes.workspace)];
  try {
    const browser = await launchBrowser();
    undo.push(() => browser.close());
    const host = await hosts[flavour](wishes);
    undo.push(host.stop);
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, deviceScaleFactor: scale });
    return await use(page, host.address);
  } finally {
    for (const step of undo.reverse()) await step();
  }
}

// Runs the suite of client/test inside a real VS Code: `node scripts/vscode-suite.mjs [node] [web]` after a build. With LEASTWISE_MEASURE=1
// in the environment, the Node host runs what is measured instead of the tests.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { flavours, withPage } from './page.mjs';
import { root } from './run.mjs';
import { stageWorkspace } from './stage.mjs';

/** In milliseconds, from one line of the suite to the next. A busy machine may take long; what waits for nothing is ended. */
const patience = 600_000;

/**
 * Resolves to the number of passed and failed tests; a suite that doesn't end counts as one failure. Leaves VS Code's log in
 * dist/test/<flavour>.log and, after a failure, a picture beside it.
 */
export async function runVsCodeSuite(flavour) {
  const workspace = stageWorkspace(['examples', 'client/test/fixtures']);
  commitAll(workspace);
  return withPage({ flavour, workspace, suite: true, settings: { 'git.enabled': true } }, async (page, address) => {
    const { log, counts, code } = await runInPage(page, address);
    writeFileSync(join(root, `dist/test/${flavour}.log`), log.join('\n'));
    if (code === 0 && counts) return counts;
    await page.screenshot({ path: join(root, `dist/test/${flavour}.png`) });
    if (!counts) console.log(log.slice(-12).join('\n'));
    if (code === 'hang') console.log('  ✖ came no further');
    return counts && counts.failed > 0 ? counts : { passed: counts?.passed ?? 0, failed: 1 };
  });
}

/** What the suite changes of the files is told as against this commit. */
function commitAll(folder) {
  const who = ['-c', 'user.name=a', '-c', 'user.email=a@example.org'];
  for (const args of [
    ['init', '--initial-branch=main'],
    ['add', '--all'],
    [...who, 'commit', '--message=Examples'],
  ])
    execFileSync('git', args, { cwd: folder, stdio: 'ignore' });
}

/** VS Code calls two functions of its page while it runs a suite, where the page has them. */
async function runInPage(page, address) {
  const log = [];
  let pressed = page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  let counts;
  let timer;
  const code = await new Promise((resolve, reject) => {
    const note = (_type, args) => {
      const line = args.map(String).join(' ');
      log.push(line);
      const keys = /\[keys\] (.*)/.exec(line)?.[1];
      if (keys !== undefined) pressed = pressed.then(() => press(page, keys)).catch(reject);
      const own = /\[suite\] (.*)/s.exec(line)?.[1];
      if (own === undefined) return;
      timer.refresh();
      console.log(`  ${own}`);
      const [, passed, failed] = /^(\d+) passed, (\d+) failed$/.exec(own) ?? [];
      if (passed) counts = { passed: Number(passed), failed: Number(failed) };
    };
    timer = setTimeout(resolve, patience, 'hang');
    page.on('pageerror', (error) => log.push(String(error)));
    Promise.all([page.exposeFunction('codeAutomationLog', note), page.exposeFunction('codeAutomationExit', resolve)])
      .then(() => page.goto(address))
      .catch(reject);
  }).finally(() => clearTimeout(timer));
  return { log, counts, code };
}

/** What the suite asks for: `press <key>`, `type <text>`, `choose <how the action's title begins>`, `click <selector in a webview>`. */
async function press(page, keys) {
  const [, what, rest] = /^(press|type|choose|click) (.*)$/.exec(keys);
  if (what === 'press') return page.keyboard.press(rest);
  if (what === 'type') return page.keyboard.type(rest);
  if (what === 'click') return page.frameLocator('iframe.webview').frameLocator('#active-frame').locator(rest).first().click();
  await page.keyboard.press('Control+.');
  await page.locator('.action-widget .monaco-list-row.action').first().waitFor();
  const focused = page.locator('.action-widget .monaco-list-row.focused');
  for (let steps = 0; steps < 100; steps++) {
    if (((await focused.textContent()) ?? '').trim().startsWith(rest)) return page.keyboard.press('Enter');
    await page.keyboard.press('ArrowDown');
  }
  throw new Error(`Ctrl+. offers no “${rest}”.`);
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const wished = flavours.filter((flavour) => process.argv.includes(flavour));
  for (const flavour of wished.length > 0 ? wished : flavours) {
    console.log(`VS Code, ${flavour} host`);
    const { failed } = await runVsCodeSuite(flavour);
    if (failed > 0) process.exitCode = 1;
  }
}

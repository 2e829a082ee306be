// Looks at the product: `node scripts/screenshot.mjs [file] [picture.png] [--web] [--hover line:column] [--menu line:column]
// [--problems] [--output] [--status] [--command title] [--locale ko] [--setting name=JSON …]` after a build. The file is one of examples/ or a path.
import { copyFileSync, existsSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { withPage } from './page.mjs';
import { firstExample, stageWorkspace } from './stage.mjs';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    web: { type: 'boolean', default: false },
    hover: { type: 'string' },
    menu: { type: 'string' },
    problems: { type: 'boolean', default: false },
    output: { type: 'boolean', default: false },
    status: { type: 'boolean', default: false },
    command: { type: 'string' },
    locale: { type: 'string' },
    setting: { type: 'string', multiple: true, default: [] },
  },
});
const [file, picture = 'dist/screenshot.png'] = positionals;
const workspace = stageWorkspace(['examples']);
const flavour = values.web ? 'web' : 'node';

await withPage({ flavour, workspace, open: fileToOpen(), settings: settings(), scale: 2 }, async (page, address) => {
  // What VS Code's own words in that language would set; the extension's follow it.
  if (values.locale)
    await page.addInitScript((locale) => Object.assign(globalThis, { _VSCODE_NLS_LANGUAGE: locale }), values.locale);
  await page.goto(address);
  await page.locator('.monaco-editor .view-line').first().waitFor();
  const squiggle = page.locator('.squiggly-error, .squiggly-warning, .squiggly-info, .squiggly-hint').first();
  await squiggle.waitFor({ timeout: 15_000 }).catch(() => console.log('Nothing is underlined.'));
  if (values.hover) await showAt(page, values.hover, 'Show or Focus Hover', '.monaco-hover:not(.hidden) .hover-contents');
  if (values.menu) await showAt(page, values.menu, 'Quick Fix...', '.action-widget .monaco-list-row');
  if (values.problems) await command(page, 'Problems: Focus on Problems View');
  if (values.output) await command(page, 'Leastwise: Show Output');
  if (values.command) await command(page, values.command);
  if (values.status) await page.locator('[id="status.languageStatus"]').click();
  // Nothing tells when the last animation has ended.
  await page.waitForTimeout(1500);
  await page.screenshot({ path: picture });
  console.log(picture);
});

function fileToOpen() {
  if (file === undefined) return firstExample;
  if (existsSync(join(workspace, file))) return file;
  copyFileSync(resolve(file), join(workspace, basename(file)));
  return basename(file);
}

function settings() {
  const chosen = values.setting.map((setting) => {
    const [name, ...value] = setting.split('=');
    return [name, JSON.parse(value.join('='))];
  });
  return { ...Object.fromEntries(chosen), ...(values.locale && { 'leastwise.language': values.locale }) };
}

async function showAt(page, place, title, selector) {
  await page.keyboard.press('Control+G');
  await page.keyboard.type(place);
  await page.keyboard.press('Enter');
  await command(page, title);
  await page
    .locator(selector)
    .first()
    .waitFor({ timeout: 5_000 })
    .catch(() => console.log(`“${title}” shows nothing at ${place}.`));
}

async function command(page, title) {
  await page.keyboard.press('F1');
  await page.keyboard.type(title);
  await page.locator('.quick-input-list .monaco-list-row').first().waitFor();
  await page.keyboard.press('Enter');
}

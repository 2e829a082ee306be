// Finds a Chromium to show VS Code's page in.
import { existsSync } from 'node:fs';
import { run } from './run.mjs';

/** Resolves to a playwright browser; on Debian as root it installs one where there is none, elsewhere it says what to do. */
export async function launchBrowser({ headless = true } = {}) {
  const { chromium } = await import('playwright-core');
  const executablePath = found(chromium) ?? (await installed(chromium));
  // Chromium's sandbox refuses to run as root, as in most containers.
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return chromium.launch({ executablePath, headless, args });
}

function found(chromium) {
  return [process.env.CHROME_PATH, ...usualPlaces, chromium.executablePath()].find((path) => path && existsSync(path));
}

async function installed(chromium) {
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get') && existsSync('/etc/debian_version')) {
    console.log('Installing Chromium by apt-get (once) …');
    const options = { quiet: true, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
    await run('apt-get', ['update'], options);
    await run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-dejavu-core'], options);
  }
  const path = found(chromium);
  if (path) return path;
  throw new Error('No Chromium found: install Chrome or run “npx playwright-core install chromium”, or set CHROME_PATH to one.');
}

const usualPlaces = [
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/chromium',
  '/usr/bin/microsoft-edge',
  '/usr/bin/chromium-headless-shell',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ...[process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA].flatMap((folder) => [
    `${folder}\\Google\\Chrome\\Application\\chrome.exe`,
    `${folder}\\Microsoft\\Edge\\Application\\msedge.exe`,
  ]),
];

// `npm run test:desktop`: the suite of client/test in a downloaded desktop VS Code; on a Linux without a display by `xvfb-run -a`.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureInstalled } from './install.mjs';
import { root } from './run.mjs';
import { removeWorkspace, stageExtension, stageWorkspace, temporaryFolder } from './stage.mjs';

await ensureInstalled();
const { build } = await import('./build.mjs');
const { runTests } = await import('@vscode/test-electron');
await build({ minify: true });
const workspace = stageWorkspace(['examples', 'client/test/fixtures']);
const extension = stageExtension(temporaryFolder('extension'));
try {
  process.exitCode = await runTests({
    extensionDevelopmentPath: extension,
    extensionTestsPath: join(root, 'dist/test/node/index.js'),
    extensionTestsEnv: { LEASTWISE_NO_KEYBOARD: '1' },
    launchArgs: [workspace, '--disable-extensions', '--disable-workspace-trust'],
  });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  removeWorkspace(workspace);
  rmSync(extension, { recursive: true, force: true });
}
